"""The board of a story: which rows to show, against which base, with what marked.

Works on the stored rows as plain values, so that the choices cost no query. The base of a row is the chosen
outlet's reading; where that outlet does not print the statement, the first that does takes its place, and the
row says so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from articles.analysis.collation import Table
from articles.models import Reading
from articles.models.values import table_from_json_text
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_copies import without_copies
from articles.selectors.comparison_filter import is_wanted
from articles.selectors.comparison_flags import Flag
from articles.selectors.comparison_marks import Departure, Piece, as_printed, departure
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement

HEAT = (0.0, 0.15, 0.35, 0.6)
"""A cell's heat is how many of these shares of changed words it passes: 0 is as printed by the base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """An outlet's column head. ``heat`` holds, row by row, 0 to 4, or None for a gap.

    ``carried`` counts the shown rows it prints, ``changed`` those where its words are not the base's.
    ``query`` makes it the base.
    """

    column: Column
    is_base: bool
    heat: tuple[int | None, ...]
    carried: int
    changed: int
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellReading:
    """One passage of a cell, as printed and marked."""

    start: int
    end: int
    kind: str
    paragraph: int
    pieces: tuple[Piece, ...]
    suggested: bool
    other_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one outlet prints of a statement; without readings it is a gap, and ``gap`` says which.

    ``share`` (0 to 1) is the part of its words that differs from the base, ``is_marked`` whether the reader
    sees which: a report in words of its own differs without a mark. Suggested readings do not count.
    """

    column: Column
    readings: tuple[CellReading, ...]
    is_base: bool
    share: float
    is_marked: bool
    gap: str

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
        return sum(self.share > step for step in HEAT) if self.is_sure else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement across the outlets. ``base`` is the column compared with, chosen or fallen back to."""

    key: int
    number: int
    speaker: str
    is_named: bool
    flags: tuple[Flag, ...]
    cells: tuple[Cell, ...]
    carried: tuple[str, ...]
    base: Column
    base_is_chosen: bool

    @property
    def carriers(self) -> int:
        """Return how many outlets surely print it."""
        return self.carried.count("yes")

    @property
    def printings(self) -> int:
        """Return how many of them are independent of each other: an outlet and its copies count once."""
        return len({cell.column.group for cell in self.cells if cell.is_sure})

    @property
    def falls_back(self) -> bool:
        """Say whether readings are compared with another outlet's, since the chosen base has none."""
        return not self.base_is_chosen and self.carried.count("no") < len(self.carried) - 1

    @property
    def is_shared(self) -> bool:
        """Say whether more than one outlet surely prints it."""
        return self.carriers > 1

    @property
    def differs(self) -> bool:
        """Say whether any outlet's words are not the base's."""
        return any(cell.differs for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The comparison as chosen: the rows that several outlets share before those that one alone has.

    ``total`` counts the story's statements, shown or not; ``collapsed`` the columns that are not shown, since
    they copy others, ``copied`` the statements that only those print.
    """

    slug: str
    choices: Choices
    headers: tuple[Header, ...]
    rows: tuple[Row, ...]
    total: int
    collapsed: int
    copied: int

    @property
    def shared(self) -> tuple[Row, ...]:
        """Return the rows that two outlets or more surely print."""
        return tuple(row for row in self.rows if row.is_shared)

    @property
    def alone(self) -> tuple[Row, ...]:
        """Return the rows that one outlet alone surely prints."""
        return tuple(row for row in self.rows if not row.is_shared)

    @property
    def has_suggestions(self) -> bool:
        """Say whether a shown cell has a reading that waits for an editor."""
        return any(reading.suggested for row in self.rows for cell in row.cells for reading in cell.readings)

    @property
    def differences(self) -> int:
        """Return how many of the shown cells have a marked difference from the base."""
        return sum(cell.is_marked for row in self.rows for cell in row.cells)


def comparison(source: Source, *, choices: Choices) -> Board:
    """Return the board that the choices ask for."""
    shown = without_copies(source, base=choices.base) if choices.collapse else source
    base = chosen_base(shown, choices=choices)
    wanted = (
        statement for statement in shown.statements if is_wanted(statement, source=shown, choices=choices)
    )
    rows = [_row(statement, source=shown, base=base, choices=choices) for statement in wanted]
    if choices.changes_only:
        rows = [row for row in rows if row.differs]
    rows.sort(key=lambda row: not row.is_shared)
    return Board(
        slug=source.slug,
        choices=choices,
        headers=tuple(
            _header(column, rows=rows, at=at, is_base=at == base, choices=choices)
            for at, column in enumerate(shown.columns)
        ),
        rows=tuple(rows),
        total=len(source.statements),
        collapsed=len(source.columns) - len(shown.columns),
        copied=len(source.statements) - len(shown.statements),
    )


def chosen_base(source: Source, *, choices: Choices) -> int:
    """Return the index of the base: the chosen article, else the one with most readings, earliest first."""
    for at, column in enumerate(source.columns):
        if column.article == choices.base:
            return at
    carried = Counter(at for statement in source.statements for at in statement.carried_by)

    def preference(at: int) -> tuple[int, date, int]:
        return -carried[at], source.columns[at].published or date.max, at

    return min(range(len(source.columns)), key=preference, default=0)


def speaker_of(statement: StoredStatement) -> str:
    """Return whose words a row holds, in words for the reader."""
    if statement.speaker:
        return statement.speaker
    is_said = any(reading.quoted and not reading.suggested for reading in statement.readings)
    return "Unknown speaker" if is_said else "Reported fact"


def _row(statement: StoredStatement, *, source: Source, base: int, choices: Choices) -> Row:
    against = _base_reading(statement, base=base)
    table = table_from_json_text(statement.collation)
    cells = tuple(
        _cell(
            column,
            readings=[reading for reading in statement.readings if reading.column == at],
            base=against,
            base_text=source.columns[against.column].text,
            is_base=at == against.column,
            table=table,
            choices=choices,
        )
        for at, column in enumerate(source.columns)
    )
    return Row(
        key=statement.key,
        number=statement.number,
        speaker=speaker_of(statement),
        is_named=bool(statement.speaker),
        flags=statement.flags,
        cells=cells,
        carried=tuple(_carried(cell) for cell in cells),
        base=source.columns[against.column],
        base_is_chosen=against.column == base,
    )


def _base_reading(statement: StoredStatement, *, base: int) -> StoredReading:
    """Return what the row is compared with: a sure reading before a suggested one, the longest of several."""

    def preference(reading: StoredReading) -> tuple[bool, bool, int, int]:
        return (
            reading.suggested,
            reading.column != base,
            reading.column,
            reading.start - reading.end,
        )

    return min(statement.readings, key=preference)


def _cell(
    column: Column,
    *,
    readings: Sequence[StoredReading],
    base: StoredReading,
    base_text: str,
    is_base: bool,
    table: Table | None,
    choices: Choices,
) -> Cell:
    seen: list[tuple[StoredReading, Departure]] = []
    for reading in readings:
        if is_base or table is None:
            seen.append((reading, as_printed(reading, text=column.text)))
        else:
            marked = departure(
                reading, text=column.text, base=base, base_text=base_text, table=table, show=choices.show
            )
            seen.append((reading, marked))
    sure = [marked for reading, marked in seen if not reading.suggested]
    return Cell(
        column=column,
        readings=tuple(_cell_reading(reading, marked, column=column) for reading, marked in seen),
        is_base=is_base,
        share=max((marked.share for marked in sure), default=0),
        is_marked=any(marked.is_marked for marked in sure),
        gap=column.gap,
    )


def _cell_reading(reading: StoredReading, marked: Departure, *, column: Column) -> CellReading:
    return CellReading(
        start=reading.start,
        end=reading.end,
        kind=str(Reading.Kind(reading.kind).label).capitalize(),
        paragraph=column.paragraph(reading.start),
        pieces=marked.pieces,
        suggested=reading.suggested,
        other_words=marked.other_words,
    )


def _carried(cell: Cell) -> str:
    """Return whether an outlet prints the statement: yes, maybe (only suggested readings) or no."""
    if cell.is_sure:
        return "yes"
    return "maybe" if cell.readings else "no"


def _header(column: Column, *, rows: Iterable[Row], at: int, is_base: bool, choices: Choices) -> Header:
    cells = [row.cells[at] for row in rows]
    return Header(
        column=column,
        is_base=is_base,
        heat=tuple(cell.heat for cell in cells),
        carried=sum(cell.is_sure for cell in cells),
        changed=sum(cell.differs for cell in cells),
        query=choices.but(base=column.article).query,
    )
