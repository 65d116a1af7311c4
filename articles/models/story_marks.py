"""Which state of a story the database holds, so that nobody need read a story to see that nothing changed."""

from django.db import models
from django.db.models import Func


class StoryMark(models.Model):
    """A token of the last writing that touched what the pages of a story show. Triggers keep it.

    Two transactions that write at once each leave a mark, so that neither waits for the other; the next
    writing takes both away. All marks of a story together name its state, and no state is ever named twice.
    """

    mark = models.UUIDField(
        primary_key=True,
        editable=False,
        db_default=Func(function="gen_random_uuid", output_field=models.UUIDField()),
    )
    story = models.ForeignKey(
        "articles.Story",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        help_text="Without a constraint: that would lock the story's row, and writers would wait.",
    )

    def __str__(self) -> str:
        return str(self.mark)
