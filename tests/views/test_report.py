"""The report of a comparison, as a page."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from articles.models import Story
from articles.services.decide_discrepancy import decide_discrepancy
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db

ADDRESS = "/stories/depots-to-close/report/"


@pytest.fixture
def story():
    """Return a story with one row, and one discrepancy."""
    story = make_story("Depots <b>to close</b>")
    gazette = make_article(story, "Gazette", url="https://gazette.example/depots", title="Two <i>depots</i>")
    courier = make_article(story, "Courier", published=None)
    closing = make_statement(
        story, Said(gazette, "We close <u>both</u> depots."), Said(courier, "We shut <u>both</u> depots.")
    )
    make_discrepancy(closing, "wording", "close / shut", (gazette, "close"), (courier, "shut"))
    return story


def test_it_names_story_texts_version_and_address(client, story):
    html = client.get(ADDRESS).content.decode()

    assert "2 texts compared by Newsroom 0.1.0 (reading of texts, version " in html
    assert "http://testserver/stories/depots-to-close/</span>" in html
    for revision in (article.revisions.get() for article in story.articles.all()):
        assert revision.text_hash in html
    assert "https://gazette.example/depots" in html
    assert "1 May 2024" in html
    assert "undated" in html


def test_every_word_of_others_is_escaped(client, story):
    html = client.get(ADDRESS).content.decode()

    assert "<u>" not in html
    assert "&lt;u&gt;both" in html
    assert "Depots &lt;b&gt;to close" in html
    assert "Two &lt;i&gt;depots" in html


def test_it_tells_what_editors_decided(client, story, editor):
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="confirmed", note="Heard it myself.")
    html = client.get(ADDRESS).content.decode()

    assert "Confirmed by editor" in html
    assert "Heard it myself." in html


def test_it_keeps_the_choices_of_compare(client, story):
    html = client.get(f"{ADDRESS}?show=every&words=depots").content.decode()

    assert "Only rows with the words “depots”." in html
    assert "/stories/depots-to-close/?show=every&amp;words=depots" in html
    assert "/stories/depots-to-close/report/?base=1" not in html


def test_nonsense_in_the_address_gets_a_notice(client, story):
    response = client.get(f"{ADDRESS}?base=nobody&words={'x' * 300}")

    assert response.status_code == 200
    assert "names a base that is no article of this story" in response.content.decode()


def test_a_filter_without_result_says_so(client, story):
    assert (
        "Nothing of this story fits the choices." in client.get(f"{ADDRESS}?words=nowhere").content.decode()
    )


def test_an_empty_story_has_a_report(client):
    make_story()

    assert client.get(ADDRESS).status_code == 200


def test_a_story_that_is_not_there_is_not_found(client):
    assert client.get("/stories/nowhere/report/").status_code == 404


def test_it_only_reads(client, story):
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("rows", [1, 12])
def test_it_takes_the_same_few_queries_however_long_it_is(client, story, rows, django_assert_max_num_queries):
    gazette, courier = story.articles.all()
    for number in range(rows):
        row = make_statement(
            story, Said(gazette, f"Number {number} is open."), Said(courier, f"Number {number} is shut.")
        )
        make_discrepancy(row, "wording", "open / shut", (gazette, "open"), (courier, "shut"))
    with django_assert_max_num_queries(18):
        client.get(ADDRESS)


def test_the_version_is_the_projects():
    project = tomllib.loads(Path(settings.BASE_DIR, "pyproject.toml").read_text())["project"]

    assert project["version"] == settings.VERSION


def test_it_stands_beside_every_page_of_the_story(client, story):
    for page in ("", "articles/", "discrepancies/"):
        html = client.get(f"/stories/{Story.objects.get().slug}/{page}").content.decode()
        assert 'href="/stories/depots-to-close/report/"' in html


def test_it_says_what_differs_before_rows_and_texts(client, story):
    html = client.get(ADDRESS).content.decode()
    parts = [
        "citation",
        "data-copy-from",
        "discrepancies-title",
        "close / shut",
        "rows-title",
        "witnesses-title",
    ]

    places = [html.index(part) for part in parts]
    assert places == sorted(places)
    assert 'href="#row-1"' in html
    assert 'id="row-1"' in html
