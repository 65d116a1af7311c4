"""Who came first, as far as days and times tell.

    Press Wire  1 May, 06:12          first
    Gazette     1 May, 06:40          28 minutes later
    Echo        2 May                 a day later
    Mirror      undated               nobody knows

A day without a time lasts from midnight to midnight, so that of two which overlap neither came first:

    Press Wire  1 May, 06:12          the same day, neither first
    Herald      1 May                 the same day, neither first
    Gazette     1 May, 06:40          later the same day: Press Wire was before it
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something was published: a day, with the exact time where that is known; undated without a day.

    It was between ``start`` and ``end``, which are one instant where the time is exact.
    """

    day: date | None = None
    time: datetime | None = None
    start: datetime | None = None
    end: datetime | None = None

    def is_before(self, other: "Moment") -> bool:
        """Say whether it surely came before the other."""
        if self.end is None or other.start is None:
            return False
        if self.time and other.time:
            return self.time < other.time
        return self.end <= other.start


UNDATED = Moment()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequel:
    """The order of several moments, by index: who may be first, who followed, who is undated.

    More than one is first where the day is all that is known, or the time is the same.
    """

    first: tuple[int, ...]
    following: tuple[int, ...]
    undated: tuple[int, ...]


def moment(day: date | None, at: datetime | None) -> Moment:
    """Return the moment of a day, and of an exact time on it, as far as they are known."""
    if at or not day:
        return Moment(day=day, time=at, start=at, end=at)
    start = datetime.combine(day, time(), UTC)
    return Moment(day=day, start=start, end=start if day == date.max else start + _DAY)


def sequel(moments: Sequence[Moment]) -> Sequel:
    """Return who came first and who followed."""
    dated = [at for at, one in enumerate(moments) if one.start]
    dated.sort(key=lambda at: (moments[at].start, moments[at].end))
    # Whoever is before one of them, the one that ends first is: of a day and a time at its end the day.
    earliest = min(
        (moments[at] for at in dated), key=lambda one: (one.end, one.time is not None), default=UNDATED
    )
    first = [at for at in dated if not earliest.is_before(moments[at])]
    return Sequel(
        first=tuple(first),
        following=tuple(at for at in dated if at not in first),
        undated=tuple(at for at, one in enumerate(moments) if not one.start),
    )


def delay(moment: Moment, *, after: Moment) -> str:
    """Say how long one moment came after another; empty where one of them is undated or it came before."""
    if not moment.start or not after.start or moment.is_before(after):
        return ""
    if not after.is_before(moment):
        return "the same time" if moment.time and after.time else "the same day"
    return delay_after_all(moment, [after])


def delay_after_all(moment: Moment, earlier: Sequence[Moment]) -> str:
    """Say how long after one moment, or after several of one day, a later one came."""
    first = earlier[0]
    if len(earlier) == 1 and moment.time and first.time:
        return f"{_span(moment.time - first.time)} later"
    if not moment.day or not first.day or moment.day <= first.day:
        return "later the same day"
    days = (moment.day - first.day).days
    return "a day later" if days == 1 else f"{days} days later"


def _span(span: timedelta) -> str:
    """Return a span in its two largest units: 2 h 15 min, 3 days 4 h."""
    minutes = int(span.total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    named = [(days, "day" if days == 1 else "days"), (hours, "h"), (rest, "min")]
    parts = [f"{number} {unit}" for number, unit in named if number]
    return " ".join(parts[:2]) or "less than a minute"
