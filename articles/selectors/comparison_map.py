"""The comparison drawn small: a strip for each outlet and one map of all, in as few bytes as they can be.

Each shade is one path, in which neighbouring places of one shade are one stretch, so that a map of 50 outlets
and 400 rows takes a few kilobytes:

    heat        0 0 4 None None 0
    strip       h0  M0 0h2v10h-2zM5 0h1v10h-1z
                h4  M2 0h1v10h-1z
                gap M3 9h2v1h-2z
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

Heat = Sequence[int | None]

_WIDTH = 0.86
"""How much of a column's place in the map is drawn on; the rest parts it from the next."""


_MOST_BARS = 100
"""More rows than these share their bars with their neighbours: a strip is about 200 pixels wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One place of the map, for one row or several: the ``key`` of the first, and a ``label`` for all."""

    key: int
    label: str


@dataclass(frozen=True, slots=True)
class Shade:
    """All places of one shade as the ``path`` that draws them; ``name`` is h0 to h4, or gap."""

    name: str
    path: str


def rows_a_bar(rows: int) -> int:
    """Return how many neighbouring rows are one bar."""
    return max(1, -(-rows // _MOST_BARS))


def bars(rows: Sequence[tuple[int, int, str]]) -> tuple[Bar, ...]:
    """Return the places of the map for rows, each given by its key, number and speaker."""
    size = rows_a_bar(len(rows))
    groups = [rows[at : at + size] for at in range(0, len(rows), size)]
    return tuple(Bar(key=group[0][0], label=_label(group)) for group in groups)


def thinned(heat: Heat) -> Heat:
    """Return the heat of the bars: of rows that share one, the highest."""
    size = rows_a_bar(len(heat))
    if size == 1:
        return heat
    groups = (heat[at : at + size] for at in range(0, len(heat), size))
    return [max((one for one in group if one is not None), default=None) for group in groups]


def _label(rows: Sequence[tuple[int, int, str]]) -> str:
    _, number, speaker = rows[0]
    return f"Row {number}, {speaker}" if len(rows) == 1 else f"{len(rows)} rows from row {number}, {speaker}"


def strip(heat: Heat) -> tuple[Shade, ...]:
    """Return a column's strip, a unit wide for each row and 10 high. A gap is a line at its foot."""
    paths: dict[str, str] = defaultdict(str)
    for first, length, value in _runs(heat):
        if value is None:
            paths["gap"] += f"M{first} 9h{length}v1h-{length}z"
        else:
            paths[f"h{value}"] += f"M{first} 0h{length}v10h-{length}z"
    return _shades(paths)


def overview(columns: Sequence[Heat]) -> tuple[Shade, ...]:
    """Return the map of all columns: a unit wide for each of them, a unit high for each row."""
    paths: dict[str, str] = defaultdict(str)
    for at, heat in enumerate(columns):
        for first, length, value in _runs(heat):
            if value is not None:
                paths[f"h{value}"] += f"M{at} {first}h{_WIDTH}v{length}h-{_WIDTH}z"
    return _shades(paths)


def _runs(heat: Heat) -> Iterator[tuple[int, int, int | None]]:
    """Yield the stretches of equal values: where each begins, how long it is, and its value."""
    for value, run in groupby(range(len(heat)), key=lambda at: heat[at]):
        places = list(run)
        yield places[0], len(places), value


def _shades(paths: dict[str, str]) -> tuple[Shade, ...]:
    return tuple(Shade(name, paths[name]) for name in sorted(paths))
