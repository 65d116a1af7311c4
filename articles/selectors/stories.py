"""The list of stories, and how much of its story each outlet carries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.paginator import Page, Paginator

from articles.analysis.languages import ENGLISH, NAMES
from articles.models import Article, Reading, Revision, Story
from articles.selectors.printings import PRINTING_FIELDS, Row, independent_printings

STORIES_A_PAGE = 20


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
class StoryEntry:
    """A story as the list shows it. The days are those of the first and last dated article.

    ``independent`` counts the printings that are read, an outlet’s with all its copies as one;
    ``copies`` are those beyond that.
    """

    slug: str
    title: str
    summary: str
    first_day: date | None
    last_day: date | None
    outlets: int
    copies: int
    independent: int
    statements: int
    open: int
    serious: int
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Carried:
    """What a story's articles carry, and how many printings are independent and how many copies."""

    coverage: tuple[Coverage, ...] = ()
    printings: tuple[int, int] = (0, 0)


_NOTHING = _Carried()
_FIELDS = ("article__story", "article__published", "article__extent", "language")


def list_stories(*, words: str = "", page: int | str = 1) -> Page[StoryEntry]:
    """Return one page of the stories whose title holds the words, newest first.

    ``page`` counts from 1; one that does not exist gives the nearest that does.
    """
    stories = Story.objects.titled(words).with_counts().newest_first()
    shown = Paginator(stories, STORIES_A_PAGE).get_page(page)
    carried = _carried(shown.object_list)
    shown.object_list = [_entry(story, carried.get(story.pk, _NOTHING)) for story in shown.object_list]
    return shown


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


def _carried(stories: Iterable[Story]) -> dict[int, _Carried]:
    positions = dict(
        Reading.objects.filter(statement__story__in=stories, suggested=False, revision__is_current=True)
        .order_by()
        .values_list("revision__article")
        .annotate(positions=ArrayAgg("statement__position", distinct=True))
    )
    rows = defaultdict(list)
    current = Revision.objects.filter(article__story__in=stories, is_current=True)
    for row in current.order_by("article__position", "article").values(*_FIELDS, *PRINTING_FIELDS):
        rows[row["article__story"]].append(row)
    return {
        story: _Carried(
            coverage=tuple(_coverage_of(row, positions.get(row["article"], [])) for row in its_rows),
            printings=independent_printings(its_rows),
        )
        for story, its_rows in rows.items()
    }


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


def _entry(story: Story, carried: _Carried) -> StoryEntry:
    coverage = carried.coverage
    independent, copies = carried.printings
    days = [one.published for one in coverage if one.published]
    return StoryEntry(
        slug=story.slug,
        title=story.title,
        summary=story.summary,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        outlets=story.outlet_count,
        copies=copies,
        independent=independent,
        statements=story.statement_count,
        open=story.open_count,
        serious=story.serious_count,
        coverage=coverage,
    )
