"""What stands above every page of a story: its title and the few numbers that say what it holds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q

from articles.models import Article, Discrepancy, Statement, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHead:
    """A story's title and numbers. ``open`` and ``serious`` count the open discrepancies still found."""

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
    """Count what the story holds, in three queries."""
    articles = Article.objects.filter(story=story).aggregate(
        outlets=Count("outlet", distinct=True),
        copies=Count("pk", filter=Q(copy_of__isnull=False)),
        independent=Count("pk", filter=Q(copy_of__isnull=True)),
        first_day=Min("published"),
        last_day=Max("published"),
        undated=Count("pk", filter=Q(published__isnull=True)),
    )
    statements = Statement.objects.filter(story=story).count()
    discrepancies = Discrepancy.objects.filter(
        story=story, status=Discrepancy.Status.OPEN, superseded=False
    ).aggregate(open=Count("pk"), serious=Count("pk", filter=Q(severity=Discrepancy.Severity.HIGH)))
    return StoryHead(slug=story.slug, title=story.title, statements=statements, **articles, **discrepancies)
