"""The majority reading: the words that most outlets print, place by place."""

import pytest

from articles.selectors.comparison import comparison
from articles.selectors.comparison_board import Board, Cell, Row
from articles.selectors.comparison_choices import MAJORITY, Choices
from articles.selectors.comparison_source import comparison_source
from tests.factories import Said, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def board(story, **chosen) -> Board:
    return comparison(comparison_source(story), choices=Choices(base=MAJORITY, **chosen))


def words(row: Row) -> str:
    """Write the majority reading with [what no majority decides] in brackets."""
    return "".join(f"[{one.text}]" if one.kind == "context" else one.text for one in row.majority)


def marks(cell: Cell) -> list[tuple[str, str, str]]:
    return [
        (piece.kind, piece.text, piece.instead)
        for piece in cell.readings[0].pieces
        if piece.kind not in ("same", "context")
    ]


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return [make_article(story, outlet) for outlet in ("Gazette", "Courier", "Herald", "Mirror")]


def printed(story, articles, *sentences, **said):
    return make_statement(
        story, *(Said(article, words, **said) for article, words in zip(articles, sentences, strict=False))
    )


def test_each_reading_is_marked_against_the_words_that_most_print(story, articles):
    printed(
        story,
        articles,
        "We will close both depots in the spring.",
        "We will shut both depots in the spring.",
        "We will close both depots in the early spring.",
    )

    (row,) = board(story).rows
    assert words(row) == "We will close both depots in the spring"
    assert [marks(cell) for cell in row.cells[:3]] == [
        [],
        [("changed", "shut", "close")],
        [("added", "early", "")],
    ]
    assert row.base is None
    assert row.base_is_chosen
    assert board(story).base == "the majority reading"


def test_where_as_many_print_one_thing_as_another_the_usual_base_decides_and_it_shows(story, articles):
    printed(story, articles, "We close both depots.", "We shut both depots.", "We axe both depots.")
    printed(story, articles[1:2], "Nobody asked us.")

    (row, _) = board(story).rows
    assert words(row) == "We [shut ]both depots"


def test_what_one_outlet_alone_prints_is_no_majoritys(story, articles):
    printed(
        story,
        articles,
        "We close both depots and the garages, the yards and the offices.",
        "We close both depots",
        "close both depots",
    )

    (row,) = board(story).rows
    assert words(row) == "We close both depots"
    assert marks(row.cells[0]) == [], "what stands beyond a fragment was not put in"


def test_most_votes_take_the_form_in_which_most_print_it(story, articles):
    printed(story, articles, "The Board closes it.", "The board closes it.", "The board closes it.")

    (row,) = board(story).rows
    assert words(row) == "The board closes it"


def test_of_two_outlets_there_is_no_majority_and_the_usual_base_stands_in(story, articles):
    printed(story, articles, "We close both depots.", "We shut both depots.")

    (row,) = board(story).rows
    assert not row.majority
    assert row.falls_back
    assert row.base
    assert marks(row.cells[1]) == [("changed", "shut", "close")]


def test_a_reference_witness_a_suggestion_and_a_hidden_outlet_have_no_vote(story, articles):
    gazette, courier, herald, mirror = articles
    type(mirror).objects.filter(pk=mirror.pk).update(is_reference=True)
    make_statement(
        story,
        Said(gazette, "We close both depots."),
        Said(courier, "We shut both depots."),
        Said(herald, "We shut both depots.", suggested=True),
        Said(mirror, "We shut both depots."),
    )
    printed(story, articles[:3], "They stand empty.", "They stand idle.", "They stand idle.")

    both, empty = sorted(board(story).rows, key=lambda row: row.number)
    assert not both.majority
    assert words(empty) == "They stand idle"
    shown = board(story, hide=(gazette.pk,))
    assert not any(row.majority for row in shown.rows)


def test_the_punctuation_is_what_most_print_too(story, articles):
    printed(
        story,
        articles,
        "We close both depots. however late it is.",
        "We close both depots, however late it is.",
        "We close both depots, however late it is.",
    )

    (row,) = board(story).rows
    assert words(row) == "We close both depots, however late it is"


def test_a_reference_does_not_decide_between_outlets(story, articles):
    type(articles[3]).objects.filter(pk=articles[3].pk).update(is_reference=True)
    printed(
        story, articles, "We shut it now.", "We close it now.", "We axe it now.", "We close it now, we say."
    )
    printed(story, articles[:1], "Nobody asked us.")

    row = next(row for row in board(story).rows if row.number == 1)
    assert words(row).startswith("We [shut ]it now")


def test_several_passages_of_one_outlet_have_one_vote(story, articles):
    gazette, courier, herald, _ = articles
    make_statement(
        story,
        Said(gazette, "We close both depots and nobody loses work."),
        Said(courier, "We close both depots"),
        Said(courier, "nobody loses work"),
        Said(herald, "We shut both depots and nobody loses work."),
    )

    (row,) = board(story).rows
    assert words(row) == "We close both depots and nobody loses work"


def test_a_majority_of_reports_is_a_report(story, articles):
    printed(
        story,
        articles,
        "Low said that both depots would close.",
        "Low said that both depots would shut.",
        "Low said that both depots would close.",
        kind="reported",
    )

    (row,) = board(story).rows
    assert [piece.kind for piece in row.cells[1].readings[0].pieces if piece.instead] == ["changed"]
