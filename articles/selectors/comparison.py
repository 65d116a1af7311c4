"""The board of a story: which rows and columns to show, against which base, with what marked.

    the stored story  →  the columns to show, in their order     comparison_arrangement
                      →  what the others are compared with       comparison_base
                      →  the statements that the choices keep    comparison_filter
                      →  in their order, under their headings    comparison_order
                      →  each as a row, cell by cell             comparison_rows

Works on the stored rows as plain values, so that the choices cost no query.
"""

from collections.abc import Iterable

from articles.selectors.comparison_arrangement import arranged, moved, unshown
from articles.selectors.comparison_base import Base, chosen_base
from articles.selectors.comparison_board import Board, Header, Row
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_filter import is_wanted
from articles.selectors.comparison_order import ordered
from articles.selectors.comparison_rows import row_of
from articles.selectors.comparison_source import Source


def comparison(source: Source, *, choices: Choices) -> Board:
    """Return the board that the choices ask for."""
    shown = arranged(source, choices=choices)
    base = chosen_base(shown, choices=choices)
    wanted = (
        statement for statement in shown.statements if is_wanted(statement, source=shown, choices=choices)
    )
    rows = [
        row_of(statement, heading=heading, source=shown, base=base, choices=choices)
        for heading, statement in ordered(wanted, source=shown, by=choices.by)
    ]
    if choices.changes_only:
        rows = [row for row in rows if row.differs]
    return Board(
        slug=source.slug,
        choices=choices,
        headers=_headers(shown, base=base, rows=rows, choices=choices),
        rows=tuple(rows),
        total=len(source.statements),
        unshown=unshown(source, shown=shown, choices=choices),
        has_majority=base.is_majority,
    )


def _headers(source: Source, *, base: Base, rows: Iterable[Row], choices: Choices) -> tuple[Header, ...]:
    articles = [source.columns[at].article for at in source.shown]
    headers = []
    for place, at in enumerate(source.shown):
        cells = [row.cells[place] for row in rows]
        headers.append(
            Header(
                column=source.columns[at],
                is_base=at == base.column and not base.is_majority,
                heat=tuple(cell.heat for cell in cells),
                carried=sum(cell.is_sure for cell in cells),
                changed=sum(cell.differs for cell in cells),
                left=moved(articles, at=place, by=-1, choices=choices),
                right=moved(articles, at=place, by=1, choices=choices),
            )
        )
    return tuple(headers)
