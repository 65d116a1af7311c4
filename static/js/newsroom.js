// Keyboard and comfort. Every page works without it.
