"""Lists of words, written as one would read them: ``word_set("mr mrs ms")``."""


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list separated by spaces."""
    return frozenset(listed.split())
