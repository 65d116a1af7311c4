"""The words in which the rest of Newsroom asks the database for things."""

from django.db import models
from django.db.models import Count, Q


class StoryQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def newest_first(self) -> "StoryQuerySet":
        """Order by when the story was last changed, latest first."""
        return self.order_by("-updated_at", "-pk")

    def with_counts(self) -> "StoryQuerySet":
        """Add outlet_count, statement_count and open_count (discrepancies that wait for an editor)."""
        return self.annotate(
            outlet_count=Count("articles__outlet", distinct=True),
            statement_count=Count("statements", distinct=True),
            open_count=Count(
                "discrepancies",
                filter=Q(discrepancies__status="open", discrepancies__superseded=False),
                distinct=True,
            ),
        )
