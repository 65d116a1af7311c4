"""The board as the page shows it: heads, rows and cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.selectors.comparison_arrangement import Unshown
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_flags import Flag
from articles.selectors.comparison_map import Bar, Shade, overview, rows_a_bar, strip, thinned
from articles.selectors.comparison_marks import Piece
from articles.selectors.comparison_outline import heat_of
from articles.selectors.comparison_window import Window

_MOST_LINKS = 1000
_MOST_CELLS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """An outlet's column head. ``heat`` holds, row by row, 0 to 4, or None for a gap.

    ``carried`` counts the shown rows it prints, ``changed`` those where its words are not the base's.
    ``left`` and ``right`` are the choices with the column moved that way, None where it cannot go.
    """

    column: Column
    is_base: bool
    heat: tuple[int | None, ...]
    carried: int
    changed: int
    left: Choices | None
    right: Choices | None

    @property
    def strip(self) -> tuple[Shade, ...]:
        """Return the heat drawn as a strip."""
        return strip(thinned(self.heat))


@dataclass(frozen=True, slots=True, kw_only=True)
class CellReading:
    """One passage of a cell, as printed and marked.

    ``is_uncompared`` tells that it differs, but shares too few words with the base to mark them.
    """

    start: int
    end: int
    kind: str
    paragraph: int
    pieces: tuple[Piece, ...]
    suggested: bool
    other_words: bool
    is_uncompared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one outlet prints of a statement; without readings it is a gap, and ``gap`` says which.

    ``share`` (0 to 1) is the part of its words that differs from the base. Suggested readings do not
    count.
    """

    column: Column
    readings: tuple[CellReading, ...]
    is_base: bool
    share: float

    @property
    def gap(self) -> str:
        """Return what the cell says without a reading."""
        return self.column.gap

    @property
    def is_sure(self) -> bool:
        """Say whether the outlet surely prints the statement: a reading is more than suggested."""
        return any(not reading.suggested for reading in self.readings)

    @property
    def differs(self) -> bool:
        """Say whether the outlet's words are not the base's."""
        return self.share > 0

    @property
    def heat(self) -> int | None:
        """Return 0 to 4 by the share of changed words, None where it is not surely printed."""
        return heat_of(self.share) if self.is_sure else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement across the outlets, under its ``heading``. ``carried`` says of each outlet whether it
    prints it: yes, maybe or no. ``place`` is its index among all rows, whatever its number in the story.

    ``base`` is the column compared with, chosen or fallen back to; None where it is the majority reading,
    whose words then are ``majority``.
    """

    key: int
    number: int
    place: int
    heading: str
    speaker: str
    is_named: bool
    flags: tuple[Flag, ...]
    cells: tuple[Cell, ...]
    carried: tuple[str, ...]
    base: Column | None
    base_is_chosen: bool
    majority: tuple[Piece, ...]

    @property
    def carriers(self) -> int:
        """Return how many outlets surely print it."""
        return self.carried.count("yes")

    @property
    def printings(self) -> int:
        """Return how many of them are independent of each other: an outlet and its copies count once."""
        outlets = (cell for cell in self.cells if not cell.column.is_reference)
        return len({cell.column.group for cell in outlets if cell.is_sure})

    @property
    def falls_back(self) -> bool:
        """Say whether readings are compared with another column's, since the chosen base has none."""
        return not self.base_is_chosen and sum(bool(cell.readings) for cell in self.cells) > 1

    @property
    def is_shared(self) -> bool:
        """Say whether more than one outlet surely prints it."""
        return self.carriers > 1

    @property
    def differs(self) -> bool:
        """Say whether any outlet's words are not the base's."""
        return any(cell.differs for cell in self.cells)

    @property
    def differing(self) -> int:
        """Return how many cells' words are not the base's."""
        return sum(cell.differs for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows under one heading, which is empty where they need none. ``count`` of them are on the board;
    ``is_continued`` says that the first of these ``rows`` is not the first of them.
    """

    heading: str
    rows: tuple[Row, ...]
    count: int
    is_continued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The comparison as chosen. ``rows`` are those of the ``window``; of all that the choices keep there are
    the ``keys``, how many stand under each of the ``headings``, and the ``bars`` of the map. ``differences``
    counts the cells that differ from their row's base, ``differences_before`` those before the window.

    ``total`` counts the story's statements, kept or not; ``unshown`` are the articles without a column.
    ``has_majority`` tells that the base is the majority reading.
    """

    slug: str
    choices: Choices
    headers: tuple[Header, ...]
    rows: tuple[Row, ...]
    window: Window
    keys: tuple[int, ...]
    headings: Mapping[str, int]
    differences: int
    differences_before: int
    bars: tuple[Bar, ...]
    total: int
    unshown: Unshown
    has_majority: bool

    @property
    def base(self) -> str:
        """Return the name of what the others are compared with."""
        if self.has_majority:
            return "the majority reading"
        return next((header.column.outlet for header in self.headers if header.is_base), "")

    @property
    def overview(self) -> tuple[Shade, ...]:
        """Return the heat of all columns drawn as one map."""
        return overview([thinned(header.heat) for header in self.headers])

    @property
    def count(self) -> int:
        """Return how many rows the choices keep."""
        return len(self.keys)

    def beside(self, article: int) -> int | None:
        """Return the article to read another one beside: the base, else the first of the others."""
        others = [header for header in self.headers if header.column.article != article]
        base = [header for header in others if header.is_base]
        return next((header.column.article for header in base or others), None)

    @property
    def columns(self) -> int:
        """Return how many columns the rows have, beside the statement's own."""
        return len(self.headers) + self.has_majority

    @property
    def outlets(self) -> int:
        """Return how many of the shown columns are outlets'."""
        return sum(not header.column.is_reference for header in self.headers)

    @property
    def rows_a_bar(self) -> int:
        """Return how many neighbouring rows are one bar of the map."""
        return rows_a_bar(self.count)

    @property
    def has_linked_strips(self) -> bool:
        """Say whether each strip has the map's links too: not where so many would slow the page."""
        return len(self.bars) * len(self.headers) <= _MOST_LINKS

    @property
    def grows(self) -> bool:
        """Say whether rows of other windows join those on the page; so many cells that a browser would take
        long to lay them out take turns instead.
        """
        return self.count * self.columns <= _MOST_CELLS

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the rows under their headings."""
        parts = []
        before = 0
        for heading, count in self.headings.items():
            rows = tuple(row for row in self.rows if before <= row.place < before + count)
            if rows:
                parts.append(
                    Part(heading=heading, rows=rows, count=count, is_continued=rows[0].place > before)
                )
            before += count
        return tuple(parts)

    @property
    def has_suggestions(self) -> bool:
        """Say whether a shown cell has a reading that waits for an editor."""
        return any(reading.suggested for row in self.rows for cell in row.cells for reading in cell.readings)
