"""An editor decides about a discrepancy. Who may do so is checked by whoever asks."""

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Decision, Discrepancy


class UnknownStatus(ValueError):
    """The status is none of a discrepancy's."""


@transaction.atomic
def decide_discrepancy(discrepancy: Discrepancy, *, editor: User, status: str, note: str = "") -> Decision:
    """Give the discrepancy a status and keep who gave it, when and why.

    The same status again with a note is a note. Raises UnknownStatus.
    """
    if status not in Discrepancy.Status:
        raise UnknownStatus(f"A discrepancy is {', '.join(Discrepancy.Status.values)}, not {status!r}.")
    locked = Discrepancy.objects.select_for_update().get(pk=discrepancy.pk)
    locked.status = discrepancy.status = status
    locked.save(update_fields=["status"])
    return locked.decisions.create(editor=editor, status=status, note=note)
