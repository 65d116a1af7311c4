"""The rows of an alignment table that are printed between quotation marks, and how far each of them reaches.

A fragment reaches from its first word to its last. A quotation that opens with a capital and closes with a
full stop looks like a whole sentence, and may be compared with one from end to end; but what it lacks at its
ends is surely left out only where the same marks hold another sentence before or after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.alignment import Reading, Statement
from articles.analysis.collation import Table
from articles.analysis.discrepancies import Evidence
from articles.analysis.passages import Token
from articles.analysis.quotes import Quote
from articles.analysis.word_compounds import words

_SAME_WORDS = 0.45
"""The share of the shorter of two readings that both must print for them to be the same words."""
LONGEST = 80
"""Evidence is no longer than this many characters, the first of a longer difference."""
_MARKS = 3
"""So many characters at the edge of a quoted stretch may be marks and spaces; more are words."""

Side = tuple[str, ...]
"""The keys of the words that a reading prints at a place; empty where it prints none."""


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A quoted reading: its words by column, the columns it reaches and those it reaches for certain."""

    reading: Reading
    text: str
    cells: tuple[tuple[Token, ...], ...]
    keys: tuple[Side, ...]
    reach: range
    sure_reach: range

    def tokens(self, place: range) -> tuple[Token, ...]:
        """Return what is printed in a run of columns."""
        return tuple(token for cell in self.cells[place.start : place.stop] for token in cell)

    def side(self, place: range) -> Side:
        """Return the keys of what is printed in a run of columns."""
        return tuple(key for keys in self.keys[place.start : place.stop] for key in keys)

    def reaches(self, place: range, *, surely: bool = False) -> bool:
        """Say whether the reading, or for certain its sentence, extends over a run of columns."""
        reach = self.sure_reach if surely else self.reach
        return place.start in reach and place.stop - 1 in reach

    def evidence(self, place: range) -> Evidence | None:
        """Return the words printed at a place, or where there are none the words on both sides of it."""
        inside = self.tokens(place)
        if not inside:
            inside = (
                self.tokens(range(place.start))[-1:] + self.tokens(range(place.stop, len(self.cells)))[:1]
            )
        if not inside:
            return None
        short = [token for token in inside if token.end - inside[0].start <= LONGEST] or inside[:1]
        return Evidence(start=inside[0].start, end=short[-1].end, article=self.reading.article)


def quoted_rows(
    statement: Statement, table: Table, quotes: Sequence[Sequence[Quote]], texts: Sequence[str]
) -> list[QuotedRow]:
    """Return the readings between marks that print the words of the fullest of them."""
    quoted = [
        (at, reading)
        for at, reading in enumerate(statement.readings)
        if reading.kind != "reported" and not reading.suggested and any(c.cells[at] for c in table.columns)
    ]
    if len(quoted) < 2:
        return []
    keys = [_keys([column.cells[at] for at, _ in quoted]) for column in table.columns]
    rows = []
    for row, (at, reading) in enumerate(quoted):
        cells = tuple(column.cells[at] for column in table.columns)
        of_row = tuple(column[row] for column in keys)
        reach = _reach(reading, texts[reading.article], cells)
        sure_reach = _sure_reach(reading, quotes[reading.article], cells)
        rows.append(QuotedRow(reading, texts[reading.article], cells, of_row, reach, sure_reach))
    fullest = max(rows, key=lambda row: (sum(_shared(row, other) for other in rows), -row.reading.article))
    return [row for row in rows if _shared(row, fullest) >= _SAME_WORDS * min(_size(row), _size(fullest))]


def _keys(cells: Sequence[tuple[Token, ...]]) -> list[Side]:
    """Return what each row prints in a column; "problem solving" and "problem-solving" are one key."""
    return [tuple(word.key for word in row) for row in words(cells)]


def _reach(reading: Reading, text: str, cells: Sequence[tuple[Token, ...]]) -> range:
    """Return the columns in which a reading may print other words.

    A quotation that opens with a capital opens with its sentence; one that ends in a full stop ends with it.
    """
    printed = [at for at, cell in enumerate(cells) if cell]
    passage = reading.of(text).strip("\"'“”‘’ ")
    whole_start = reading.kind != "partial" and passage[:1].isupper()
    whole_end = reading.kind != "partial" and passage[-1:] in (".", "!", "?") and not passage.endswith("...")
    return range(0 if whole_start else printed[0], len(cells) if whole_end else printed[-1] + 1)


def _sure_reach(reading: Reading, quotes: Sequence[Quote], cells: Sequence[tuple[Token, ...]]) -> range:
    """Return the columns in which a reading that prints nothing leaves something out.

    A quotation may open and break off anywhere, whatever its first letter and its last sign. Only between two
    sentences inside the same marks does the one begin where the other ends.
    """
    printed = [at for at, cell in enumerate(cells) if cell]
    segments = quotes[reading.quote].segments if reading.quote is not None else ()
    (around,) = [segment for segment in segments if segment.covers(reading)][:1] or [reading]
    goes_before = reading.start - around.start > _MARKS
    goes_on = around.end - reading.end > _MARKS
    return range(0 if goes_before else printed[0], len(cells) if goes_on else printed[-1] + 1)


def _shared(one: QuotedRow, other: QuotedRow) -> int:
    return sum(1 for mine, theirs in zip(one.keys, other.keys, strict=True) if mine and mine == theirs)


def _size(row: QuotedRow) -> int:
    return sum(1 for keys in row.keys if keys)
