"""The coverage matrix: who carries what, and what only one has or lacks."""

from datetime import date

import pytest

from articles.models import Article, Revision, Story
from articles.selectors import coverage
from articles.selectors.coverage import Matrix, matrix
from articles.selectors.coverage_choices import UNNAMED, CoverageChoices
from articles.selectors.coverage_source import coverage_source
from tests.factories import Said, build_story, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def shown(story: Story, **chosen) -> Matrix:
    return matrix(coverage_source(story), choices=CoverageChoices(**chosen))


def numbers(story: Story, **chosen) -> list[int]:
    return [row.statement.number for group in shown(story, **chosen).groups for row in group.rows]


@pytest.fixture
def story() -> Story:
    return make_story()


@pytest.fixture
def gazette(story: Story) -> Article:
    return make_article(story, "Gazette")


@pytest.fixture
def courier(story: Story) -> Article:
    return make_article(story, "Courier")


@pytest.fixture
def herald(story: Story) -> Article:
    return make_article(story, "Herald", extent="excerpt")


@pytest.fixture
def press_release(story: Story) -> Article:
    article = make_article(story, "Board, press release")
    Article.objects.filter(pk=article.pk).update(is_reference=True)
    return article


def test_each_way_of_printing_has_its_sign(story, gazette, courier, herald):
    for kind in ("verbatim", "partial", "reworded", "reported"):
        make_statement(story, Said(gazette, "We close.", kind=kind))
    make_statement(story, Said(gazette, "We close."), Said(courier, "They close.", suggested=True))
    foreign = make_article(story, "Le Courrier")
    Revision.objects.filter(article=foreign).update(language="fr")

    signs = [row.signs for group in shown(story).groups for row in group.rows]

    assert [row[0] for row in signs] == ["verbatim", "partial", "reworded", "reported", "verbatim"]
    assert [row[1] for row in signs] == ["absent"] * 4 + ["suggested"]
    assert {row[2] for row in signs} == {"not held"}
    assert {row[3] for row in signs} == {"not read"}


def test_an_outlet_with_two_articles_is_one_column_with_its_fullest_reading(story, gazette):
    again = make_article(story, "Gazette")
    make_statement(story, Said(gazette, "We close.", kind="reported"), Said(again, "We close."))

    found = shown(story)

    assert [head.outlet.name for head in found.heads] == ["Gazette"]
    assert found.groups[0].rows[0].signs == ("verbatim",)
    assert found.groups[0].rows[0].carriers == 1


def test_a_row_is_named_by_its_words_in_full_rather_than_by_a_fragment(story, gazette, courier):
    make_statement(story, Said(gazette, "We close", kind="partial"), Said(courier, "We close the depots."))

    words = shown(story).groups[0].rows[0].words

    assert words is not None
    assert (words.text, words.is_quoted) == ("We close the depots.", True)


def test_long_words_are_cut_after_a_word(story, gazette):
    make_statement(story, Said(gazette, "every depot " * 30, kind="reported"))

    words = shown(story).groups[0].rows[0].words

    assert words is not None
    assert words.text.endswith("depot …")
    assert len(words.text) < 115


def test_rows_stand_by_speaker_and_facts_at_the_end(story, gazette):
    make_statement(story, Said(gazette, "Six depots.", kind="reported"), speaker="")
    make_statement(story, Said(gazette, "We close."), speaker="Ada Low")
    make_statement(story, Said(gazette, "Who says so?"), speaker="")
    make_statement(story, Said(gazette, "At once."), speaker="Ada Low")

    groups = [(group.label, [row.statement.number for row in group.rows]) for group in shown(story).groups]

    assert groups == [("Ada Low", [2, 4]), ("Unknown speaker", [3]), ("Reported fact", [1])]


def test_the_most_printed_come_first_on_request(story, gazette, courier):
    make_statement(story, Said(gazette, "We close."), speaker="Ada Low")
    make_statement(story, Said(gazette, "At once."), Said(courier, "At once."), speaker="Ben Ode")

    assert numbers(story) == [1, 2]
    assert numbers(story, order="wide") == [2, 1]


