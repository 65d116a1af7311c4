"""The window of rows that a page shows, where a board has more than a browser lays out quickly.

    rows         1 … 24     25 … 51     52 … 80        each window about as heavy as the others
    ?row=KEY                ^^^^^^^                    the one that holds the row with this key

Windows are cut by what their rows weigh on the page, not by their number: two hundred rows of five outlets
are three windows, and twenty of fifty are two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.selectors.comparison_source import StoredStatement

HEAVIEST = 280_000
"""What the rows of one window weigh at most, in characters of the page."""

_OF_READING, _OF_GAP, _OF_ROW = 360, 90, 900
"""The characters of the page around a reading's words, of a gap, and of a row's own cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The rows from ``start`` to ``end`` (exclusive) of ``count``. ``before`` and ``after`` are the keys of
    the first rows of the windows beside it, None where there is none.
    """

    start: int
    end: int
    count: int
    before: int | None
    after: int | None


def window_of(
    statements: Sequence[StoredStatement], *, columns: int, row: int | None, heaviest: int | None = None
) -> Window:
    """Return the window with the row of this key, or the first one."""
    starts = list(_starts(statements, columns=columns, heaviest=heaviest or HEAVIEST))
    keys = [statement.key for statement in statements]
    wanted = keys.index(row) if row in keys else 0
    at = max((number for number, start in enumerate(starts) if start <= wanted), default=0)
    ends = [*starts[1:], len(keys)]
    return Window(
        start=0 if not starts else starts[at],
        end=ends[at],
        count=len(keys),
        before=keys[starts[at - 1]] if at else None,
        after=keys[ends[at]] if ends[at] < len(keys) else None,
    )


def _starts(statements: Sequence[StoredStatement], *, columns: int, heaviest: int) -> Iterator[int]:
    """Yield where each window begins; a row heavier than a window has one of its own."""
    weight = heaviest
    for at, statement in enumerate(statements):
        own = _weight(statement, columns=columns)
        if not at or weight + own > heaviest:
            yield at
            weight = 0
        weight += own


def _weight(statement: StoredStatement, *, columns: int) -> int:
    words = sum(one.context.end - one.context.start + _OF_READING for one in statement.readings)
    return _OF_ROW + words + _OF_GAP * max(0, columns - len(statement.readings))
