"""The board of a story: which rows and columns to show, against which base, with what marked.

    the stored story  →  the columns to show, in their order     comparison_arrangement
                      →  what the others are compared with       comparison_base
                      →  the statements that the choices keep    comparison_filter
                      →  in their order, under their headings    comparison_order
                      →  all of them in outline                  comparison_outline
                      →  those in the window                     comparison_window
                      →  each as a row, cell by cell             comparison_rows

Works on the stored rows as plain values, so that the choices cost no query.
"""

from collections import Counter
from collections.abc import Sequence

from articles.selectors.comparison_arrangement import arranged, moved, unshown
from articles.selectors.comparison_base import Base, chosen_base
from articles.selectors.comparison_board import Board, Header
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_filter import is_wanted
from articles.selectors.comparison_map import bars
from articles.selectors.comparison_order import ordered
from articles.selectors.comparison_outline import Outline, outlines
from articles.selectors.comparison_rows import row_of, speaker_of
from articles.selectors.comparison_source import Source
from articles.selectors.comparison_window import window_of
from articles.selectors.kept import Kept

_boards: Kept[Board] = Kept(limit=40_000)
"""Boards as they were chosen; the weight is in cells with their words."""


def comparison(source: Source, *, choices: Choices) -> Board:
    """Return the board that the choices ask for; from memory, where the source names its state."""
    if not source.state:
        return _compared(source, choices=choices)
    return _boards.made(
        (source.state, choices),
        make=lambda: _compared(source, choices=choices),
        weigh=lambda board: 1 + len(board.rows) * len(board.headers),
    )


def _compared(source: Source, *, choices: Choices) -> Board:
    shown = arranged(source, choices=choices)
    base = chosen_base(shown, choices=choices)
    wanted = (
        statement for statement in shown.statements if is_wanted(statement, source=shown, choices=choices)
    )
    outlined = outlines(shown, base=base, show=choices.show)
    headed = [
        (heading, statement)
        for heading, statement in ordered(wanted, source=shown, by=choices.by)
        if outlined[statement.key].differs or not choices.changes_only
    ]
    statements = [statement for _, statement in headed]
    window = window_of(statements, columns=len(shown.shown), row=choices.row)
    outline = [outlined[statement.key] for statement in statements]
    return Board(
        slug=source.slug,
        choices=choices if window.start else choices.but(row=None),
        headers=_headers(shown, base=base, rows=outline, choices=choices),
        rows=tuple(
            row_of(statement, heading=heading, place=place, source=shown, base=base, choices=choices)
            for place, (heading, statement) in enumerate(
                headed[window.start : window.end], start=window.start
            )
        ),
        window=window,
        keys=tuple(statement.key for statement in statements),
        headings=Counter(heading for heading, _ in headed),
        differences=sum(row.differing for row in outline),
        differences_before=sum(row.differing for row in outline[: window.start]),
        bars=bars([(statement.key, statement.number, speaker_of(statement)) for statement in statements]),
        total=len(source.statements),
        unshown=unshown(source, shown=shown, choices=choices),
        has_majority=base.is_majority,
    )


def _headers(source: Source, *, base: Base, rows: Sequence[Outline], choices: Choices) -> tuple[Header, ...]:
    articles = [source.columns[at].article for at in source.shown]
    headers = []
    for place, at in enumerate(source.shown):
        heat = tuple(row.heat[place] for row in rows)
        headers.append(
            Header(
                column=source.columns[at],
                is_base=at == base.column and not base.is_majority,
                heat=heat,
                carried=sum(warmth is not None for warmth in heat),
                changed=sum(bool(warmth) for warmth in heat),
                left=moved(articles, at=place, by=-1, choices=choices),
                right=moved(articles, at=place, by=1, choices=choices),
            )
        )
    return tuple(headers)
