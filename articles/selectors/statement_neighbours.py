"""The statements before and after one on the board, under the choices that the address holds.

A reader who looked at Ada Low's rows alone and opened the second is led to the third of hers. A statement
that the choices hide stands among all of them instead.
"""

from dataclasses import dataclass

from articles.selectors.comparison_arrangement import arranged
from articles.selectors.comparison_base import chosen_base
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_filter import is_wanted
from articles.selectors.comparison_order import ordered
from articles.selectors.comparison_outline import outlines
from articles.selectors.comparison_rows import speaker_of
from articles.selectors.comparison_source import Source, StoredStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A statement beside another."""

    key: int
    number: int
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What stands before and after a statement: ``place``, from 1, of ``total`` rows.

    ``is_filtered`` tells that the choices hide other rows; ``query`` is how an address tells the choices,
    ``board`` the same with the statement's row to open at.
    ``base`` is the key of the board's base article, None where that is the majority; ``columns`` counts the
    board's.
    """

    previous: Neighbour | None
    next: Neighbour | None
    place: int | None
    total: int
    is_filtered: bool
    query: str
    board: str
    base: int | None
    columns: int


def neighbours(source: Source, *, key: int, choices: Choices) -> Neighbours:
    """Return what the board shows before and after the statement with this key."""
    rows = _rows(source, choices=choices)
    at = next((at for at, row in enumerate(rows) if row.key == key), None)
    everything = Choices(base=choices.base)
    if at is None and choices != everything:
        return neighbours(source, key=key, choices=everything)
    shown = arranged(source, choices=choices)
    base = chosen_base(shown, choices=choices)
    return Neighbours(
        previous=_neighbour(rows[at - 1]) if at else None,
        next=_neighbour(rows[at + 1]) if at is not None and at + 1 < len(rows) else None,
        place=None if at is None else at + 1,
        total=len(rows),
        is_filtered=choices.filters,
        query=choices.query,
        board=choices.but(row=key).query,
        base=None if base.is_majority or not source.columns else source.columns[base.column].article,
        columns=len(shown.shown),
    )


def _rows(source: Source, *, choices: Choices) -> list[StoredStatement]:
    """Return the statements of the board in its order."""
    shown = arranged(source, choices=choices)
    wanted = (one for one in shown.statements if is_wanted(one, source=shown, choices=choices))
    headed = ordered(wanted, source=shown, by=choices.by)
    if not choices.changes_only:
        return [statement for _, statement in headed]
    base = chosen_base(shown, choices=choices)
    outlined = outlines(shown, base=base, show=choices.show)
    return [statement for _, statement in headed if outlined[statement.key].differs]


def _neighbour(statement: StoredStatement) -> Neighbour:
    return Neighbour(key=statement.key, number=statement.number, speaker=speaker_of(statement))
