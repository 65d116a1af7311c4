"""How likely it is that two figures of different articles count the same thing.

"108 arms export licenses to Israel since Oct. 7", "42 licences between October 7 2023 and May 31 2024"
    likely: licences, both issued, of exports, to Israel
"licences worth £576 million", "licences worth $731 million"
    likely: the one may be the other, converted
"20 families a day", "20 families"; "54 of the 113", "113"; "the fifth boy", "the sixth boy"
    never: a rate, some of a kind, one after the other

Units must agree or be convertible. Of the words around two figures those that are rare in the story must
overlap, and the more of them the more easily two things of the kind are confused.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from articles.analysis import figure_conversions
from articles.analysis.figure_concepts import TALLIES, concept
from articles.analysis.figure_subjects import SHARE_WORDS

_LOOSE_UNITS = frozenset(
    {"", "person", "percent", "percentage point", "time", "member", "case", "thing", "place", "ordinal"}
)
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_TALLY_UNITS = frozenset({"", "person", "life", "victim", "casualty", "toll", "other", *TALLIES})
_ALIKE = 0.34
CERTAIN = 0.6
"""The likeness from which two figures with different values count one thing."""


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


def weights(candidates: Sequence[Candidate]) -> dict[str, float]:
    counts = Counter(lemma for candidate in candidates for lemma in set(candidate.lemmas))
    return {lemma: math.log(1 + len(candidates) / count) for lemma, count in counts.items()}


def likeness(one: Candidate, two: Candidate, weights: dict[str, float]) -> float:
    """Return how likely two figures with the same unit count one thing; 0 where it is too unlikely to say so.

    Equal values speak for it. Different ones need more words in common, the more so the smaller they are: an
    article counts two of many things, but 41,732 of one.
    """
    shared = set(one.lemmas) & set(two.lemmas)
    context = shared - SHARE_WORDS - {one.counts, concept(one.unit or ""), concept(two.unit or "")}
    total = min(sum(weights[lemma] for lemma in set(side.lemmas)) for side in (one, two))
    likeness = sum(weights[lemma] for lemma in shared) / total if total else 0.0
    if one.unit == "ordinal" and one.lemmas[:1] != two.lemmas[:1]:
        return 0.0
    equal = are_equal(one, two)
    needed = 1 + (one.counts in _LOOSE_UNITS or one.counts.isupper())
    if not equal:
        if counts_some(one, two) or _are_of_a_row(one, two) or not _are_comparable(one, two):
            return 0.0
        needed += one.limited != two.limited
        needed += one.dimension not in {None, "money"} and not are_converted(one, two)
        needed += max(one.value, two.value) < 13 or one.counts in _TIME_UNITS
        needed += (ratio(one, two) > 3) + (ratio(one, two) > 5)
    if one.counts == "year-old":
        needed = 1
    return likeness if len(context) >= needed and likeness >= (_ALIKE if equal else CERTAIN) else 0.0


def are_equal(one: Candidate, two: Candidate) -> bool:
    if one.dimension and one.unit != two.unit:
        return False
    return (one.value, one.second) == (two.value, two.second)


def are_converted(one: Candidate, two: Candidate) -> bool:
    """Say whether two amounts may be one, converted; "between £5m and £6m" is left aside."""
    if one.unit == two.unit or one.unit is None or two.unit is None or one.dimension is None:
        return False
    return (one.second is None and two.second is None and one.dimension == two.dimension) and (
        figure_conversions.is_conversion(one.value, one.unit, two.value, two.unit)
    )


def counts_some(one: Candidate, two: Candidate) -> bool:
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
    return one.dimension != "money" or one.unit == two.unit or are_converted(one, two)


def ratio(one: Candidate, two: Candidate) -> Decimal:
    other = two.value
    if one.dimension and one.unit and two.unit:
        other = figure_conversions.converted(two.value, two.unit, one.unit)
    low, high = sorted((abs(one.value), abs(other)))
    return high / low if low else Decimal(1000)


def scopes_agree(one: Candidate, two: Candidate) -> bool:
    if one.rate != two.rate:
        return False
    if one.scope is None or two.scope is None:
        return True
    first, second = _scope_years(one.scope), _scope_years(two.scope)
    return not (first and second) or bool(first & second)


def _scope_years(scope: str) -> set[str]:
    return set(re.findall(r"\b(?:1[5-9]|20)[0-9]{2}\b", scope))


def is_loose(candidate: Candidate) -> bool:
    """Say whether so many things are counted in its unit that it tells little: people, shares, hours."""
    return candidate.counts in _TIME_UNITS | _LOOSE_UNITS - {"member"}
