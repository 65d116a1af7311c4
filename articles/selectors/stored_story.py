"""A story as it is stored, put back into the core's values, with what people corrected and decided.

The rows are the truth here, not what the machine once said: a corrected speaker is the speaker, and a
difference that a later comparison no longer finds is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from articles.analysis.alignment import Reading as ReadReading
from articles.analysis.alignment import ReadingKind
from articles.analysis.alignment import Statement as ReadStatement
from articles.analysis.collation import Table
from articles.analysis.copies import Origin as ReadOrigin
from articles.analysis.discrepancies import Discrepancy as ReadDiscrepancy
from articles.analysis.discrepancies import DiscrepancyKind, Severity, Verdict
from articles.analysis.discrepancies import Evidence as ReadEvidence
from articles.analysis.entities import EntityKind, StoryEntity, StoryMention
from articles.analysis.figures import FigureSubject as ReadSubject
from articles.analysis.figures import StoryFigure
from articles.analysis.passages import Passage
from articles.analysis.pipeline import Analysis, Comparison, Witness, unread
from articles.analysis.quotes import Quote as ReadQuote
from articles.analysis.quotes import QuoteType
from articles.models import Discrepancy, Origin, Quote, Reading, Revision, Story
from articles.models.values import analysis_from_json, table_from_json
from articles.selectors.origins import ORIGIN_FIELDS, read_origin


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStory:
    """A story's current revisions as witnesses, in the order of the columns, and its stored comparison.

    ``statuses[i]`` is what editors decided about ``comparison.discrepancies[i]``.
    """

    revisions: tuple[Revision, ...]
    witnesses: tuple[Witness, ...]
    comparison: Comparison
    statuses: tuple[str, ...]


def stored_story(story: Story) -> StoredStory:
    """Return the story as stored. A revision that waits to be read has a text and nothing else."""
    revisions = tuple(
        Revision.objects.filter(article__story=story, is_current=True)
        .select_related("article__outlet", "article__copy_of")
        .prefetch_related("quotes")
        .order_by("article__position", "article_id")
    )
    columns = {revision.pk: index for index, revision in enumerate(revisions)}
    witnesses = tuple(_witness(revision) for revision in revisions)
    discrepancies = list(story.discrepancies.filter(superseded=False).prefetch_related("evidence"))
    statements, tables = _statements(story, revisions, columns)
    comparison = Comparison(
        statements=statements,
        tables=tables,
        entities=_entities(story, columns),
        subjects=_subjects(story, columns, witnesses),
        discrepancies=tuple(_discrepancy(row, columns) for row in discrepancies),
        copies=_copies(revisions),
    )
    return StoredStory(
        revisions=revisions,
        witnesses=witnesses,
        comparison=comparison,
        statuses=tuple(row.status for row in discrepancies),
    )


def _witness(revision: Revision) -> Witness:
    return Witness(
        id=str(revision.article_id),
        outlet=revision.article.outlet.name,
        published=revision.article.published,
        analysis=replace(_analysis(revision), quotes=tuple(_quote(row) for row in revision.quotes.all())),
    )


def _analysis(revision: Revision) -> Analysis:
    if revision.analysis is not None:
        return analysis_from_json(revision.analysis, text=revision.text)
    return unread(revision.text, published=revision.article.published)


def _quote(row: Quote) -> ReadQuote:
    mention = None
    if row.speaker_start is not None and row.speaker_end is not None:
        mention = Passage(start=row.speaker_start, end=row.speaker_end)
    return ReadQuote(
        start=row.start,
        end=row.end,
        segments=tuple(Passage(start=start, end=end) for start, end in row.segments),
        type=cast(QuoteType, row.type),
        speaker=row.speaker or None,
        speaker_as_printed=row.speaker_as_printed or None,
        speaker_at=mention,
        cue=row.cue or None,
        review=row.review,
        review_reason=row.review_reason,
    )


def _statements(
    story: Story, revisions: Sequence[Revision], columns: dict[int, int]
) -> tuple[tuple[ReadStatement, ...], tuple[Table | None, ...]]:
    quotes = {quote.pk: index for revision in revisions for index, quote in enumerate(revision.quotes.all())}
    rows = list(story.statements.prefetch_related("readings"))
    statements = tuple(
        ReadStatement(
            speaker=row.speaker or None,
            readings=tuple(
                _reading(reading, columns, quotes)
                for reading in row.readings.all()
                if reading.revision_id in columns
            ),
        )
        for row in rows
    )
    return statements, tuple(table_from_json(row.collation) for row in rows)


def _reading(row: Reading, columns: dict[int, int], quotes: dict[int, int]) -> ReadReading:
    return ReadReading(
        article=columns[row.revision_id],
        start=row.start,
        end=row.end,
        quote=None if row.quote_id is None else quotes[row.quote_id],
        context=Passage(start=row.context_start, end=row.context_end),
        kind=cast(ReadingKind, row.kind),
        similarity=row.similarity,
        suggested=row.suggested,
    )


def _entities(story: Story, columns: dict[int, int]) -> tuple[StoryEntity, ...]:
    return tuple(
        StoryEntity(
            name=row.name,
            kind=cast(EntityKind, row.kind),
            mentions=tuple(
                StoryMention(article=columns[form.revision_id], start=start, end=start + len(form.text))
                for form in row.forms.all()
                if form.revision_id in columns
                for start in form.starts
            ),
        )
        for row in story.entities.prefetch_related("forms")
    )


def _subjects(story: Story, columns: dict[int, int], witnesses: Sequence[Witness]) -> tuple[ReadSubject, ...]:
    read = {
        (article, figure.start, figure.end): index
        for article, witness in enumerate(witnesses)
        for index, figure in enumerate(witness.analysis.figures)
    }
    return tuple(
        ReadSubject(
            subject=row.subject,
            readings=tuple(
                StoryFigure(
                    article=columns[figure.revision_id],
                    figure=read[columns[figure.revision_id], figure.start, figure.end],
                    start=figure.start,
                    end=figure.end,
                )
                for figure in row.figures.all()
                if figure.revision_id in columns
            ),
        )
        for row in story.figure_subjects.prefetch_related("figures")
    )


def _copies(revisions: Sequence[Revision]) -> tuple[ReadOrigin, ...]:
    column_of = {revision.pk: index for index, revision in enumerate(revisions)}
    articles = {revision.article_id: index for index, revision in enumerate(revisions)}
    rows = Origin.objects.filter(revision__in=revisions).values("revision", *ORIGIN_FIELDS)
    found = [read_origin(row, article=column_of[row["revision"]], articles=articles) for row in rows]
    return tuple(sorted(found, key=lambda origin: origin.article))


def _discrepancy(row: Discrepancy, columns: dict[int, int]) -> ReadDiscrepancy:
    return ReadDiscrepancy(
        kind=cast(DiscrepancyKind, row.kind),
        severity=cast(Severity, row.severity),
        verdict=cast(Verdict, row.verdict) if row.verdict else None,
        summary=row.summary,
        readings=tuple(
            ReadEvidence(
                article=columns[passage.revision_id],
                start=passage.start,
                end=passage.end,
                lacking=passage.lacking,
            )
            for passage in row.evidence.all()
            if passage.revision_id in columns
        ),
    )
