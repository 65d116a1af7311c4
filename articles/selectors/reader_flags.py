"""The discrepancies that two articles are evidence of, marked at their words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.models import Discrepancy, Evidence, Reading
from articles.selectors.marked_text import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagMark(Mark):
    """Words that a discrepancy is about. ``statement`` is the row whose card tells of it, None without one.

    ``between`` tells that the two articles print different words there; else another outlet is at odds with
    them.
    """

    layer: str = "flag"
    discrepancy: int
    statement: int | None
    label: str
    severity: str
    summary: str
    between: bool


def flag_marks(texts: Mapping[int, str], *, readings: Iterable[Reading]) -> dict[int, list[FlagMark]]:
    """Return the flags in each of two revisions' texts, in one query. Dismissed discrepancies are none.

    The texts come by their revisions' keys. The readings are those of the same revisions: the shortest
    sentence around the words tells the row.
    """
    held = list(readings)
    evidence = list(
        Evidence.objects.filter(revision__in=texts, discrepancy__superseded=False)
        .exclude(discrepancy__status=Discrepancy.Status.DISMISSED)
        .select_related("discrepancy")
        .order_by("start")
    )
    said: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in evidence:
        said[one.discrepancy_id, one.revision_id].add(texts[one.revision_id][one.start : one.end].casefold())
    marks: dict[int, list[FlagMark]] = {revision: [] for revision in texts}
    for one in evidence:
        found = one.discrepancy
        marks[one.revision_id].append(
            FlagMark(
                start=one.start,
                end=one.end,
                discrepancy=found.pk,
                statement=found.statement_id or _row_of(one, held),
                label=found.get_kind_display(),
                severity=found.severity,
                summary=found.summary,
                between=_differ([said[found.pk, revision] for revision in texts]),
            )
        )
    return marks


def _differ(said: Sequence[set[str]]) -> bool:
    """Say whether both texts print something, and not the same."""
    return all(said) and len({frozenset(words) for words in said}) > 1


def _row_of(evidence: Evidence, readings: Iterable[Reading]) -> int | None:
    """Return the statement in whose sentence the words stand."""
    around = [
        reading
        for reading in readings
        if reading.revision_id == evidence.revision_id
        and min(reading.start, reading.context_start) <= evidence.start
        and evidence.end <= max(reading.end, reading.context_end)
    ]
    shortest = min(around, key=lambda reading: reading.end - reading.start, default=None)
    return shortest.statement_id if shortest else None
