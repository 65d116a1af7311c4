"""The whole comparison in outline: how hot each cell is, without its words.

Heads, strips and counts speak of all rows, while a page shows a window of them with their words. An outline
depends on the columns, the base and the marks, and not on what else the reader filters by.
"""

from collections import defaultdict
from dataclasses import dataclass

from articles.selectors.comparison_base import Base
from articles.selectors.comparison_choices import Show
from articles.selectors.comparison_forms import HeldAgainst
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement
from articles.selectors.kept import Kept

HEAT = (0.0, 0.15, 0.35, 0.6)
"""A cell's heat is how many of these shares of changed words it passes: 0 is as printed by the base."""

_outlines: Kept[dict[int, "Outline"]] = Kept(limit=1_000_000)
"""Outlines of whole stories; the weight is in cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A row in outline. ``heat`` has 0 to 4 for each shown column, None where it does not surely print it."""

    heat: tuple[int | None, ...]

    @property
    def differing(self) -> int:
        """Return how many columns' words are not the base's."""
        return sum(bool(warmth) for warmth in self.heat)

    @property
    def differs(self) -> bool:
        """Say whether any column's words are not the base's."""
        return any(self.heat)


def heat_of(share: float) -> int:
    """Return 0 to 4 for the share of words that differ."""
    return sum(share > step for step in HEAT)


def outlines(source: Source, *, base: Base, show: Show) -> dict[int, Outline]:
    """Return the outline of each statement by its key; kept in memory where the source names its state."""

    def make() -> dict[int, Outline]:
        return {one.key: _outline(one, source=source, base=base, show=show) for one in source.statements}

    if not source.state:
        return make()
    return _outlines.made(
        (source.state, source.shown, base, show),
        make=make,
        weigh=lambda made: 1 + len(made) * len(source.shown),
    )


def _outline(statement: StoredStatement, *, source: Source, base: Base, show: Show) -> Outline:
    held = HeldAgainst(statement, source=source, base=base)
    readings: dict[int, list[StoredReading]] = defaultdict(list)
    for reading in statement.readings:
        if not reading.suggested:
            readings[reading.column].append(reading)
    heat: list[int | None] = []
    for at in source.shown:
        is_base = at == held.base.column
        seen = [0.0 if is_base else held.measure(one, show=show) for one in readings[at]]
        heat.append(heat_of(max(seen)) if seen else None)
    return Outline(heat=tuple(heat))
