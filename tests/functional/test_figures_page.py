"""A journalist looks for the figures that contradict each other, in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.figures import make_counting_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address():
    return reverse("figures", args=[make_counting_story().slug])


def test_one_click_lists_the_figures_that_contradict(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    page.get_by_role("link", name="Contradicting 1").click()

    expect(page).to_have_url(re.compile("verdict=contradicting"))
    expect(page.locator("article.figure-entry")).to_have_count(1)
    jobs = page.get_by_role("article", name="Jobs")
    expect(jobs.get_by_role("rowheader", name="more than 350")).to_be_visible()
    jobs.get_by_role("link", name="paragraph 1 of Courier").click()
    expect(page.locator("mark.in-cited")).to_have_text("350")


def test_the_verdict_that_was_chosen_keeps_the_focus(page, address):
    page.goto(address)
    page.get_by_role("link", name="Agreeing 1").press("Enter")

    expect(page.locator("article.figure-entry")).to_have_count(1)
    expect(page.get_by_role("link", name="Agreeing 1")).to_be_focused()
    page.go_back()
    expect(page.locator("article.figure-entry")).to_have_count(2)


def test_a_filter_keeps_the_verdict_and_lives_in_the_address(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(f"{address}?verdict=alone")
    page.get_by_label("Of", exact=True).select_option("Money")
    if not javascript:
        page.get_by_role("button", name="Show").click()

    expect(page.get_by_text("£5m")).to_be_visible()
    expect(page.get_by_text("7 cats")).to_have_count(0)
    expect(page).to_have_url(re.compile("verdict=alone.*kind=money|kind=money.*verdict=alone"))
    page.reload()
    expect(page.get_by_label("Of", exact=True)).to_have_value("money")


def test_the_line_and_its_numbers_fit_every_screen(new_page, address, width):
    page = new_page(width=width)
    page.goto(address)
    jobs = page.get_by_role("article", name="Jobs")

    expect(jobs.locator(".lane svg.line").first).to_be_visible()
    expect(jobs.get_by_text("More than 350 jobs will go.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
