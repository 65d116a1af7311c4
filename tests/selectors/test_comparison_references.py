"""A reference witness: a transcript or press release among the columns, which is no outlet's report."""

import pytest

from articles.models import Article
from articles.selectors.comparison import comparison
from articles.selectors.comparison_board import Board
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_source import comparison_source
from tests.factories import Said, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def board(story, **chosen) -> Board:
    return comparison(comparison_source(story), choices=Choices(**chosen))


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    articles = [make_article(story, outlet) for outlet in ("Gazette", "Courier", "Town hall")]
    Article.objects.filter(pk=articles[2].pk).update(is_reference=True)
    return articles


@pytest.fixture(autouse=True)
def statements(story, articles):
    gazette, courier, town_hall = articles
    make_statement(story, Said(gazette, "We shut it."), Said(courier, "We shut it."))
    make_statement(story, Said(gazette, "We shut both depots."), Said(town_hall, "We close both depots."))
    make_statement(story, Said(town_hall, "Nobody loses work."))
    make_statement(story, Said(gazette, "They stand empty."))


def test_it_is_the_base_until_another_is_chosen(story, articles):
    shown = board(story)
    assert [header.column.outlet for header in shown.headers] == ["Town hall", "Gazette", "Courier"]
    assert [header.is_base for header in shown.headers] == [True, False, False]
    assert board(story, base=articles[0].pk).base == "Gazette"


def test_a_reference_that_prints_nothing_is_no_base(story, articles):
    story.statements.filter(readings__revision__article=articles[2]).delete()

    assert board(story).base == "Gazette"


def test_it_is_no_outlet_in_counts_and_dots(story):
    shown = board(story)

    assert shown.outlets == 2
    assert [(row.number, row.carriers, row.carried, row.printings) for row in shown.rows] == [
        (1, 2, ("yes", "yes"), 2),
        (2, 1, ("yes", "no"), 1),
        (4, 1, ("yes", "no"), 1),
        (3, 0, ("no", "no"), 0),
    ]


def test_its_words_without_marks_are_not_called_reported(story, articles):
    said = [Said(article, "Depots are sad places.", kind="reported") for article in articles[1:]]
    statement = make_statement(story, *said)
    row = next(row for row in board(story).rows if row.key == statement.pk)
    town_hall, _gazette, courier = row.cells

    assert [reading.kind for reading in town_hall.readings] == ["As in the reference"]
    assert [reading.kind for reading in courier.readings] == ["Reported, not quoted"]


def test_what_no_outlet_prints_stands_under_a_heading_of_its_own(story):
    assert [(part.heading, len(part.rows)) for part in board(story).parts] == [
        ("", 1),
        ("Printed by one outlet alone", 2),
        ("Printed by no outlet", 1),
    ]


def test_its_words_are_compared_all_the_same(story):
    row = next(row for row in board(story).rows if row.number == 2)

    assert row.cells[1].differs
    assert row.base
    assert row.base.outlet == "Town hall"


def test_two_outlets_or_more_does_not_count_it(story):
    assert [row.number for row in board(story, shared_only=True).rows] == [1]
