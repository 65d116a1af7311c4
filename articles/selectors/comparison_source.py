"""A story's comparison as it is stored: its columns, its statements and their readings.

Everything is read in six queries, however many rows there are. What to show of it, and against which base,
is decided afterwards, on plain values.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from articles.analysis.passages import Passage, paragraphs
from articles.models import Article, Discrepancy, Evidence, Reading, Revision, Statement, Story

SEVERITIES = {"high": "serious", "medium": "medium", "low": "minor"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An article as a column. ``copy_of`` is the outlet whose report it copies, empty for its own report.

    ``text`` is its current revision's, ``is_read`` whether the machine has read that; ``paragraph_starts``
    are the offsets at which its paragraphs begin.
    """

    article: int
    outlet: str
    outlet_id: int
    basis: str
    published: date | None
    extent: str
    copy_of: str
    copy_note: str
    text: str
    is_read: bool
    paragraph_starts: tuple[int, ...]

    @property
    def gap(self) -> str:
        """Return what a cell without a reading says."""
        if not self.is_read:
            return "Not read yet"
        return "Not printed" if self.extent == Article.Extent.FULL else "Not in the text we hold"

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph at an offset, counted from 1."""
        return max(1, bisect_right(self.paragraph_starts, offset))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading(Passage):
    """A reading as stored. ``column`` is the index of its article, ``row`` its row in the alignment table."""

    key: int
    column: int
    row: int
    context: Passage
    kind: str
    quoted: bool
    suggested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A discrepancy as it is flagged beside a row. ``words`` are the differing words, each form once."""

    key: int
    kind: str
    label: str
    severity: str
    status: str
    verdict: str
    summary: str
    words: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return what editors decided, or while nobody did, how serious it is."""
        return SEVERITIES[self.severity] if self.status == Discrepancy.Status.OPEN else self.status


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStatement:
    """A row as stored. ``collation`` is the alignment table as JSON text, None where there is one reading."""

    key: int
    number: int
    speaker: str
    collation: str | None
    readings: tuple[StoredReading, ...]
    flags: tuple[Flag, ...]

    @property
    def carried_by(self) -> frozenset[int]:
        """Return the indices of the columns that surely print the statement."""
        return frozenset(reading.column for reading in self.readings if not reading.suggested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A story's columns in their order and its statements in theirs."""

    slug: str
    columns: tuple[Column, ...]
    statements: tuple[StoredStatement, ...]


def comparison_source(story: Story, *, only: int | None = None) -> Source:
    """Read a story's comparison, or only the statement with this key of it."""
    columns, column_of = _columns(story)
    statements = Statement.objects.filter(story=story).order_by("position")
    readings = Reading.objects.filter(statement__story=story)
    discrepancies = Discrepancy.objects.filter(story=story, superseded=False)
    if only is not None:
        statements = statements.filter(pk=only)
        readings = readings.filter(statement=only)
        discrepancies = discrepancies.filter(statement=only)
    readings_of = _readings(readings, column_of)
    flags_of = _flags(discrepancies, {revision: columns[index].text for revision, index in column_of.items()})
    return Source(
        slug=story.slug,
        columns=columns,
        statements=tuple(
            StoredStatement(
                key=key,
                number=position + 1,
                speaker=speaker,
                collation=collation,
                readings=tuple(readings_of[key]),
                flags=tuple(flags_of[key]),
            )
            for key, position, speaker, collation in statements.values_list(
                "pk", "position", "speaker", Cast("collation", TextField())
            )
            if readings_of[key]
        ),
    )


def _columns(story: Story) -> tuple[tuple[Column, ...], dict[int, int]]:
    """Return the columns, and for each current revision's key the index of its column."""
    revisions = (
        Revision.objects.filter(article__story=story, is_current=True)
        .order_by("article__position", "article")
        .values_list(
            "pk",
            "text",
            "analysis_version",
            "article",
            "article__outlet",
            "article__outlet__name",
            "article__outlet_basis",
            "article__published",
            "article__extent",
            "article__copy_of__name",
            "article__copy_note",
        )
    )
    columns: list[Column] = []
    column_of: dict[int, int] = {}
    for (
        key,
        text,
        version,
        article,
        outlet_id,
        outlet,
        basis,
        published,
        extent,
        copy_of,
        copy_note,
    ) in revisions:
        column_of[key] = len(columns)
        columns.append(
            Column(
                article=article,
                outlet=outlet,
                outlet_id=outlet_id,
                basis=basis,
                published=published,
                extent=extent,
                copy_of=copy_of or "",
                copy_note=copy_note,
                text=text,
                is_read=version is not None,
                paragraph_starts=tuple(paragraph.start for paragraph in paragraphs(text)),
            )
        )
    return tuple(columns), column_of


def _readings(readings: Any, column_of: dict[int, int]) -> dict[int, list[StoredReading]]:
    """Group readings by statement, in the order of their rows. Those of an old revision are passed over."""
    found: dict[int, list[StoredReading]] = defaultdict(list)
    rows: Iterable[tuple[Any, ...]] = readings.order_by("statement", "position").values_list(
        "pk",
        "statement",
        "revision",
        "start",
        "end",
        "context_start",
        "context_end",
        "position",
        "kind",
        "quote",
        "suggested",
    )
    for key, statement, revision, start, end, context_start, context_end, row, kind, quote, suggested in rows:
        if revision not in column_of:
            continue
        found[statement].append(
            StoredReading(
                key=key,
                column=column_of[revision],
                row=row,
                start=start,
                end=end,
                context=Passage(start=min(start, context_start), end=max(end, context_end)),
                kind=kind,
                quoted=quote is not None,
                suggested=suggested,
            )
        )
    return found


def _flags(discrepancies: Any, text_of: dict[int, str]) -> dict[int, list[Flag]]:
    """Group discrepancies by statement, the one to look at first in front."""
    words: dict[int, dict[str, None]] = defaultdict(dict)
    evidence = Evidence.objects.filter(discrepancy__in=discrepancies).order_by("pk")
    for key, revision, start, end in evidence.values_list("discrepancy", "revision", "start", "end"):
        if revision in text_of:
            words[key][text_of[revision][start:end]] = None
    flags: dict[int, list[Flag]] = defaultdict(list)
    rows = discrepancies.filter(statement__isnull=False).order_by("rank")
    for key, statement, kind, severity, status, verdict, summary in rows.values_list(
        "pk", "statement", "kind", "severity", "status", "verdict", "summary"
    ):
        flags[statement].append(
            Flag(
                key=key,
                kind=kind,
                label=str(Discrepancy.Kind(kind).label),
                severity=severity,
                status=status,
                verdict=verdict,
                summary=summary,
                words=tuple(words[key]),
            )
        )
    return flags
