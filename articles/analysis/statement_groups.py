"""Units of several articles brought together, one group for each statement.

The surest pairs are joined first. Two groups stay apart, however much a pair of theirs shares, when

    their speakers are known and differ;
    they hold two different sentences of one quotation, unless both lie inside one longer sentence elsewhere:
        one outlet prints "We are sad. We must go." where another prints "We are sad and must go.";
    they hold two sentences of one article that do not repeat each other (a fragment and the words around it
    may share a statement);
    what they say as a whole has too little in common: a short fragment must not chain two statements.

A fragment too short to be sure of that way, "no justification", goes to the statement of its speaker that
alone in the story has its words, where several readings have them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.speaker_identity import Identity, may_be_one
from articles.analysis.statement_units import Unit
from articles.analysis.unit_similarity import CERTAIN, UnitSimilarity

_REPEATS = 0.35
"""Overlap from which an article repeats itself: in the lead and again in the quotation."""
_AS_A_WHOLE = 0.75 * CERTAIN
_INSIDE = 0.55
"""The share of a short sentence that a longer one elsewhere must print for it to be a piece of that one."""
_SEVERAL = 2
_NEAR = 300
"""Two pieces of one sentence elsewhere stand within this many characters of each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit with the index of its article and who speaks."""

    article: int
    unit: Unit
    speaker: Identity | None


def grouped(
    members: Sequence[Member], similarity: UnitSimilarity, edges: Sequence[tuple[int, int, float]]
) -> list[list[int]]:
    """Return the members' indices in groups, each in the members' order; most groups have one member."""
    joiner = _Joiner(members, similarity)
    for one, other, overlap in sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1])):
        if overlap >= CERTAIN:
            joiner.join(one, other)
    joiner.join_fragments()
    return sorted(sorted(group) for group in {id(group): group for group in joiner.group_of}.values())


class _Joiner:
    def __init__(self, members: Sequence[Member], similarity: UnitSimilarity) -> None:
        self._members = members
        self._similarity = similarity
        self.group_of = [[at] for at in range(len(members))]

    def join(self, one: int, other: int) -> None:
        mine, theirs = self.group_of[one], self.group_of[other]
        if mine is not theirs and self._may_join(mine, theirs):
            self._merge(mine, theirs)

    def join_fragments(self) -> None:
        """Join each fragment that is still alone with the one statement that has its words."""
        for at, member in enumerate(self._members):
            if len(self.group_of[at]) > 1 or not member.unit.around or member.speaker is None:
                continue
            holders = [other for other in self._similarity.holders(at) if other != at]
            if len({id(self.group_of[other]) for other in holders}) != 1 or len(holders) < _SEVERAL:
                continue
            group = self.group_of[holders[0]]
            speakers = {self._members[other].speaker for other in group} - {None}
            if speakers == {member.speaker}:
                self._merge(group, [at])

    def _merge(self, mine: list[int], theirs: list[int]) -> None:
        mine += theirs
        for at in theirs:
            self.group_of[at] = mine

    def _may_join(self, mine: list[int], theirs: list[int]) -> bool:
        if not may_be_one(speaker for at in mine + theirs if (speaker := self._members[at].speaker)):
            return False
        if self._similarity.overlap(self._fullest(mine), self._fullest(theirs)) < _AS_A_WHOLE:
            return False
        return all(
            self._may_share_article(one, other, mine + theirs)
            for one in mine
            for other in theirs
            if self._members[one].article == self._members[other].article
        )

    def _fullest(self, group: list[int]) -> int:
        """Return the member that says most, a quoted one where there is one."""
        return max(
            group, key=lambda at: (self._similarity.weight(at), self._members[at].unit.quote is not None, -at)
        )

    def _may_share_article(self, one: int, other: int, group: list[int]) -> bool:
        mine, theirs = self._members[one].unit, self._members[other].unit
        if mine.context == theirs.context and mine.quote != theirs.quote:
            return True
        if mine.quote != theirs.quote and self._similarity.overlap(one, other) >= _REPEATS:
            return True
        return self._are_pieces(one, other, group)

    def _are_pieces(self, one: int, other: int, group: list[int]) -> bool:
        """Say whether both units lie inside one longer sentence that another article prints."""
        mine, theirs = self._members[one], self._members[other]
        distance = max(mine.unit.start, theirs.unit.start) - min(mine.unit.end, theirs.unit.end)
        return distance <= _NEAR and any(
            self._similarity.contained(one, whole, besides=other) >= _INSIDE
            and self._similarity.contained(other, whole, besides=one) >= _INSIDE
            for whole in group
            if self._members[whole].article != mine.article
        )
