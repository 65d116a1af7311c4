"""Text as readers look for it, whatever its case, its spaces and the shape of its quotation marks."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def folded(text: str) -> str:
    """Return the text as it is looked for: “It’s  So” is "it's so"."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())
