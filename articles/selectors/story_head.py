"""What stands above every page of a story: its title and the few numbers that say what it holds."""

from dataclasses import dataclass
from datetime import date

from articles.models import Revision, Story
from articles.selectors.printings import PRINTING_FIELDS, independent_printings


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHead:
    """A story's title and numbers. ``open`` and ``serious`` count the open discrepancies still found.

    ``independent`` counts the printings, an outlet's report with all its copies as one; ``copies`` are the
    articles beyond that. A text in a language that is not read is neither. Reference witnesses do not count.
    """

    slug: str
    title: str
    outlets: int
    copies: int
    independent: int
    first_day: date | None
    last_day: date | None
    undated: int
    statements: int
    open: int
    serious: int


def story_head(story: Story) -> StoryHead:
    """Count what the story holds, in two queries."""
    articles = list(
        Revision.objects.filter(article__story=story, is_current=True, article__is_reference=False)
        .order_by("article__position", "article")
        .values("article__outlet", "article__published", "language", *PRINTING_FIELDS)
    )
    days = [day for article in articles if (day := article["article__published"])]
    independent, copies = independent_printings(articles)
    counted = Story.objects.filter(pk=story.pk).with_counts()
    statements, waiting, serious = counted.values_list("statement_count", "open_count", "serious_count").get()
    return StoryHead(
        slug=story.slug,
        title=story.title,
        outlets=len({article["article__outlet"] for article in articles}),
        copies=copies,
        independent=independent,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        undated=len(articles) - len(days),
        statements=statements,
        open=waiting,
        serious=serious,
    )
