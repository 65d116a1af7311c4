"""A story's discrepancies of some kinds as they are stored, each with the places that are its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.analysis.passages import Passage
from articles.models import Discrepancy, Evidence, Story
from articles.selectors.comparison_columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDiscrepancy:
    """A discrepancy. ``places`` is its evidence, in the order of the columns and of the print.

    One of figures has a ``verdict``, and the key of what is ``counted`` where articles count the same.
    """

    key: int
    kind: str
    severity: str
    counted: int | None
    verdict: str
    status: str
    status_label: str
    summary: str
    places: tuple[tuple[Column, Passage], ...]


def read_discrepancies(
    story: Story, *, kinds: Iterable[Discrepancy.Kind], columns: Mapping[int, Column]
) -> tuple[StoredDiscrepancy, ...]:
    """Return the story's discrepancies of these kinds, the gravest first, in two queries.

    ``columns`` are those of its articles, by their revisions; evidence in other revisions is left out.
    """
    rows = Discrepancy.objects.filter(story=story, superseded=False, kind__in=list(kinds))
    places: dict[int, list[tuple[Column, Passage]]] = defaultdict(list)
    evidence = Evidence.objects.filter(discrepancy__in=rows, revision__in=columns).order_by("start")
    found = evidence.values_list("discrepancy", "revision", "start", "end")
    for key, revision, start, end in in_columns(found, columns):
        places[key].append((columns[revision], Passage(start=start, end=end)))
    return tuple(
        StoredDiscrepancy(
            key=row.pk,
            kind=row.kind,
            severity=row.severity,
            counted=row.figure_subject_id,
            verdict=row.verdict,
            status=row.status,
            status_label=row.get_status_display(),
            summary=row.summary,
            places=tuple(places[row.pk]),
        )
        for row in rows.order_by("rank", "pk")
    )


def in_columns(rows: Iterable[Any], columns: Mapping[int, Column]) -> list[Any]:
    """Return rows, whose second value is a revision's key, in the order of the columns."""
    order = {revision: at for at, revision in enumerate(columns)}
    return sorted(rows, key=lambda row: order[row[1]])
