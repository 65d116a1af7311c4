"""The first and the last words of a reading, kept beside the rest of it.

    There was none of that, and there was no reason given
    —     —   —    —  —     —   There was no reason given       not "There — — — — — — was no reason given"

An alignment that gains the same either way may tear a reading's first words off the rest: to another "there",
or to nothing of its own. Whoever quotes a part quotes it in one piece.
"""

from collections.abc import MutableMapping, Sequence

from articles.analysis.word_compounds import Word
from articles.analysis.word_matching import similarity

Place = MutableMapping[int, Word]
"""The word that each witness prints at one place, by the witness's index."""

_LONGEST_END = 3
_SAME, _NEAR = 0.5, 0.2
"""How alike two words are that are the same, or forms of one another."""


def draw_together(places: Sequence[Place], witnesses: int) -> None:
    """Move each reading's torn-off ends next to the rest of it, unless they fit where they are."""
    for witness in range(witnesses):
        _draw_start(places, witness)
        _draw_start(places[::-1], witness)


def _draw_start(places: Sequence[Place], witness: int) -> None:
    at = [index for index, place in enumerate(places) if witness in place]
    torn = next((end for end in range(1, len(at)) if at[end] > at[end - 1] + 1), 0)
    if not 0 < torn <= _LONGEST_END:
        return
    beside = range(at[torn] - torn, at[torn])
    moved = [places[index][witness] for index in at[:torn]]
    fit_here = any(_fits(places[i], word, witness, _NEAR) for i, word in zip(at, moved, strict=False))
    fit_beside = all(_fits(places[i], word, witness, _SAME) for i, word in zip(beside, moved, strict=True))
    if fit_here and not fit_beside:
        return
    for index in at[:torn]:
        del places[index][witness]
    for index, word in zip(beside, moved, strict=True):
        places[index][witness] = word


def _fits(place: Place, word: Word, witness: int, least: float) -> bool:
    return any(
        (similarity(printed.key, word.key) or 0) >= least
        for other, printed in place.items()
        if other != witness
    )
