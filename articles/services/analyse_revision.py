"""The machine reads a revision, and what it read becomes rows.

The whole Analysis is kept with the revision, so that a comparison does not have to read the text again.
"""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from articles.analysis import VERSION, pipeline
from articles.analysis.cleaning import Omission as ReadOmission
from articles.analysis.figures import Figure as ReadFigure
from articles.analysis.pipeline import Analysis
from articles.models import Figure, Omission, Revision
from articles.models.values import analysis_from_json, analysis_to_json
from articles.services.fitted import fitted
from articles.services.store_quotes import store_quotes

_TOO_LARGE = Decimal(10) ** 30


def analyse_revision(revision: Revision, *, again: bool = False) -> Analysis:
    """Return what the machine reads in a revision, reading it only where that has not been done.

    ``again`` reads it even though this version of the analysis has. Quotes that an editor corrected stay
    as corrected.
    """
    held = None if again else stored_analysis(revision)
    if held:
        return held
    analysis = pipeline.analyse(revision.text, published=revision.article.published)
    _store(revision, analysis)
    return analysis


def stored_analysis(revision: Revision) -> Analysis | None:
    """Return what this version of the analysis read in the revision, None where it has not read it."""
    if revision.analysis is None or revision.analysis_version != VERSION:
        return None
    return analysis_from_json(revision.analysis, text=revision.text)


@transaction.atomic
def _store(revision: Revision, analysis: Analysis) -> None:
    Revision.objects.select_for_update().get(pk=revision.pk)
    store_quotes(analysis.quotes, revision=revision)
    revision.omissions.all().delete()
    Omission.objects.bulk_create(_omission_row(revision, omission) for omission in analysis.omitted)
    revision.figures.all().delete()
    Figure.objects.bulk_create(
        _figure_row(revision, figure) for figure in analysis.figures if abs(figure.value) < _TOO_LARGE
    )
    if analysis.published and revision.article.published is None:
        revision.article.published = analysis.published
        revision.article.save(update_fields=["published"])
    revision.analysis = analysis_to_json(analysis)
    revision.language = analysis.language
    revision.analysis_version = VERSION
    revision.analysed_at = timezone.now()
    revision.save(update_fields=["analysis", "language", "analysis_version", "analysed_at"])


def _omission_row(revision: Revision, omission: ReadOmission) -> Omission:
    return Omission(revision=revision, start=omission.start, end=omission.end, reason=omission.reason)


def _figure_row(revision: Revision, figure: ReadFigure) -> Figure:
    return Figure(
        revision=revision,
        start=figure.start,
        end=figure.end,
        value=figure.value,
        unit=fitted(Figure, "unit", figure.unit),
        qualifier=fitted(Figure, "qualifier", figure.qualifier),
        subject=fitted(Figure, "subject", figure.subject),
        scope=fitted(Figure, "scope", figure.scope),
        as_of=figure.as_of,
    )
