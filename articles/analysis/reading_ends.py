"""The first and the last words of a reading, kept beside the rest of it.

    There was none of that, and there was no reason given
    —     —   —    —  —     —   There was no reason given       not "There — — — — — — was no reason given"

Both print "there" twice or once, and an alignment that gains the same either way may tear a reading's first
word off the rest. Whoever quotes a part quotes it in one piece.
"""

from collections.abc import MutableMapping, Sequence

from articles.analysis.word_compounds import Word

Place = MutableMapping[int, Word]
"""The word that each witness prints at one place, by the witness's index."""

_LONGEST_END = 3


def draw_together(places: Sequence[Place], witnesses: int) -> None:
    """Move each reading's torn-off ends next to the rest of it, where others print the same words there."""
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
    if not all(_prints(places[index], word, witness) for index, word in zip(beside, moved, strict=True)):
        return
    for index in at[:torn]:
        del places[index][witness]
    for index, word in zip(beside, moved, strict=True):
        places[index][witness] = word


def _prints(place: Place, word: Word, witness: int) -> bool:
    return any(printed.key == word.key for other, printed in place.items() if other != witness)
