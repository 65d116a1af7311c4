"""A journalist asks who left what out: at three widths, with scripts and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.factories import Said, make_article, make_statement, make_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/coverage/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story of twelve outlets, of which the first prints everything."""
    story = make_story()
    outlets = [make_article(story, f"The Daily Number {number}") for number in range(1, 13)]
    for number in range(1, 21):
        said = [Said(outlet, f"We close depot {number}.") for outlet in outlets[: 1 + number % 12]]
        make_statement(story, *said, speaker="Ada Low" if number % 2 else "Ben Ode")
    return story


def rows(page: Page) -> int:
    return page.locator(".matrix tbody:not(.totals) tr:not(.whose)").count()


def test_the_answer_is_one_choice_away(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    assert rows(page) == 20

    page.get_by_label("Left out by").select_option("The Daily Number 12")
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_text("The Daily Number 12 does not print them.")).to_be_visible()
    assert rows(page) == 19
    expect(page).to_have_url(re.compile(r"\?without=\d+|&without=\d+"))

    page.go_back()
    expect(page.locator(".found-rows p")).to_have_count(0)


def test_names_and_outlets_stay_in_sight(new_page: NewPage, story: Story, width: int) -> None:
    page = new_page(width=width)
    page.goto(ADDRESS)
    last = page.locator(".matrix tbody tr:last-child").last

    page.locator(".matrix-wrap").evaluate("wrap => wrap.scrollTo(wrap.scrollWidth, wrap.scrollHeight)")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    expect(last.locator("td").last).to_be_in_viewport(ratio=0.9)
    expect(last.locator("th")).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".matrix thead th").last).to_be_in_viewport(ratio=0.9)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_cell_leads_to_the_card_and_is_no_stop_for_the_keys(page: Page, story: Story) -> None:
    page.goto(ADDRESS)
    page.get_by_role("link", name="We close depot 1.").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="We close depot 3.")).to_be_focused()

    page.locator(".matrix td a.v").first.click()
    expect(page).to_have_url(re.compile(r"/statements/\d+/$"))


def test_twelve_outlets_fit_a_printed_page(page: Page, story: Story) -> None:
    page.goto(ADDRESS)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1047, "height": 718})  # A4 across, within its margins

    assert page.evaluate("document.querySelector('.matrix').offsetWidth") <= 1047


def test_six_outlets_fit_a_phone_and_scroll_with_the_page(new_page: NewPage, transactional_db: None) -> None:
    story = make_story()
    outlets = [make_article(story, f"The Daily Number {number}") for number in range(1, 7)]
    for number in range(1, 31):
        make_statement(story, *(Said(outlet, f"We close depot {number}.") for outlet in outlets))
    page = new_page(width=390)
    page.goto(ADDRESS)
    last = page.locator(".matrix tbody tr:last-child td").last
    last.scroll_into_view_if_needed()

    expect(last).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".matrix thead th").last).to_be_in_viewport(ratio=0.9)
    assert page.locator(".matrix-wrap").evaluate("wrap => wrap.scrollWidth <= wrap.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
