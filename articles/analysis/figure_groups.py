"""Which figures of different articles count the same thing.

    "108 arms export licenses to Israel since Oct. 7" (issued)
    "42 licences between October 7 2023 and May 31 2024" (issued)        -> the same
    "over 300 licenses still active", "up to 300 Foreign Office staff"   -> not: other nouns
    "40,000 Palestinians" killed, "2.3 million residents" displaced      -> not
    "£576 million since 2008", "£42 million since 2023"                  -> not: other scopes

Two figures are the same when their units agree, their scopes do not exclude each other, and the words around
them that are rare among the story's figures overlap. The likeliest pairs are joined first, and no group
takes two different values from one article.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from articles.analysis.figure_concepts import concept
from articles.analysis.figure_subjects import SHARE_WORDS

_LOOSE_UNITS = frozenset(
    {"", "person", "percent", "percentage point", "time", "member", "case", "thing", "place"}
)
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_TALLIES = ("death", "injury", "arrest", "missing")
_TALLY_UNITS = frozenset({"", "person", "life", "victim", "casualty", "toll", *_TALLIES})
_LEAD = 1000
"""Characters in which an article says what its story is about."""

_ALIKE = 0.34
_CERTAIN = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A figure of one article, as far as grouping needs it."""

    article: int
    figure: int
    value: Decimal
    second: Decimal | None
    unit: str | None
    lemmas: tuple[str, ...]
    scope: str | None
    as_of: date | None
    start: int

    @property
    def limited(self) -> bool:
        """Whether the print says for which time it counts."""
        return self.scope is not None or self.as_of is not None

    @property
    def counts(self) -> str:
        """The unit for comparison: dead, hurt and arrested people are tallies, however the noun is put."""
        unit = concept(self.unit or "")
        if unit == "life":
            return "death"
        tally = next((word for word in _TALLIES if word in self.lemmas), None)
        return tally if tally and unit in _TALLY_UNITS else unit


def group(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the groups that at least two articles share, each ordered by article and place."""
    member_of = {position: [position] for position in range(len(candidates))}
    for _score, position, other in sorted(_pairs(candidates), key=lambda pair: (-pair[0], *pair[1:])):
        mine, theirs = member_of[position], member_of[other]
        if mine is not theirs and _compatible([candidates[index] for index in mine + theirs]):
            mine.extend(theirs)
            member_of.update(dict.fromkeys(theirs, mine))
    distinct = {id(members): sorted(members) for members in member_of.values()}
    groups = [[candidates[index] for index in members] for members in distinct.values()]
    return sorted(
        (members for members in groups if len({member.article for member in members}) > 1),
        key=lambda members: (members[0].article, members[0].figure),
    )


def _pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs of figures that may count one thing, with how likely that is."""
    weights = _weights(candidates)
    leads = _leads(candidates)
    same_unit: dict[str, list[int]] = {}
    for position, candidate in enumerate(candidates):
        same_unit.setdefault(candidate.counts, []).append(position)
    for positions in same_unit.values():
        printed = {(candidates[position].article, candidates[position].value) for position in positions}
        for position, other in combinations(positions, 2):
            one, two = candidates[position], candidates[other]
            if one.article == two.article or not _scopes_agree(one.scope, two.scope):
                continue
            # An outlet that prints the other's figure too, of the same unit, does not contradict it.
            if one.value != two.value and {(one.article, two.value), (two.article, one.value)} & printed:
                continue
            if score := _likeness(one, two, weights):
                yield score, position, other
            elif {position, other} <= leads and _ratio(one, two) <= 3 and not _counts_some(one, two):
                yield _CERTAIN, position, other


def _compatible(members: Sequence[Candidate]) -> bool:
    values: dict[int, set[tuple[Decimal, Decimal | None]]] = {}
    for member in members:
        values.setdefault(member.article, set()).add((member.value, member.second))
    return all(len(printed) == 1 for printed in values.values())


def _weights(candidates: Sequence[Candidate]) -> dict[str, float]:
    counts = Counter(lemma for candidate in candidates for lemma in set(candidate.lemmas))
    return {lemma: math.log(1 + len(candidates) / count) for lemma, count in counts.items()}


def _likeness(one: Candidate, two: Candidate, weights: dict[str, float]) -> float:
    """Return how likely two figures with the same unit count one thing; 0 where it is too unlikely to say so.

    Equal values speak for it. Different ones need more words in common, the more so the smaller they are: an
    article counts two of many things, but 41,732 of one.
    """
    shared = set(one.lemmas) & set(two.lemmas)
    context = shared - SHARE_WORDS - {one.counts, concept(one.unit or ""), concept(two.unit or "")}
    total = min(sum(weights[lemma] for lemma in set(side.lemmas)) for side in (one, two))
    likeness = sum(weights[lemma] for lemma in shared) / total if total else 0.0
    equal = (one.value, one.second) == (two.value, two.second)
    needed = 1 + (one.counts in _LOOSE_UNITS or one.counts.isupper())
    if not equal:
        if _counts_some(one, two):
            return 0.0
        needed += one.limited != two.limited
        needed += (max(one.value, two.value) < 13 or one.counts in _TIME_UNITS) + (_ratio(one, two) > 3)
    if one.counts == "year-old":
        needed = 1
    return likeness if len(context) >= needed and likeness >= (_ALIKE if equal else _CERTAIN) else 0.0


def _counts_some(one: Candidate, two: Candidate) -> bool:
    """Say whether either counts only some of a kind: "54 of the 113", "six more", "the other two"."""
    return bool(SHARE_WORDS & {*one.lemmas, *two.lemmas})


def _ratio(one: Candidate, two: Candidate) -> Decimal:
    low, high = sorted((abs(one.value), abs(two.value)))
    return high / low if low else Decimal(1000)


def _leads(candidates: Sequence[Candidate]) -> set[int]:
    """Return the first toll of each kind in an article's lead: in one story, these count one event."""
    first: dict[tuple[int, str], int] = {}
    for position, candidate in enumerate(candidates):
        if candidate.counts in _TALLIES and candidate.start < _LEAD and candidate.scope is None:
            first.setdefault((candidate.article, candidate.counts), position)
    return set(first.values())


def _scopes_agree(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return True
    first, second = _scope_years(one), _scope_years(two)
    return not (first and second) or bool(first & second)


def _scope_years(scope: str) -> set[str]:
    return set(re.findall(r"\b(?:1[5-9]|20)[0-9]{2}\b", scope))
