"""Differences that an editor should decide about, and what editors decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.passages import PassageModel, ordered_offsets


class Discrepancy(models.Model):
    """One difference between outlets, with its evidence."""

    class Kind(models.TextChoices):
        WORDING = "wording", "Wording"
        DROPPED = "dropped", "Dropped words"
        FIGURE = "figure", "Figure"
        DATE = "date", "Date"
        NAME = "name", "Name"
        ROLE = "role", "Role"
        SPEAKER = "speaker", "Speaker"
        CUE = "cue", "Cue word"

    class Severity(models.TextChoices):
        HIGH = "high", "Serious"
        MEDIUM = "medium", "Medium"
        LOW = "low", "Minor"

    class Status(models.TextChoices):
        OPEN = "open"
        CONFIRMED = "confirmed"
        DISMISSED = "dismissed"

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="discrepancies")
    statement = models.ForeignKey(
        "articles.Statement", on_delete=models.SET_NULL, null=True, blank=True, related_name="discrepancies"
    )
    figure_subject = models.ForeignKey(
        "articles.FigureSubject",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="discrepancies",
    )
    kind = models.CharField(max_length=10, choices=Kind)
    severity = models.CharField(max_length=10, choices=Severity)
    verdict = models.CharField(max_length=30, blank=True, help_text="For figures: rounded, contradicting …")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    summary = models.TextField(help_text="One plain sentence: what differs.")
    rank = models.PositiveIntegerField(help_text="0 is the one to look at first.")
    fingerprint = models.CharField(
        max_length=64,
        editable=False,
        help_text="Names the difference by kind and evidence, so that decisions outlive a new comparison.",
    )
    superseded = models.BooleanField(
        default=False,
        help_text="A later comparison no longer finds it; kept because an editor decided about it.",
    )

    class Meta:
        ordering = ["story", "rank"]
        verbose_name_plural = "discrepancies"
        permissions = [("decide_discrepancy", "Can decide about discrepancies")]
        constraints = [
            models.UniqueConstraint(fields=["story", "fingerprint"], name="discrepancy_once_in_a_story"),
        ]

    def __str__(self) -> str:
        return self.summary


class Evidence(PassageModel):
    """The differing words themselves, where one article prints them."""

    discrepancy = models.ForeignKey("articles.Discrepancy", on_delete=models.CASCADE, related_name="evidence")
    lacking = models.BooleanField(
        default=False,
        help_text="The article prints nothing there: the passage is the words beside the place.",
    )

    class Meta:
        ordering = ["discrepancy", "revision", "start"]
        verbose_name_plural = "evidence"
        constraints = [ordered_offsets()]

    def __str__(self) -> str:
        return f"evidence at {self.start}"


class Decision(models.Model):
    """What an editor decided or noted about a discrepancy, and when. Decisions are added, never changed."""

    discrepancy = models.ForeignKey(
        "articles.Discrepancy", on_delete=models.CASCADE, related_name="decisions"
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions", help_text="Who decided."
    )
    status = models.CharField(max_length=10, choices=Discrepancy.Status, help_text="The status given.")
    note = models.TextField(blank=True, help_text="Why, in the editor's words.")
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "confirmed", "dismissed"]), name="decision_status_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} by {self.editor}"
