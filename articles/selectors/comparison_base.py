"""What the readings of the comparison are compared with.

The reader chooses an article or the majority reading. Without a choice it is the reference witness, where the
story has one, else a full English article of an outlet's own, no copy and no excerpt, that prints most of the
story; of equals the first column. So it stays what it is when copies, excerpts and articles that print less
come in. Where the base lacks a statement, the first column that prints it takes its place; where there is no
majority, the usual base does. The row says so.
"""

from collections import Counter
from dataclasses import dataclass

from articles.analysis.collation import Table
from articles.models import Article
from articles.models.values import table_from_json_text
from articles.selectors.comparison_choices import MAJORITY, Choices
from articles.selectors.comparison_majority import MajorityReading, majority_reading
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The base of the whole board. ``column`` is its index; for the majority's that of the usual outlet."""

    column: int
    is_majority: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparand:
    """What the readings of one row are compared with: ``reading`` in ``text``, a row of ``table``.

    ``column`` is the index of its article, None for the majority reading, which then is ``majority``.
    ``is_chosen`` tells that it is the board's base and not what stands in for it.
    """

    reading: StoredReading
    text: str
    table: Table | None
    column: int | None
    majority: MajorityReading | None
    is_chosen: bool


def chosen_base(source: Source, *, choices: Choices) -> Base:
    """Return the base that the choices ask for, else the usual one."""
    chosen = next((at for at in source.shown if source.columns[at].article == choices.base), None)
    is_majority = choices.base == MAJORITY
    if chosen is None:
        chosen = usual_base(source, of_outlets=is_majority)
    return Base(column=chosen, is_majority=is_majority)


def usual_base(source: Source, *, of_outlets: bool = False) -> int:
    """Return the shown column that others are compared with: a reference that prints something, else the one
    with most readings among full English articles that copy nobody, the first of several. ``of_outlets``
    passes over references, which have no vote in a majority.
    """
    carried = Counter(
        reading.column
        for statement in source.statements
        for reading in {one.column: one for one in statement.readings if not one.suggested}.values()
    )

    def preference(at: int) -> tuple[bool, bool, int, int]:
        column = source.columns[at]
        is_reference = column.is_reference and carried[at] > 0
        is_partial = column.extent != Article.Extent.FULL or bool(column.foreign or column.copied)
        return is_reference == of_outlets, is_partial, -carried[at], at

    return min(source.shown, key=preference, default=0)


def comparand(statement: StoredStatement, *, source: Source, base: Base) -> Comparand:
    """Return what a statement's readings are compared with."""
    table = table_from_json_text(statement.collation)
    return comparand_in(table, statement, source=source, base=base)


def comparand_in(table: Table | None, statement: StoredStatement, *, source: Source, base: Base) -> Comparand:
    """Return the same where the alignment table is read already."""
    if base.is_majority:
        found = majority_reading(statement, table=table, usual=base.column)
        if found:
            return Comparand(
                reading=found.reading,
                text=found.text,
                table=found.table,
                column=None,
                majority=found,
                is_chosen=True,
            )
    reading = _base_reading(statement, base=base.column)
    return Comparand(
        reading=reading,
        text=source.columns[reading.column].text,
        table=table,
        column=reading.column,
        majority=None,
        is_chosen=reading.column == base.column and not base.is_majority,
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
