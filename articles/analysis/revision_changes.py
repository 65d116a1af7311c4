"""Two dated texts of one article, paragraph by paragraph: what stayed, changed, came, went, and moved.

    before                               after
    1 The depots close in May.           1 The depots close in June.        changed
    2 About 300 people work there.       2 “Nobody asked us,” Ms Low said.  added
    3 Staff were told on Friday.         3 About 300 people work there.     same
                                         4 More follows.                    added
                                                                            3 removed

Paragraphs with the same words come first, in order. Between them old and new ones are paired so that as many
words as possible stay; one may become two, and two one, because outlets break paragraphs anew more often than
they rewrite them. What is left over at one place and turns up at another was moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from articles.analysis.passages import Passage, normalised_words, paragraphs
from articles.analysis.revision_words import Alphabet, Piece, units, word_changes

Kind = Literal["same", "changed", "added", "removed", "moved", "gone"]

_ALIKE = 0.4
_ALIKE_BROKEN = 0.6
_ALIKE_MOVED = 0.75
"""The part of their words that must be in both for one to be the other: changed; broken anew; moved."""

_WORDS_MOVED = 6
_TOLL = 0.3
"""What a word that does not stay costs, so that no stranger is taken along with the paragraph beside it."""

_LARGEST = 90_000
"""The most pairs of paragraphs that are held against each other: 300 rewritten ones against 300."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of paragraphs; ``old`` and ``new`` are their numbers in the two texts, counted from 1.

    A ``moved`` one stands at its new place and is ``gone`` at its old one. ``pieces`` are its words; those of
    one that is gone are empty.
    """

    kind: Kind
    old: tuple[int, ...]
    new: tuple[int, ...]
    pieces: tuple[Piece, ...]


def changes(old_text: str, new_text: str) -> tuple[Change, ...]:
    """Return what became of all paragraphs in the order of the new text, what was removed in its place."""
    alphabet = Alphabet()
    old, new = _Text(old_text, alphabet), _Text(new_text, alphabet)
    groups = _moved(list(_groups(old, new)), old, new)
    return tuple(_change(group, old, new) for group in groups)


class _Text:
    """A text's paragraphs: as printed but for white space, as words alone, and one character a word."""

    def __init__(self, text: str, alphabet: Alphabet) -> None:
        self.text = text
        self.paragraphs = paragraphs(text)
        self.printed = [" ".join(paragraph.of(text).split()) for paragraph in self.paragraphs]
        self.plain = [
            " ".join(normalised_words(text, paragraph)) or self.printed[at]
            for at, paragraph in enumerate(self.paragraphs)
        ]
        self.spelt = [
            alphabet.spell(unit.text for unit in units(text, paragraph)) for paragraph in self.paragraphs
        ]


