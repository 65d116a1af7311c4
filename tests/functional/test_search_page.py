"""A journalist looks for words over all stories in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Revision
from articles.services.index_story import index_story
from tests.factories import Said, build_story, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story():
    """Return one of two stories that can be searched."""
    library = make_story("Library opens", slug="library-opens")
    article = make_article(library, "Gazette", text="Lobsters were seen in the harbour.")
    make_statement(library, Said(article, "The library opens on Monday."), speaker="Zoë Séguin")
    depots = build_story(statements=25, outlets=3)
    for one in (library, depots):
        index_story(one, revisions=list(Revision.objects.filter(article__story=one)))
    return library


def test_words_are_found_and_lead_to_the_statement(new_page, story, javascript):
    page = new_page(javascript=javascript)
    page.goto(reverse("search"))
    page.get_by_label("Words to find").fill("opening")
    if not javascript:
        page.get_by_role("button", name="Search").click()

    expect(page.locator("mark")).to_have_text(["opens"])
    expect(page).to_have_url(re.compile(r"words=opening"))
    page.get_by_role("link", name="Word by word").click()
    expect(page).to_have_url(re.compile(rf"/stories/{story.slug}/statements/\d+/$"))


def test_all_of_a_person_is_found_and_can_be_narrowed(new_page, story, javascript):
    page = new_page(javascript=javascript)
    page.goto(reverse("search"))
    page.get_by_label("Speaker").fill("seguin")
    if not javascript:
        page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Zoë Séguin")).to_be_visible()

    page.goto(f"{reverse('search')}?words=depot")
    page.get_by_role("complementary").get_by_role("link", name="Speaker 1", exact=True).click()

    expect(page.get_by_label("Speaker", exact=True)).to_have_value("Speaker 1")
    expect(page.locator(".result h3").first).to_have_text("Speaker 1")


def test_going_back_brings_the_last_search_back(page, story):
    page.goto(f"{reverse('search')}?words=library")
    page.get_by_label("Words to find").fill("depot")
    expect(page.get_by_text("1–20 of 25")).to_be_visible()
    expect(page.get_by_label("Words to find")).to_be_focused()

    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("21–25 of 25")).to_be_visible()
    page.go_back()
    page.go_back()

    expect(page.get_by_role("heading", name="Zoë Séguin")).to_be_visible()
    expect(page.get_by_label("Words to find")).to_have_value("library")


def test_it_fits_every_width(new_page, story, width):
    page = new_page(width=width)
    page.goto(f"{reverse('search')}?words=depot+or+lobsters")

    page.locator(".result summary").first.click()

    expect(page.locator(".other-readings").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
