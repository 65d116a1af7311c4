"""The list of stories."""

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
    assert "1 story has" in html


def test_it_says_that_no_title_has_the_words(client):
    make_story()

    html = page(client, words="<elephants>")

    assert "No story has these words in its title" in html
    assert "&lt;elephants&gt;" in html
    assert "<elephants>" not in html


@pytest.mark.parametrize("words", ["\0", "%", "'", "\\", " "])
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

    with django_assert_num_queries(4):
        page(client)


def test_it_only_reads(client):
    assert client.post(reverse("stories")).status_code == 405
