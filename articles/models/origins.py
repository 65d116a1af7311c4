"""Whose report an article is, as its text tells. What people know of it stands with the article."""

from django.db import models

from articles.models.passages import PassageModel, ordered_offsets


class Origin(PassageModel):
    """Where the machine takes an article to come from. The passage is the words that tell it."""

    class Relation(models.TextChoices):
        COPY_OF = "copy of"
        SAME_TEXT_AS = "same text as"
        IN_PART_FROM = "in part from"
        IN_PART_THE_SAME_AS = "in part the same as"

    class Basis(models.TextChoices):
        DATELINE = "dateline"
        BYLINE = "byline"
        TRAILER = "trailer", "the agency’s last line"
        COPYRIGHT = "copyright"
        REPUBLISHED = "republished", "a note of republication"
        SOURCE_LINE = "source line"
        CONTRIBUTION = "contribution", "thanks for a contribution"
        TOLD = "told", "what was told to it"
        SHARED_TEXT = "shared text"

    relation = models.CharField(max_length=30, choices=Relation)
    source = models.CharField(max_length=200, help_text="The agency or outlet it comes from.")
    basis = models.CharField(max_length=20, choices=Basis, help_text="What tells it.")
    other = models.ForeignKey(
        "articles.Article",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="The story's article with the same text, where there is one.",
    )
    share = models.FloatField(
        null=True, blank=True, help_text="Part of the shorter one's own words that both print, 0 to 1."
    )

    class Meta:
        ordering = ["revision"]
        constraints = [
            models.UniqueConstraint(fields=["revision"], name="one_origin_a_revision"),
            models.CheckConstraint(
                condition=models.Q(share__isnull=True) | models.Q(share__gt=0, share__lte=1),
                name="origin_share_is_a_part",
            ),
            ordered_offsets(),
        ]

    def __str__(self) -> str:
        return f"{self.relation} {self.source}"
