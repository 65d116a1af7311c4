"""A statement as a row of the comparison: what each column prints, marked against the base.

Works on stored rows as plain values, so that it costs no query.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.analysis.passages import Passage
from articles.selectors.comparison_base import Base
from articles.selectors.comparison_board import Cell, CellReading, Row
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_columns import Column, kind_in
from articles.selectors.comparison_forms import HeldAgainst
from articles.selectors.comparison_marks import Departure, as_printed, departure
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement

_BEFORE_A_QUOTE = "\"'“‘«„‚([ "


def speaker_of(statement: StoredStatement) -> str:
    """Return whose words a row holds, in words for the reader."""
    if statement.speaker:
        return statement.speaker
    is_said = any(reading.quoted and not reading.suggested for reading in statement.readings)
    return "Unknown speaker" if is_said else "Reported fact"


def row_of(
    statement: StoredStatement, *, heading: str, place: int, source: Source, base: Base, choices: Choices
) -> Row:
    """Return the row of a statement across the shown columns; ``place`` is its index among all rows."""
    held = HeldAgainst(statement, source=source, base=base)
    against = held.base
    readings: dict[int, list[StoredReading]] = defaultdict(list)
    for reading in statement.readings:
        readings[reading.column].append(reading)
    cells = tuple(
        _cell(
            source.columns[at],
            readings=readings[at],
            held=held,
            is_base=at == against.column,
            choices=choices,
        )
        for at in source.shown
    )
    return Row(
        key=statement.key,
        number=statement.number,
        place=place,
        heading=heading,
        speaker=speaker_of(statement),
        is_named=bool(statement.speaker),
        flags=statement.flags,
        cells=cells,
        carried=tuple(_carried(cell) for cell in cells if not cell.column.is_reference),
        base=None if against.column is None else source.columns[against.column],
        base_is_chosen=against.is_chosen,
        majority=against.majority.pieces if against.majority else (),
    )


def _cell(
    column: Column,
    *,
    readings: Sequence[StoredReading],
    held: HeldAgainst,
    is_base: bool,
    choices: Choices,
) -> Cell:
    seen = [
        (reading, _seen(reading, text=column.text, held=None if is_base else held, choices=choices))
        for reading in _apart(readings, text=column.text)
    ]
    sure = [marked for reading, marked in seen if not reading.suggested]
    return Cell(
        column=column,
        readings=tuple(_cell_reading(reading, marked, column=column) for reading, marked in seen),
        is_base=is_base,
        share=max((marked.share for marked in sure), default=0),
    )


def _apart(readings: Sequence[StoredReading], *, text: str) -> Sequence[StoredReading]:
    """Return the readings as they stand in the text: what lies between two of one sentence is shown once."""
    found = sorted(readings, key=lambda reading: reading.start)
    for at, (before, after) in enumerate(pairwise(found)):
        if before.end <= after.start < before.context.end:
            between = text[before.end : after.start].rstrip(_BEFORE_A_QUOTE)
            border = before.end + len(between)
            found[at] = replace(found[at], context=Passage(start=found[at].context.start, end=border))
            found[at + 1] = replace(after, context=Passage(start=border, end=after.context.end))
    return found


def _seen(reading: StoredReading, *, text: str, held: HeldAgainst | None, choices: Choices) -> Departure:
    marks = held.marks(reading) if held else None
    if held is None or marks is None:
        return as_printed(reading, text=text)
    return departure(
        reading, text=text, base=held.base.reading, base_text=held.base.text, marks=marks, show=choices.show
    )


def _cell_reading(reading: StoredReading, marked: Departure, *, column: Column) -> CellReading:
    return CellReading(
        start=reading.start,
        end=reading.end,
        kind=kind_in(column, reading.kind).capitalize(),
        paragraph=column.paragraph(reading.start),
        pieces=marked.pieces,
        suggested=reading.suggested,
        other_words=marked.other_words,
        is_uncompared=marked.share > 0 and not marked.is_marked,
    )


def _carried(cell: Cell) -> str:
    """Return whether an outlet prints the statement: yes, maybe (only suggested readings) or no."""
    if cell.is_sure:
        return "yes"
    return "maybe" if cell.readings else "no"
