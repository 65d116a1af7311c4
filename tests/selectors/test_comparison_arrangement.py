"""Which columns stand on the board, in which order, and what that does to rows and counts."""

import pytest

from articles.models import Revision
from articles.selectors.comparison import comparison
from articles.selectors.comparison_board import Board
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_source import comparison_source
from tests.factories import Said, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def board(story, **chosen) -> Board:
    return comparison(comparison_source(story), choices=Choices(**chosen))


def outlets(shown: Board) -> list[str]:
    return [header.column.outlet for header in shown.headers]


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return [make_article(story, outlet) for outlet in ("Gazette", "Courier", "Herald", "Mirror")]


@pytest.fixture(autouse=True)
def statements(story, articles):
    gazette, courier, herald, _ = articles
    make_statement(
        story,
        Said(gazette, "We close both depots."),
        Said(courier, "We shut both depots."),
        speaker="Ada Low",
    )
    make_statement(story, Said(courier, "Nobody asked us."), Said(herald, "Not one.", suggested=True))


def test_the_chosen_order_comes_first_and_the_others_follow(story, articles):
    gazette, _, herald, mirror = (article.pk for article in articles)

    shown = board(story, order=(mirror, herald))
    assert outlets(shown) == ["Mirror", "Herald", "Gazette", "Courier"]
    assert [[bool(cell.readings) for cell in row.cells] for row in shown.rows] == [
        [False, False, True, True],
        [False, True, False, True],
    ]
    assert outlets(board(story, order=(herald,), pin=gazette))[:2] == ["Gazette", "Herald"]


def test_a_hidden_outlet_takes_its_own_rows_along_and_is_counted_nowhere(story, articles):
    shown = board(story, hide=(articles[1].pk,))

    assert outlets(shown) == ["Gazette", "Herald", "Mirror"]
    (row,) = shown.rows
    assert (row.carriers, len(row.carried), row.is_shared) == (1, 3, False)
    assert [column.outlet for column in shown.unshown.hidden] == ["Courier"]
    assert (shown.unshown.statements, shown.total) == (1, 2)


def test_a_hidden_base_gives_way_to_the_next(story, articles):
    assert board(story).base == "Courier"
    assert board(story, hide=(articles[1].pk,)).base == "Gazette"


def test_a_chosen_base_is_shown_whatever_hides_it(story, articles):
    assert "Courier" in outlets(board(story, base=articles[1].pk, hide=(articles[1].pk,)))


def test_what_is_not_read_has_no_column_until_it_is_asked_for(story, articles):
    Revision.objects.filter(article=articles[3]).update(language="fr")

    shown = board(story)
    assert outlets(shown) == ["Gazette", "Courier", "Herald"]
    assert [column.outlet for column in shown.unshown.foreign] == ["Mirror"]
    assert {len(row.carried) for row in shown.rows} == {3}
    assert outlets(board(story, foreign=True)) == ["Gazette", "Courier", "Herald", "Mirror"]


def test_a_story_in_other_languages_only_keeps_its_columns(story):
    Revision.objects.update(language="fr")

    assert len(board(story).headers) == 4


# The order of rows


def test_rows_stand_in_the_order_in_which_an_outlet_prints_them(story, articles):
    gazette, courier, *_ = articles
    make_statement(story, Said(gazette, "They stand empty."))
    late = make_statement(story, Said(courier, "Before all else: thanks."), Said(gazette, "Thanks."))
    reading = late.readings.get(revision__article=courier)
    reading.start, reading.end = 0, 5
    reading.save()

    shown = board(story, by=courier.pk)
    assert [(part.heading, [row.number for row in part.rows]) for part in shown.parts] == [
        ("Printed by Courier, in its order", [4, 1, 2]),
        ("Not printed by Courier", [3]),
    ]


def test_a_suggested_reading_is_not_printed_by_its_outlet(story, articles):
    shown = board(story, by=articles[2].pk)

    assert [part.heading for part in shown.parts] == ["Not printed by Herald"]
