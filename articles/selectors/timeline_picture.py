"""The picture of the timeline: a lane an outlet, its articles on a time axis, copies joined to their source.

Across, places are percentages of the width, so that the picture fits a phone and a wall alike; down, they are
pixels. Who is undated stands on a shelf at the right. An agency whose report is copied but not held has a
lane of its own, with a ring instead of a point that nobody could date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.selectors.coverage_source import CoveringArticle, CoveringOutlet
from articles.selectors.timeline_axis import RIGHT, Axis, Line, axis_of
from articles.selectors.timeline_branches import branched
from articles.selectors.timeline_copies import Copy
from articles.selectors.timeline_firsts import first_moment
from articles.selectors.timeline_moments import Moment, moment

HEAD, LANE, TRACK, APART = 34, 48, 30, 30
"""Pixels: the axis's words, a lane, the track in a lane, the words above the references."""

SHELF = 86.0
_ON_SHELF, _BESIDE, _DEEPEST = 93.0, 2.5, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An article on its lane: a point at ``x``, or a day from ``left`` to ``right`` around ``x``."""

    article: int
    moment: Moment
    x: float
    left: float | None
    right: float | None
    is_shelved: bool
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """An outlet's lane at ``y``, as deep under what it copies as ``depth`` says.

    ``article`` is the key of its only article. A lane without marks is an agency's whose report is not held,
    with a ring at ``ghost``. ``received`` are the places of the texts that came while the axis runs.
    """

    name: str
    y: int
    depth: int
    article: int | None
    is_reference: bool
    marks: tuple[Mark, ...]
    received: tuple[float, ...]
    ghost: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A line from a report down, or up, to its copy; ``is_part`` where only a part is the other's."""

    x1: float
    y1: int
    x2: float
    y2: int
    is_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture. ``apart`` is where the references begin, ``shelf`` where the undated stand, if any do.

    ``later`` counts the texts that came after the axis's end.
    """

    height: int
    lines: tuple[Line, ...]
    lanes: tuple[Lane, ...]
    joins: tuple[Join, ...]
    shelf: float | None
    apart: int | None
    later: int
    has_times: bool
    has_days: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A lane before it has a place: an outlet, or by name an agency that is copied."""

    name: str
    outlet: CoveringOutlet | None
    moment: Moment

    @property
    def articles(self) -> tuple[CoveringArticle, ...]:
        return self.outlet.articles if self.outlet else ()


def picture(
    outlets: Sequence[CoveringOutlet],
    *,
    copies: Sequence[Copy],
    received: Mapping[int, Sequence[datetime]],
) -> Picture | None:
    """Return the picture; None where no article is dated. ``received``: when each article's texts came."""
    moments = [_moment(article) for outlet in outlets for article in outlet.articles]
    shelf = SHELF if any(not moment.start for moment in moments) else None
    arrivals = [instant for instants in received.values() for instant in instants]
    axis = axis_of(moments, also=arrivals, right=SHELF - 2 if shelf else RIGHT)
    if axis is None:
        return None
    copy_of = {copy.article: copy for copy in copies}
    rows = _rows(outlets, copy_of)
    lanes = _lanes(rows, copy_of=copy_of, axis=axis, received=received)
    references = [lane for lane in lanes if lane.is_reference]
    return Picture(
        height=lanes[-1].y + LANE - TRACK,
        lines=axis.lines(),
        lanes=tuple(lanes),
        joins=tuple(_joins(lanes, copies)),
        shelf=shelf,
        apart=references[0].y - TRACK if references else None,
        later=sum(instant > axis.end for instant in arrivals),
        has_times=any(moment.time for moment in moments),
        has_days=any(moment.day and not moment.time for moment in moments),
    )


def _moment(article: CoveringArticle) -> Moment:
    return moment(article.published, article.published_at)