@dataclass(frozen=True, slots=True)
class _Group:
    """Paragraphs of both texts that belong together, by their indices; one side may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    kind: Kind | None = None


def _groups(old: _Text, new: _Text) -> Iterator[_Group]:
    matcher = SequenceMatcher(None, old.plain, new.plain, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(range(i, j), range(k, m), strict=True):
                is_same = old.printed[one] == new.printed[other]
                yield _Group((one,), (other,), "same" if is_same else "changed")
        else:
            yield from _paired(old, new, range(i, j), range(k, m))


def _paired(old: _Text, new: _Text, before: range, after: range) -> Iterator[_Group]:
    """Yield the paragraphs between two that are the same, paired so that most words stay.

    The best pairing of the last paragraphs from each point on is found from the end (dynamic programming).
    """
    if not before or not after or len(before) * len(after) > _LARGEST:
        yield from (_Group((one,), ()) for one in before)
        yield from (_Group((), (other,)) for other in after)
        return
    worth = _worth([old.spelt[at] for at in before], [new.spelt[at] for at in after])
    rows, columns = len(before), len(after)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step = [[(1, 0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if (i, j) == (rows, columns):
                continue
            best[i][j], step[i][j] = max(
                (best[i + down][j + right] + float(gain[i, j]), (down, right))
                for (down, right), gain in worth.items()
                if i + down <= rows and j + right <= columns
            )
    i = j = 0
    while (i, j) != (rows, columns):
        down, right = step[i][j]
        yield _Group(tuple(before[i : i + down]), tuple(after[j : j + right]))
        i, j = i + down, j + right


def _worth(before: Sequence[str], after: Sequence[str]) -> dict[tuple[int, int], np.ndarray]:
    """Return what is gained by taking so many old paragraphs for so many new ones, at all pairs of places."""
    none = np.zeros((len(before) + 1, len(after) + 1))
    twice_before = [one + other for one, other in pairwise(before)]
    twice_after = [one + other for one, other in pairwise(after)]
    return {
        (1, 0): none,
        (0, 1): none,
        (1, 1): _gain(before, after, none, at_least=_ALIKE),
        (1, 2): _gain(before, twice_after, none, at_least=_ALIKE_BROKEN),
        (2, 1): _gain(twice_before, after, none, at_least=_ALIKE_BROKEN),
    }


def _gain(before: Sequence[str], after: Sequence[str], none: np.ndarray, *, at_least: float) -> np.ndarray:
    """Return the words that stay in both, less a toll for the others; below 0 where they are not alike."""
    gain = np.full(none.shape, -1.0)
    if before and after:
        stay = process.cdist(before, after, scorer=LCSseq.similarity, dtype=np.int32)
        words = np.add.outer([len(one) for one in before], [len(other) for other in after])
        alike = 2 * stay >= at_least * words
        gain[: len(before), : len(after)] = np.where(alike, 2 * stay - _TOLL * (words - 2 * stay), -1.0)
    return gain


def _moved(groups: list[_Group], old: _Text, new: _Text) -> list[_Group]:
    """Return the groups with what was left over at two places joined, at the new place."""
    left = [group.old[0] for group in groups if not group.new]
    come = [group.new[0] for group in groups if not group.old]
    left = [at for at in left if len(old.spelt[at]) >= _WORDS_MOVED]
    if not left or not come or len(left) * len(come) > _LARGEST:
        return groups
    alike = process.cdist(
        [old.spelt[at] for at in left], [new.spelt[at] for at in come], scorer=LCSseq.normalized_similarity
    )
    ways: dict[int, int] = {}
    for _ in range(min(len(left), len(come))):
        one, other = (int(at) for at in np.unravel_index(int(alike.argmax()), alike.shape))
        if alike[one, other] < _ALIKE_MOVED:
            break
        ways[left[one]] = come[other]
        alike[one, :] = alike[:, other] = 0
    back = {new_at: old_at for old_at, new_at in ways.items()}
    return [_told(group, ways, back) for group in groups]


def _told(group: _Group, ways: dict[int, int], back: dict[int, int]) -> _Group:
    if not group.new and group.old[0] in ways:
        return _Group(group.old, (ways[group.old[0]],), "gone")
    if not group.old and group.new[0] in back:
        return _Group((back[group.new[0]],), group.new, "moved")
    return group


def _change(group: _Group, old: _Text, new: _Text) -> Change:
    before = [old.paragraphs[at] for at in group.old]
    after = [new.paragraphs[at] for at in group.new]
    kind: Kind = group.kind or ("changed" if before and after else "removed" if before else "added")
    return Change(
        kind=kind,
        old=tuple(at + 1 for at in group.old),
        new=tuple(at + 1 for at in group.new),
        pieces=_pieces(kind, before, after, old.text, new.text),
    )


def _pieces(
    kind: Kind, before: Sequence[Passage], after: Sequence[Passage], old_text: str, new_text: str
) -> tuple[Piece, ...]:
    if kind == "gone":
        return ()
    if kind == "same":
        return (Piece("same", after[0].of(new_text)),)
    if kind == "added":
        return (Piece("added", after[0].of(new_text)),)
    if kind == "removed":
        return (Piece("removed", before[0].of(old_text)),)
    return word_changes(old_text, _whole(before), new_text, _whole(after))


def _whole(passages: Sequence[Passage]) -> Passage:
    return Passage(start=passages[0].start, end=passages[-1].end)
