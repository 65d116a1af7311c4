"""The list of stories."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Story
from tests.factories import Said, build_story, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


def page(client: Client, **query: str) -> str:
    response = client.get(reverse("stories"), query)
    assert response.status_code == 200
    return response.content.decode()


def test_it_lists_stories_with_their_numbers(client):
    story = make_story("Depots to close")
    one, other = make_article(story, "Gazette"), make_article(story, "Courier", copy_of="Press Agency")
    statement = make_statement(story, Said(one, "We close the depots."), Said(other, "We shut the depots."))
    make_statement(story, Said(one, "Nobody asked us."))
    make_discrepancy(statement, "wording", "close / shut", (one, "close"), (other, "shut"))

    html = page(client)

    assert reverse("compare", args=[story.slug]) in html
    for shown in ("Depots to close", "Gazette", "Courier", "copy of Press Agency", "1 May 2024", "1 serious"):
        assert shown in html
    assert "<td>2 <span" in html
    assert "<td>1 <span" in html


def test_it_says_what_to_do_when_there_is_no_story(client):
    html = page(client)

    assert "No story yet" in html
    assert "manage.py ingest" in html
    assert "Add an article" not in html


def test_it_offers_an_administrator_to_add_an_article_when_there_is_none(client, administrator):
    client.force_login(administrator)

    assert reverse("admin:articles_article_add") in page(client)


def test_it_puts_the_story_changed_last_first(client):
    make_story("An older story", slug="older")
    make_story("A newer story", slug="newer")

    html = page(client)

    assert html.index("A newer story") < html.index("An older story")


def test_it_finds_stories_by_all_words_of_the_title_in_any_case(client):
    make_story("Depots to close", slug="one")
    make_story("Depots to open", slug="other")

    html = page(client, words="CLOSE depot")

    assert "Depots to close" in html
    assert "Depots to open" not in html
    assert "<b>1</b> story fits" in html


def test_it_says_what_to_do_when_no_story_fits(client):
    make_story()

    html = page(client, words="<elephants>", serious="1")

    assert "No story fits" in html
    assert "Search the printed words instead" in html
    assert 'href="?serious=1"' in html
    assert 'href="?words=%3Celephants%3E"' in html
    assert "&lt;elephants&gt;" in html
    assert "<elephants>" not in html


@pytest.mark.parametrize("words", ["\0", "%", "'", "\\", " ", "x" * 5000])
def test_it_takes_any_words(client, words):
    make_story()

    page(client, words=words)


@pytest.mark.parametrize(
    ("asked", "shown"), [("2", "Page 2 of 2"), ("99", "Page 2 of 2"), ("x", "Page 1 of 2")]
)
def test_it_pages_through_many_stories(client, asked, shown):
    Story.objects.bulk_create(Story(slug=f"story-{number}", title=f"Story {number}") for number in range(25))

    assert shown in page(client, page=asked)


def test_it_keeps_the_words_when_paging(client):
    Story.objects.bulk_create(Story(slug=f"story-{number}", title=f"Story {number}") for number in range(25))

    assert 'href="?words=story&amp;page=2"' in page(client, words="story")


def test_it_gives_htmx_the_list_alone(client):
    make_story()

    response = client.get(reverse("stories"), headers={"HX-Request": "true"})

    assert "Depots to close" in response.content.decode()
    assert "<html" not in response.content.decode()
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("stories", [1, 6])
@pytest.mark.parametrize("statements", [10, 200])
def test_its_queries_do_not_grow_with_stories_or_statements(
    client, django_assert_num_queries, stories, statements
):
    for number in range(stories):
        build_story(statements=statements, outlets=3, slug=f"story-{number}")

    with django_assert_num_queries(7):
        page(client)


def test_it_only_reads(client):
    assert client.post(reverse("stories")).status_code == 405


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"outlet": "99999"}, "an outlet that we do not know"),
        ({"outlet": "x"}, "an outlet that we do not know"),
        ({"order": "loudest"}, "an order that there is none of"),
        ({"words": "x" * 300}, "too long"),
    ],
)
def test_it_tells_what_it_could_not_follow(client, query, told):
    make_story()

    html = page(client, **query)

    assert told in html
    assert "Depots to close" in html


def test_it_draws_the_days_of_publication_with_words_for_who_cannot_see_them(client):
    story = make_story()
    make_article(story, "Gazette", published=date(2024, 5, 1))
    make_article(story, "Courier", published=date(2024, 5, 3))

    assert 'aria-label="Articles published: 1 on 1 May 2024, 1 on 3 May 2024"' in page(client)


def test_many_outlets_lead_to_their_coverage(client):
    story = build_story(statements=2, outlets=50)

    html = page(client)

    assert "and 45 more outlets" in html
    assert reverse("coverage", args=[story.slug]) in html


def test_it_escapes_what_is_printed(client):
    story = make_story("<i>Depots</i>")
    article = make_article(story, "<b>Gazette</b>")
    statement = make_statement(
        story, Said(article, "<script>We close the depots before summer.</script>"), speaker="<u>Low</u>"
    )
    make_discrepancy(statement, "wording", "<s>close</s>", (article, "close"))

    html = page(client)

    for raw in ("<i>", "<b>Gazette", "<script>We", "<u>", "<s>"):
        assert raw not in html
