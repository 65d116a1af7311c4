"""Two readings taken out of a table of many, with their ends kept together.

    base      he held the licence for years and was therefore an expert in the field
    reading   a subject matter expert in

A third reading may have drawn "a subject matter" under words far before "expert". What a reading prints
before the first word that the other has too stands right beside that word. A single word is printed instead
of its neighbour in the other reading ("knew the risk", "… board understood the risk"). More words are that
only if the other reading has about as many there; or else they were added, and the other's were not carried.
Likewise at the readings' other end.
"""

from collections.abc import Sequence

from articles.analysis.passages import Token
from articles.analysis.word_compounds import key_of
from articles.analysis.word_matching import is_punctuation, similarity

Cell = tuple[Token, ...]
Pair = tuple[Cell, Cell]

_SURE, _NEAR = 0.5, 0.2
"""Words hold their readings together from the one similarity on, or from the other if they begin alike."""
_ABOUT_AS_MANY = 2
"""One end stands for another that has at most so many times as many words."""


def side_by_side(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the columns that either of two readings fills, no end of one drawn apart along the other.

    Each reading keeps all its cells in their order.
    """
    filled = [(ours, theirs) for ours, theirs in pairs if ours or theirs]
    turned = _gathered(_gathered(filled)[::-1])
    return turned[::-1]


def _gathered(pairs: list[Pair]) -> list[Pair]:
    """Return the columns with what stands before the first shared word drawn up to it."""
    shared = next((at for at, pair in enumerate(pairs) if _alike(*pair)), 0)
    ours: list[Cell] = [cell for cell, _ in pairs[:shared] if cell]
    theirs: list[Cell] = [cell for _, cell in pairs[:shared] if cell]
    fewer, more = sorted((len(ours), len(theirs)))
    if not fewer or (fewer > 1 and more <= _ABOUT_AS_MANY * fewer):
        return pairs
    width = more if fewer == 1 else more + fewer
    if len(ours) > len(theirs):
        ours += [()] * (width - more)
        theirs = [()] * (width - fewer) + theirs
    else:
        theirs += [()] * (width - more)
        ours = [()] * (width - fewer) + ours
    return [*zip(ours, theirs, strict=True), *pairs[shared:]]


def _alike(ours: Cell, theirs: Cell) -> bool:
    if not ours or not theirs:
        return False
    one, other = key_of(ours), key_of(theirs)
    if is_punctuation(one):
        return False
    return (similarity(one, other) or 0) >= (_NEAR if one[:3] == other[:3] else _SURE)
