"""Names that editors want taken as one."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from articles.models.entities import Entity


class Alias(models.Model):
    """A name and the other forms in which it is printed, beside those that ship with Newsroom."""

    name = models.CharField(
        max_length=300,
        help_text="The usual name, as outlets print it: Foreign Office. The pages show it where one does.",
    )
    forms = ArrayField(
        models.CharField(max_length=300),
        help_text="The other forms in which it is printed, one a line: King Charles Street. Capitals count.",
    )
    kind = models.CharField(
        max_length=20,
        choices=Entity.Kind,
        default=Entity.Kind.ORGANISATION,
        help_text="What the name stands for, whatever the machine takes it for.",
    )
    story = models.ForeignKey(
        "articles.Story",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="aliases",
        help_text="Only in this story, where the forms mean something else in others. Empty: in every story.",
    )
    note = models.CharField(max_length=300, blank=True, help_text="How you know; for your colleagues.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["name", "story"],
                nulls_distinct=False,
                name="alias_name_once",
                violation_error_message="There is an alias of this name already: add the forms to it.",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="alias_has_a_name"),
            models.CheckConstraint(condition=Q(forms__len__gt=0), name="alias_has_forms"),
        ]

    def __str__(self) -> str:
        return f"{self.name} = {', '.join(self.forms)}"

    @property
    def printed(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.forms)
