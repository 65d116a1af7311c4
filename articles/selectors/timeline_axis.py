"""A time axis: where instants stand on it, and what is written under its lines.

Places are percentages of the picture's width, so that a picture of any width is drawn from the same numbers.
Up to three days with exact times are told in hours, everything else in days or longer steps.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from articles.selectors.timeline_moments import Moment

LEFT, RIGHT = 1.5, 98.5
_MOST_LINES = 8
_HOURS = tuple(timedelta(hours=hours) for hours in (1, 2, 3, 6, 12))
_DAYS = tuple(timedelta(days=days) for days in (1, 2, 3, 7, 14, 30, 91, 182, 365, 730, 1825, 3650))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the axis. ``day`` is written over ``hour``; either may be empty."""

    x: float
    day: str
    hour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A stretch of time from the ``left`` to the ``right`` of a picture, both in per cent of its width."""

    start: datetime
    end: datetime
    step: timedelta
    right: float = RIGHT

    def x(self, instant: datetime) -> float:
        """Return where an instant stands; what lies outside stands at the nearer end."""
        share = (instant - self.start) / (self.end - self.start)
        return round(LEFT + min(1.0, max(0.0, share)) * (self.right - LEFT), 2)

    def lines(self) -> tuple[Line, ...]:
        """Return the lines, each with what stands beside it."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        in_hours = self.step < _DAYS[0]
        named = ""
        instant = self.start
        while instant < self.end:
            day = f"{instant:%b %Y}" if self.step >= timedelta(days=182) else f"{instant.day} {instant:%b}"
            if instant.year != self.start.year and self.step < timedelta(days=182):
                day = f"{day} {instant:%Y}"
            yield Line(
                x=self.x(instant),
                day="" if day == named else day,
                hour=f"{instant:%H:%M}" if in_hours else "",
            )
            named = day
            instant += self.step


def axis_of(moments: Iterable[Moment], *, also: Iterable[datetime] = (), right: float = RIGHT) -> Axis | None:
    """Return the axis that holds all moments, None where none is dated.

    What ``also`` happened is taken in where that makes the axis at most half as long again: a text that came
    a year later would press all else into a corner.
    """
    dated = [moment for moment in moments if moment.start]
    ends = [end for moment in dated if (end := moment.end)]
    if not ends:
        return None
    start, end = min(moment.start for moment in dated if moment.start), max(ends)
    limit = end + max((end - start) / 2, timedelta(hours=6))
    end = max([end, *(instant for instant in also if instant <= limit)])
    in_hours = any(moment.time for moment in dated) and end - start <= timedelta(days=3)
    steps = (*_HOURS, *_DAYS) if in_hours else _DAYS
    step = next((step for step in steps if (end - start) / step <= _MOST_LINES), steps[-1])
    start = _floor(start, step)
    count = max(1, -((start - end) // step))
    return Axis(start=start, end=start + count * step, step=step, right=right)


def _floor(instant: datetime, step: timedelta) -> datetime:
    """Return the last line at or before an instant: lines of hours and days count from midnight."""
    midnight = datetime.combine(instant.date(), time(), UTC)
    return midnight + (instant - midnight) // step * step if step < timedelta(days=1) else midnight
