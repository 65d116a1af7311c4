"""The coverage matrix: every statement by every outlet, one small sign a cell.

It answers what a board of printed words hides: who left out the ministry's answer, what one outlet alone has,
and what one alone lacks. Statements stand under their speakers, reported facts at the end.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from articles.selectors.coverage_choices import UNNAMED, CoverageChoices
from articles.selectors.coverage_likeness import by_likeness
from articles.selectors.coverage_source import (
    CARRIED,
    CarriedStatement,
    CoverageSource,
    CoveringOutlet,
    Sign,
)
from articles.selectors.coverage_words import Words, words_of

CELLS_A_PAGE = 4000
"""What a browser lays out at once without a pause: fifty outlets by eighty statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column: an outlet, or a reference witness, and what it prints of the chosen rows.

    ``quoted`` counts the rows of which it prints words between quotation marks, ``alone`` those that no other
    outlet prints, ``lacks`` those that every other outlet prints that was read.
    """

    outlet: CoveringOutlet
    carried: int
    quoted: int
    per_cent: int
    alone: int
    lacks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement across the outlets. ``signs`` follow the columns; references are in no count."""

    statement: CarriedStatement
    words: Words | None
    signs: tuple[Sign, ...]
    carriers: int
    printings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that belong together: one speaker's, or the reported facts."""

    label: str
    is_named: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The matrix as chosen. ``shown`` rows of ``total`` fit the choices; ``groups`` hold one page of them.

    ``outlets`` counts the columns that are outlets.
    """

    choices: CoverageChoices
    heads: tuple[Head, ...]
    outlets: int
    groups: tuple[Group, ...]
    shown: int
    total: int
    pages: int

    @property
    def lacking(self) -> tuple[Head, ...]:
        """Return the outlets that were read and print none of the chosen rows."""
        return tuple(
            head for head in self.heads[: self.outlets] if not head.carried and _is_read(head.outlet)
        )

    @property
    def only_reporting(self) -> tuple[Head, ...]:
        """Return the outlets that print some of the chosen rows, and none of their words between marks."""
        return tuple(head for head in self.heads[: self.outlets] if head.carried and not head.quoted)


def matrix(source: CoverageSource, *, choices: CoverageChoices) -> Matrix:
    """Return the matrix that the choices ask for."""
    outlets = _in_order(source, choices=choices)
    count = sum(not outlet.is_reference for outlet in outlets)
    rows = [_row(statement, outlets=outlets, count=count) for statement in source.statements]
    places = {outlet.key: at for at, outlet in enumerate(outlets[:count])}
    wanted = [row for row in rows if _is_wanted(row, places=places, choices=choices)]
    ordered = list(_by_speaker(wanted, choices=choices))
    length = max(25, CELLS_A_PAGE // max(1, len(outlets)))
    pages = max(1, -(-len(ordered) // length))
    page = min(choices.page, pages)
    shown = ordered[(page - 1) * length : page * length]
    words = words_of([row.statement.key for row in shown])
    return Matrix(
        choices=replace(choices, page=page),
        heads=tuple(_heads(outlets, wanted, count=count)),
        outlets=count,
        groups=tuple(_groups(shown, words)),
        shown=len(wanted),
        total=len(rows),
        pages=pages,
    )


def _is_read(outlet: CoveringOutlet) -> bool:
    return outlet.gap != "not read"


def _in_order(source: CoverageSource, *, choices: CoverageChoices) -> list[CoveringOutlet]:
    """Return the outlets as asked for, and the references after them."""
    outlets = [outlet for outlet in source.outlets if not outlet.is_reference]
    references = [outlet for outlet in source.outlets if outlet.is_reference]
    if choices.columns == "likeness":
        carried = [
            frozenset(
                statement.key for statement in source.statements if outlet.sign(statement.kinds) in CARRIED
            )
            for outlet in outlets
        ]
        outlets = [outlets[at] for at in by_likeness(carried)]
    return [*outlets, *references]


def _row(statement: CarriedStatement, *, outlets: Sequence[CoveringOutlet], count: int) -> Row:
    kinds = statement.kinds
    signs = tuple(outlet.sign(kinds) for outlet in outlets)
    groups = {
        article.group
        for outlet in outlets[:count]
        for article in outlet.articles
        if kinds.get(article.revision) in CARRIED
    }
    carriers = sum(sign in CARRIED for sign in signs[:count])
    return Row(
        statement=statement, words=None, signs=signs, carriers=carriers, printings=min(carriers, len(groups))
    )


def _is_wanted(row: Row, *, places: Mapping[int, int], choices: CoverageChoices) -> bool:
    statement = row.statement
    if choices.speaker and choices.speaker != (statement.speaker or (UNNAMED if statement.is_said else "")):
        return False
    if choices.kind and statement.is_fact != (choices.kind == "facts"):
        return False
    if choices.shared and row.carriers < 2:
        return False
    if choices.only and (row.carriers > 1 or row.signs[places[choices.only]] not in CARRIED):
        return False
    return not choices.without or row.signs[places[choices.without]] in ("absent", "not held")


def _by_speaker(rows: Iterable[Row], *, choices: CoverageChoices) -> Iterator[Row]:
    """Give the rows by speaker, each speaker where his first row would stand, facts at the end."""
    ordered = sorted(rows, key=lambda row: -row.carriers) if choices.order == "wide" else list(rows)
    first: dict[str, int] = {}
    for at, row in enumerate(ordered):
        first.setdefault(row.statement.whose, at)
    yield from sorted(ordered, key=lambda row: (row.statement.is_fact, first[row.statement.whose]))


def _groups(rows: Iterable[Row], words: dict[int, Words]) -> Iterator[Group]:
    for label, members in groupby(rows, key=lambda row: row.statement.whose):
        held = tuple(members)
        yield Group(
            label=label,
            is_named=bool(held[0].statement.speaker),
            rows=tuple(replace(row, words=words[row.statement.key]) for row in held),
        )


def _heads(outlets: Sequence[CoveringOutlet], rows: Sequence[Row], *, count: int) -> Iterator[Head]:
    read = sum(_is_read(outlet) for outlet in outlets[:count])
    for at, outlet in enumerate(outlets):
        carried = [row for row in rows if row.signs[at] in CARRIED]
        is_counted = at < count
        yield Head(
            outlet=outlet,
            carried=len(carried),
            quoted=sum(row.signs[at] != "reported" for row in carried),
            per_cent=round(100 * len(carried) / max(1, len(rows))),
            alone=sum(row.carriers == 1 for row in carried) if is_counted else 0,
            lacks=sum(row.signs[at] == "absent" and row.carriers == read - 1 for row in rows)
            if is_counted and read > 1
            else 0,
        )
