"""Which stories there are, and how much of its story each outlet carries."""

from datetime import date, timedelta

import pytest

from articles.models import Entity
from articles.selectors.stories import list_stories
from articles.selectors.stories_coverage import Stretch, stretches
from articles.selectors.stories_days import MOST_BARS, publication_days
from articles.selectors.stories_filter import StoriesWanted
from tests.factories import (
    Said,
    build_story,
    make_article,
    make_discrepancy,
    make_statement,
    make_story,
)


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([], []),
        ([4], [(4, 1)]),
        ([0, 1, 2, 5], [(0, 3), (5, 1)]),
        ([5, 1, 0, 1], [(0, 2), (5, 1)]),
    ],
)
def test_it_joins_neighbouring_statements_to_stretches(positions, expected):
    assert stretches(positions) == tuple(Stretch(first=first, length=length) for first, length in expected)


@pytest.mark.django_db
def test_it_counts_outlets_statements_and_discrepancies_apart():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    statements = [
        make_statement(story, Said(one, f"We close depot {number}."), Said(other, f"We shut depot {number}."))
        for number in range(3)
    ]
    make_discrepancy(statements[0], "wording", "a", (one, "close"), (other, "shut"))
    make_discrepancy(statements[1], "wording", "b", (one, "close"), severity="low")
    make_discrepancy(statements[2], "wording", "c", (one, "close"), status="dismissed")
    gone = make_discrepancy(statements[2], "wording", "d", (one, "close"))
    gone.superseded = True
    gone.save()

    (entry,) = list_stories()

    assert (entry.outlets, entry.statements, entry.open, entry.serious) == (2, 3, 2, 1)


@pytest.mark.django_db
def test_it_leaves_out_suggested_readings():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(one, "We close."), Said(other, "It may shut.", suggested=True))

    (entry,) = list_stories()

    assert [coverage.carried for coverage in entry.coverage] == [1, 0]


@pytest.mark.django_db
def test_it_gives_the_days_of_the_first_and_last_dated_article():
    story = make_story()
    make_article(story, "Gazette", published=None)

    (entry,) = list_stories()

    assert (entry.first_day, entry.last_day) == (None, None)


def titles(**choices):
    return [entry.title for entry in list_stories(StoriesWanted(**choices))]


@pytest.fixture
def three(db):
    """Return three stories: one of three outlets, one with discrepancies, one published last."""
    wide = make_story("Depots to close", slug="wide")
    for outlet in ("Gazette", "Courier", "Herald"):
        make_article(wide, outlet, published=None)
    doubtful = make_story("Library opens", slug="doubtful")
    article = make_article(doubtful, "Gazette", published=date(2024, 1, 1))
    statement = make_statement(doubtful, Said(article, "We open the library on Monday at nine."))
    make_discrepancy(statement, "wording", "open / shut", (article, "open"), severity="low")
    make_discrepancy(statement, "figure", "nine / ten", (article, "nine"))
    late = make_story("Bridge repaired", slug="late")
    make_article(late, "Town Crier", published=date(2024, 6, 1))
    wide.summary = "Six of them."
    wide.save()
    Entity.objects.create(story=late, name="Zoë Low", kind="person")
    Entity.objects.create(story=late, name="Lowtown", kind="place")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("changed", ["Depots to close", "Bridge repaired", "Library opens"]),
        ("published", ["Bridge repaired", "Library opens", "Depots to close"]),
        ("outlets", ["Depots to close", "Bridge repaired", "Library opens"]),
        ("open", ["Library opens", "Depots to close", "Bridge repaired"]),
    ],
)
def test_it_orders(three, order, expected):
    assert titles(order=order) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("CLOSE depot", ["Depots to close"]),
        ("six depots", ["Depots to close"]),
        ("crier", ["Bridge repaired"]),
        ("zoë", ["Bridge repaired"]),
        ("lowtown", []),
        ("gazette", ["Depots to close", "Library opens"]),
        ("gazette library", ["Library opens"]),
        ("%", []),
        ("", ["Depots to close", "Bridge repaired", "Library opens"]),
    ],
)
def test_it_finds_by_title_summary_outlet_and_name(three, words, expected):
    assert titles(words=words) == expected


def test_it_keeps_what_an_outlet_reports_and_what_has_serious_discrepancies(three):
    outlet = list_stories(StoriesWanted(words="crier"))[0]

    assert outlet.title == "Bridge repaired"
    assert titles(serious=True) == ["Library opens"]
    assert titles(serious=True, words="depots") == []


def test_it_shows_the_open_discrepancy_to_look_at_first(three):
    (entry,) = list_stories(StoriesWanted(serious=True))

    assert (entry.gravest.kind, entry.gravest.summary, entry.gravest.is_serious) == (
        "Wording",
        "open / shut",
        False,
    )


def test_a_story_leads_with_the_quotation_that_most_outlets_print(db):
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(one, "Nobody in the town has asked us."))
    make_statement(
        story,
        Said(one, "We close the depots before the summer."),
        Said(other, "it would close", kind="reported"),
    )
    make_statement(story, Said(one, "No."), Said(other, "No."))

    (entry,) = list_stories()

    assert (entry.lead.text, entry.lead.speaker, entry.lead.outlets) == (
        "We close the depots before the summer.",
        "Ada Low",
        2,
    )


def test_of_many_outlets_it_shows_those_that_carry_most(db):
    story = build_story(statements=2, outlets=9)
    article = story.articles.get(outlet__name="Outlet 7")
    make_statement(story, Said(article, "This is ours alone."))

    (entry,) = list_stories()

    assert len(entry.coverage) == 5
    assert (entry.coverage[0].outlet, entry.coverage[0].carried) == ("Outlet 7", 3)
    assert (entry.outlets, entry.more_outlets) == (9, 4)


def test_a_reference_witness_is_no_outlet(db):
    story = make_story()
    make_article(story, "Gazette")
    make_article(story, "Town Hall", is_reference=True, published=date(2020, 1, 1))

    (entry,) = list_stories()

    assert (entry.outlets, entry.independent, [one.outlet for one in entry.coverage]) == (1, 1, ["Gazette"])
    assert entry.first_day == date(2024, 5, 1)


def test_days_keep_an_empty_place_for_a_day_without_articles():
    first = date(2024, 5, 1)

    days = publication_days([first, first, first + timedelta(days=3), None])

    assert [(bar.place, bar.articles, bar.height) for bar in days.bars] == [(0, 2, 1), (3, 1, 0.5)]
    assert (days.places, days.undated) == (4, 1)


@pytest.mark.parametrize("last", [1, 29, 30, 31, 400, 40_000])
def test_days_of_a_long_story_share_their_bars(last):
    first = date(1900, 1, 1)

    days = publication_days([first, first + timedelta(days=last)])

    assert days.places <= MOST_BARS
    assert [bar.articles for bar in days.bars] == [1, 1]
    assert days.bars[-1].last == first + timedelta(days=last)


def test_a_story_without_dates_has_no_bars():
    assert publication_days([None]).places == 0
    assert publication_days([]).bars == ()
