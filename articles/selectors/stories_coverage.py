"""How much of its story each outlet carries, for the stories of one page of the list."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from articles.analysis.languages import ENGLISH, NAMES
from articles.models import Article, Reading, Revision, Story
from articles.selectors.printings import PRINTING_FIELDS, Row, independent_printings

STRIPS_SHOWN = 6
"""Outlets of a story that are shown; of more than these, the ones that carry most of it, and one fewer."""

_FIELDS = (
    "article__story",
    "article__outlet",
    "article__published",
    "article__extent",
    "language",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring statements that an outlet carries: the first one's place from 0, and how many."""

    first: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one article carries of its story. ``stretches`` are its statements in the story's order.

    ``foreign`` is the language that it was not read for, empty for English.
    """

    outlet: str
    published: date | None
    copy_of: str
    is_whole: bool
    foreign: str
    carried: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a story's articles carry: ``shown`` of them, and how many ``more`` there are.

    ``independent`` counts the printings that are read, an outlet's with all its copies as one; ``copies``
    are those beyond that. ``published`` has the day of every article.
    """

    shown: tuple[Coverage, ...] = ()
    more: int = 0
    independent: int = 0
    copies: int = 0
    published: tuple[date | None, ...] = ()


def read_coverage(stories: Iterable[Story]) -> dict[int, Carried]:
    """Return what the articles of each story carry, by the story's key, in two queries.

    Reference witnesses are left out.
    """
    positions = _positions(stories)
    rows = defaultdict(list)
    current = Revision.objects.filter(
        article__story__in=stories, is_current=True, article__is_reference=False
    )
    for row in current.order_by("article__position", "article").values(*_FIELDS, *PRINTING_FIELDS):
        rows[row["article__story"]].append(row)
    return {story: _carried(its_rows, positions) for story, its_rows in rows.items()}


def stretches(positions: Iterable[int]) -> tuple[Stretch, ...]:
    """Join neighbouring positions: 0, 1, 2, 5 is a stretch of three from 0 and one of one from 5."""
    joined: list[Stretch] = []
    for position in sorted(set(positions)):
        last = joined[-1] if joined else None
        if last and last.first + last.length == position:
            joined[-1] = Stretch(first=last.first, length=last.length + 1)
        else:
            joined.append(Stretch(first=position, length=1))
    return tuple(joined)


def _positions(stories: Iterable[Story]) -> dict[int, list[int]]:
    """Return the places of the statements that the articles with most of them carry, by article."""
    carried = (
        Reading.objects.filter(
            statement__story__in=stories,
            suggested=False,
            revision__is_current=True,
            revision__article__is_reference=False,
        )
        .order_by()
        .values("revision__article")
        .annotate(
            story=F("statement__story"),
            carried=Count("statement", distinct=True),
            positions=ArrayAgg("statement__position", distinct=True),
        )
        .annotate(
            rank=Window(
                RowNumber(), partition_by="statement__story", order_by=["-carried", "revision__article"]
            )
        )
        .filter(rank__lte=STRIPS_SHOWN)
    )
    return dict(carried.values_list("revision__article", "positions"))


def _carried(rows: list[Row], positions: dict[int, list[int]]) -> Carried:
    """Return a story's articles, all in their order where they are few, else those that carry most first."""
    shown = rows
    if len(rows) > STRIPS_SHOWN:
        by_share = sorted(rows, key=lambda row: -len(positions.get(row["article"], [])))
        shown = by_share[: STRIPS_SHOWN - 1]
    independent, copies = independent_printings(rows)
    others = {row["article__outlet"] for row in rows} - {row["article__outlet"] for row in shown}
    return Carried(
        shown=tuple(_coverage_of(row, positions.get(row["article"], [])) for row in shown),
        more=len(others),
        independent=independent,
        copies=copies,
        published=tuple(row["article__published"] for row in rows),
    )


def _coverage_of(row: Row, carried: list[int]) -> Coverage:
    return Coverage(
        outlet=row["article__outlet__name"],
        published=row["article__published"],
        copy_of=row["article__copy_of__name"] or "",
        is_whole=row["article__extent"] == Article.Extent.FULL,
        foreign="" if row["language"] == ENGLISH else NAMES[row["language"]],
        carried=len(carried),
        stretches=stretches(carried),
    )
