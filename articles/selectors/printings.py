"""Which of a story's articles are one printing, by what people know of them, else by their texts."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.analysis.copies import Origin as ReadOrigin
from articles.analysis.copies import as_printings
from articles.analysis.languages import ENGLISH
from articles.analysis.printings import groups
from articles.selectors.origins import ORIGIN_FIELDS, read_origin

PRINTING_FIELDS = (
    "article",
    "article__outlet__name",
    "article__copy_of__name",
    "article__own_report",
    "article__is_reference",
    *(f"origins__{name}" for name in ORIGIN_FIELDS),
)
"""What has to be read of a story's current revisions, one row for each."""

Row = Mapping[str, Any]


def told_origins(rows: Sequence[Row]) -> dict[int, ReadOrigin]:
    """Return the origins that the texts tell, by the index of their row, where people do not know better."""
    articles = {row["article"]: at for at, row in enumerate(rows)}
    return {
        at: read_origin(
            {name: row[f"origins__{name}"] for name in ORIGIN_FIELDS}, article=at, articles=articles
        )
        for at, row in enumerate(rows)
        if row["origins__start"] is not None and _stated(row) is None
    }


def printing_groups(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return for each row the index of the row that stands for its printing.

    Outlets that print one press release are one printing, but the release is none: an outlet stands for them.
    """
    outlets = [row["article__outlet__name"] for row in rows]
    stated = {at: said for at, row in enumerate(rows) if (said := _stated(row)) is not None}
    found = groups(as_printings(outlets, list(told_origins(rows).values()), stated=stated))
    first: dict[int, int] = {}
    for at, group in enumerate(found):
        if not rows[at]["article__is_reference"]:
            first.setdefault(group, at)
    return tuple(
        at if rows[at]["article__is_reference"] else _leader(group, first=first, rows=rows)
        for at, group in enumerate(found)
    )


def _leader(group: int, *, first: Mapping[int, int], rows: Sequence[Row]) -> int:
    return first[group] if rows[group]["article__is_reference"] else group


def independent_printings(rows: Sequence[Row]) -> tuple[int, int]:
    """Return how many printings of one story are independent of each other, and how many are copies.

    The rows tell their ``language`` too: a text that is not read, since it is not in English, is neither, and
    nor is a reference witness.
    """
    printings = [
        group
        for row, group in zip(rows, printing_groups(rows), strict=True)
        if row["language"] == ENGLISH and not row["article__is_reference"]
    ]
    independent = len(set(printings))
    return independent, len(printings) - independent


def _stated(row: Row) -> str | None:
    """Return whose copy people know an article to be: empty for its own report, None where nobody said."""
    copy_of: str | None = row["article__copy_of__name"]
    return "" if row["article__own_report"] else copy_of
