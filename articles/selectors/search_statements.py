"""Statements that a search finds, each once, however many outlets print it.

    “duties”    finds a statement that four outlets print with the word and one without it

It is one result: its speaker, the reading that fits best with the word marked, “5 outlets”, and the other
readings folded under it. Readings that fit make the result; the others are shown because they belong to it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Coalesce, Greatest, Least, Ln, RowNumber, Substr

from articles.analysis.passages import Passage
from articles.models import Reading
from articles.selectors.marked_text import Mark, Run, cut
from articles.selectors.search_filter import Wanted, fitting_readings
from articles.selectors.search_marks import as_marks, found_places, headline
from articles.selectors.search_query import Query

READINGS_SHOWN = 10
"""Readings of one result that are shown; the statement's card has them all."""

_WEIGHTS = [0.1, 0.2, 0.4, 1.0]
"""Of a speaker's name, of the sentence around a reading, of nothing, and of the reading itself."""

_PRINTED_OFTEN = 0.5
"""What each doubling of the readings that fit adds to a statement's rank, in parts of it: about a third."""


_RANKED = ("reading__statement", "reading__statement__story", "reading__statement__speaker")


class Ranked(NamedTuple):
    """A statement that fits, by its key and its story's, with the number of its readings that fit."""

    statement: int
    story: int
    speaker: str
    fitting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReading:
    """One reading of a result, as printed. ``start`` and ``end`` are its place in the article's text.

    ``fits`` says whether it is what the search looked for, or only belongs to the same statement.
    """

    article: int
    outlet: str
    published: date | None
    is_reference: bool
    kind: str
    kind_label: str
    suggested: bool
    fits: bool
    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """One result. ``outlets`` counts who prints the statement, whether they print the words or not."""

    key: int
    number: int
    speaker: str
    story_slug: str
    story_title: str
    outlets: int
    fitting: int
    best: FoundReading
    others: tuple[FoundReading, ...]
    more: int


def rank_statements(wanted: Wanted) -> list[Ranked]:
    """Return every statement that fits, best or newest first, in one query.

    All of them are read at once, since how many there are, whose and of which stories are asked for too.
    """
    newest = Max("reading__revision__article__published")
    rank = Max(wanted.query.rank("vector", weights=_WEIGHTS))
    grouped = (
        fitting_readings(wanted)
        .order_by()
        .values(*_RANKED)
        .annotate(fitting=Count("reading"), newest=newest)
        .annotate(rank=rank * (1 + Ln("fitting") * _PRINTED_OFTEN))
        .order_by(*wanted.in_order(F("newest")), "-fitting", "reading__statement")
    )
    return [Ranked(*row) for row in grouped.values_list(*_RANKED, "fitting")]


def show_statements(wanted: Wanted, ranked: Sequence[Ranked]) -> tuple[FoundStatement, ...]:
    """Return the results for these ranked statements in their order, in two queries."""
    keys = [row.statement for row in ranked]
    outlets = _count_outlets(keys)
    readings = defaultdict(list)
    for row in _readings(wanted, keys):
        readings[row["statement"]].append(row)
    return tuple(
        _result(readings[row.statement], query=wanted.query, fitting=row.fitting, outlets=outlets)
        for row in ranked
        if readings[row.statement]
    )


def _count_outlets(keys: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return for each statement how many outlets surely print it, and how many readings there are in all."""
    current = Reading.objects.filter(statement__in=keys, revision__is_current=True)
    sure = Q(suggested=False, revision__article__is_reference=False)
    return {
        key: (outlets, readings)
        for key, outlets, readings in current.order_by()
        .values_list("statement")
        .annotate(
            outlets=Count("revision__article__outlet", distinct=True, filter=sure), readings=Count("pk")
        )
    }


def _readings(wanted: Wanted, keys: Sequence[int]) -> list[dict[str, Any]]:
    """Return what is shown of each statement's readings: those that fit first, quoted before reported."""
    start = Least(F("start"), F("context_start"))
    end = Greatest(F("end"), F("context_end"))
    fitting = fitting_readings(wanted).filter(reading=OuterRef("pk"))
    told = fitting.annotate(told=headline("sentence", wanted.query.wanted)).values("told")
    shown = (
        Reading.objects.filter(statement__in=keys, revision__is_current=True)
        .annotate(
            fits=Exists(fitting),
            rank=wanted.query.rank("words__vector", weights=_WEIGHTS),
            length=F("end") - F("start"),
        )
        .annotate(
            place=Window(
                RowNumber(),
                partition_by="statement",
                order_by=["-fits", "suggested", "-rank", "-length", "position"],
            )
        )
        .filter(place__lte=READINGS_SHOWN)
        .order_by("place")
    )
    return list(
        shown.annotate(
            told=Coalesce(Subquery(told), Value(""), output_field=TextField()),
            shown_from=start,
            sentence=Substr("revision__text", start + Value(1, output_field=IntegerField()), end - start),
        ).values(
            *("pk", "statement", "start", "end", "kind", "suggested", "fits"),
            *("told", "shown_from", "sentence", "statement__position", "statement__speaker"),
            *("statement__story__slug", "statement__story__title"),
            *("revision__article", "revision__article__outlet__name"),
            *("revision__article__published", "revision__article__is_reference"),
        )
    )


def _result(
    readings: Sequence[dict[str, Any]], *, query: Query, fitting: int, outlets: dict[int, tuple[int, int]]
) -> FoundStatement:
    first = readings[0]
    shown = [_reading(reading, query=query) for reading in readings]
    printed_by, in_all = outlets[first["statement"]]
    return FoundStatement(
        key=first["statement"],
        number=first["statement__position"] + 1,
        speaker=first["statement__speaker"],
        story_slug=first["statement__story__slug"],
        story_title=first["statement__story__title"],
        outlets=printed_by,
        fitting=fitting,
        best=shown[0],
        others=tuple(shown[1:]),
        more=in_all - len(shown),
    )


def _reading(row: dict[str, Any], *, query: Query) -> FoundReading:
    """Return a reading in its sentence: grey around the words, the found ones marked."""
    text = row["sentence"]
    whole = Passage(start=0, end=len(text))
    places = found_places(row["told"], query=query, text=text, passages=[whole])
    body = Mark(start=row["start"] - row["shown_from"], end=row["end"] - row["shown_from"], layer="said")
    return FoundReading(
        article=row["revision__article"],
        outlet=row["revision__article__outlet__name"],
        published=row["revision__article__published"],
        is_reference=row["revision__article__is_reference"],
        kind=row["kind"],
        kind_label=Reading.Kind(row["kind"]).label,
        suggested=row["suggested"],
        fits=row["fits"],
        start=row["start"],
        end=row["end"],
        runs=cut(text, within=whole, marks=[body, *as_marks(places)]),
    )
