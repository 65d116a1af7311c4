"""Units of several articles brought together, one group for each statement.

The surest pairs are joined first. Two groups stay apart, however much a pair of theirs shares, when

    their speakers are known and differ, unless they are of two quotations that have a long sentence in
        common, word for word: two people may say the same few words, not that, and it is the outlets that
        differ about who spoke;
    they are reports in the outlets' own words and share the names of those who take part, not what happens,
        or tell of different days in different words;
    they hold two different sentences of one quotation, unless both lie inside one longer sentence elsewhere:
        one outlet prints "We are sad. We must go." where another prints "We are sad and must go.";
    they hold two sentences of one article that do not repeat each other (a fragment and the words around it
    may share a statement);
    what they say as a whole has too little in common: a short fragment must not chain two statements.

A fragment too short to be sure of that way, "no justification", goes to the statement of its speaker that
alone in the story has its words, where several readings have them; so do the same fragments of several
outlets. A term that an article prints twice, "tea party", is one statement.

What editors ruled stands above all this.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import LCSseq

from articles.analysis.content_words import DAYS, TIMES
from articles.analysis.rulings import Pairs
from articles.analysis.speaker_identity import Identity, may_be_one
from articles.analysis.statement_units import Unit
from articles.analysis.unit_similarity import CERTAIN, UnitSimilarity

_REPEATS = 0.35
"""Overlap from which an article repeats itself: in the lead and again in the quotation."""
_AS_A_WHOLE = 0.75 * CERTAIN
_INSIDE = 0.55
"""The share of a short sentence that a longer one elsewhere must print for it to be a piece of that one."""
_HAPPENING = 1.5
"""Words other than names that a report must share, counted in the story's rarest words."""
_FRAGMENT_HAPPENING = 2.0
"""The same of a report and a fragment: "played a role" stands in reports of other things too."""
_WORD_FOR_WORD = 0.8
"""The share of the longer one's content words that two quotations must have in common, in order."""
_NOT_BY_CHANCE = 7
"""Content words from which a sentence is no formula that two people may both have used."""
_SAME_WORDS = 0.75
"""The share of the shorter quotation's words, in order, from which two are printed in the same words."""
_LIKE_WORDS = 0.5
"""Between this share and that, two quotations need have little more in common."""
_SOMETHING = 0.5
"""So many of the story's rarest words are more than the names of those who take part."""
_SEVERAL = 3
"""So many readings of a fragment's words, its own among them, make a statement that it belongs to."""
_NEAR = 300
"""Two pieces of one sentence elsewhere stand within this many characters of each other."""


_Speech = frozenset[tuple[int, int | None]]
"""Two quotations of two articles, each with the article's index and its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit with the index of its article, its words, who speaks, and whether they stand between marks."""

    article: int
    unit: Unit
    words: tuple[str, ...]
    speaker: Identity | None
    inside_marks: bool


def grouped(
    members: Sequence[Member],
    similarity: UnitSimilarity,
    edges: Sequence[tuple[int, int, float]],
    *,
    same: Pairs = frozenset(),
    different: Pairs = frozenset(),
) -> list[list[int]]:
    """Return the members' indices in groups, each in the members' order; most groups have one member.

    ``same`` and ``different`` are the pairs that editors ruled to be one statement, and to be two.
    """
    joiner = _Joiner(members, similarity, different, _speeches(members, edges))
    for one, other, overlap in sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1])):
        if overlap >= CERTAIN and joiner.is_certain(one, other, overlap):
            joiner.join(one, other)
    joiner.join_fragments()
    joiner.join_ruled(same)
    return sorted(sorted(group) for group in {id(group): group for group in joiner.group_of}.values())


def _speeches(members: Sequence[Member], edges: Iterable[tuple[int, int, float]]) -> frozenset[_Speech]:
    """Return the quotations of two articles that are one, since they have a long sentence in common."""
    return frozenset(
        _quotations(members[one], members[other])
        for one, other, _ in edges
        if _is_one_sentence(members[one], members[other])
    )


def _quotations(one: Member, other: Member) -> _Speech:
    return frozenset((member.article, member.unit.quote) for member in (one, other))


def _is_one_sentence(one: Member, other: Member) -> bool:
    """Say whether both print the same sentence between marks, and one too long for that to be chance."""
    mine, theirs = one.unit.lemmas, other.unit.lemmas
    if not (one.inside_marks and other.inside_marks and min(len(mine), len(theirs)) >= _NOT_BY_CHANCE):
        return False
    return LCSseq.similarity(mine, theirs) >= _WORD_FOR_WORD * max(len(mine), len(theirs))


def _on_other_days(one: Member, other: Member) -> bool:
    """Say whether both name days and none in common: the news of two days, where not the same sentence."""
    mine, theirs = DAYS.intersection(one.unit.lemmas), DAYS.intersection(other.unit.lemmas)
    return bool(mine and theirs) and not mine & theirs


