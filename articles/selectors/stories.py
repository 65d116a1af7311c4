"""The list of stories, and how much of its story each outlet carries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.paginator import Page, Paginator

from articles.models import Article, Reading, Story

STORIES_A_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring statements that an outlet carries: the first one's place from 0, and how many."""

    first: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one article carries of its story. ``stretches`` are its statements in the story's order."""

    outlet: str
    published: date | None
    copy_of: str
    is_whole: bool
    carried: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """A story as the list shows it. The days are those of the first and last dated article."""

    slug: str
    title: str
    summary: str
    first_day: date | None
    last_day: date | None
    outlets: int
    statements: int
    open: int
    serious: int
    coverage: tuple[Coverage, ...]


def list_stories(*, words: str = "", page: int | str = 1) -> Page[StoryEntry]:
    """Return one page of the stories whose title holds the words, newest first.

    ``page`` counts from 1; one that does not exist gives the nearest that does.
    """
    stories = Story.objects.titled(words).with_counts().newest_first()
    shown = Paginator(stories, STORIES_A_PAGE).get_page(page)
    coverage = _coverage(shown.object_list)
    shown.object_list = [_entry(story, coverage[story.pk]) for story in shown.object_list]
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


def _coverage(stories: Iterable[Story]) -> dict[int, list[Coverage]]:
    articles = Article.objects.filter(story__in=stories).select_related("outlet", "copy_of")
    positions = dict(
        Reading.objects.filter(statement__story__in=stories, suggested=False, revision__is_current=True)
        .order_by()
        .values_list("revision__article")
        .annotate(positions=ArrayAgg("statement__position", distinct=True))
    )
    coverage = defaultdict(list)
    for article in articles:
        carried = positions.get(article.pk, [])
        coverage[article.story_id].append(
            Coverage(
                outlet=article.outlet.name,
                published=article.published,
                copy_of=article.copy_of.name if article.copy_of else "",
                is_whole=article.extent == Article.Extent.FULL,
                carried=len(carried),
                stretches=stretches(carried),
            )
        )
    return coverage


def _entry(story: Story, coverage: list[Coverage]) -> StoryEntry:
    days = [one.published for one in coverage if one.published]
    return StoryEntry(
        slug=story.slug,
        title=story.title,
        summary=story.summary,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        outlets=story.outlet_count,
        statements=story.statement_count,
        open=story.open_count,
        serious=story.serious_count,
        coverage=tuple(coverage),
    )
