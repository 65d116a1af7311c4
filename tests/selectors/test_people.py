"""People and names: how they are printed, what they are called, and how much they are quoted."""

import pytest

from articles.models import Article, Statement
from articles.selectors.people import people_page, people_source
from articles.selectors.people_choices import PeopleWanted
from tests.factories import make_article, make_story
from tests.names import find_conflict, give_role, make_name, make_talking_story, quote_words

pytestmark = pytest.mark.django_db


def page_of(story, **wanted):
    return people_page(people_source(story), wanted=PeopleWanted(**wanted))


def names(entries):
    return [entry.name for entry in entries]


def test_names_in_conflict_come_first_and_stand_nowhere_else():
    page = page_of(make_talking_story())

    assert names(page.spelled) == ["David Lammy"]
    assert names(page.called) == ["Ada Low"]
    assert names(page.quoted) == []
    assert names(page.named) == ["Depot Union"]
    assert names(page.places) == ["Oslo"]
    assert names(page.others) == ["Police"]
    assert names(page.unknown) == [""]
    assert page.shown == page.total == 6


def test_a_conflict_tells_its_sides_and_who_prints_them():
    (conflict,) = page_of(make_talking_story()).spelled[0].conflicts
    assert [(side.words, [place.column.outlet for place in side.places]) for side in conflict.sides] == [
        ("Lammy", ["Gazette"]),
        ("Lamy", ["Courier"]),
    ]


def test_a_conflict_of_a_name_that_is_gone_is_not_lost():
    story = make_talking_story()
    story.entities.filter(name="David Lammy").delete()
    page = page_of(story)
    assert [conflict.kind for conflict in page.loose] == ["name"]
    assert page_of(story, kind="place").loose == ()


def test_an_entry_tells_forms_roles_and_words_by_article():
    low = page_of(make_talking_story()).called[0]
    gazette, courier, herald = low.articles

    assert [(form.text, form.count) for form in gazette.forms] == [("Ada Low", 1)]
    assert [role.printed for role in gazette.roles] == ["deputy mayor"]
    assert (gazette.spoken.quoted, round(gazette.spoken.share)) == (6, 86)
    assert (courier.spoken.quoted, round(courier.spoken.share)) == (3, 60)
    assert herald.spoken.share == 100
    assert low.outlets == 3
    assert low.most.column.outlet == "Herald"


def test_what_a_copy_prints_again_adds_nothing_to_the_totals():
    low = page_of(make_talking_story()).called[0]
    assert low.talk.quoted == 9
    assert low.talk.quotes == 3


def test_words_without_marks_are_counted_apart():
    (police,) = page_of(make_talking_story()).others
    assert (police.talk.quoted, police.talk.reported) == (0, 3)
    assert not police.talk.has_quoted


def test_the_chart_gives_each_outlets_words_to_their_speakers():
    shares = page_of(make_talking_story()).shares

    assert [head.label for head in shares.heads] == ["Ada Low", "David Lammy", "Unknown speaker"]
    assert [(row.column.outlet, row.words, row.reported) for row in shares.rows] == [
        ("Gazette", 7, 3),
        ("Courier", 5, 0),
        ("Herald", 6, 0),
    ]
    assert [cell.words for cell in shares.rows[0].cells] == [6, 1, 0]
    assert [cell.is_most for cell in shares.rows[0].cells] == [True, False, False]
    assert (shares.total.words, shares.has_copies, shares.joint) == (12, True, False)


def test_many_speakers_are_drawn_as_others():
    story = make_story()
    text = "\n".join(f"Speaker {number} says word{number} {'more ' * number}." for number in range(1, 13))
    article = make_article(story, "Gazette", text=text)
    for number in range(1, 13):
        quote_words(article, f"word{number} {'more ' * number}.", speaker=f"Speaker {number}")
    heads = [head.label for head in page_of(story).shares.heads]
    assert heads == [*(f"Speaker {number}" for number in range(12, 6, -1)), "6 others"]


def test_nobody_has_the_most_among_others():
    story = make_story()
    text = "\n".join(f"w{number} a b" for number in range(1, 13))
    article = make_article(story, "Gazette", text=text)
    for number in range(1, 13):
        quote_words(article, f"w{number} a b", speaker=f"Speaker {number}")
    cells = page_of(story).shares.rows[0].cells
    assert [cell.is_most for cell in cells] == [True] * 6 + [False]


def test_a_row_names_who_has_the_most_of_it_among_the_others():
    story = make_story()
    text = "\n".join(f"w{number} a b c" for number in range(1, 9))
    gazette = make_article(story, "Gazette", text=text)
    for number in range(1, 9):
        quote_words(gazette, f"w{number} a b c", speaker=f"Speaker {number}")
    courier = make_article(story, "Courier", text="Well then.")
    quote_words(courier, "Well then.", speaker="Bo Ek")
    shares = page_of(story).shares

    assert shares.others_at == 6
    assert [row.most for row in shares.rows] == [("Speaker 7", 12.5), ("Bo Ek", 100)]
    assert not any(cell.is_most for cell in shares.rows[1].cells)


