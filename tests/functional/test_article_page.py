"""A journalist reads one article with its marks in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Entity, EntityForm, Omission, Quote
from tests.factories import Said, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article():
    story = make_story()
    article = make_article(story, "Gazette", text="Share this page", outlet_basis="inferred")
    other = make_article(story, "Courier")
    make_statement(
        story,
        Said(article, "We close the depots.", after=" Ms Low said."),
        Said(other, "We close the depots."),
    )
    make_statement(story, Said(article, "The depots will close on Friday.", kind="reported"))
    Quote.objects.filter(revision__article=article).update(review=True, review_reason="No speaker found.")
    revision = article.revisions.get()
    Omission.objects.create(revision=revision, start=0, end=15, reason="navigation")
    place = Entity.objects.create(story=story, name="Ada Low", kind="person")
    EntityForm.objects.create(
        entity=place, revision=revision, text="Ms Low", starts=[revision.text.index("Ms Low")]
    )
    return article


@pytest.fixture
def address(article):
    return reverse("article", args=[article.story.slug, article.pk])


def test_layers_are_switched_in_the_address(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    page.get_by_role("checkbox", name="Names").uncheck()
    if not javascript:
        page.get_by_role("button", name="Mark these").click()

    expect(page.locator("#article")).not_to_have_class(re.compile("show-names"))
    expect(page.locator("#article")).to_have_class(re.compile("show-quotes"))
    expect(page).to_have_url(re.compile("show=quotes"))
    page.reload()
    expect(page.get_by_role("checkbox", name="Names")).not_to_be_checked()


def test_a_quote_and_its_note_lead_to_each_other(page, address):
    page.goto(address)
    page.get_by_role("link", name="Note 1", exact=True).click()
    expect(page.locator("#note-1")).to_be_in_viewport()
    page.get_by_role("link", name="Note 1, back to its quote").click()

    expect(page).to_have_url(re.compile("#quote-"))


def test_a_note_leads_to_the_row_of_the_comparison(page, address):
    page.goto(address)
    page.locator("#note-1").get_by_role("link", name="Row 1").click()

    expect(page).to_have_url(re.compile(r"/statements/\d+/$"))


def test_notes_stand_beside_the_text_on_a_desk_and_under_it_on_a_phone(new_page, address):
    for width, beside in ((1440, True), (390, False)):
        page = new_page(width=width)
        page.goto(address)
        text = page.locator("#p2 > .printed").bounding_box()
        note = page.locator("#note-1").bounding_box()

        assert (note["x"] > text["x"] + text["width"]) == beside
        assert (note["y"] >= text["y"] + text["height"]) != beside
