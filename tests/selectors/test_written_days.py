"""How days are written."""

from datetime import date

import pytest

from articles.selectors.written_days import dated, day, days, short_day


def test_a_day_is_written_in_full_or_for_narrow_places():
    assert day(date(2024, 8, 8)) == "8 August 2024"
    assert short_day(date(2024, 8, 8)) == "8 Aug 2024"


def test_what_has_no_day_is_undated():
    assert dated(date(2024, 8, 8)) == "8 Aug 2024"
    assert dated(None) == "undated"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2024, 8, 18), date(2024, 8, 18), "18 August 2024"),
        (date(2024, 8, 18), date(2024, 8, 19), "18–19 August 2024"),
        (date(2024, 8, 30), date(2024, 9, 2), "30 August – 2 September 2024"),
        (date(2023, 12, 31), date(2024, 1, 1), "31 December 2023 – 1 January 2024"),
    ],
)
def test_a_span_of_days_names_nothing_twice(first, last, written):
    assert days(first, last) == written
