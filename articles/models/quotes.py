"""Somebody's words."""

from django.conf import settings
from django.db import models

from articles.models.passages import PassageModel, ordered_offsets


class Quote(PassageModel):
    """A passage with somebody's words, marks included."""

    class Type(models.TextChoices):
        DIRECT = "direct", "direct: whole sentences between marks"
        MIXED = "mixed", "mixed: a fragment between marks"
        INDIRECT = "indirect", "indirect: reported without marks"

    type = models.CharField(max_length=10, choices=Type)
    segments = models.JSONField(
        default=list, help_text="[start, end] of each part inside the marks, in the revision's text."
    )
    speaker = models.CharField(
        max_length=300, blank=True, help_text="Whose words they are, by full name. Empty when unknown."
    )
    speaker_as_printed = models.CharField(
        max_length=300, blank=True, help_text="The speaker in the outlet's words."
    )
    speaker_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    speaker_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    cue = models.CharField(max_length=100, blank=True, help_text="The reporting word: said, wrote, claimed.")
    review = models.BooleanField(
        default=False, help_text="The machine is unsure and asks for a human's look."
    )
    review_reason = models.CharField(max_length=300, blank=True)
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Who corrected the machine's reading. Corrections outlive a new analysis.",
    )
    corrected_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["revision", "start"]
        constraints = [
            ordered_offsets(),
            models.UniqueConstraint(fields=["revision", "start", "end"], name="quote_once_in_a_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker or 'Unknown speaker'} at {self.start}"
