"""The rows of the comparison and their cells. A row keeps its id, and so its address, while it recurs."""

from collections.abc import Sequence

from articles.analysis.alignment import Reading as ReadReading
from articles.analysis.alignment import Statement as ReadStatement
from articles.analysis.pipeline import Comparison, Witness
from articles.models import Quote, Reading, Revision, Statement, Story
from articles.models.values import table_to_json
from articles.services.fitted import fitted
from articles.services.match_statements import match_statements


def store_statements(
    comparison: Comparison, *, story: Story, revisions: Sequence[Revision], witnesses: Sequence[Witness]
) -> list[Statement]:
    """Make the story's statements those of the comparison and return their rows in the same order."""
    kept = match_statements(comparison.statements, story=story, revisions=revisions)
    rows = [
        Statement(
            pk=kept.get(position),
            story=story,
            position=position,
            speaker=fitted(Statement, "speaker", statement.speaker),
            collation=table_to_json(table),
        )
        for position, (statement, table) in enumerate(
            zip(comparison.statements, comparison.tables, strict=True)
        )
    ]
    story.statements.exclude(pk__in=kept.values()).delete()
    Statement.objects.bulk_update(
        [row for row in rows if row.pk], ["position", "speaker", "collation"], batch_size=200
    )
    Statement.objects.bulk_create(row for row in rows if not row.pk)
    _store_readings(comparison.statements, rows=rows, story=story, revisions=revisions, witnesses=witnesses)
    return rows


def _store_readings(
    statements: Sequence[ReadStatement],
    *,
    rows: Sequence[Statement],
    story: Story,
    revisions: Sequence[Revision],
    witnesses: Sequence[Witness],
) -> None:
    quotes = {
        (quote.revision_id, quote.start, quote.end): quote
        for quote in Quote.objects.filter(revision__in=revisions)
    }

    def quote_of(reading: ReadReading) -> Quote | None:
        if reading.quote is None:
            return None
        read = witnesses[reading.article].analysis.quotes[reading.quote]
        return quotes.get((revisions[reading.article].pk, read.start, read.end))

    Reading.objects.filter(statement__story=story).delete()
    Reading.objects.bulk_create(
        Reading(
            statement=row,
            revision=revisions[reading.article],
            quote=quote_of(reading),
            position=position,
            start=reading.start,
            end=reading.end,
            kind=reading.kind,
            context_start=reading.context.start,
            context_end=reading.context.end,
            similarity=reading.similarity,
            suggested=reading.suggested,
        )
        for row, statement in zip(rows, statements, strict=True)
        for position, reading in enumerate(statement.readings)
    )
