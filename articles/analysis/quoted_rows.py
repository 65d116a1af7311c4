"""The rows of an alignment table that are printed between quotation marks, and how far each of them reaches.

A fragment reaches from its first word to its last. A quotation that opens with a capital and closes with a
full stop looks like a whole sentence, and may be compared with one from end to end; but what it lacks at its
ends is surely left out only where the same marks hold another sentence before or after it.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from articles.analysis.alignment import Reading, Statement
from articles.analysis.collation import Table
from articles.analysis.discrepancies import Evidence
from articles.analysis.passages import Token
from articles.analysis.quotes import Quote
from articles.analysis.word_compounds import words
from articles.analysis.word_matching import FUNCTION_WORDS

_SAME_WORDS = 0.45
"""The share of the shorter of two readings that both must print for them to be the same words."""
_SHORT = 10
_SAME_IN_SHORT = 0.6
"""Of a reading of so few words this share, since they have half in common by chance."""
_SHARED_AT_LEAST = 3
"""Fewer words in common are a turn of phrase: "right this wrong" and "what's right and what's wrong"."""
LONGEST = 80
"""Evidence is no longer than this many characters, the first of a longer difference."""
_MARKS = 3
"""So many characters at the edge of a quoted stretch may be marks and spaces; more are words."""

Side = tuple[str, ...]
"""The keys of the words that a reading prints at a place; empty where it prints none."""


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A quoted reading: its words by column, the columns it reaches and those it reaches for certain.

    ``opens`` and ``closes`` tell whether it looks like the beginning and the end of a sentence.
    """

    reading: Reading
    speaker: str | None
    text: str
    cells: tuple[tuple[Token, ...], ...]
    keys: tuple[Side, ...]
    reach: range
    sure_reach: range
    opens: bool
    closes: bool

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

    def breaks_off(self, place: range) -> bool:
        """Say whether the quotation, and not its sentence, begins or ends at a place."""
        printed = [at for at, cell in enumerate(self.cells) if cell]
        return (place.start <= printed[0] and not self.opens) or (
            place.stop > printed[-1] and not self.closes
        )

    def evidence(self, place: range) -> Evidence | None:
        """Return the words printed at a place, or where there are none the words on both sides of it."""
        printed = inside = self.tokens(place)
        if not inside:
            inside = (
                self.tokens(range(place.start))[-1:] + self.tokens(range(place.stop, len(self.cells)))[:1]
            )
        if not inside:
            return None
        short = [token for token in inside if token.end - inside[0].start <= LONGEST] or inside[:1]
        return Evidence(
            start=inside[0].start,
            end=short[-1].end,
            article=self.reading.article,
            lacking=not printed,
        )


def quoted_rows(
    statement: Statement,
    table: Table,
    quotes: Sequence[Sequence[Quote]],
    texts: Sequence[str],
    *,
    references: Set[int] = frozenset(),
) -> list[QuotedRow]:
    """Return the readings between marks that print the words of the fullest of them.

    ``references`` are the articles that need no marks, since all of them is somebody's words.
    """
    quoted = [
        (at, reading)
        for at, reading in enumerate(statement.readings)
        if (reading.kind != "reported" or reading.article in references)
        and not reading.suggested
        and any(column.cells[at] for column in table.columns)
    ]
    if len(quoted) < 2:
        return []
    keys = [_keys([column.cells[at] for at, _ in quoted]) for column in table.columns]
    rows = []
    for row, (at, reading) in enumerate(quoted):
        cells = tuple(column.cells[at] for column in table.columns)
        of_row = tuple(column[row] for column in keys)
        opens, closes = _whole_ends(reading, texts[reading.article])
        printed = [column for column, cell in enumerate(cells) if cell]
        reach = range(0 if opens else printed[0], len(cells) if closes else printed[-1] + 1)
        sure_reach = _sure_reach(reading, quotes[reading.article], cells)
        speaker = quotes[reading.article][reading.quote].speaker if reading.quote is not None else None
        rows.append(
            QuotedRow(
                reading, speaker, texts[reading.article], cells, of_row, reach, sure_reach, opens, closes
            )
        )
    fullest = max(rows, key=lambda row: (sum(_shared(row, other) for other in rows), -row.reading.article))
    return [row for row in rows if _prints_the_same(row, fullest)]


def _keys(cells: Sequence[tuple[Token, ...]]) -> list[Side]:
    """Return what each row prints in a column; "problem solving" and "problem-solving" are one key."""
    return [tuple(word.key for word in row) for row in words(cells)]


def _whole_ends(reading: Reading, text: str) -> tuple[bool, bool]:
    """Say whether a reading may begin and end with its sentence.

    A quotation that opens with a capital opens with its sentence; one that ends in a full stop ends with it.
    """
    passage = reading.of(text).strip("\"'“”‘’ ")
    whole = reading.kind != "partial"
    closes = passage[-1:] in (".", "!", "?") and not passage.endswith("...")
    return whole and passage[:1].isupper(), whole and closes


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


def _prints_the_same(one: QuotedRow, other: QuotedRow) -> bool:
    shorter = min(_size(one), _size(other))
    share = _SAME_IN_SHORT if shorter <= _SHORT else _SAME_WORDS
    if _shared(one, other) < max(_SHARED_AT_LEAST, share * shorter):
        return False
    return shorter > _SHORT or _shared_content(one, other) >= share


def _shared(one: QuotedRow, other: QuotedRow) -> int:
    return sum(1 for mine, theirs in zip(one.keys, other.keys, strict=True) if mine and mine == theirs)


def _shared_content(one: QuotedRow, other: QuotedRow) -> float:
    """Return the share of the content words of one of two readings, the one with fewer, in the other."""
    fewer, more = sorted((_content(one), _content(other)), key=len)
    return len(fewer & more) / len(fewer) if fewer else 1.0


def _content(row: QuotedRow) -> frozenset[str]:
    return frozenset(word for keys in row.keys for word in keys if word not in FUNCTION_WORDS)


def _size(row: QuotedRow) -> int:
    return sum(1 for keys in row.keys if keys)
