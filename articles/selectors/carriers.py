"""Who prints a statement, when and where, the earliest first; and who does not, and why not.

    Courier    1 May 2024, 08:30   First paragraph, 2 of 9
    Gazette    1 May 2024          Paragraph 7 of 12
    Herald     2 May 2024          Headline, 1 of 20
    Mirror     undated             Paragraph 3 of 4

Of Courier and Gazette, which print it on the same day, nobody can say who was first, since of the one only
the day is known. Mirror may have been before both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from articles.selectors.comparison_columns import Column
from articles.selectors.readings_in_place import ReadingInPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An article that prints a statement. ``published_at`` is the exact time, where it is known.

    ``is_sure`` tells that a reading is more than suggested.
    """

    column: Column
    published_at: datetime | None
    readings: tuple[ReadingInPlace, ...]

    @property
    def is_sure(self) -> bool:
        """Say whether it surely prints the statement."""
        return any(not reading.suggested for reading in self.readings)


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Who printed a statement first, as far as dates tell: one article, or several of the same day.

    ``dated`` counts the articles with a date, ``undated`` those that print it too, nobody knows when.
    """

    day: date
    columns: tuple[Column, ...]
    dated: int
    undated: int

    @property
    def is_alone(self) -> bool:
        """Say whether only one article is dated while others print it too: no date stands against its own."""
        return self.dated == 1 and self.undated > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The articles that do not print a statement for the same reason."""

    reason: str
    columns: tuple[Column, ...]


def carriers(
    readings: Iterable[ReadingInPlace], *, times: Mapping[int, datetime | None]
) -> tuple[Carrier, ...]:
    """Return the articles of these readings, earliest first. ``times`` are exact, by the articles' keys."""
    by_article: dict[int, list[ReadingInPlace]] = {}
    for reading in readings:
        by_article.setdefault(reading.column.article, []).append(reading)
    found = [
        Carrier(column=group[0].column, published_at=times.get(article), readings=tuple(group))
        for article, group in by_article.items()
    ]
    return tuple(sorted(found, key=_when))


def first_of(found: Sequence[Carrier]) -> First | None:
    """Return who of the carriers was first, None where no date tells. A reference is no outlet's report."""
    reports = [carrier for carrier in found if carrier.is_sure and not carrier.column.is_reference]
    dated = [carrier for carrier in reports if carrier.column.published]
    if not dated:
        return None
    day = min(carrier.column.published for carrier in dated if carrier.column.published)
    that_day = [carrier for carrier in dated if carrier.column.published == day]
    if all(carrier.published_at for carrier in that_day):
        that_day = [one for one in that_day if one.published_at == that_day[0].published_at]
    return First(
        day=day,
        columns=tuple(carrier.column for carrier in that_day),
        dated=len(dated),
        undated=len(reports) - len(dated),
    )


def gaps(columns: Iterable[Column], *, carried: Iterable[int]) -> tuple[Gap, ...]:
    """Return why the articles that are not among those ``carried`` have no reading, the commonest first."""
    carrying = set(carried)
    by_reason: dict[str, list[Column]] = {}
    for column in columns:
        if column.article not in carrying:
            by_reason.setdefault(column.gap, []).append(column)
    ordered = sorted(by_reason.items(), key=lambda item: -len(item[1]))
    return tuple(Gap(reason=reason, columns=tuple(lacking)) for reason, lacking in ordered)


def _when(carrier: Carrier) -> tuple[bool, date, bool, float]:
    """Order by day, on one day those whose time is known first, by time; undated ones last."""
    day = carrier.column.published
    at = carrier.published_at
    return day is None, day or date.max, at is None, at.timestamp() if at else 0
