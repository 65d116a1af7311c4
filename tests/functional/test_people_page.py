"""A journalist looks up how names are spelled and who is quoted, in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.names import make_talking_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address():
    return reverse("people", args=[make_talking_story().slug])


def test_every_quotation_of_a_person_opens_in_place(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    low = page.get_by_role("article", name="Ada Low")
    expect(low.get_by_text("We close now.")).to_be_hidden()
    low.get_by_text("All 3 quotations").click()

    expect(low.get_by_text("We close now.")).to_be_visible()
    low.get_by_role("link", name="paragraph 2 of Courier").click()
    expect(page.locator("mark.in-cited")).to_have_text("We close now.")


def test_a_filter_lives_in_the_address(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    page.get_by_label("Conflicts only").check()
    if not javascript:
        page.get_by_role("button", name="Show").click()

    expect(page.get_by_text("2 of 6 entries shown.")).to_be_visible()
    expect(page).to_have_url(re.compile("conflicts=1"))
    page.get_by_role("link", name="Show all").click()
    expect(page.get_by_role("table", name="Share of each outlet’s quoted words by speaker")).to_be_visible()


def test_names_and_shares_fit_every_screen(new_page, address, width):
    page = new_page(width=width)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    expect(page.get_by_role("heading", name="David Lammy")).to_be_visible()
    expect(page.locator("#places").get_by_text("Oslo").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
