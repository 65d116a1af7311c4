"""What a search finds, in which order, and what of it is marked."""

from datetime import date

import pytest

from articles.models import Revision
from articles.selectors.search import search, without_common_words
from articles.selectors.search_filter import Wanted
from articles.selectors.search_query import read_query
from articles.services.index_story import index_story
from tests.factories import Said, build_story, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def index(story):
    index_story(story, revisions=list(Revision.objects.filter(article__story=story, is_current=True)))


def find(words="", **choices):
    return search(Wanted(query=without_common_words(read_query(words)), **choices))


def marked(runs):
    return [run.text for run in runs if run.carries("found")]


@pytest.fixture
def story():
    """Return a story of three outlets and a transcript, findable."""
    story = make_story("Depots to close")
    one, other = make_article(story, "Gazette"), make_article(story, "Courier", published=date(2024, 5, 3))
    third = make_article(story, "Herald", published=None, text="The mayor’s lobsters stayed in the harbour.")
    minutes = make_article(story, "Town Hall", is_reference=True)
    make_statement(
        story,
        Said(one, "We will close the depots before the summer."),
        Said(other, "We will shut the depots before the summer.", kind="reworded"),
        Said(third, "it would shut the depots", kind="reported", before="The board said "),
        Said(minutes, "We will close the depots before the summer."),
        speaker="Ada Low",
    )
    make_statement(story, Said(other, "Nobody has asked the neighbours."), speaker="Zoë Séguin")
    index(story)
    return story


def test_the_same_words_in_several_outlets_are_one_result(story):
    found = find("depots")

    (result,) = found.results
    assert (result.speaker, result.outlets, result.fitting, len(result.others)) == ("Ada Low", 3, 4, 3)
    assert (result.story_slug, result.number) == (story.slug, 1)


def test_a_result_shows_the_reading_with_the_words_and_marks_them(story):
    (result,) = find("closing").results

    assert result.best.outlet in ("Gazette", "Town Hall")
    assert marked(result.best.runs) == ["close"]
    assert "".join(run.text for run in result.best.runs) == "“We will close the depots before the summer.”"
    assert [reading.fits for reading in result.others] == [True, False, False]
    assert [marked(reading.runs) for reading in result.others] == [["close"], [], []]


def test_neighbouring_words_are_marked_as_one(story):
    (result,) = find("asked neighbours nobody").results

    assert marked(result.best.runs) == ["Nobody", "asked", "neighbours"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"close the depots"', ["close the depots"]),
        ('"before the summer" closed', ["close", "before the summer"]),
        ('"the summer"', ["the summer"]),
    ],
)
def test_words_as_printed_are_marked_as_they_stand(story, words, expected):
    (result,) = find(words).results

    assert marked(result.best.runs) == expected


def test_a_place_is_where_the_reading_stands_in_the_article(story):
    (result,) = find("neighbours").results

    text = Revision.objects.get(article=result.best.article).text
    assert text[result.best.start : result.best.end] == "Nobody has asked the neighbours."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("DEPOT", 1),
        ("closed", 1),
        ('"closed"', 0),
        ('"close the depots"', 1),
        ('"close depots"', 0),
        ('"the depots"', 1),
        ("close neighbours", 0),
        ("close or neighbours", 2),
        ('"will shut" or neighbours', 2),
        ("depots -summer", 1),
        ("depots -shut -close", 0),
        ('summer -"we will shut" -"we will close"', 0),
        ("Low depots", 1),
        ("seguin", 1),
        ("board depots", 1),
        ("lobsters", 0),
        ("depots' OR 1=1 --", 1),
    ],
)
def test_words(story, words, found):
    assert len(find(words).results) == found


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({"speaker": "Low"}, 1),
        ({"speaker": "low ada"}, 1),
        ({"speaker": "Seguin"}, 1),
        ({"speaker": "ségu"}, 1),
        ({"speaker": "ow"}, 0),
        ({"speaker": "'; | !x:*"}, 0),
        ({"story": "depots-to-close"}, 2),
        ({"since": date(2024, 5, 2)}, 2),
        ({"until": date(2024, 5, 2)}, 1),
        ({"since": date(2024, 5, 2), "until": date(2024, 5, 2)}, 0),
        ({"speaker": "low", "kind": "reported"}, 1),
        ({"speaker": "low", "kind": "partial"}, 0),
    ],
)
def test_choices(story, choices, found):
    assert len(find(**choices).results) == found


def test_an_outlet_finds_what_it_prints(story):
    courier = story.articles.get(outlet__name="Courier").outlet_id

    found = find("depots", outlet=courier)

    assert [result.best.outlet for result in found.results] == ["Courier"]
    assert [result.fitting for result in found.results] == [1]


def test_all_of_a_speaker_comes_newest_first():
    story = make_story()
    for day, words in [(2, "We close."), (9, "We open."), (5, "We wait.")]:
        make_statement(story, Said(make_article(story, f"Outlet {day}", published=date(2024, 5, day)), words))
    index(story)

    found = find(speaker="low")

    assert [result.best.published.day for result in found.results] == [9, 5, 2]


def test_a_short_reading_with_the_words_together_comes_before_a_long_one():
    story = make_story()
    article = make_article(story, "Gazette")
    make_statement(
        story, Said(article, "The strike, which nobody in the town had wanted, of the bus drivers.")
    )
    make_statement(story, Said(article, "The bus strike is over."))
    index(story)

    assert [result.number for result in find("bus strike").results] == [2, 1]


