"""One plain sentence of what each outlet prints.

The National prints “perpetuated”, NewsChain “perpetrated”.
Reuters and CNN print “may be”, Politico “may have been”; Vox prints neither.
"""

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """Return outlets' names as a list, each once: "A, B and C"."""
    once = list(dict.fromkeys(names))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"


def prints(names: Sequence[str]) -> str:
    """Return the outlets as the subject of their verb: "A prints", "A and B print"."""
    return f"{listed(names)} {'prints' if len(set(names)) == 1 else 'print'}"


def each_prints(sides: Sequence[tuple[str, Sequence[str]]], *, neither: Sequence[str] = ()) -> str:
    """Return the sentence for sides that each print some words; ``neither`` are outlets that print none.

    ``sides`` are the words with the outlets that print them.
    """
    (words, names), *others = sides
    parts = [f"{prints(names)} “{words}”", *(f"{listed(names)} “{words}”" for words, names in others)]
    rest = ("none of them" if len(sides) > 2 else "neither") if len(sides) > 1 else "nothing there"
    return ", ".join(parts) + (f"; {prints(neither)} {rest}." if neither else ".")
