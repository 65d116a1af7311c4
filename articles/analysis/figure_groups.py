"""Which figures of different articles count the same thing.

    "108 arms export licenses to Israel since Oct. 7" (issued)
    "42 licences between October 7 2023 and May 31 2024" (issued)        -> the same
    "over 300 licenses still active", "up to 300 Foreign Office staff"   -> not: other nouns
    "40,000 Palestinians" killed, "2.3 million residents" displaced      -> not
    "£576 million since 2008", "£42 million since 2023"                  -> not: other scopes
    "20 families a day", "20 families"                                   -> not: the one is a rate
    "licences worth £576 million", "licences worth $731 million"         -> the same, converted
    "the fifth boy", "the sixth boy"                                     -> not: they come one after the other

Two figures are the same when their units agree or can be converted, their scopes do not exclude each other,
and the words around them that are rare among the story's figures overlap. The likeliest pairs are joined
first, and no group takes two different values from one article.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from articles.analysis import figure_conversions
from articles.analysis.figure_concepts import TALLIES, concept
from articles.analysis.figure_subjects import SHARE_WORDS

_LOOSE_UNITS = frozenset(
    {"", "person", "percent", "percentage point", "time", "member", "case", "thing", "place", "ordinal"}
)
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_TALLY_UNITS = frozenset({"", "person", "life", "victim", "casualty", "toll", "other", *TALLIES})
_LEAD = 1000
"""Characters in which an article says what its story is about."""
_BESIDE = 60
"""Characters between two tolls of one event: "killed two people and wounded five"."""

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
    rate: str | None = None
    """The period that a rate is for, "day" of "20 families a day"."""
    vague: bool = False
    """Whether it is a plural that nobody counted: "hundreds"."""

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
        tally = next((word for word in TALLIES if word in self.lemmas), None)
        return tally if tally and unit in _TALLY_UNITS else unit

    @property
    def dimension(self) -> str | None:
        """What the figure is an amount of ("money", "length"), None for a count."""
        return figure_conversions.dimension(self.unit)


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
    tolls_beside = _tolls_beside(candidates)
    same_unit: dict[str, list[int]] = {}
    for position, candidate in enumerate(candidates):
        same_unit.setdefault(candidate.dimension or candidate.counts, []).append(position)
    for positions in same_unit.values():
        printed = {_print(candidates[position].article, candidates[position]) for position in positions}
        for position, other in combinations(positions, 2):
            one, two = candidates[position], candidates[other]
            if one.article == two.article or not _scopes_agree(one, two):
                continue
            # An outlet that prints the other's figure too, of the same unit, does not contradict it.
            differ = _print(one.article, one) != _print(one.article, two)
            if differ and {_print(one.article, two), _print(two.article, one)} & printed:
                continue
            if score := _likeness(one, two, weights):
                yield score / (2 if one.vague != two.vague else 1), position, other
            elif (
                ({position, other} <= leads or tolls_beside[position] & tolls_beside[other])
                and _ratio(one, two) <= 3
                and not _counts_some(one, two)
            ):
                yield _CERTAIN, position, other


def _compatible(members: Sequence[Candidate]) -> bool:
    """Say whether no article has two values: except one amount in two units, "£576m ($731m)"."""
    own: dict[int, list[Candidate]] = {}
    for member in members:
        own.setdefault(member.article, []).append(member)
    return all(
        _are_equal(one, two) or _are_converted(one, two)
        for printed in own.values()
        for one, two in combinations(printed, 2)
    )


def _print(article: int, candidate: Candidate) -> tuple[int, Decimal, str | None]:
    return article, candidate.value, candidate.unit if candidate.dimension else None


def _are_equal(one: Candidate, two: Candidate) -> bool:
    if one.dimension and one.unit != two.unit:
        return False
    return (one.value, one.second) == (two.value, two.second)


def _are_converted(one: Candidate, two: Candidate) -> bool:
    """Say whether two amounts may be one, converted; "between £5m and £6m" is left aside."""
    if one.unit == two.unit or one.unit is None or two.unit is None or one.dimension is None:
        return False
    return (one.second is None and two.second is None and one.dimension == two.dimension) and (
        figure_conversions.is_conversion(one.value, one.unit, two.value, two.unit)
    )


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
    equal = _are_equal(one, two)
    needed = 1 + (one.counts in _LOOSE_UNITS or one.counts.isupper())
    if not equal:
        if _counts_some(one, two) or _are_of_a_row(one, two) or not _are_comparable(one, two):
            return 0.0
        needed += one.limited != two.limited
        needed += one.dimension not in {None, "money"}
        needed += max(one.value, two.value) < 13 or one.counts in _TIME_UNITS
        needed += (_ratio(one, two) > 3) + (_ratio(one, two) > 5)
    if one.counts == "year-old":
        needed = 1
    return likeness if len(context) >= needed and likeness >= (_ALIKE if equal else _CERTAIN) else 0.0


def _counts_some(one: Candidate, two: Candidate) -> bool:
    """Say whether either counts only some of a kind: "54 of the 113", "six more", "the other two"."""
    return bool(SHARE_WORDS & {*one.lemmas, *two.lemmas})


def _are_of_a_row(one: Candidate, two: Candidate) -> bool:
    """Say whether two ordinals may follow each other: "the fifth boy", "the sixth boy".

    Not if they count without a break ("the fourth consecutive month") or within a limit ("third in 2024").
    """
    if one.unit != "ordinal":
        return False
    return not (one.limited and two.limited) and "consecutive" not in {*one.lemmas} & {*two.lemmas}


def _are_comparable(one: Candidate, two: Candidate) -> bool:
    """Say whether two amounts can be set against each other: money of two currencies only where it agrees."""
    return one.dimension != "money" or one.unit == two.unit or _are_converted(one, two)


def _ratio(one: Candidate, two: Candidate) -> Decimal:
    other = two.value
    if one.dimension and one.unit and two.unit:
        other = figure_conversions.converted(two.value, two.unit, one.unit)
    low, high = sorted((abs(one.value), abs(other)))
    return high / low if low else Decimal(1000)


def _leads(candidates: Sequence[Candidate]) -> set[int]:
    """Return the first toll of each kind in an article's lead: in one story, these count one event."""
    first: dict[tuple[int, str], int] = {}
    for position, candidate in enumerate(candidates):
        if candidate.counts in TALLIES and candidate.start < _LEAD and candidate.scope is None:
            first.setdefault((candidate.article, candidate.counts), position)
    return set(first.values())


def _tolls_beside(candidates: Sequence[Candidate]) -> list[frozenset[tuple[str, Decimal]]]:
    """Return for each toll the tolls of other kinds close to it.

    Where two outlets print one of them alike, "killed two and wounded five", "killed two and injured at least
    four", the others count the same event.
    """
    tolls: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.counts in TALLIES:
            tolls.setdefault(candidate.article, []).append(candidate)
    return [
        frozenset(
            (toll.counts, toll.value)
            for toll in tolls.get(candidate.article, ())
            if toll.counts != candidate.counts and abs(toll.start - candidate.start) <= _BESIDE
        )
        if candidate.counts in TALLIES
        else frozenset()
        for candidate in candidates
    ]


def _scopes_agree(one: Candidate, two: Candidate) -> bool:
    if one.rate != two.rate:
        return False
    if one.scope is None or two.scope is None:
        return True
    first, second = _scope_years(one.scope), _scope_years(two.scope)
    return not (first and second) or bool(first & second)


def _scope_years(scope: str) -> set[str]:
    return set(re.findall(r"\b(?:1[5-9]|20)[0-9]{2}\b", scope))
