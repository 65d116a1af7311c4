"""A revision's quotes as rows, with editors' corrections on top of what the machine read.

A correction belongs to printed words, not to a place in one revision:

    the machine reads the same text again     the quote at the same place keeps its correction
    … and draws the quote longer or shorter   the quote that overlaps it most takes the correction over
    a new revision prints the same quotation  the correction moves along to it
    no quote of the new reading fits          the corrected row stays where the editor left it
"""

from collections.abc import Iterable, Sequence

from articles.analysis.quotes import Quote as ReadQuote
from articles.models import Quote, Revision
from articles.services.fitted import fitted

_CORRECTED = ("speaker", "type", "review", "review_reason", "corrected_by", "corrected_at")
_STORED = ("segments", "speaker_as_printed", "speaker_start", "speaker_end", "cue", *_CORRECTED)


def store_quotes(quotes: Iterable[ReadQuote], *, revision: Revision) -> None:
    """Make the revision's rows those of the given quotes. Rows at the same place keep their ids."""
    rows = {(quote.start, quote.end): _row(revision, quote) for quote in quotes}
    for correction in _corrections(revision):
        row = _row_for(correction, list(rows.values()))
        if row and row.corrected_at is None:
            _overlay(correction, on=row)
        elif row is None and correction.revision_id == revision.pk:
            rows[correction.start, correction.end] = correction
    gone = [quote.pk for quote in revision.quotes.all() if (quote.start, quote.end) not in rows]
    revision.quotes.filter(pk__in=gone).delete()
    Quote.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["revision", "start", "end"],
        update_fields=_STORED,
    )


def _row(revision: Revision, quote: ReadQuote) -> Quote:
    return Quote(
        revision=revision,
        start=quote.start,
        end=quote.end,
        type=quote.type,
        segments=[[segment.start, segment.end] for segment in quote.segments],
        speaker=fitted(Quote, "speaker", quote.speaker),
        speaker_as_printed=fitted(Quote, "speaker_as_printed", quote.speaker_as_printed),
        speaker_start=quote.speaker_at.start if quote.speaker_at else None,
        speaker_end=quote.speaker_at.end if quote.speaker_at else None,
        cue=fitted(Quote, "cue", quote.cue),
        review=quote.review,
        review_reason=fitted(Quote, "review_reason", quote.review_reason),
    )


def _corrections(revision: Revision) -> list[Quote]:
    """Return the article's corrected quotes, those of this revision first, then from the newest back."""
    corrected = Quote.objects.filter(
        revision__article=revision.article_id,
        revision__number__lte=revision.number,
        corrected_at__isnull=False,
    )
    return list(corrected.select_related("revision").order_by("-revision__number", "start"))


def _row_for(correction: Quote, rows: Sequence[Quote]) -> Quote | None:
    if correction.revision_id == (rows[0].revision_id if rows else None):
        return max(
            (row for row in rows if _shared(row, correction) > 0),
            key=lambda row: (
                row.start == correction.start and row.end == correction.end,
                _shared(row, correction),
            ),
            default=None,
        )
    return next((row for row in rows if row.text == correction.text), None)


def _shared(a: Quote, b: Quote) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _overlay(correction: Quote, *, on: Quote) -> None:
    for field in _CORRECTED:
        setattr(on, field, getattr(correction, field))
