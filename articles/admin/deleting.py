"""Deleting an article or a story takes with it all that was read in it.

The panel would list every quote, figure and reading, and refuse because nobody may delete those by hand. It
shows how many of each go along instead.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.db.models import Model
from django.http import HttpRequest


class DeletesWhatWasRead(ModelAdmin):  # type: ignore[type-arg]
    """An admin whose rows may be deleted with everything that hangs on them."""

    def get_deleted_objects(
        self, objs: Iterable[Model], _request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[Any], list[Any]]:
        """Return the rows to be deleted, how many of each kind go along, and what forbids it."""
        rows = list(objs)
        collector = NestedObjects(using=router.db_for_write(self.model))
        collector.collect(rows)
        found: dict[type[Model], Any] = collector.model_objs  # type: ignore[assignment]
        counts = {str(model._meta.verbose_name_plural): len(its_rows) for model, its_rows in found.items()}
        return [str(row) for row in rows], counts, set(), [str(row) for row in collector.protected]
