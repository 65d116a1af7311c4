"""The card of a statement: where its readings stand, what is one wording, who was first."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Story
from articles.selectors.comparison_source import comparison_source
from articles.selectors.statement_card import Card, statement_card
from articles.selectors.statement_citation import citations
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return make_story()


def card_of(statement, *, base: Article | None = None) -> Card:
    story = statement.story
    source = comparison_source(story)
    card = statement_card(source, story=story, key=statement.pk, base=base.pk if base else None)
    assert card is not None
    return card


def outlets(card: Card) -> list[list[str]]:
    return [[printing.column.outlet for printing in wording.printings] for wording in card.wordings]


# Where a reading stands


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Depots to close", "First paragraph, 2 of 2"),
        ("Depots to close\nThe board met.", "Last paragraph, 3 of 3"),
        ("The board met.", "Last paragraph, 2 of 2"),
        ("The board met.\nIt was late.", "Last paragraph, 3 of 3"),
        ("Board meets: “We close!”\nIt was late.", "Last paragraph, 3 of 3"),
    ],
)
def test_the_first_and_the_last_paragraph_have_names(story, text, where):
    article = make_article(story, "Gazette", text=text)
    card = card_of(make_statement(story, Said(article, "We close both depots.")))

    assert card.wordings[0].first.where == where


def test_a_first_line_without_a_full_stop_is_the_headline(story):
    article = make_article(story, "Gazette", text="We close both depots\n“We do,” she said.\nIt was late.")
    statement = make_statement(story, Said(article, "Nobody asked."))
    statement.readings.update(start=0, end=20, context_start=0, context_end=20)

    assert card_of(statement).wordings[0].first.where == "Headline, 1 of 4"


@pytest.mark.parametrize(
    ("title", "where"),
    [("“We close  both depots.”", "Headline, 1 of 3"), ("", "First paragraph, 1 of 3")],
)
def test_a_first_line_that_is_the_title_is_the_headline(story, title, where):
    article = make_article(story, "Gazette", text="“We close both depots.”\nThe board met.", title=title)
    statement = make_statement(story, Said(article, "Nobody asked."))
    statement.readings.update(start=1, end=22, context_start=0, context_end=23)

    assert card_of(statement).wordings[0].first.where == where


def test_what_is_left_out_is_neither_first_nor_last(story):
    article = make_article(story, "Gazette", text="Skip to content\nThe board closes two depots.")
    revision = article.revisions.get()
    revision.omissions.create(start=0, end=len("Skip to content"), reason="navigation")
    statement = make_statement(story, Said(article, "Nobody asked."))
    revision.refresh_from_db()
    start = revision.text.index("The board")
    statement.readings.update(start=start, end=start + 9, context_start=start, context_end=start + 9)

    assert card_of(statement).wordings[0].first.where == "First paragraph, 2 of 3"


# Wordings


def test_readings_of_one_wording_are_together_with_the_base_first(story):
    gazette, courier, herald = (make_article(story, name) for name in ("Gazette", "Courier", "Herald"))
    statement = make_statement(
        story,
        Said(gazette, "We close both depots."),
        Said(courier, "We shut both depots."),
        Said(herald, "We shut both depots."),
    )

    assert outlets(card_of(statement)) == [["Gazette"], ["Courier", "Herald"]]
    assert outlets(card_of(statement, base=herald)) == [["Herald", "Courier"], ["Gazette"]]


def test_another_comma_is_another_wording(story):
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(story, Said(gazette, "We close, now."), Said(courier, "We close now."))

    assert outlets(card_of(statement)) == [["Gazette"], ["Courier"]]


def test_a_suggested_reading_stands_alone(story):
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(
        story, Said(gazette, "We close both depots."), Said(courier, "We close both depots.", suggested=True)
    )

    card = card_of(statement)
    assert outlets(card) == [["Gazette"], ["Courier"]]
    assert [len(one.sources) for one in citations(card)] == [1]


# Who was first


def test_the_earliest_come_first_and_the_undated_last(story):
    days = {"Mirror": None, "Herald": date(2024, 5, 2), "Gazette": date(2024, 5, 1)}
    articles = [make_article(story, name, published=day) for name, day in days.items()]
    card = card_of(make_statement(story, *[Said(article, "We close.") for article in articles]))

    assert [carrier.column.outlet for carrier in card.carriers] == ["Gazette", "Herald", "Mirror"]
    assert card.first is not None
    assert [column.outlet for column in card.first.columns] == ["Gazette"]
    assert card.first.undated == 1


def test_a_time_tells_who_was_first_only_if_all_of_that_day_have_one(story):
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(story, Said(gazette, "We close."), Said(courier, "We close."))
    Article.objects.filter(pk=courier.pk).update(published_at=datetime(2024, 5, 1, 8, tzinfo=UTC))

    first = card_of(statement).first
    assert first is not None
    assert [column.outlet for column in first.columns] == ["Courier", "Gazette"]
    Article.objects.filter(pk=gazette.pk).update(published_at=datetime(2024, 5, 1, 9, tzinfo=UTC))
    first = card_of(statement).first
    assert first is not None
    assert [column.outlet for column in first.columns] == ["Courier"]


def test_gaps_of_one_reason_are_together(story):
    gazette = make_article(story, "Gazette")
    for name, extent in {"Sun": "full", "Echo": "excerpt", "Star": "full"}.items():
        make_article(story, name, extent=extent)
    card = card_of(make_statement(story, Said(gazette, "We close.")))

    assert [(gap.reason, [column.outlet for column in gap.columns]) for gap in card.gaps] == [
        ("Not printed", ["Sun", "Star"]),
        ("Not in the text we hold", ["Echo"]),
    ]


# Discrepancies in the table


def test_the_table_tells_where_each_discrepancy_stands(story):
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(
        story, Said(gazette, "We close both depots now."), Said(courier, "We shut both depots today.")
    )
    make_discrepancy(statement, "wording", "Verb.", (gazette, "close"), (courier, "shut"))
    make_discrepancy(statement, "wording", "Day.", (gazette, "now"), (courier, "today"), severity="low")

    card = card_of(statement)
    assert [[mark.number for mark in marks] for marks in card.marks] == [[], [1], [], [2]]
    assert "serious" in card.signs


# To take along


@pytest.mark.parametrize(
    ("words", "kind", "printed"),
    [
        ("We close both depots.", "verbatim", "“We close both depots.”"),
        ("We close,” she said, “both.", "verbatim", "“We close,” she said, “both.”"),
        ("She calls it “a loss”.", "verbatim", "“She calls it “a loss”.”"),
        ("She closes both depots.", "reported", "She closes both depots."),
        ("She calls it “a loss” for all.", "reported", "She calls it “a loss” for all."),
    ],
)
def test_only_a_quotation_stands_in_marks(story, words, kind, printed):
    gazette = make_article(story, "Gazette")
    card = card_of(make_statement(story, Said(gazette, words, kind=kind)))

    (citation,) = citations(card)
    assert citation.words == printed
    assert citation.introduction == ("In the outlet’s own words:" if kind == "reported" else "")


def test_words_that_one_outlet_quotes_and_others_report_are_taken_along_both_ways(story):
    gazette, *others = (make_article(story, name) for name in ("Gazette", "Courier", "Herald"))
    words = "We close both depots."
    reports = [Said(other, words, kind="reported") for other in others]
    card = card_of(make_statement(story, *reports, Said(gazette, words)))

    assert [
        (one.introduction, one.words, [source.outlet for source in one.sources]) for one in citations(card)
    ] == [
        ("", f"“{words}”", ["Gazette"]),
        ("In the outlets’ own words:", words, ["Courier", "Herald"]),
    ]


def test_fragments_are_taken_along_last(story):
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(
        story, Said(gazette, "close both", kind="partial"), Said(courier, "We close both depots.")
    )

    assert [one.words for one in citations(card_of(statement))] == ["“We close both depots.”", "“close both”"]
