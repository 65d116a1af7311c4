"""Who published."""

from django.db import models


class Outlet(models.Model):
    """A publisher, agency or aggregator."""

    class Kind(models.TextChoices):
        PUBLISHER = "publisher"
        AGENCY = "agency"
        AGGREGATOR = "aggregator"

    name = models.CharField(max_length=200, unique=True, help_text="The outlet's name as readers know it.")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.PUBLISHER)
    homepage = models.URLField(blank=True, help_text="The outlet's own site.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
