"""When a story's articles were published, as a small picture: one bar for each day, or for several.

    18 Aug ▂   19 Aug █        two days, one article and three
    3 years of a trial         at most 30 bars, each of some weeks

A day without articles keeps its empty place, so that a pause shows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MOST_BARS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The articles of a stretch of days. ``place`` counts from 0, ``height`` is a share of the highest."""

    place: int
    first: date
    last: date
    articles: int
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A story's days of publication. ``places`` counts the bars with the empty places between them."""

    bars: tuple[Bar, ...]
    places: int
    undated: int


def publication_days(published: Sequence[date | None]) -> Days:
    """Return the bars of these articles' days; none where no article is dated."""
    dated = [day for day in published if day]
    undated = len(published) - len(dated)
    if not dated:
        return Days(bars=(), places=0, undated=undated)
    first = min(dated)
    span = (max(dated) - first).days + 1
    width = -(-span // MOST_BARS)
    counted = Counter((day - first).days // width for day in dated)
    most = max(counted.values())
    return Days(
        bars=tuple(
            Bar(
                place=place,
                first=first + timedelta(days=place * width),
                last=min(max(dated), first + timedelta(days=(place + 1) * width - 1)),
                articles=articles,
                height=round(articles / most, 3),
            )
            for place, articles in sorted(counted.items())
        ),
        places=-(-span // width),
        undated=undated,
    )
