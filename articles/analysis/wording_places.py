"""The places of an alignment table at which quoted readings differ.

Neighbouring columns that divide the outlets in the same way are one place, with at most one shared word
between them: "the brave lead of Mark Smith", "Mark Smith's courageous leadership" is one difference.
"""

from collections.abc import Sequence

from articles.analysis.quoted_rows import LONGEST, QuotedRow, Side

_Division = frozenset[frozenset[int]]
"""Which rows print the same, of those that reach a place."""


def places(rows: Sequence[QuotedRow]) -> list[range]:
    """Return the runs of columns at which the readings differ, each divided in one way throughout."""
    found: list[tuple[range, _Division]] = []
    for column in range(len(rows[0].cells)):
        division = _division(rows, column)
        if len(division) < 2:
            continue
        last = found[-1] if found else None
        if last and last[1] == division and _may_grow(rows, last[0], column):
            found[-1] = range(last[0].start, column + 1), division
        else:
            found.append((range(column, column + 1), division))
    return [place for place, _ in found]


def _division(rows: Sequence[QuotedRow], column: int) -> _Division:
    place = range(column, column + 1)
    sides: dict[Side, set[int]] = {}
    for at, row in enumerate(rows):
        if column in row.reach:
            sides.setdefault(row.side(place), set()).add(at)
    return frozenset(frozenset(side) for side in sides.values()) if any(sides) else frozenset()


def _may_grow(rows: Sequence[QuotedRow], place: range, column: int) -> bool:
    """Say whether a place may reach as far as a column: one shared word or none between, and short enough."""
    if column == place.stop:
        return True
    if column > place.stop + 1:
        return False
    grown = range(place.start, column + 1)
    spans = [(tokens[0].start, tokens[-1].end) for row in rows if (tokens := row.tokens(grown))]
    return all(end - start <= LONGEST for start, end in spans)
