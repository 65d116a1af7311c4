"""What recurs across outlets: the rows of the comparison and their cells."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.passages import PassageModel, ordered_offsets


class Statement(models.Model):
    """One thing somebody said, or one reported fact, as it recurs across outlets."""

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="statements")
    position = models.PositiveIntegerField(help_text="The row's place in the comparison, from 0.")
    speaker = models.CharField(
        max_length=300, blank=True, help_text="Empty for a fact or an unknown speaker."
    )
    collation = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="The alignment table, one row for each reading; empty where there is one reading.",
    )

    class Meta:
        ordering = ["story", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "position"],
                name="statement_position_once_in_a_story",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.speaker or 'Unknown speaker'}, row {self.position + 1}"


class Reading(PassageModel):
    """The passage in which one article prints a statement."""

    class Kind(models.TextChoices):
        VERBATIM = "verbatim", "quoted in full"
        PARTIAL = "partial", "part quoted"
        REWORDED = "reworded", "reworded inside the marks"
        REPORTED = "reported", "reported, not quoted"

    statement = models.ForeignKey("articles.Statement", on_delete=models.CASCADE, related_name="readings")
    quote = models.ForeignKey(
        "articles.Quote", on_delete=models.SET_NULL, null=True, blank=True, related_name="readings"
    )
    position = models.PositiveIntegerField(help_text="The reading's row in the alignment table, from 0.")
    kind = models.CharField(max_length=10, choices=Kind)
    context_start = models.PositiveIntegerField(help_text="Start of the sentence around it.")
    context_end = models.PositiveIntegerField(help_text="End of the sentence around it.")
    similarity = models.FloatField(
        default=1, help_text="0 to 1: how sure it is that it carries the statement."
    )
    suggested = models.BooleanField(default=False, help_text="Too unsure to join; waits for an editor.")

    class Meta:
        ordering = ["statement", "position"]
        constraints = [
            ordered_offsets(),
            models.UniqueConstraint(
                fields=["statement", "position"], name="reading_position_once_in_a_statement"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} reading at {self.start}"


class ReadingDecision(PassageModel):
    """What an editor decided about words that the machine only suggests as a reading of a statement.

    The passage is what the article prints. What it was held against is another article's reading of the
    statement. Both are texts and not rows, because a new comparison makes new rows; of several decisions
    about one passage and one statement the last counts. Decisions are added, never changed.
    """

    class Verdict(models.TextChoices):
        SAME = "same", "Same statement"
        DIFFERENT = "different", "Not the same"
        UNDECIDED = "undecided", "Taken back"

    against_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.CASCADE, related_name="+", help_text="Who else prints it."
    )
    against_start = models.PositiveIntegerField(help_text="Start of the reading it was held against.")
    against_end = models.PositiveIntegerField(help_text="End of the reading it was held against.")
    statement = models.ForeignKey(
        "articles.Statement",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reading_decisions",
        help_text="The row it is about, as the last comparison numbers it.",
    )
    verdict = models.CharField(max_length=10, choices=Verdict)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text="Who decided."
    )
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-decided_at", "-pk"]
        permissions = [("decide_reading", "Can decide about suggested readings")]
        constraints = [
            ordered_offsets(),
            models.CheckConstraint(
                condition=Q(against_start__lt=F("against_end")), name="readingdecision_against_ordered"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["same", "different", "undecided"]),
                name="readingdecision_verdict_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} by {self.editor}"