def test_what_more_outlets_print_comes_first():
    story = make_story()
    articles = [make_article(story, f"Outlet {number}") for number in range(4)]
    make_statement(story, Said(articles[0], "The strike is over."))
    make_statement(story, *(Said(article, "Our strike goes on.") for article in articles))
    index(story)

    assert [result.number for result in find("strike").results] == [2, 1]


def test_articles_are_found_by_their_own_words(story):
    found = find("lobsters")

    assert [part.count for part in found.parts] == [0, 1, 1]
    (article,) = found.own_words
    assert (article.outlet, article.paragraph, article.places) == ("Herald", 1, 1)
    assert marked(article.runs) == ["lobsters"]


def test_own_words_are_those_outside_every_statement(story):
    own, whole = find("depots", part="own"), find("depots", part="whole")

    assert {result.outlet for result in own.results} == {"Courier", "Gazette", "Town Hall"}
    assert len(whole.results) == 4


def test_an_article_shows_the_paragraph_with_most_of_the_words():
    story = make_story()
    text = "A bus came.\nNobody saw it.\nThe bus drivers’ strike is over.\nA strike is a strike."
    make_article(story, "Gazette", text=text)
    index(story)

    (article,) = find("bus strike", part="whole").results

    assert (article.paragraph, article.places) == (3, 5)
    assert text[article.start : article.end] == "The bus drivers’ strike is over."


def test_a_long_paragraph_is_cut_around_the_words():
    story = make_story()
    make_article(story, "Gazette", text=f"{'before ' * 300}lobster{' after' * 300}")
    index(story)

    (article,) = find("lobster", part="whole").results

    assert marked(article.runs) == ["lobster"]
    assert article.end - article.start <= 420
    assert not article.opens
    assert not article.closes


def test_of_too_many_articles_the_newest_come_first(monkeypatch):
    monkeypatch.setattr("articles.selectors.search_articles.RANKED_AT_MOST", 1)
    story = make_story()
    make_article(story, "Gazette", text="Lobsters, lobsters, lobsters.", published=date(2024, 5, 1))
    make_article(
        story, "Courier", text="Of lobsters and other things there was talk.", published=date(2024, 5, 9)
    )
    index(story)

    found = find("lobsters", part="whole")

    assert found.is_unranked
    assert [result.outlet for result in found.results] == ["Courier", "Gazette"]
    assert not find("talk", part="whole").is_unranked


def test_it_offers_speakers_and_stories_to_narrow_by(story):
    other = make_story("Library opens", slug="library-opens")
    make_statement(other, Said(make_article(other, "Gazette"), "The summer is late."), speaker="Ada Low")
    index(other)

    found = find("summer")

    assert [(choice.label, choice.count) for choice in found.speakers] == [("Ada Low", 2)]
    assert {choice.label for choice in found.stories} == {"Depots to close", "Library opens"}


def test_without_a_result_it_offers_to_drop_one_thing_at_a_time(story):
    found = find("depots elephants", speaker="Low", kind="partial")

    assert not found.results
    assert found.looser == ()

    found = find("depots elephants", speaker="Low")

    assert [(choice.label, choice.count) for choice in found.looser] == [("all", 1), ("words", 1)]


@pytest.mark.parametrize(("page", "shown"), [(1, 20), (2, 5), (99, 5), ("x", 20)])
def test_it_pages(page, shown):
    index(build_story(statements=25, outlets=2))

    found = search(Wanted(query=read_query("depot")), page=page)

    assert len(found.results) == shown
    assert found.results.paginator.count == 25


def test_it_shows_ten_readings_and_says_how_many_more():
    index(build_story(statements=1, outlets=14))

    (result,) = find("depot").results

    assert (len(result.others), result.more, result.outlets) == (9, 4, 14)


def test_common_words_are_told_and_left_out(story):
    query = without_common_words(read_query("the depots"))

    assert [term.words for term in query.terms] == ["depots"]
    assert query.notices


def test_nothing_but_common_words_finds_nothing(story):
    assert not Wanted(query=without_common_words(read_query("the of and"))).narrows


@pytest.mark.parametrize("statements", [2, 30])
@pytest.mark.parametrize("outlets", [2, 12])
def test_its_queries_do_not_grow(django_assert_num_queries, statements, outlets):
    index(build_story(statements=statements, outlets=outlets))

    with django_assert_num_queries(14):
        find("depot")


@pytest.mark.parametrize("words", ["Ada Low", "low", '"ada low"'])
def test_a_persons_name_leads_to_all_that_the_person_says(story, words):
    (choice,) = find(words).named

    assert (choice.label, choice.count) == ("Ada Low", 1)
    assert choice.address == "?speaker=Ada+Low"


@pytest.mark.parametrize("words", ["depots", "Ada -Low", "Ada or Low", "Ada depots"])
def test_other_words_lead_to_nobody(story, words):
    assert find(words).named == ()


def test_a_name_keeps_the_other_choices(story):
    outlet = story.articles.get(outlet__name="Herald").outlet_id
    (choice,) = find("Low", outlet=outlet).named

    assert choice.address == f"?speaker=Ada+Low&outlet={outlet}"
    assert find("Séguin", outlet=outlet).named == ()
