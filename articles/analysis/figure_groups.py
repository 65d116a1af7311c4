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
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from articles.analysis.figure_subjects import concept

_LOOSE_UNITS = frozenset({"person", "", "percent", "percentage point", "time", "member", "case"})
_CERTAIN = 0.34


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


def group(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the groups that at least two articles share, each ordered by article and place."""
    weights = _weights(candidates)
    pairs = sorted(
        (
            (score, -position, -other)
            for (position, one), (other, two) in combinations(enumerate(candidates), 2)
            if one.article != two.article and (score := _likeness(one, two, weights)) >= _CERTAIN
        ),
        reverse=True,
    )
    member_of = {position: [position] for position in range(len(candidates))}
    for _score, position, other in pairs:
        one, two = member_of[-position], member_of[-other]
        if one is not two and _compatible([candidates[index] for index in one + two]):
            one.extend(two)
            for index in two:
                member_of[index] = one
    distinct = {id(members): sorted(members) for members in member_of.values()}
    groups = [[candidates[index] for index in members] for members in distinct.values()]
    return sorted(
        (members for members in groups if len({member.article for member in members}) > 1),
        key=lambda members: (members[0].article, members[0].figure),
    )


def _compatible(members: Sequence[Candidate]) -> bool:
    values: dict[int, set[tuple[Decimal, Decimal | None]]] = {}
    for member in members:
        values.setdefault(member.article, set()).add((member.value, member.second))
    return all(len(printed) == 1 for printed in values.values())


def _weights(candidates: Sequence[Candidate]) -> dict[str, float]:
    counts = Counter(lemma for candidate in candidates for lemma in set(candidate.lemmas))
    return {lemma: math.log(1 + len(candidates) / count) for lemma, count in counts.items()}


def _likeness(one: Candidate, two: Candidate, weights: dict[str, float]) -> float:
    """Return how likely two figures count one thing, 0 to 1; 0 where unit or scope exclude it."""
    unit = concept(one.unit or "")
    if unit != concept(two.unit or "") or not _scopes_agree(one.scope, two.scope):
        return 0.0
    shared = set(one.lemmas) & set(two.lemmas)
    context = shared - {unit}
    needed = 2 if unit in _LOOSE_UNITS or unit.isupper() else 1
    if len(context) < needed:
        return 0.0
    total = min(sum(weights[lemma] for lemma in set(side.lemmas)) for side in (one, two))
    likeness = sum(weights[lemma] for lemma in shared) / total if total else 0.0
    return likeness * _plausible(one, two)


def _plausible(one: Candidate, two: Candidate) -> float:
    """Far apart values count the same thing less likely; equal ones more."""
    low, high = sorted((abs(one.value), abs(two.value)))
    if low == high:
        return 1.3
    return 1.0 if low and high / low <= 3 else 0.6


def _scopes_agree(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return True
    first, second = _scope_years(one), _scope_years(two)
    return not (first and second) or bool(first & second)


def _scope_years(scope: str) -> set[str]:
    return set(re.findall(r"\b(?:1[5-9]|20)[0-9]{2}\b", scope))
