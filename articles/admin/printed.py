"""The printed words of a passage, cut out of its revision's text by the database.

A list of a hundred quotes would otherwise fetch a hundred whole articles.
"""

from typing import Any

from django.db.models import F, Model, QuerySet
from django.db.models.functions import Substr

_SHOWN = 90


def with_printed(passages: QuerySet[Any]) -> QuerySet[Any]:
    """Add ``printed`` to passages: the words between their offsets."""
    words = Substr("revision__text", F("start") + 1, F("end") - F("start"))
    printed: QuerySet[Any] = passages.annotate(printed=words)
    return printed


def beginning(passage: Model) -> str:
    """Return the first words of a passage that was fetched with ``with_printed``."""
    printed = " ".join(passage.printed.split())  # type: ignore[attr-defined]
    return printed if len(printed) <= _SHOWN else printed[:_SHOWN].rsplit(" ", 1)[0] + " …"
