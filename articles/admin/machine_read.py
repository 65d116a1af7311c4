"""What the machine wrote and nobody may write by hand: it is shown, and a new comparison replaces it."""

from django.contrib.admin.options import BaseModelAdmin
from django.db.models import Model
from django.http import HttpRequest


class NeitherAddedNorDeleted(BaseModelAdmin):  # type: ignore[type-arg]
    """Rows that come and go with the texts they were read in."""

    def has_add_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """Say no: the machine adds them."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """Say no: they go with their article."""
        return False


class ReadOnly(NeitherAddedNorDeleted):
    """Rows that are shown only."""

    def has_change_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """Say no: the next comparison would write over it."""
        return False
