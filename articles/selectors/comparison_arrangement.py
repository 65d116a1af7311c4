"""Which columns of the comparison are shown, and in which order.

    stored      Gazette   Courier (copy of the Gazette)   Herald   Le Monde (in French)
    shown       Gazette   Courier   Herald                            what is not read has nothing to compare
    collapse    Gazette   Herald                                      each printing once
    order=Herald, hide=Courier
                Herald   Gazette

A reference witness stands before the outlets.

What is not shown counts for nothing: a statement that only hidden outlets print has no row, and "2 of 3
outlets" speaks of those on the page. An article that is chosen as the base is always shown. A pinned one
comes first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_source import Source, StoredStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Unshown:
    """Articles that the choices leave out, by the reason; ``statements`` counts rows that only they print."""

    hidden: tuple[Column, ...]
    copies: tuple[Column, ...]
    foreign: tuple[Column, ...]
    statements: int


def arranged(source: Source, *, choices: Choices) -> Source:
    """Return the story with the columns to show in their order, and the statements that they surely print."""
    shown = shown_columns(source.columns, choices=choices)
    if shown == source.shown:
        return source
    kept = frozenset(shown)
    statements = (_within(statement, kept) for statement in source.statements)
    return replace(
        source,
        shown=shown,
        statements=tuple(statement for statement in statements if statement is not None),
    )


def unshown(source: Source, *, shown: Source, choices: Choices) -> Unshown:
    """Return what the choices leave out of a story, each article for one reason."""
    out = [column for at, column in enumerate(source.columns) if at not in set(shown.shown)]
    hidden = [column for column in out if column.article in choices.hide]
    foreign = [column for column in out if column.foreign and column not in hidden]
    return Unshown(
        hidden=tuple(hidden),
        foreign=tuple(foreign),
        copies=tuple(column for column in out if column not in hidden and column not in foreign),
        statements=len(source.statements) - len(shown.statements),
    )


def shown_columns(columns: Sequence[Column], *, choices: Choices) -> tuple[int, ...]:
    """Return the indices of the columns to show, in the order in which to show them."""
    kept = list(_kept(columns, choices=choices)) or list(range(len(columns)))
    place = {article: number for number, article in enumerate(choices.order)}

    def order(at: int) -> tuple[bool, int, bool]:
        article = columns[at].article
        return article != choices.pin, place.get(article, len(place)), not columns[at].is_reference

    return tuple(sorted(kept, key=order))


def moved(articles: Sequence[int], *, at: int, by: int, choices: Choices) -> Choices | None:
    """Return the choices with a shown article one place further left or right, None where it cannot go.

    ``articles`` are the shown ones in their order; a pinned one stays the first.
    """
    first = int(articles[:1] == [choices.pin])
    to = at + by
    if min(at, to) < first or to >= len(articles):
        return None
    order = list(articles)
    order[at], order[to] = order[to], order[at]
    return choices.but(order=tuple(order[: max(len(choices.order), at + 1, to + 1)]))


def _kept(columns: Sequence[Column], *, choices: Choices) -> Iterable[int]:
    base = {column.group for column in columns if column.article == choices.base}
    for at, column in enumerate(columns):
        is_copy = column.article != column.group or column.group in base
        if column.article == choices.base:
            yield at
        elif column.article in choices.hide or (choices.collapse and is_copy):
            continue
        elif choices.foreign or not column.foreign:
            yield at


def _within(statement: StoredStatement, kept: frozenset[int]) -> StoredStatement | None:
    """Return a row with the readings of the columns that are kept, None where those surely print it not."""
    readings = tuple(reading for reading in statement.readings if reading.column in kept)
    if len(readings) == len(statement.readings):
        return statement
    if all(reading.suggested for reading in readings):
        return None
    return replace(statement, readings=readings)
