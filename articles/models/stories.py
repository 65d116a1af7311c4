"""News events."""

from django.db import models
from django.urls import reverse

from articles.querysets import StoryQuerySet


class Story(models.Model):
    """One news event; holds the articles about it."""

    slug = models.SlugField(
        max_length=120, unique=True, help_text="The end of the story's address. It follows from the title."
    )
    title = models.CharField(max_length=300, help_text="What happened, as a headline of your own.")
    summary = models.TextField(blank=True, help_text="One or two sentences for the list of stories.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    compared_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When the story's articles were last compared."
    )

    outlet_count: int
    statement_count: int
    open_count: int
    serious_count: int
    """Set by StoryQuerySet.with_counts()."""

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("compare", args=[self.slug])
