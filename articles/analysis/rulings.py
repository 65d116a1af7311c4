"""What editors decided about pairs of passages goes before what the machine thinks of them.

    same       A’s “no excuse” and B’s “there is no excuse for this” are one statement, although the machine
               was not sure, or thought that two people said it
    different  A’s “a disgrace” and B’s “a disgrace” are two, although the words are alike

A pair is a constraint of clustering with background knowledge, a must-link or a cannot-link, as in Wagstaff
et al., "Constrained k-means clustering", ICML 2001. Nothing joins a pair that an editor keeps apart. The
pairs that an editor joins are joined last, so that everything else is joined as it would be without them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.analysis.statement_units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed(Passage):
    """A passage of the article with this index among the compared ones."""

    article: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """An editor's word that two passages carry one statement, or that they carry two."""

    one: Printed
    other: Printed
    same: bool


Pairs = frozenset[frozenset[int]]


def ruled(rulings: Sequence[Ruling], units: Sequence[tuple[int, Unit]], *, same: bool) -> Pairs:
    """Return the pairs of units, by their index, that editors joined, or with ``same`` false, kept apart.

    ``units`` are given with the index of their article. A passage means the unit that holds most of it; a
    ruling about a passage that no unit holds means nothing.
    """
    found = set()
    for ruling in rulings:
        one, other = _unit_at(ruling.one, units), _unit_at(ruling.other, units)
        if ruling.same == same and one is not None and other is not None and one != other:
            found.add(frozenset((one, other)))
    return frozenset(found)


def _unit_at(place: Printed, units: Sequence[tuple[int, Unit]]) -> int | None:
    shared = [
        (min(place.end, unit.end) - max(place.start, unit.start), -at)
        for at, (article, unit) in enumerate(units)
        if article == place.article and unit.start < place.end and place.start < unit.end
    ]
    return -max(shared)[1] if shared else None
