"""What the margin of an article says, and the marks in the text that it belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from articles.models import Entity, EntityForm, Figure, Omission, Quote, Reading, Revision
from articles.selectors.marked_text import Mark
from articles.selectors.printed_roles import PrintedRole, roles_in
from articles.selectors.rows import readings_with_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row of the comparison that a passage belongs to.

    ``number`` counts rows from 1; ``carried`` is how many articles print the statement, this one included.
    """

    statement: int
    number: int
    carried: int
    is_suggested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteNote:
    """A quote as the margin describes it. ``start`` and ``end`` are its place in the text.

    ``as_printed`` is empty where the article prints the speaker's full name. ``last_paragraph`` is the
    number of the paragraph that the quote ends in, 0 until the text is set.
    """

    pk: int
    number: int
    start: int
    end: int
    type: str
    speaker: str
    as_printed: str
    cue: str
    review: bool
    review_reason: str
    is_corrected: bool
    rows: tuple[Row, ...]
    last_paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNote:
    """A passage outside the quotes that carries a statement."""

    start: int
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class OmissionNote:
    """A passage that is left out of the comparison, and why."""

    start: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, organisation or place, with the forms in which the article prints it and how often each.

    ``roles`` are what the article says a person is.
    """

    name: str
    kind: str
    forms: tuple[tuple[str, int], ...]
    roles: tuple[PrintedRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Everything the machine read in one revision: marks for the text, notes for the margin."""

    marks: tuple[Mark, ...]
    quotes: tuple[QuoteNote, ...]
    reports: tuple[ReportNote, ...]
    omissions: tuple[OmissionNote, ...]
    names: tuple[Name, ...]
    figures: int


def read_notes(revision: Revision) -> Notes:
    """Load what was read in the revision, in seven queries."""
    quotes = list(Quote.objects.filter(revision=revision).order_by("start", "end"))
    omissions = list(Omission.objects.filter(revision=revision).order_by("start"))
    figures = list(Figure.objects.filter(revision=revision))
    forms = list(
        EntityForm.objects.filter(revision=revision).select_related("entity").order_by("entity__name")
    )
    readings = list(readings_with_rows().filter(revision=revision).order_by("start"))
    rows = _rows(readings)
    return Notes(
        marks=(
            *(mark for number, quote in enumerate(quotes, start=1) for mark in _quote_marks(quote, number)),
            *(_reading_mark(reading, rows[reading.pk]) for reading in readings),
            *(mark for form in forms for mark in _form_marks(form)),
            *(Mark(start=figure.start, end=figure.end, layer="figure") for figure in figures),
            *(Mark(start=one.start, end=one.end, layer="omitted") for one in omissions),
        ),
        quotes=tuple(_quote_notes(quotes, readings, rows)),
        reports=tuple(
            ReportNote(start=reading.start, row=rows[reading.pk])
            for reading in readings
            if reading.quote_id is None
        ),
        omissions=tuple(OmissionNote(start=one.start, reason=one.reason) for one in omissions),
        names=_names(forms, roles_in(revision)),
        figures=len(figures),
    )


def _rows(readings: Sequence[Reading]) -> dict[int, Row]:
    statements = {reading.statement_id for reading in readings}
    carried = dict(
        Reading.objects.filter(statement__in=statements, suggested=False, revision__is_current=True)
        .order_by()
        .values_list("statement")
        .annotate(carried=Count("revision__article", distinct=True))
    )
    return {
        reading.pk: Row(
            statement=reading.statement_id,
            number=reading.statement.position + 1,
            carried=carried.get(reading.statement_id, 0),
            is_suggested=reading.suggested,
        )
        for reading in readings
    }


def _quote_notes(
    quotes: Sequence[Quote], readings: Sequence[Reading], rows: Mapping[int, Row]
) -> Iterable[QuoteNote]:
    carrying: dict[int, list[Row]] = defaultdict(list)
    for reading in readings:
        if reading.quote_id is not None:
            carrying[reading.quote_id].append(rows[reading.pk])
    for number, quote in enumerate(quotes, start=1):
        yield QuoteNote(
            pk=quote.pk,
            number=number,
            start=quote.start,
            end=quote.end,
            type=quote.type,
            speaker=quote.speaker,
            as_printed=quote.speaker_as_printed if quote.speaker_as_printed != quote.speaker else "",
            cue=quote.cue,
            review=quote.review,
            review_reason=quote.review_reason,
            is_corrected=quote.corrected_at is not None,
            rows=tuple(carrying[quote.pk]),
        )


def _quote_marks(quote: Quote, number: int) -> Iterable[Mark]:
    yield Mark(
        start=quote.start,
        end=quote.end,
        layer="quote",
        name=quote.type,
        anchor=f"quote-{quote.pk}",
        number=number,
    )
    if quote.speaker_start is not None and quote.speaker_end is not None:
        yield Mark(start=quote.speaker_start, end=quote.speaker_end, layer="speaker")


def _reading_mark(reading: Reading, row: Row) -> Mark:
    shared = row.carried > 1 and not row.is_suggested
    return Mark(
        start=reading.start,
        end=reading.end,
        layer="reading",
        name="shared" if shared else "",
        anchor=f"reading-{reading.pk}",
    )


def _form_marks(form: EntityForm) -> Iterable[Mark]:
    for start in form.starts:
        yield Mark(start=start, end=start + len(form.text), layer="name", name=form.entity.kind)


def _names(forms: Iterable[EntityForm], roles: Mapping[int, tuple[PrintedRole, ...]]) -> tuple[Name, ...]:
    printed: dict[Entity, list[tuple[str, int]]] = defaultdict(list)
    for form in forms:
        printed[form.entity].append((form.text, form.count))
    return tuple(
        Name(
            name=entity.name,
            kind=entity.kind,
            forms=tuple(sorted(forms, key=lambda form: -form[1])),
            roles=roles.get(entity.pk, ()),
        )
        for entity, forms in printed.items()
    )
