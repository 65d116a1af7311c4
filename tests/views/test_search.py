"""The search's page."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Revision
from articles.services.index_story import index_story
from tests.factories import Said, build_story, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def page(client: Client, **query: str) -> str:
    response = client.get(reverse("search"), query)
    assert response.status_code == 200
    return response.content.decode()


def index(story):
    index_story(story, revisions=list(Revision.objects.filter(article__story=story, is_current=True)))
    return story


@pytest.fixture
def story():
    story = make_story("Depots <to> close")
    one = make_article(story, "Gazette", text="Lobsters <b>crossed</b> the harbour.")
    other = make_article(story, "Courier", published=date(2024, 5, 3))
    make_statement(
        story,
        Said(one, "We <i>close</i> the depots & go."),
        Said(other, "We shut the depots."),
        speaker="Ada <Low>",
    )
    return index(story)


def test_it_shows_a_statement_once_with_its_readings(client, story):
    html = page(client, words="depots")

    assert "<b>1</b> statement with the words" in html
    assert reverse("statement", args=[story.slug, story.statements.get().pk]) in html
    assert "<b>2</b> outlets" in html
    assert "1 more reading, 1 with the words" in html
    assert "<mark>depots</mark>" in html


def test_it_offers_all_that_a_person_says_first(client, story):
    html = page(client, words="low")

    assert html.index("All quotations of Ada &lt;Low&gt;") < html.index("statement with the words")


def test_it_escapes_what_is_printed_and_what_was_typed(client, story):
    html = page(client, words="close <script>", speaker="<u>")

    assert "<script>" not in html
    assert "<u>" not in html

    html = page(client, words="close")

    assert "We &lt;i&gt;<mark>close</mark>&lt;/i&gt; the depots &amp; go." in html
    for raw in ("<i>close", "Ada <Low>", "Depots <to>"):
        assert raw not in html


def test_it_shows_articles_own_words_under_the_statements(client, story):
    html = page(client, words="lobsters")

    assert "No statement fits, but 1 article has the words in its own text" in html
    assert "In the articles’ own words" in html
    assert re.search(r'at=\d+-\d+#passage">paragraph 1<', html)
    assert "<mark>Lobsters</mark> &lt;b&gt;crossed&lt;/b&gt;" in html


def test_it_says_what_one_can_look_for_before_anything_is_asked(client):
    assert "What one can look for" in page(client)


def test_it_keeps_every_choice_in_its_form_and_its_links(client):
    story = index(build_story(statements=25, outlets=2))
    outlet = str(story.articles.first().outlet_id)

    html = page(
        client, words="depot", outlet=outlet, story=story.slug, since="2024-01-01", until="2024-12-31",
        kind="verbatim", speaker="Speaker", order="newest", page="2",
    )  # fmt: skip

    for kept in (
        'value="depot"',
        'value="2024-01-01"',
        f'value="{outlet}" selected',
        'value="newest" selected',
    ):
        assert kept in html
    assert (
        f"?words=depot&amp;speaker=Speaker&amp;outlet={outlet}&amp;story={story.slug}&amp;since=2024-01-01"
        "&amp;until=2024-12-31&amp;kind=verbatim&amp;order=newest&amp;page=1"
    ) in html
    assert "21–25 of 25" in html


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"words": "???"}, "no word or number"),
        ({"words": "the"}, "“the” is too common a word"),
        ({"words": "depots " * 2000}, "reads 300 characters"),
        ({"words": '"depots'}, "opened and not closed"),
        ({"words": "depots", "since": "2024-06-01", "until": "2024-05-01"}, "were swapped"),
        ({"words": "depots", "since": "yesterday"}, "first day is not a date"),
        ({"words": "depots", "outlet": "99999"}, "an outlet that we do not know"),
        ({"words": "depots", "outlet": "x'; --"}, "an outlet that we do not know"),
        ({"words": "depots", "story": "nowhere"}, "a story that we do not know"),
        ({"words": "depots", "kind": "sung"}, "a kind of reading that there is none of"),
        ({"words": "depots", "in": "the-bin"}, "something that there is none of"),
        ({"words": "depots", "order": "x"}, "an order that there is none of"),
        ({"words": "depots", "speaker": "!!!"}, "no letter"),
        ({"words": "depots", "speaker": "x" * 300}, "longer than a name"),
        ({"words": "depots", "in": "whole", "speaker": "low"}, "statements are searched"),
    ],
)
def test_it_tells_what_it_could_not_follow(client, story, query, told):
    assert told in page(client, **query)


@pytest.mark.parametrize(
    "words",
    [
        *("\0", "%", "'", "\\", "a:*", "!", "()", "<->", "-", '"" "-"', "or or or", "-depots", "depots \0"),
        *("'; DROP TABLE articles_story; --", "😀", "ﷺ", "a" * 5000, "\ue000depots"),
    ],
)
@pytest.mark.parametrize("field", ["words", "speaker", "story", "since", "page"])
def test_it_takes_any_text(client, story, words, field):
    page(client, **{"words": "depots", field: words})


def test_its_fields_show_the_days_that_are_searched(client, story):
    html = page(client, words="depots", since="<yesterday>", until="2024-05-01")

    assert 'name="since" value=""' in html
    assert 'name="until" value="2024-05-01"' in html


def test_it_offers_what_to_drop_when_nothing_fits(client, story):
    html = page(client, words="depots", speaker="Smith", since="2024-01-01")

    assert "No statement fits" in html
    assert "Looked for depots, said by “Smith”, from 1 January 2024." in html
    assert "Whoever says it, not only “Smith”" in html
    assert 'href="?words=depots&amp;since=2024-01-01"' in html


def test_it_gives_htmx_what_was_found_alone(client, story):
    response = client.get(reverse("search"), {"words": "depots"}, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert html.lstrip().startswith('<div class="search-found" id="found"')
    assert "<html" not in html
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("statements", [2, 30])
@pytest.mark.parametrize("outlets", [2, 12])
def test_its_queries_do_not_grow(client, django_assert_max_num_queries, statements, outlets):
    index(build_story(statements=statements, outlets=outlets))

    with django_assert_max_num_queries(15):
        page(client, words="depot")


def test_it_only_reads(client):
    assert client.post(reverse("search")).status_code == 405
