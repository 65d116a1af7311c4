"""The way back to the comparison keeps what the reader chose there."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.urls import reverse

from articles.models import Article, Story
from tests.factories import Said, make_article, make_statement, make_story
from tests.pages import page

pytestmark = pytest.mark.django_db

CHOSEN = "show=every&shared=1&words=depots"


@pytest.fixture
def story() -> Story:
    return make_story()


@pytest.fixture
def gazette(story) -> Article:
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We shut both depots."))
    return gazette


@pytest.fixture
def compare(story, gazette) -> str:
    return reverse("compare", args=[story.slug])


def links(html: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', html)]


def test_links_to_articles_and_tabs_take_the_choices_along(client, story, gazette, compare):
    found = links(page(client, f"{compare}?{CHOSEN}"))

    back = f"back={quote(CHOSEN)}"
    article = reverse("article", args=[story.slug, gazette.pk])
    assert f"{reverse('discrepancies', args=[story.slug])}?{back}" in found
    assert f"{article}?{back}" in found
    assert any(link.startswith(f"{article}?at=") and f"&{back}#passage" in link for link in found)


def test_without_choices_addresses_stay_short(client, compare):
    assert not any("back=" in link for link in links(page(client, compare)))


@pytest.mark.parametrize("name", ["articles", "discrepancies", "article"])
def test_a_page_leads_back_to_the_comparison_as_chosen(client, story, gazette, compare, name):
    args = [story.slug, gazette.pk] if name == "article" else [story.slug]
    html = page(client, f"{reverse(name, args=args)}?back={quote(CHOSEN)}")

    assert f"{compare}?{CHOSEN}" in links(html)


def test_the_page_of_a_statement_leads_back_too(client, story, compare):
    statement = story.statements.get()
    html = page(client, f"{reverse('statement', args=[story.slug, statement.pk])}?{CHOSEN}")

    assert f"{compare}?{CHOSEN}" in links(html)


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "next=1&admin=2", "//evil.example", "x" * 9000, "%00", "base", ""]
)
def test_what_compare_has_no_name_for_is_left_out(client, story, compare, back):
    found = links(page(client, f"{reverse('articles', args=[story.slug])}?back={quote(back)}"))

    assert compare in found
    assert not any("evil" in link or "admin=2" in link for link in found if link.startswith(compare))


def test_the_marks_of_an_article_are_chosen_without_losing_the_way_back(client, story, gazette):
    address = reverse("article", args=[story.slug, gazette.pk])
    html = page(client, f"{address}?back={quote(CHOSEN)}")

    assert f'name="back" value="{CHOSEN.replace("&", "&amp;")}"' in html
