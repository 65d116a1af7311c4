"""A statement's readings gathered by what they print, so that nine outlets with one wording are one line.

    Gazette       We will close both depots.
    Courier       We will close both depots.       the first three are one wording: Gazette, which prints
    Gazette       We will close both depots.       it twice, and Courier
    Herald        We will shut both depots.

A reading that is only suggested stands alone, since an editor decides about it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.selectors.apparatus import Place
from articles.selectors.comparison_columns import Column
from articles.selectors.readings_in_place import ReadingInPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The places in which one article prints a wording, in their order."""

    column: Column
    readings: tuple[ReadingInPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that one article or several print alike, down to the last comma.

    ``has_base`` tells that one of the articles is the base.
    """

    printings: tuple[Printing, ...]
    has_base: bool

    @property
    def first(self) -> ReadingInPlace:
        """Return the reading that stands for all of them."""
        return self.printings[0].readings[0]

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the wording's line of the alignment table."""
        return self.first.places


def wordings(readings: Iterable[ReadingInPlace], *, base: int | None) -> tuple[Wording, ...]:
    """Return the wordings in the order of their first readings, the longest of the base article first."""
    alike: dict[object, list[ReadingInPlace]] = {}
    for reading in readings:
        alike.setdefault(_printed(reading), []).append(reading)
    found = [_wording(group, base=base) for group in alike.values()]
    return tuple(sorted(found, key=lambda wording: -len(wording.first.words) if wording.has_base else 0))


def _printed(reading: ReadingInPlace) -> object:
    """Return what readings of one wording share."""
    if reading.suggested:
        return reading.key
    if reading.places:
        return tuple((place.text, place.outside) for place in reading.places)
    return " ".join(reading.words.split())


def _wording(readings: Sequence[ReadingInPlace], *, base: int | None) -> Wording:
    by_article: dict[int, list[ReadingInPlace]] = {}
    for reading in readings:
        by_article.setdefault(reading.column.article, []).append(reading)
    printings = [
        Printing(column=group[0].column, readings=tuple(group))
        for article, group in sorted(by_article.items(), key=lambda item: item[0] != base)
    ]
    return Wording(printings=tuple(printings), has_base=printings[0].column.article == base)
