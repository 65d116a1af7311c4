"""Which readings are too unsure to join and worth an editor's look.

    “The ferry should never have sailed in that storm,” Berg said.     the statement
    “The ferry should never have sailed in that storm,” Haddad said.   suggested: the same, of another
    Berg thought it mad to sail in such a storm.                       suggested: few words in common
    “The ferry company owes us an answer,” Berg said.                  not: only what the story is about

A unit is suggested for one statement at most, the likeliest, and a statement has at most one suggestion of an
article. What stands in a row already is suggested for another only where both print the same words.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from articles.analysis.rulings import Pairs
from articles.analysis.speaker_identity import may_be_one
from articles.analysis.statement_groups import Member
from articles.analysis.unit_similarity import UnitSimilarity

_SAME_WORDS = 0.75
"""Overlap from which even a unit of another speaker is suggested."""
_WORTH_A_LOOK = 1.5
"""Words other than names that a suggestion must share, counted in the story's rarest words."""


def suggested(
    groups: Sequence[Sequence[int]],
    kept: Sequence[Sequence[int]],
    members: Sequence[Member],
    similarity: UnitSimilarity,
    edges: Sequence[tuple[int, int, float]],
    *,
    different: Pairs,
) -> Mapping[int, list[tuple[int, float]]]:
    """Return for each kept group the units that may carry its statement in articles that lack it.

    Each comes with its overlap. ``kept`` are those of ``groups`` that are rows; ``different`` are the pairs
    that editors ruled to be two statements: none of the ones is suggested where one of the others stands.
    """
    row_of = {at: row for row, group in enumerate(kept) for at in group}
    group_of = {at: group for group in groups for at in group}
    best: dict[int, tuple[float, int]] = {}
    for one, other, overlap in edges:
        for at, row in ((one, row_of.get(other)), (other, row_of.get(one))):
            if row is None or row == row_of.get(at) or _are_apart(group_of[at], kept[row], different):
                continue
            if len(group_of[at]) > 1 and overlap < _SAME_WORDS:
                continue
            if _may_be(at, kept[row], overlap, members, similarity):
                best[at] = max(best.get(at, (0.0, 0)), (overlap, row))
    found: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    taken = set()
    for at, (overlap, row) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        if (row, members[at].article) not in taken:
            taken.add((row, members[at].article))
            found[row].append((at, overlap))
    return found


def _are_apart(mine: Sequence[int], theirs: Sequence[int], different: Pairs) -> bool:
    return bool(different) and any(frozenset(pair) in different for pair in product(mine, theirs))


def _may_be(
    one: int,
    group: Sequence[int],
    overlap: float,
    members: Sequence[Member],
    similarity: UnitSimilarity,
) -> bool:
    if members[one].article in {members[at].article for at in group}:
        return False
    if overlap >= _SAME_WORDS:
        return True
    if max(similarity.happening(one, at) for at in group) < _WORTH_A_LOOK:
        return False
    return may_be_one(speaker for at in [one, *group] if (speaker := members[at].speaker))