def test_what_two_said_together_counts_for_both():
    story = make_story()
    article = make_article(story, "Gazette", text="Ada Low and Bo Ek: We agree on this.")
    for name in ("Ada Low", "Bo Ek"):
        make_name(story, name, (article, name))
    quote_words(article, "We agree on this.", speaker="Ada Low; Bo Ek")
    page = page_of(story)

    assert [(entry.name, entry.talk.quoted) for entry in page.quoted] == [("Ada Low", 4), ("Bo Ek", 4)]
    assert page.shares.joint
    assert page.shares.total.words == 4


@pytest.mark.parametrize("speaker", ["Ada Low", "ada low", "Low", "Mayor Low"])
def test_a_speaker_is_found_by_every_form_of_the_name(speaker):
    story = make_story()
    article = make_article(story, "Gazette", text="Ada Low, Mayor Low, Low: No.")
    make_name(story, "Ada Low", (article, "Ada Low"), (article, "Mayor Low"), (article, "Low"))
    quote_words(article, "No.", speaker=speaker)
    assert names(page_of(story).quoted) == ["Ada Low"]


def test_a_form_that_two_names_share_stands_for_neither():
    story = make_story()
    article = make_article(story, "Gazette", text="Ada Low and Ben Low. Low: No.")
    make_name(story, "Ada Low", (article, "Ada Low"), (article, "Low"))
    make_name(story, "Ben Low", (article, "Ben Low"), (article, "Low"))
    quote_words(article, "No.", speaker="Low")
    page = page_of(story)
    assert names(page.quoted) == []
    assert names(page.others) == ["Low"]


def test_a_reference_witness_is_shown_but_counts_for_nothing():
    story = make_talking_story()
    Article.objects.filter(outlet__name="Courier").update(is_reference=True)
    page = page_of(story)
    assert page.outlets == 2
    assert page.called[0].outlets == 2
    assert page.called[0].talk.quoted == 6
    assert len(page.shares.rows) == 3


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"kind": "place"}, ["Oslo"]),
        ({"kind": "organisation"}, ["Depot Union"]),
        ({"kind": "other"}, ["Police", ""]),
        ({"conflicts": True}, ["David Lammy", "Ada Low"]),
        ({"words": "DEPUTY  mayor"}, ["Ada Low"]),
        ({"words": "it was calm"}, ["Police"]),
        ({"words": "nowhere"}, []),
    ],
)
def test_it_keeps_what_the_choices_ask_for(wanted, shown):
    page = page_of(make_talking_story(), **wanted)
    kept = [
        *page.spelled, *page.called, *page.quoted, *page.others, *page.unknown, *page.named, *page.places,
    ]  # fmt: skip
    assert names(kept) == shown
    assert page.total == 6


def test_it_keeps_what_an_outlet_prints():
    story = make_talking_story()
    herald = Article.objects.get(outlet__name="Herald").outlet_id
    page = page_of(story, outlet=herald)
    assert page.shown == 1
    assert names(page.called) == ["Ada Low"]


def test_it_knows_by_which_name_compare_finds_the_rows():
    story = make_talking_story()
    Statement.objects.create(story=story, position=0, speaker="Ada Low; David Lammy")
    Statement.objects.create(story=story, position=1, speaker="Low")
    page = page_of(story)
    assert page.called[0].row_speaker == "Low"
    assert page.spelled[0].row_speaker == "Ada Low; David Lammy"
    assert page.unknown[0].row_speaker == ""


def test_it_is_read_in_a_fixed_number_of_queries(django_assert_num_queries):
    story = make_talking_story()
    with django_assert_num_queries(8):
        page_of(story)
    for number in range(10):
        article = make_article(story, f"Outlet {number}", text=f"Person {number}, boss: No.")
        entity = make_name(story, f"Person {number}", (article, f"Person {number}"))
        give_role(entity, article, "boss")
        quote_words(article, "No.", speaker=f"Person {number}")
        find_conflict(story, "role", (article, "boss"))
    with django_assert_num_queries(8):
        page_of(story)


def test_an_article_without_the_name_tells_what_stands_beside_the_quotation():
    story = make_story()
    gazette = make_article(story, "Gazette", text="Ada Low: We close.")
    courier = make_article(story, "Courier", text="We close, said Ada\nLow. We go. She: We stay.")
    make_name(story, "Ada Low", (gazette, "Ada Low"))
    quote_words(courier, "We close", speaker="Ada Low", speaker_as_printed="Ada\nLow")
    quote_words(courier, "We go.", speaker="Ada Low", speaker_as_printed="Ada Low")
    quote_words(courier, "We stay.", speaker="Ada Low")
    (low,) = page_of(story).quoted

    assert [article.forms for article in low.articles][1] == ()
    assert [quote.named for quote in low.articles[1].named_at] == ["Ada Low"]


def test_an_entry_counts_the_statements_that_compare_shows():
    story = make_talking_story()
    for position in range(2):
        Statement.objects.create(story=story, speaker="Ada Low", position=position)

    assert page_of(story).called[0].statements == 2
    assert page_of(story).spelled[0].statements == 0
