"""The time axis: its length, its lines and what stands beside them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.selectors.timeline_axis import LEFT, RIGHT, axis_of
from articles.selectors.timeline_branches import branched
from articles.selectors.timeline_moments import moment

FIRST = date(2024, 12, 30)


def day(number: int):
    return moment(FIRST + timedelta(days=number), None)


def hour(number: float):
    return moment(FIRST, datetime(2024, 12, 30, tzinfo=UTC) + timedelta(hours=number))


def written(moments, **options) -> list[str]:
    axis = axis_of(moments, **options)
    assert axis is not None
    return [f"{line.day} {line.hour}".strip() for line in axis.lines()]


@pytest.mark.parametrize(
    ("moments", "lines"),
    [
        ([day(0), day(1)], ["30 Dec", "31 Dec"]),
        ([day(0), day(3)], ["30 Dec", "31 Dec", "1 Jan 2025", "2 Jan 2025"]),
        ([hour(6.2), hour(9)], ["30 Dec 06:00", "07:00", "08:00"]),
        ([hour(6.2)], ["30 Dec 06:00"]),
        ([hour(22), hour(26)], ["30 Dec 22:00", "23:00", "31 Dec 00:00", "01:00"]),
        ([hour(9), day(0)], [f"{'30 Dec ' if at == 0 else ''}{at:02}:00" for at in range(0, 24, 3)]),
        ([day(0), day(1500)], ["Dec 2024", "Dec 2025", "Dec 2026", "Dec 2027", "Dec 2028"]),
    ],
)
def test_its_steps_fit_what_it_spans(moments, lines):
    assert written(moments) == lines


@pytest.mark.parametrize("span", [0, 1, 5, 20, 60, 300, 1000, 9000, 40000])
def test_it_never_has_many_lines(span):
    assert 1 <= len(written([day(0), day(span)])) <= 12


def test_places_run_from_the_left_to_the_right():
    axis = axis_of([day(0), day(1)], right=80)
    assert axis is not None

    assert (axis.x(axis.start), axis.x(axis.end)) == (LEFT, 80)
    assert axis.x(axis.end + timedelta(days=9)) == 80
    assert axis_of([day(0)]).right == RIGHT  # type: ignore[union-attr]


def test_what_came_soon_after_lengthens_it_and_what_came_a_year_later_does_not():
    soon = datetime(2025, 1, 1, 12, tzinfo=UTC)

    assert written([day(0), day(1)], also=[soon]) == ["30 Dec", "31 Dec", "1 Jan 2025"]
    assert written([day(0), day(1)], also=[soon + timedelta(days=365)]) == ["30 Dec", "31 Dec"]


def test_without_a_date_there_is_none():
    assert axis_of([moment(None, None)], also=[datetime(2025, 1, 1, tzinfo=UTC)]) is None


@pytest.mark.parametrize(
    ("parents", "rows"),
    [
        ([None, 0, None, 1], [(0, 0), (1, 1), (3, 2), (2, 0)]),
        ([2, None, None], [(1, 0), (2, 0), (0, 1)]),
        ([1, 0, None], [(2, 0), (0, 0), (1, 1)]),
        ([], []),
    ],
)
def test_copies_hang_off_what_they_copy(parents, rows):
    assert branched(parents) == rows
