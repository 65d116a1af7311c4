"""Figures and what they count."""

from django.db import models

from articles.models.passages import PassageModel, ordered_offsets


class FigureSubject(models.Model):
    """One thing that at least two articles of a story put a figure on."""

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="figure_subjects")
    subject = models.CharField(max_length=500, help_text="What is counted, in an outlet's words.")

    class Meta:
        ordering = ["story", "pk"]

    def __str__(self) -> str:
        return self.subject


class Figure(PassageModel):
    """A number as one revision prints it."""

    value = models.DecimalField(
        max_digits=40, decimal_places=10, help_text="The number, multipliers applied."
    )
    unit = models.CharField(
        max_length=100,
        blank=True,
        help_text="Currency code, “percent”, or the singular noun that is counted.",
    )
    qualifier = models.CharField(max_length=100, blank=True, help_text="As printed: more than, up to, about.")
    subject = models.CharField(
        max_length=500, blank=True, help_text="What is counted, in the outlet's words."
    )
    scope = models.CharField(max_length=300, blank=True, help_text="The printed limit: since 2008.")
    as_of = models.DateField(null=True, blank=True, help_text="The day the figure holds for, where stated.")
    counted = models.ForeignKey(
        "articles.FigureSubject",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="figures",
        help_text="The subject it shares with other outlets' figures.",
    )

    class Meta:
        ordering = ["revision", "start"]
        constraints = [ordered_offsets()]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}".strip()
