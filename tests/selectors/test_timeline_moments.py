"""Who came first, as far as days and times tell."""

from datetime import date, datetime

import pytest

from articles.selectors.timeline_moments import Moment, delay, delay_after_all, moment, sequel


def at(written: str) -> Moment:
    """Read "1 06:12" as a time on the first of May, "1" as that day, "" as undated."""
    if not written:
        return moment(None, None)
    day, _, time = written.partition(" ")
    exactly = datetime.fromisoformat(f"2024-05-0{day}T{time}+00:00") if time else None
    return moment(date(2024, 5, int(day)), exactly)


@pytest.mark.parametrize(
    ("moments", "first", "following", "undated"),
    [
        (["1 06:12", "1 06:40", "2", ""], [0], [1, 2], [3]),
        (["2", "1"], [1], [0], []),
        (["1", "1"], [0, 1], [], []),
        (["1 06:12", "1 06:12"], [0, 1], [], []),
        (["1 06:12", "1 06:40", "1"], [2, 0], [1], []),
        (["1", "2 00:00"], [0], [1], []),
        (["2 00:00", "2 00:00", "1"], [2], [0, 1], []),
        (["", ""], [], [], [0, 1]),
        ([], [], [], []),
    ],
)
def test_the_first_is_who_nobody_surely_came_before(moments, first, following, undated):
    found = sequel([at(one) for one in moments])

    assert (list(found.first), list(found.following), list(found.undated)) == (first, following, undated)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("1 06:12", "1 06:40", "28 min later"),
        ("1 06:12", "1 06:12", "the same time"),
        ("1 06:00", "3 10:30", "2 days 4 h later"),
        ("1 23:59", "2 00:59", "1 h later"),
        ("1", "1 06:40", "the same day"),
        ("1", "2 06:40", "a day later"),
        ("1 06:40", "4", "3 days later"),
        ("2", "1", ""),
        ("", "1", ""),
        ("1", "", ""),
    ],
)
def test_a_delay_is_as_exact_as_what_is_known(one, other, said):
    assert delay(at(other), after=at(one)) == said


def test_after_several_of_one_day_only_days_count():
    assert delay_after_all(at("1 06:40"), [at("1 06:12"), at("1")]) == "later the same day"
    assert delay_after_all(at("2 06:40"), [at("1 06:12"), at("1")]) == "a day later"


def test_seconds_are_no_minute():
    later = moment(date(2024, 5, 1), datetime.fromisoformat("2024-05-01T06:12:30+00:00"))

    assert delay(later, after=at("1 06:12")) == "less than a minute later"


def test_the_last_day_of_the_calendar_has_an_end():
    assert moment(date.max, None).end is not None
