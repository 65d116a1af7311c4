"""The list of stories, which is the front page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from articles.models import Discrepancy, Outlet, Story
from articles.selectors.stories_coverage import Carried, Coverage, read_coverage
from articles.selectors.stories_days import Days, publication_days
from articles.selectors.stories_filter import StoriesWanted, wanted_stories
from articles.selectors.stories_leads import Lead, read_leads

STORIES_A_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Gravest:
    """The open discrepancy of a story that is worth looking at first."""

    key: int
    kind: str
    summary: str
    is_serious: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """A story as the list shows it. The days are those of the first and last dated article.

    ``more_outlets`` are those whose coverage is not shown. ``independent`` counts the printings that are
    read, an outlet's with all its copies as one; ``copies`` are those beyond that.
    """

    slug: str
    title: str
    summary: str
    first_day: date | None
    last_day: date | None
    days: Days
    outlets: int
    copies: int
    independent: int
    statements: int
    open: int
    serious: int
    lead: Lead | None
    gravest: Gravest | None
    coverage: tuple[Coverage, ...]
    more_outlets: int


_NOTHING = Carried()


def list_stories(wanted: StoriesWanted | None = None, *, page: int | str = 1) -> Page[StoryEntry]:
    """Return one page of the stories that are wanted, in six queries.

    ``page`` counts from 1; one that does not exist gives the nearest that does.
    """
    shown = Paginator(wanted_stories(wanted or StoriesWanted()), STORIES_A_PAGE).get_page(page)
    stories = list(shown.object_list)
    carried, leads, gravest = read_coverage(stories), read_leads(stories), _gravest(stories)
    shown.object_list = [
        _entry(
            story,
            carried.get(story.pk, _NOTHING),
            lead=leads.get(story.pk),
            gravest=gravest.get(story.pk),
        )
        for story in stories
    ]
    return shown


def reporting_outlets() -> list[tuple[int, str]]:
    """Return the outlets that report any story, by name."""
    reporting = Outlet.objects.filter(articles__is_reference=False)
    return list(reporting.distinct().values_list("pk", "name"))


def _gravest(stories: Iterable[Story]) -> dict[int, Gravest]:
    found = (
        Discrepancy.objects.filter(story__in=stories, status=Discrepancy.Status.OPEN, superseded=False)
        .order_by("story_id", "rank", "pk")
        .distinct("story_id")
    )
    return {
        discrepancy.story_id: Gravest(
            key=discrepancy.pk,
            kind=discrepancy.get_kind_display(),
            summary=discrepancy.summary,
            is_serious=discrepancy.severity == Discrepancy.Severity.HIGH,
        )
        for discrepancy in found
    }


def _entry(story: Story, carried: Carried, *, lead: Lead | None, gravest: Gravest | None) -> StoryEntry:
    days = [day for day in carried.published if day]
    return StoryEntry(
        slug=story.slug,
        title=story.title,
        summary=story.summary,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        days=publication_days(carried.published),
        outlets=story.outlet_count,
        copies=carried.copies,
        independent=carried.independent,
        statements=story.statement_count,
        open=story.open_count,
        serious=story.serious_count,
        lead=lead,
        gravest=gravest,
        coverage=carried.shown,
        more_outlets=carried.more,
    )
