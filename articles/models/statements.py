"""What recurs across outlets: the rows of the comparison and their cells."""

from django.db import models

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
