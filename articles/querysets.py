"""The words in which the rest of Newsroom asks the database for things."""

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery


class StoryQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def newest_first(self) -> "StoryQuerySet":
        """Order by when the story was last changed, latest first."""
        return self.order_by("-updated_at", "-pk")

    def titled(self, words: str) -> "StoryQuerySet":
        """Keep the stories whose title holds each of the words, in any order and case."""
        stories = self
        for word in words.split():
            stories = stories.filter(title__icontains=word)
        return stories

    def with_counts(self) -> "StoryQuerySet":
        """Add outlet_count, statement_count, open_count and serious_count.

        Open discrepancies wait for an editor; serious ones are those of high severity among them.
        """
        waiting = Q(discrepancies__status="open", discrepancies__superseded=False)
        serious = waiting & Q(discrepancies__severity="high")
        counted: StoryQuerySet = self.annotate(
            outlet_count=self._counted(Count("articles__outlet", distinct=True)),
            statement_count=self._counted(Count("statements")),
            open_count=self._counted(Count("discrepancies", filter=waiting)),
            serious_count=self._counted(Count("discrepancies", filter=serious)),
        )
        return counted

    def _counted(self, count: Count) -> Subquery:
        """Count apart: counts over several joins at once would multiply articles by statements."""
        stories = self.model._default_manager.filter(pk=OuterRef("pk")).order_by()
        return Subquery(stories.annotate(counted=count).values("counted"), output_field=IntegerField())
