"""A passage of a revision as database columns."""

from django.db import models
from django.db.models import F, Q


class PassageModel(models.Model):
    """A stretch of a revision's text: ``revision.text[start:end]``, in Unicode code points."""

    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="%(class)ss")
    start = models.PositiveIntegerField(help_text="First code point of the passage in the revision's text.")
    end = models.PositiveIntegerField(help_text="Code point after the passage's last.")

    class Meta:
        abstract = True

    @property
    def text(self) -> str:
        """What is printed at the passage."""
        return self.revision.text[self.start : self.end]


def ordered_offsets() -> models.CheckConstraint:
    """Return the constraint that a passage is not empty and does not end before it starts."""
    return models.CheckConstraint(condition=Q(start__lt=F("end")), name="%(class)s_offsets_ordered")