def test_the_choices_narrow_the_rows(story, gazette, courier, herald):
    make_statement(story, Said(gazette, "We close."), Said(courier, "We close."), speaker="Ada Low")
    make_statement(story, Said(courier, "At once."), speaker="Ben Ode")
    make_statement(story, Said(gazette, "Who says so?"), speaker="")
    make_statement(story, Said(gazette, "Six.", kind="reported"), speaker="")
    make_statement(
        story,
        Said(gazette, "No."),
        Said(courier, "No."),
        Said(herald, "No.", suggested=True),
        speaker="Ada Low",
    )

    assert numbers(story, speaker="Ada Low") == [1, 5]
    assert numbers(story, speaker=UNNAMED) == [3]
    assert numbers(story, kind="facts") == [4]
    assert numbers(story, kind="statements") == [1, 5, 2, 3]
    assert numbers(story, shared=True) == [1, 5]
    assert numbers(story, without=courier.outlet_id) == [3, 4]
    assert numbers(story, without=herald.outlet_id) == [1, 2, 3, 4], "what it may print is not left out"
    assert numbers(story, only=gazette.outlet_id) == [3, 4]


def test_what_was_not_read_leaves_nothing_out(story, gazette, courier):
    make_statement(story, Said(gazette, "We close."))
    Revision.objects.filter(article=courier).update(analysis_version=None)

    assert numbers(story, without=courier.outlet_id) == []
    assert shown(story).lacking == ()


def test_columns_tell_what_an_outlet_alone_has_and_lacks(story, gazette, courier):
    mirror = make_article(story, "Mirror")
    make_statement(story, *(Said(one, "We close.") for one in (gazette, courier)))
    make_statement(story, *(Said(one, "At once.") for one in (gazette, courier, mirror)))
    make_statement(story, Said(mirror, "Nobody asked."))
    make_statement(story, Said(gazette, "Somebody did."))

    heads = [(head.carried, head.per_cent, head.alone, head.lacks) for head in shown(story).heads]

    assert heads == [(3, 75, 1, 0), (2, 50, 0, 0), (2, 50, 1, 1)]


def test_a_reference_stands_last_and_in_no_count(story, press_release, gazette, courier):
    make_statement(story, Said(press_release, "We regret it."))
    make_statement(story, Said(press_release, "We close."), Said(gazette, "We close."))

    found = shown(story)

    assert [head.outlet.name for head in found.heads] == ["Gazette", "Courier", "Board, press release"]
    assert found.outlets == 2
    assert [row.carriers for row in found.groups[0].rows] == [0, 1]
    assert [head.alone for head in found.heads] == [1, 0, 0]
    assert [head.lacks for head in found.heads] == [0, 1, 0]
    assert [head.outlet.name for head in found.lacking] == ["Courier"]


def test_a_report_and_its_copy_are_one_printing(story, gazette):
    copy = make_article(story, "Echo", copy_of="Gazette")
    make_statement(story, Said(gazette, "We close."), Said(copy, "We close."))

    row = shown(story).groups[0].rows[0]

    assert (row.carriers, row.printings) == (2, 1)


def test_outlets_that_print_the_same_stand_side_by_side_on_request(story, gazette, courier):
    mirror, echo = make_article(story, "Mirror"), make_article(story, "Echo")
    for words in ("One.", "Two.", "Three."):
        make_statement(story, Said(gazette, words), Said(mirror, words))
    make_statement(story, Said(courier, "Four."), Said(echo, "Four."))

    names = [head.outlet.name for head in shown(story, columns="likeness").heads]

    assert names == ["Gazette", "Mirror", "Courier", "Echo"]


def test_readings_of_earlier_texts_do_not_count(story, gazette, courier):
    make_statement(story, Said(gazette, "We close."))
    make_statement(story, Said(courier, "At once."))
    Revision.objects.filter(article=gazette).update(is_current=False)
    Revision.objects.create(article=gazette, number=2, text="Nothing.", text_hash="x")

    assert numbers(story) == [2]


def test_rows_come_in_pages_where_they_are_many(story, monkeypatch):
    monkeypatch.setattr(coverage, "CELLS_A_PAGE", 60)
    big = build_story(statements=60, outlets=2, slug="big")

    assert shown(big).pages == 2
    assert len(numbers(big)) == 30
    assert len(numbers(big, page=2)) == 30
    assert shown(big, page=99).choices.page == 2


@pytest.mark.parametrize(("statements", "outlets"), [(2, 2), (40, 20)])
def test_its_queries_do_not_grow(django_assert_num_queries, statements, outlets):
    story = build_story(statements=statements, outlets=outlets)

    with django_assert_num_queries(4):
        shown(story)


def test_a_story_without_articles_has_no_rows(story):
    found = shown(story)

    assert (found.total, found.groups, found.pages) == (0, (), 1)


def test_dates_come_along(story):
    make_article(story, "Gazette", published=date(2024, 5, 2))

    ((article,),) = (outlet.articles for outlet in coverage_source(story).outlets)
    assert (article.published, article.published_at) == (date(2024, 5, 2), None)
