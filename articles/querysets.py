"""The words in which the rest of Newsroom asks the database for things."""

from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, IntegerField, Max, OuterRef, Q, Subquery


class StoryQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def newest_first(self) -> "StoryQuerySet":
        """Order by when the story was last changed, latest first."""
        return self.order_by("-updated_at", "-pk")

    def latest_published_first(self) -> "StoryQuerySet":
        """Order by the day of the story's last article, stories without any date at the end."""
        latest = self._of_each(Max("articles__published"), field=models.DateField())
        dated: StoryQuerySet = self.annotate(latest=latest)
        return dated.order_by(F("latest").desc(nulls_last=True), "-pk")

    def telling(self, words: str) -> "StoryQuerySet":
        """Keep the stories that hold each of the words, in any order and case.

        They may stand in the title, in the summary, or in the name of an outlet, person or organisation.
        """
        stories = self
        for word in words.split():
            of_story = {"story": OuterRef("pk")}
            outlets = self._related("articles").filter(**of_story, outlet__name__icontains=word)
            named = self._related("entities").filter(**of_story, name__icontains=word).exclude(kind="place")
            stories = stories.filter(
                Q(title__icontains=word) | Q(summary__icontains=word) | Exists(outlets) | Exists(named)
            )
        return stories

    def printed_by(self, outlet: int) -> "StoryQuerySet":
        """Keep the stories that an outlet reports, by its key."""
        return self.filter(Exists(self._related("articles").filter(story=OuterRef("pk"), outlet=outlet)))

    def with_serious(self) -> "StoryQuerySet":
        """Keep the stories with an open discrepancy of high severity."""
        waiting = {"status": "open", "superseded": False, "severity": "high"}
        return self.filter(Exists(self._related("discrepancies").filter(story=OuterRef("pk"), **waiting)))

    def with_counts(self) -> "StoryQuerySet":
        """Add outlet_count, statement_count, open_count and serious_count.

        Reference witnesses are no outlet's. Open discrepancies wait for an editor; serious ones are those of
        high severity among them.
        """
        waiting = Q(discrepancies__status="open", discrepancies__superseded=False)
        serious = waiting & Q(discrepancies__severity="high")
        of_outlets = Q(articles__is_reference=False)
        counted: StoryQuerySet = self.annotate(
            outlet_count=self._of_each(Count("articles__outlet", distinct=True, filter=of_outlets)),
            statement_count=self._of_each(Count("statements")),
            open_count=self._of_each(Count("discrepancies", filter=waiting)),
            serious_count=self._of_each(Count("discrepancies", filter=serious)),
        )
        return counted

    def _of_each(self, value: Any, *, field: Any = None) -> Subquery:
        """Read apart: counts over several joins at once would multiply articles by statements."""
        stories = self.model._default_manager.filter(pk=OuterRef("pk")).order_by()
        return Subquery(stories.annotate(value=value).values("value"), output_field=field or IntegerField())

    def _related(self, name: str) -> models.QuerySet[Any]:
        related = self.model._meta.get_field(name).related_model
        return related._default_manager.order_by()  # type: ignore[no-any-return]
