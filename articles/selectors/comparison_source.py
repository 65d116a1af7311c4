"""A story's comparison as it is stored: its columns, its statements and their readings.

Everything is read in five queries, however many rows there are. What to show of it, and against which base,
is decided afterwards, on plain values.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from articles.analysis.passages import Passage
from articles.models import Reading, Statement, Story
from articles.selectors.comparison_columns import Column, read_columns
from articles.selectors.comparison_flags import Flag, read_flags
from articles.selectors.kept import Kept
from articles.selectors.marked_story import MarkedStory


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading(Passage):
    """A reading as stored. ``column`` is the index of its article, ``row`` its row in the alignment table.

    ``of_reference`` tells that a reference witness prints it, which is no outlet.
    """

    key: int
    column: int
    row: int
    context: Passage
    kind: str
    quoted: bool
    speaker_as_printed: str
    suggested: bool
    of_reference: bool


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
        """Return the indices of the outlets' columns that surely print the statement."""
        return frozenset(
            reading.column for reading in self.readings if not reading.suggested and not reading.of_reference
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A story's columns and its statements in their order. ``shown`` are the indices of the columns to show.

    A reading names its column by the index in ``columns``, whatever is shown. ``state`` names the story's
    state that was read; empty where nobody asked for it.
    """

    slug: str
    columns: tuple[Column, ...]
    shown: tuple[int, ...]
    statements: tuple[StoredStatement, ...]
    state: str = ""


_sources: Kept[Source] = Kept(limit=100_000_000)
"""Stories as they are stored; the weight is about that of their texts and tables in bytes."""


def kept_source(marked: MarkedStory) -> Source:
    """Return a story's comparison from memory, or read it where the story has changed."""
    return _sources.made(
        marked.mark,
        make=lambda: replace(comparison_source(marked.story), state=marked.mark),
        weigh=_weight,
    )


def comparison_source(story: Story, *, only: int | None = None) -> Source:
    """Read a story's comparison, or only the statement with this key of it."""
    columns = read_columns(story)
    column_of = {column.revision: at for at, column in enumerate(columns)}
    statements = Statement.objects.filter(story=story).order_by("position")
    readings = Reading.objects.filter(statement__story=story)
    if only is not None:
        statements = statements.filter(pk=only)
        readings = readings.filter(statement=only)
    references = frozenset(at for at, column in enumerate(columns) if column.is_reference)
    readings_of = _readings(readings, column_of, references=references)
    flags_of = read_flags(
        story,
        texts={revision: columns[index].text for revision, index in column_of.items()},
        contexts=_contexts(readings_of, column_of),
    )
    return Source(
        slug=story.slug,
        columns=columns,
        shown=tuple(range(len(columns))),
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


def _readings(
    readings: Any, column_of: dict[int, int], *, references: frozenset[int]
) -> dict[int, list[StoredReading]]:
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
        "quote__speaker_as_printed",
        "suggested",
    )
    for (
        key,
        statement,
        revision,
        start,
        end,
        context_start,
        context_end,
        row,
        kind,
        quote,
        as_printed,
        suggested,
    ) in rows:
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
                speaker_as_printed=as_printed or "",
                suggested=suggested,
                of_reference=column_of[revision] in references,
            )
        )
    return found


def _contexts(
    readings_of: dict[int, list[StoredReading]], column_of: dict[int, int]
) -> dict[int, list[tuple[Passage, int]]]:
    """Return for each revision what its readings show, each with its statement."""
    revision_of = {column: revision for revision, column in column_of.items()}
    contexts: dict[int, list[tuple[Passage, int]]] = defaultdict(list)
    for statement, readings in readings_of.items():
        for reading in readings:
            contexts[revision_of[reading.column]].append((reading.context, statement))
    return contexts


def _weight(source: Source) -> int:
    texts = sum(len(column.text) for column in source.columns)
    tables = sum(len(statement.collation or "") for statement in source.statements)
    return 1 + texts + tables + 500 * sum(len(statement.readings) for statement in source.statements)
