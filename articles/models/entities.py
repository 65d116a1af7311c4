"""People, organisations and places of a story."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from articles.models.passages import PassageModel, ordered_offsets


class Entity(models.Model):
    """A person, organisation or place, one for a story."""

    class Kind(models.TextChoices):
        PERSON = "person"
        ORGANISATION = "organisation"
        PLACE = "place"

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="entities")
    name = models.CharField(max_length=300, help_text="The fullest form any outlet prints.")
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "entities"
        constraints = [
            models.UniqueConstraint(fields=["story", "kind", "name"], name="entity_once_in_a_story"),
        ]

    def __str__(self) -> str:
        return self.name


class EntityForm(models.Model):
    """One form in which one revision prints an entity, and where."""

    entity = models.ForeignKey("articles.Entity", on_delete=models.CASCADE, related_name="forms")
    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="entity_forms")
    text = models.CharField(max_length=300, help_text="The form as printed.")
    starts = ArrayField(
        models.PositiveIntegerField(), help_text="Where the form stands: first code points in the text."
    )

    class Meta:
        ordering = ["entity", "revision", "text"]
        constraints = [
            models.UniqueConstraint(fields=["entity", "revision", "text"], name="form_once_in_a_revision"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def count(self) -> int:
        """How often the revision prints the form."""
        return len(self.starts)


class EntityRole(PassageModel):
    """An office or a job that one revision gives to a person, as printed there."""

    entity = models.ForeignKey("articles.Entity", on_delete=models.CASCADE, related_name="roles")

    class Meta:
        ordering = ["entity", "revision", "start"]
        constraints = [
            models.UniqueConstraint(fields=["entity", "revision", "start"], name="role_once_at_a_place"),
            ordered_offsets(),
        ]

    def __str__(self) -> str:
        return self.text