def _rows(outlets: Sequence[CoveringOutlet], copy_of: Mapping[int, Copy]) -> list[_Row]:
    """Return the lanes by when they begin, the undated after them, references last."""
    rows = [
        _Row(
            name=outlet.name,
            outlet=outlet,
            moment=first_moment([_moment(article) for article in outlet.articles]),
        )
        for outlet in outlets
    ]
    sources: dict[str, list[_Row]] = {}
    for row in rows:
        for article in row.articles:
            copy = copy_of.get(article.article)
            if copy and copy.is_whole and copy.of is None:
                sources.setdefault(copy.source, []).append(row)
    agencies = [
        _Row(name=name, outlet=None, moment=min((row.moment for row in copying), key=_known_by))
        for name, copying in sources.items()
    ]
    return sorted(
        [*agencies, *rows],
        key=lambda row: (bool(row.outlet and row.outlet.is_reference), _known_by(row.moment)),
    )


def _known_by(moment: Moment) -> tuple[bool, str]:
    """Order by when something surely was out: a day without a time comes after the times on it."""
    return (moment.end is None, moment.end.isoformat() if moment.end else "")


def _parent(row: _Row, rows: Sequence[_Row], copy_of: Mapping[int, Copy]) -> int | None:
    """Return the lane that an outlet's lane hangs off, None where one of its articles is no copy."""
    copies = [copy_of.get(article.article) for article in row.articles]
    if not copies or not all(copy and copy.is_whole for copy in copies) or copies[0] is None:
        return None
    for at, other in enumerate(rows):
        if other.outlet is None and copies[0].of is None and other.name == copies[0].source:
            return at
        if copies[0].of in {article.article for article in other.articles} and other is not row:
            return None if other.outlet and other.outlet.is_reference else at
    return None


def _lanes(
    rows: Sequence[_Row],
    *,
    copy_of: Mapping[int, Copy],
    axis: Axis,
    received: Mapping[int, Sequence[datetime]],
) -> list[Lane]:
    lanes: list[Lane] = []
    y = HEAD + TRACK
    for at, depth in branched([_parent(row, rows, copy_of) for row in rows]):
        row = rows[at]
        is_reference = bool(row.outlet and row.outlet.is_reference)
        if is_reference and not any(lane.is_reference for lane in lanes):
            y += APART
        marks = tuple(_marks(row.articles, axis=axis))
        arrivals = [instant for article in row.articles for instant in received.get(article.article, ())]
        lanes.append(
            Lane(
                name=row.name,
                y=y,
                depth=min(depth, _DEEPEST),
                article=row.articles[0].article if len(row.articles) == 1 else None,
                is_reference=is_reference,
                marks=marks,
                received=tuple(axis.x(one) for one in arrivals if axis.start <= one <= axis.end),
                ghost=None if row.outlet else _ghost(row.moment, axis),
            )
        )
        y += LANE
    return lanes


def _ghost(moment: Moment, axis: Axis) -> float:
    return axis.x(moment.start) if moment.start else _ON_SHELF


def _marks(articles: Sequence[CoveringArticle], *, axis: Axis) -> list[Mark]:
    marks: list[Mark] = []
    for article in articles:
        when = _moment(article)
        if when.start is None or when.end is None:
            shelved = sum(mark.is_shelved for mark in marks)
            x, left, right = _ON_SHELF + shelved * _BESIDE, None, None
        elif when.time:
            x, left, right = axis.x(when.time), None, None
        else:
            left, right = axis.x(when.start), axis.x(when.end)
            x = round((left + right) / 2, 2)
        marks.append(
            Mark(
                article=article.article,
                moment=when,
                x=x,
                left=left,
                right=right,
                is_shelved=when.start is None,
                label=f"{when.time:%H:%M}" if when.time else "",
            )
        )
    return marks


def _joins(lanes: Sequence[Lane], copies: Sequence[Copy]) -> list[Join]:
    places = {mark.article: (mark.x, lane.y) for lane in lanes for mark in lane.marks}
    agencies = {lane.name: (lane.ghost, lane.y) for lane in lanes if lane.ghost is not None}
    joins = []
    for copy in copies:
        origin = places.get(copy.of) if copy.of else agencies.get(copy.source) if copy.is_whole else None
        if origin and copy.article in places:
            (x1, y1), (x2, y2) = origin, places[copy.article]
            joins.append(Join(x1=x1, y1=y1, x2=x2, y2=y2, is_part=not copy.is_whole))
    return joins
