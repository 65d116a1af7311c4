"""The board and the story's head count a report and its copies as one printing, and can show it once."""

import pytest

from articles.models import Article, Revision, Story
from articles.selectors.comparison import comparison
from articles.selectors.comparison_board import Board
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_source import comparison_source
from articles.selectors.stories import list_stories
from articles.selectors.story_head import story_head
from tests.factories import Said, build_story, make_article, make_origin, make_statement, make_story

pytestmark = pytest.mark.django_db


def board(story: Story, **chosen) -> Board:
    return comparison(comparison_source(story), choices=Choices(**chosen))


def outlets(shown: Board) -> list[str]:
    return [header.column.outlet for header in shown.headers]


@pytest.fixture
def story() -> Story:
    return make_story()


@pytest.fixture
def articles(story: Story) -> list[Article]:
    """Return four articles: the Courier has the Gazette's text, as its own text tells."""
    gazette, courier, herald, mirror = (
        make_article(story, outlet) for outlet in ("Gazette", "Courier", "Herald", "Mirror")
    )
    make_statement(
        story,
        Said(gazette, "We close the depots."),
        Said(courier, "We close the depots."),
        Said(herald, "We shut the depots."),
    )
    make_statement(story, Said(courier, "Nobody asked us about the depots."))
    make_origin(courier, "Gazette", "Courier reports", other=gazette, share=0.84)
    return [gazette, courier, herald, mirror]


def test_a_row_counts_a_report_and_its_copy_as_one_printing(story, articles):
    row, alone = board(story).rows

    assert (row.carriers, row.printings) == (3, 2)
    assert (alone.carriers, alone.printings) == (1, 1)


def test_a_column_tells_the_words_that_tell_its_origin(story, articles):
    gazette, courier, *_ = (header.column for header in board(story).headers)

    assert gazette.origin is None
    assert courier.copied == "copy of Gazette"
    assert courier.origin
    assert (courier.origin.words, courier.origin.outlet, courier.origin.per_cent) == (
        "Courier reports",
        "Gazette",
        84,
    )


def test_long_evidence_is_cut_at_a_word(story):
    article = make_article(story, "Gazette", text="depots " * 100)
    make_origin(article, "Courier", ("depots " * 100).strip())
    (header,) = board(story).headers

    assert header.column.origin
    assert header.column.origin.words == ("depots " * 34).strip() + " …"


def test_copies_collapse_into_the_report_that_they_copy(story, articles):
    shown = board(story, collapse=True)

    assert outlets(shown) == ["Gazette", "Herald", "Mirror"]
    assert [column.outlet for column in shown.unshown.copies] == ["Courier"]
    assert (shown.unshown.statements, shown.total) == (1, 2)
    assert [(row.carriers, row.printings) for row in shown.rows] == [(2, 2)]


def test_a_copy_that_is_the_base_stands_for_its_printing(story, articles):
    shown = board(story, collapse=True, base=articles[1].pk)

    assert outlets(shown) == ["Courier", "Herald", "Mirror"]
    assert [row.number for row in shown.rows] == [1, 2]


def test_two_copies_of_an_absent_agency_collapse_into_the_first(story, articles):
    for article in articles[2:]:
        make_origin(article, "AFP", f"{article.outlet.name} reports", basis="dateline")

    assert outlets(board(story, collapse=True)) == ["Gazette", "Herald"]


def test_what_is_taken_in_part_leaves_an_article_independent(story, articles):
    make_origin(articles[2], "Gazette", "Herald reports", relation="in part from", other=articles[0])

    assert outlets(board(story, collapse=True)) == ["Gazette", "Herald", "Mirror"]


def test_what_an_administrator_says_goes_before_what_the_text_tells(story, articles):
    Article.objects.filter(pk=articles[1].pk).update(own_report=True)
    shown = board(story, collapse=True)

    assert not shown.unshown.copies
    assert shown.headers[1].column.copied == ""


def test_the_head_counts_independent_printings(story, articles):
    head = story_head(story)

    assert (head.outlets, head.copies, head.independent) == (4, 1, 3)


def test_the_head_counts_no_text_that_is_not_read(story, articles):
    Revision.objects.filter(article=articles[3]).update(language="fr")
    head = story_head(story)

    assert (head.outlets, head.copies, head.independent) == (4, 1, 2)


def test_the_list_of_stories_counts_them_too_and_names_the_language(story, articles):
    Revision.objects.filter(article=articles[3]).update(language="fr")
    (entry,) = list_stories()

    assert (entry.outlets, entry.copies, entry.independent) == (4, 1, 2)
    assert [one.foreign for one in entry.coverage] == ["", "", "", "French"]


def test_a_text_in_another_language_says_so_in_its_gaps(story, articles):
    Revision.objects.filter(article=articles[3]).update(language="fr")
    shown = board(story, foreign=True)

    assert shown.headers[3].column.foreign == "French"
    assert {row.cells[3].gap for row in shown.rows} == {"Not read: the text is in French"}


@pytest.mark.parametrize("outlets", [2, 12])
def test_the_queries_do_not_grow_with_copies(outlets, django_assert_num_queries):
    story = build_story(statements=4, outlets=outlets)
    first, *others = story.articles.order_by("position")
    for article in others:
        make_origin(article, first.outlet.name, article.revisions.get().text[:10], other=first, share=0.9)

    with django_assert_num_queries(5):
        assert len(board(story, collapse=True).headers) == 1
    with django_assert_num_queries(2):
        assert story_head(story).independent == 1
