"""A comparison with more rows than one page holds: more come with scrolling, stepping, or a link."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.factories import build_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Return a story of 24 rows whose boards show about ten at a time."""
    monkeypatch.setattr("articles.selectors.comparison_window.HEAVIEST", 24_000)
    return build_story(statements=24, outlets=4)


def numbers(page: Page) -> list[int]:
    told = page.locator("tr.statement .number").all_inner_texts()
    return [int(one.split()[-1]) for one in told]


def test_scrolling_brings_the_other_rows(new_page: NewPage, story: Story, width: int) -> None:
    page = new_page(width=width)
    page.goto(ADDRESS)
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    while page.locator("#rows-after").count():
        shown = page.locator("tr.statement").count()
        page.locator("#rows-after").scroll_into_view_if_needed()
        expect(page.locator("tr.statement").nth(shown)).to_be_attached()

    assert numbers(page) == list(range(1, 25))
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))


def test_without_scripts_links_lead_from_window_to_window(new_page: NewPage, story: Story) -> None:
    page = new_page(javascript=False)
    page.goto(ADDRESS)
    first = numbers(page)
    page.get_by_role("link", name="more rows").click()

    assert numbers(page)[0] == first[-1] + 1
    page.get_by_role("link", name="before these").click()
    assert numbers(page) == first


def test_stepping_goes_on_into_the_rows_that_are_not_here_yet(page: Page, story: Story) -> None:
    page.set_viewport_size({"width": 1440, "height": 500})
    page.goto(f"{ADDRESS}?changes=1")
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    last, differences = len(numbers(page)), page.locator("td.marked").count()
    for _ in range(last + 1):
        page.keyboard.press("j")
    expect(page.locator("tr.statement.current")).to_have_attribute("data-place", str(last))

    page.goto(f"{ADDRESS}?changes=1")
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    for _ in range(differences + 1):
        page.keyboard.press("n")
    expect(page.locator("#step-count")).to_have_text(re.compile(rf"^Difference {differences + 1} of \d+$"))
    expect(page.locator("td.current")).to_be_focused()


def test_a_link_to_a_row_opens_its_window_with_the_rows_before_it_at_hand(
    page: Page, story: Story, assert_accessible: Callable[[Page], None]
) -> None:
    row = story.statements.latest("position").pk
    page.goto(f"{ADDRESS}?row={row}#statement-{row}")
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")

    expect(page.locator(f"#statement-{row}")).to_be_in_viewport()
    assert_accessible(page)
    first = numbers(page)[0]
    page.get_by_role("link", name="before these").click()
    expect(page.locator("tr.statement").filter(has_text=f"Row {first - 1}").first).to_be_attached()
    assert numbers(page) == list(range(numbers(page)[0], 25))
