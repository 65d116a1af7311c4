"""What a folder or a file holds, before anything is stored: texts with their facts, and problems."""