class _Joiner:
    def __init__(
        self,
        members: Sequence[Member],
        similarity: UnitSimilarity,
        different: Pairs,
        speeches: frozenset[_Speech],
    ) -> None:
        self._members = members
        self._similarity = similarity
        self._different = different
        self._speeches = speeches
        self.group_of = [[at] for at in range(len(members))]

    def is_certain(self, one: int, other: int, overlap: float) -> bool:
        """Say whether a report in the outlet's own words shares what happens, and not only who takes part.

        Of what one person says, in whatever words, that need not be asked.
        """
        mine, theirs = self._members[one], self._members[other]
        if mine.inside_marks and theirs.inside_marks:
            return self._are_same_words(one, other)
        if mine.speaker is not None and mine.speaker == theirs.speaker:
            return True
        if mine.unit.around or theirs.unit.around:
            return self._similarity.happening(one, other) >= _FRAGMENT_HAPPENING
        if overlap >= _REPEATS:
            return True
        if _on_other_days(mine, theirs) or self._similarity.happening(one, other) < _HAPPENING:
            return False
        return self._similarity.happening(one, other, besides=TIMES) >= _SOMETHING

    def _are_same_words(self, one: int, other: int) -> bool:
        """Say whether quotations are printed in the same words, or in others that tell the same.

        "I'm Anna Berg" and "you're not Anna Berg" share whom they speak of and nothing else.
        """
        mine, theirs = self._members[one].words, self._members[other].words
        shared = LCSseq.similarity(mine, theirs) / min(len(mine), len(theirs))
        happening = self._similarity.happening(one, other)
        return shared >= _SAME_WORDS or happening >= (_HAPPENING if shared < _LIKE_WORDS else _SOMETHING)

    def join(self, one: int, other: int) -> None:
        mine, theirs = self.group_of[one], self.group_of[other]
        if mine is theirs or not (self._may_be_one_speaker(mine, theirs) or self._is_one_speech(one, other)):
            return
        if self._may_join(mine, theirs):
            self._merge(mine, theirs)

    def join_fragments(self) -> None:
        """Join fragments of the same words with the one statement that has them."""
        for at, member in enumerate(self._members):
            mine = self.group_of[at]
            if member.speaker is None or mine[0] != at or not self._is_one_fragment(mine):
                continue
            holders = [other for other in self._similarity.holders(at) if other not in mine]
            if len({id(self.group_of[other]) for other in holders}) != 1:
                continue
            if len(mine) + len(holders) < _SEVERAL:
                continue
            group = self.group_of[holders[0]]
            if set(self._speakers(group)) == {member.speaker} and not self._are_ruled_apart(group, mine):
                self._merge(group, mine)

    def _is_one_fragment(self, group: Sequence[int]) -> bool:
        """Say whether all of a group are fragments of the same words."""
        words = {frozenset(self._members[at].unit.lemmas) for at in group}
        return len(words) == 1 and all(self._members[at].unit.around for at in group)

    def join_ruled(self, same: Iterable[frozenset[int]]) -> None:
        """Join the groups of each pair, unless that would join another pair that is ruled apart."""
        for one, other in sorted(sorted(pair) for pair in same):
            mine, theirs = self.group_of[one], self.group_of[other]
            if mine is not theirs and not self._are_ruled_apart(mine, theirs):
                self._merge(mine, theirs)

    def _are_ruled_apart(self, mine: Iterable[int], theirs: Iterable[int]) -> bool:
        return bool(self._different) and any(
            frozenset(pair) in self._different for pair in product(mine, theirs)
        )

    def _merge(self, mine: list[int], theirs: list[int]) -> None:
        mine += theirs
        for at in theirs:
            self.group_of[at] = mine

    def _may_join(self, mine: list[int], theirs: list[int]) -> bool:
        if self._are_ruled_apart(mine, theirs):
            return False
        if self._similarity.overlap(self._fullest(mine), self._fullest(theirs)) < _AS_A_WHOLE:
            return False
        return all(
            self._may_share_article(one, other, mine + theirs)
            for one in mine
            for other in theirs
            if self._members[one].article == self._members[other].article
        )

    def _may_be_one_speaker(self, mine: list[int], theirs: list[int]) -> bool:
        """Say whether the groups' speakers agree; of those that outlets differ about, one must."""
        ours, others = self._speakers(mine), self._speakers(theirs)
        if may_be_one(ours + others):
            return True
        is_disputed = not (may_be_one(ours) and may_be_one(others))
        return is_disputed and any(may_be_one(pair) for pair in product(ours, others))

    def _speakers(self, group: list[int]) -> list[Identity]:
        return [speaker for at in group if (speaker := self._members[at].speaker)]

    def _is_one_speech(self, one: int, other: int) -> bool:
        return _quotations(self._members[one], self._members[other]) in self._speeches

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
        if self._is_one_fragment([one, other]):
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
