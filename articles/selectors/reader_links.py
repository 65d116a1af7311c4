"""Which passages of two articles carry the same statement, numbered in the order of the left one.

    left                                            right
    1  “may be complicit in war crimes”             1  “may be complicit in war crimes”
    2  “It is with sadness that I resign …”         2  “It is with sadness that I resign …”
    3  “open genocidal intent”                      3  “Members of the military have expressed open
    3  “and their military openly say so”               genocidal intent, and openly say so”

An article may print a statement twice, or in two fragments. Each passage is joined to that of the other
article which shares most of its words, so that the fragment 1 and the sentence 2, one statement, keep apart,
while both fragments 3 lead to the one sentence that holds them.

Articles tell things in orders of their own, so links cross. Those that do not are the ones by which two texts
can be kept level while one of them is scrolled: the heaviest run of links that stand in one order in both.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Passage):
    """A reading of a statement, as an end of links. ``words`` are its normalised words."""

    key: int
    statement: int
    suggested: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of the left article and the one of the right article that it is joined to."""

    left: End
    right: End

    @property
    def suggested(self) -> bool:
        """Say whether the machine is not sure that both print the statement."""
        return self.left.suggested or self.right.suggested


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Passages that say the same, by the number that both texts show.

    ``is_level`` tells that it stands in the same order as other level links in both texts.
    """

    number: int
    pairs: tuple[Pair, ...]
    is_level: bool

    @property
    def statement(self) -> int:
        """Return the key of the statement that all its passages carry."""
        return self.pairs[0].left.statement

    @property
    def suggested(self) -> bool:
        """Say whether no pair of it is sure."""
        return all(pair.suggested for pair in self.pairs)


def link(left: Iterable[End], right: Iterable[End]) -> tuple[Link, ...]:
    """Return the links between two articles, by their places in the left one."""
    ends_of: dict[int, tuple[list[End], list[End]]] = defaultdict(lambda: ([], []))
    for side, ends in enumerate((left, right)):
        for end in ends:
            ends_of[end.statement][side].append(end)
    together = [group for ends in ends_of.values() for group in _joined(_pairs(*ends))]
    together.sort(key=lambda pairs: (pairs[0].left.start, pairs[0].right.start))
    level = _level([pairs[0] for pairs in together])
    return tuple(
        Link(number=at + 1, pairs=tuple(pairs), is_level=at in level) for at, pairs in enumerate(together)
    )


def _pairs(left: Sequence[End], right: Sequence[End]) -> list[Pair]:
    """Return the pairs of one statement: the likest first, then a partner for each passage left over."""
    if not left or not right:
        return []
    ranked = sorted(
        (Pair(one, other) for one in left for other in right),
        key=lambda pair: (-_likeness(pair), pair.left.start, pair.right.start),
    )
    pairs: list[Pair] = []
    paired: set[int] = set()
    for is_second_turn in (False, True):
        for pair in ranked:
            has_partner = [pair.left.key in paired, pair.right.key in paired]
            if not any(has_partner) or (is_second_turn and not all(has_partner)):
                pairs.append(pair)
                paired |= {pair.left.key, pair.right.key}
    return pairs


def _likeness(pair: Pair) -> float:
    shared = len(pair.left.words & pair.right.words)
    return shared / max(1, len(pair.left.words | pair.right.words))


def _joined(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Return the pairs that share a passage together, each group in the order of the left text."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        ends = {pair.left.key, pair.right.key}
        touching = [group for group in groups if any({one.left.key, one.right.key} & ends for one in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([pair, *(one for group in touching for one in group)])
    return [sorted(group, key=lambda pair: (pair.left.start, pair.right.start)) for group in groups]


def _level(pairs: Sequence[Pair]) -> frozenset[int]:
    """Return the indices of the heaviest run of sure pairs that keep one order in both texts.

    The pairs come in the order of the left text. A pair weighs as many words as its shorter passage has.
    """
    best: list[tuple[int, int | None]] = []
    for at, pair in enumerate(pairs):
        before = [
            (best[other][0], other)
            for other in range(at)
            if not pairs[other].suggested
            and pairs[other].left.end <= pair.left.start
            and pairs[other].right.end <= pair.right.start
        ]
        weight, previous = max(before, default=(0, None))
        own = 0 if pair.suggested else min(len(pair.left.words), len(pair.right.words))
        best.append((weight + own, previous))
    sure = [at for at, pair in enumerate(pairs) if not pair.suggested]
    last = max(sure, key=lambda at: best[at][0], default=None)
    level = set()
    while last is not None:
        level.add(last)
        last = best[last][1]
    return frozenset(level)
