"""A story's discrepancies as its editors work through them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Substr

from articles.models import Decision, Discrepancy, Evidence, Reading, Revision, Story
from articles.selectors.evidence import EvidenceReader, EvidenceSentence, Side, sides
from articles.selectors.rows import readings_with_rows

_SHOWN_AT_ONCE = 8
"""Of more sentences than this most say the same as others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyFilter:
    """Which discrepancies to show. An empty field asks for all; each of the words must occur in one."""

    kind: str = ""
    severity: str = ""
    status: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """What one editor decided or noted, and when. ``action`` says which: Confirmed, Opened again, Note …"""

    editor: str
    action: str
    note: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyEntry:
    """A discrepancy with its evidence and its history, latest decision first.

    ``statement`` and ``row`` name its row of the comparison, by key and by number from 1, where it has one.
    ``evidence_changed`` tells that it is open again because of words that came after the last decision.
    """

    pk: int
    story_slug: str
    kind: str
    kind_label: str
    severity: str
    severity_label: str
    verdict: str
    status: str
    status_label: str
    summary: str
    is_superseded: bool
    evidence_changed: bool
    statement: int | None
    row: int | None
    evidence: tuple[EvidenceSentence, ...]
    decisions: tuple[DecisionEntry, ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """Return which outlets stand against which."""
        return sides(self.evidence)

    @property
    def examples(self) -> tuple[EvidenceSentence, ...]:
        """Return the evidence to show at once: all of it, or of much the first sentences of each side."""
        if len(self.evidence) <= _SHOWN_AT_ONCE:
            return self.evidence
        first = [sentence for side in self.sides for sentence in side.evidence[:2]]
        return tuple(sentence for sentence in self.evidence if sentence in first)

    @property
    def left_out(self) -> str:
        """Return the words that an outlet of the evidence leaves out; nothing where they are several."""
        printed = [side for side in self.sides if not side.lacking]
        is_one = len(printed) == 1 and len(self.sides) > 1
        return " … ".join(printed[0].words) if is_one else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCount:
    """How many discrepancies have a status, the filter's other fields applied. An empty status is all."""

    status: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyList:
    """The discrepancies a filter finds, ranked; those no longer found stand apart."""

    found: tuple[DiscrepancyEntry, ...]
    superseded: tuple[DiscrepancyEntry, ...]
    counts: tuple[StatusCount, ...]


def list_discrepancies(story: Story, *, wanted: DiscrepancyFilter) -> DiscrepancyList:
    """Return the story's discrepancies that the filter finds, the one to look at first first."""
    rows = _filtered(Discrepancy.objects.filter(story=story), wanted)
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    entries = _entries(rows.order_by("rank", "pk"), readings=_readings(rows))
    return DiscrepancyList(
        found=tuple(entry for entry in entries if not entry.is_superseded),
        superseded=tuple(entry for entry in entries if entry.is_superseded),
        counts=count_statuses(story, wanted=wanted),
    )


def one_discrepancy(discrepancy: Discrepancy) -> DiscrepancyEntry:
    """Return one discrepancy as the list shows it."""
    rows = Discrepancy.objects.filter(pk=discrepancy.pk)
    (entry,) = _entries(rows, readings=_readings(rows))
    return entry


def chosen_discrepancies(keys: Iterable[int]) -> tuple[DiscrepancyEntry, ...]:
    """Return the discrepancies with these keys, the first to look at first, for a page about one row.

    Their evidence does not tell its rows.
    """
    rows = Discrepancy.objects.filter(pk__in=keys)
    return _entries(rows.order_by("rank", "pk"), readings=())


def count_statuses(story: Story, *, wanted: DiscrepancyFilter) -> tuple[StatusCount, ...]:
    """Count the discrepancies still found by status, whatever status the filter asks for."""
    rows = _filtered(Discrepancy.objects.filter(story=story, superseded=False), wanted)
    counts = dict(rows.order_by().values_list("status").annotate(count=Count("pk")))
    return (
        StatusCount(status="", label="All", count=sum(counts.values())),
        *(
            StatusCount(status=status.value, label=status.label, count=counts.get(status.value, 0))
            for status in Discrepancy.Status
        ),
    )


def _filtered(rows: QuerySet[Discrepancy], wanted: DiscrepancyFilter) -> QuerySet[Discrepancy]:
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.severity:
        rows = rows.filter(severity=wanted.severity)
    for word in wanted.words.split():
        rows = rows.filter(_mentions(word))
    return rows


def _mentions(word: str) -> Q:
    """Ask for the word in the summary, in the differing words as printed, or in an editor's note."""
    printed = Substr("revision__text", F("start") + 1, F("end") - F("start"))
    evidence = Evidence.objects.filter(discrepancy=OuterRef("pk")).annotate(printed=printed)
    notes = Decision.objects.filter(discrepancy=OuterRef("pk"), note__icontains=word)
    return (
        Q(summary__icontains=word)
        | Q(statement__speaker__icontains=word)
        | Exists(evidence.filter(printed__icontains=word))
        | Exists(notes)
    )


def _readings(rows: QuerySet[Discrepancy]) -> QuerySet[Reading]:
    """Return the readings of the texts that the evidence stands in, which tell its rows."""
    revisions = Evidence.objects.filter(discrepancy__in=rows.order_by()).values("revision")
    return readings_with_rows().filter(revision__in=revisions, suggested=False)


def _entries(rows: QuerySet[Discrepancy], *, readings: Iterable[Reading]) -> tuple[DiscrepancyEntry, ...]:
    reader = EvidenceReader(readings)
    return tuple(
        _entry(row, reader)
        for row in rows.select_related("statement", "story")
        .defer("statement__collation")
        .prefetch_related(
            Prefetch(
                "evidence", Evidence.objects.order_by("revision__article__position", "revision", "start")
            ),
            Prefetch(
                "evidence__revision", Revision.objects.select_related("article__outlet").defer("analysis")
            ),
            "evidence__revision__omissions",
            Prefetch("decisions", Decision.objects.select_related("editor")),
        )
    )


def _entry(row: Discrepancy, reader: EvidenceReader) -> DiscrepancyEntry:
    decisions = list(row.decisions.all())
    return DiscrepancyEntry(
        pk=row.pk,
        story_slug=row.story.slug,
        kind=row.kind,
        kind_label=row.get_kind_display(),
        severity=row.severity,
        severity_label=row.get_severity_display(),
        verdict=row.verdict,
        status=row.status,
        status_label=row.get_status_display(),
        summary=row.summary,
        is_superseded=row.superseded,
        evidence_changed=bool(decisions) and decisions[0].status != row.status,
        statement=row.statement_id,
        row=row.statement.position + 1 if row.statement else None,
        evidence=reader.read(row.evidence.all()),
        decisions=_history(decisions),
    )


def _history(decisions: Sequence[Decision]) -> tuple[DecisionEntry, ...]:
    """Say of each decision what it did to the status that the one before it had given."""
    before = [*(decision.status for decision in decisions[1:]), Discrepancy.Status.OPEN]
    return tuple(
        DecisionEntry(
            editor=decision.editor.get_full_name() or decision.editor.get_username(),
            action=_action(decision, status_before=status),
            note=decision.note,
            decided_at=decision.decided_at,
        )
        for decision, status in zip(decisions, before, strict=False)
    )


def _action(decision: Decision, *, status_before: str) -> str:
    if decision.status == status_before:
        return "Note"
    return "Opened again" if decision.status == Discrepancy.Status.OPEN else decision.get_status_display()
