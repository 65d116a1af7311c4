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

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, product

from articles.analysis.figure_concepts import TALLIES
from articles.analysis.figure_likeness import (
    CERTAIN,
    Candidate,
    are_converted,
    are_equal,
    counts_some,
    is_loose,
    likeness,
    ratio,
    scopes_agree,
    weights,
)

_LEAD = 1000
"""Characters in which an article says what its story is about."""
_BESIDE = 60
"""Characters between two figures that are told together: "killed two and wounded five"."""


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
    rarity = weights(candidates)
    leads = _leads(candidates)
    same_unit: dict[str, list[int]] = {}
    for position, candidate in enumerate(candidates):
        same_unit.setdefault(candidate.dimension or candidate.counts, []).append(position)
    for positions in same_unit.values():
        printed = {_print(candidates[position].article, candidates[position]) for position in positions}
        for position, other in combinations(positions, 2):
            one, two = candidates[position], candidates[other]
            if one.article == two.article or not scopes_agree(one, two):
                continue
            # An outlet that prints the other's figure too, of the same unit, does not contradict it.
            differ = _print(one.article, one) != _print(one.article, two)
            if differ and {_print(one.article, two), _print(two.article, one)} & printed:
                continue
            if score := likeness(one, two, rarity):
                yield score / (2 if one.vague != two.vague else 1), position, other
            elif counts_some(one, two) or ratio(one, two) > 3:
                continue
            elif {position, other} <= leads or _are_told_alike(position, other, candidates, rarity):
                yield CERTAIN, position, other


def _compatible(members: Sequence[Candidate]) -> bool:
    """Say whether no article has two values: except one amount in two units, "£576m ($731m)"."""
    own: dict[int, list[Candidate]] = {}
    for member in members:
        own.setdefault(member.article, []).append(member)
    return all(
        are_equal(one, two) or are_converted(one, two)
        for printed in own.values()
        for one, two in combinations(printed, 2)
    )


def _print(article: int, candidate: Candidate) -> tuple[int, Decimal, str | None]:
    return article, candidate.value, candidate.unit if candidate.dimension else None


def _leads(candidates: Sequence[Candidate]) -> set[int]:
    """Return the first toll of each kind in an article's lead: in one story, these count one event."""
    first: dict[tuple[int, str], int] = {}
    for position, candidate in enumerate(candidates):
        if candidate.counts in TALLIES and candidate.start < _LEAD and candidate.scope is None:
            first.setdefault((candidate.article, candidate.counts), position)
    return set(first.values())


def _are_told_alike(
    position: int, other: int, candidates: Sequence[Candidate], rarity: dict[str, float]
) -> bool:
    """Say whether a figure beside each of two shows that they are of one thing.

    "killed two people and wounded five", "killed two and injured four": the same toll. "eight crew and 139
    passengers", "nine crew and 136 passengers": other figures, but likely of the same passengers.
    """
    one = candidates[position]
    if one.dimension or is_loose(one):
        return False
    return any(
        beside.counts != one.counts
        and beside.counts == theirs.counts
        and (beside.counts in TALLIES) == (one.counts in TALLIES)
        and (are_equal(beside, theirs) if one.counts in TALLIES else likeness(beside, theirs, rarity))
        for beside, theirs in product(_beside(position, candidates), _beside(other, candidates))
    )


def _beside(position: int, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    here = candidates[position]
    for near in (position - 2, position - 1, position + 1, position + 2):
        if not 0 <= near < len(candidates) or candidates[near].article != here.article:
            continue
        if abs(candidates[near].start - here.start) <= _BESIDE:
            yield candidates[near]
