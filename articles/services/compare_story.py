"""A story's articles are compared, and what the comparison says becomes rows.

    current revisions, as the machine read them and editors corrected them
      → pipeline.compare
      → entities, figure subjects, statements with their readings, discrepancies with their evidence, origins

What people rely on outlives it: a statement keeps its id where its readings recur, so that links hold, and a
discrepancy and a suggested reading keep what editors decided. All of it is one transaction under a lock on
the story, so that two comparisons at once come out as one after the other.
"""

from dataclasses import replace
from typing import cast

from django.db import transaction
from django.utils import timezone

from articles.analysis import pipeline
from articles.analysis.pipeline import Analysis, Witness
from articles.analysis.quotes import Quote as ReadQuote
from articles.analysis.quotes import QuoteType
from articles.models import Quote, Revision, Story
from articles.selectors.aliases import aliases_of
from articles.services.analyse_revision import stored_analysis
from articles.services.index_story import index_story
from articles.services.keep_reading_decisions import attach_to_rows, find_rulings
from articles.services.store_discrepancies import store_discrepancies
from articles.services.store_entities import store_entities
from articles.services.store_figures import store_subjects
from articles.services.store_origins import store_origins
from articles.services.store_statements import store_statements


class NotRead(RuntimeError):
    """A current revision of the story has not been read by this version of the analysis."""


@transaction.atomic
def compare_story(story: Story) -> None:
    """Compare the current revisions of a story and store what comes of it. Raises NotRead."""
    locked = Story.objects.select_for_update().get(pk=story.pk)
    revisions = list(
        Revision.objects.filter(article__story=locked, is_current=True)
        .select_related("article__outlet")
        .order_by("article__position", "article_id")
    )
    witnesses = [_witness(revision) for revision in revisions]
    rulings = find_rulings(locked, revisions=revisions)
    comparison = pipeline.compare(witnesses, rulings=list(rulings), aliases=aliases_of(locked))
    store_entities(
        comparison.entities,
        story=locked,
        revisions=revisions,
        roles=[witness.analysis.roles for witness in witnesses],
    )
    subjects = store_subjects(comparison.subjects, story=locked, revisions=revisions, witnesses=witnesses)
    statements = store_statements(comparison, story=locked, revisions=revisions, witnesses=witnesses)
    attach_to_rows(rulings, statements=comparison.statements, rows=statements)
    store_discrepancies(
        comparison.discrepancies, story=locked, revisions=revisions, statements=statements, subjects=subjects
    )
    store_origins(comparison.copies, story=locked, revisions=revisions)
    index_story(locked, revisions=revisions)
    story.compared_at = locked.compared_at = timezone.now()
    locked.save(update_fields=["compared_at"])


def _witness(revision: Revision) -> Witness:
    analysis = stored_analysis(revision)
    if analysis is None:
        raise NotRead(f"{revision} has not been read: call analyse_revision first.")
    return Witness(
        id=str(revision.article_id),
        outlet=revision.article.outlet.name,
        published=revision.article.published,
        analysis=_corrected(analysis, revision),
        reference=revision.article.is_reference,
    )


def _corrected(analysis: Analysis, revision: Revision) -> Analysis:
    """Return the analysis with editors' corrections in the place of the machine's reading."""
    corrections = {
        (quote.start, quote.end): quote for quote in revision.quotes.filter(corrected_at__isnull=False)
    }
    if not corrections:
        return analysis
    return replace(
        analysis,
        quotes=tuple(
            _as_corrected(quote, corrections.get((quote.start, quote.end))) for quote in analysis.quotes
        ),
    )


def _as_corrected(quote: ReadQuote, correction: Quote | None) -> ReadQuote:
    if correction is None:
        return quote
    is_somebody_else = correction.speaker != (quote.speaker or "")
    return replace(
        quote,
        speaker=correction.speaker or None,
        speaker_at=None if is_somebody_else else quote.speaker_at,  # the mention names who was meant before
        type=cast(QuoteType, correction.type),
        review=correction.review,
        review_reason=correction.review_reason,
    )
