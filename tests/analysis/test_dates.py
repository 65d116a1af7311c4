"""Printed dates against a day of publication."""

from datetime import date

import pytest

from articles.analysis import dates

MONDAY = date(2024, 8, 19)


@pytest.mark.parametrize(
    ("text", "printed", "value", "precision"),
    [
        ("He resigned on Friday.", "Friday", date(2024, 8, 16), "day"),
        ("She spoke on Monday.", "Monday", date(2024, 8, 19), "day"),
        ("She spoke last Monday.", "last Monday", date(2024, 8, 12), "day"),
        ("The court will sit on Friday.", "Friday", date(2024, 8, 23), "day"),
        ("It has lasted since October 7.", "October 7", date(2023, 10, 7), "day"),
        ("The vote will be held on October 7.", "October 7", date(2024, 10, 7), "day"),
        ("It was signed on 7 October 2021.", "7 October 2021", date(2021, 10, 7), "day"),
        ("Rockets fell on Oct. 7.", "Oct. 7", date(2023, 10, 7), "day"),
        ("The form says 2024-02-29.", "2024-02-29", date(2024, 2, 29), "day"),
        ("Prices rose last month.", "last month", date(2024, 7, 1), "month"),
        ("In June this year it published data.", "June this year", date(2024, 6, 1), "month"),
        ("They were active as of May.", "May", date(2024, 5, 1), "month"),
        ("Talks resumed this week.", "this week", date(2024, 8, 19), "week"),
        ("It has sold arms since 2008.", "2008", date(2008, 1, 1), "year"),
        ("The bridge fell three days ago.", "three days ago", date(2024, 8, 16), "day"),
        ("He called yesterday.", "yesterday", date(2024, 8, 18), "day"),
        ("He called the day before yesterday.", "the day before yesterday", date(2024, 8, 17), "day"),
        ("The day after tomorrow he leaves.", "The day after tomorrow", date(2024, 8, 21), "day"),
        ("They were arrested last night.", "last night", date(2024, 8, 18), "day"),
        ("She will speak this evening.", "this evening", date(2024, 8, 19), "day"),
        ("The fighting began in mid-June.", "June", date(2024, 6, 1), "month"),
        ("The shop closed in late 2021.", "2021", date(2021, 1, 1), "year"),
        ("A month ago he won.", "A month ago", date(2024, 7, 1), "month"),
        ("Two years ago the mine closed.", "Two years ago", date(2022, 1, 1), "year"),
        ("The trial started on June 3rd.", "June 3rd", date(2024, 6, 3), "day"),
    ],
)
def test_a_date_resolves_as_far_as_it_goes(text: str, printed: str, value: date, precision: str):
    (mention,) = dates.find(text, published=MONDAY)
    assert (mention.of(text), mention.value, mention.precision) == (printed, value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "May I go?",
        "Theresa May resigned.",
        "February 31, 2024 never comes.",
        "The next year he was hired again.",
    ],
)
def test_a_word_that_only_looks_like_a_date_is_none(text: str):
    assert dates.find(text, published=MONDAY) == ()


def test_without_a_day_of_publication_only_dates_with_their_year_resolve():
    text = "Since 2008, and on May 31 2024, but not on Friday, in June or yesterday."
    assert [mention.of(text) for mention in dates.find(text, published=None)] == ["2008", "May 31 2024"]
