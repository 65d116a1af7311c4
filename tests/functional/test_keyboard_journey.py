"""From the list of stories to a decision without a mouse: every step with Tab, Enter, Space and letters."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from articles.models import Story
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story
from tests.functional.conftest import NewPage

MOST_STEPS = 60


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story of two rows; one has a discrepancy."""
    story = make_story("Depots to close")
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    closing = make_statement(
        story, Said(gazette, "I close the depots with regret."), Said(courier, "I close the depots with joy.")
    )
    make_discrepancy(closing, "wording", "regret / joy", (gazette, "regret"), (courier, "joy"))
    make_statement(story, Said(gazette, "Nobody came."), Said(courier, "Nobody came."), speaker="Ben Ode")
    return story


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there. What has it on the way is seen to have it."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const {outlineStyle, opacity} = getComputedStyle(document.activeElement);
                return document.activeElement === document.body || outlineStyle !== "none" || opacity === "0";
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached by {MOST_STEPS} steps of Tab")


def test_an_editor_needs_no_mouse(
    page: Page, story: Story, editor: User, signed_in: Callable[[Page, User], Page]
) -> None:
    signed_in(page, editor).goto("/")
    tab_to(page, page.get_by_role("link", name="Depots to close", exact=True).first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Depots to close", level=1)).to_be_visible()
    page.locator("form.tools[data-htmx-powered]").wait_for()

    tab_to(page, page.get_by_label("Changes only"))
    page.keyboard.press("Space")
    expect(page.locator("tr.statement")).to_have_count(1)
    toggle = page.locator("tr.statement .toggle")
    tab_to(page, toggle)
    page.keyboard.press("Enter")
    expect(page.locator("tr.card")).to_be_visible()
    tab_to(page, page.locator("tr.card").get_by_role("button", name="Close"))
    page.keyboard.press("Enter")
    expect(toggle).to_be_focused()

    page.keyboard.press("Escape")
    page.get_by_role("link", name="Discrepancies").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".discrepancy")).to_be_visible()
    tab_to(page, page.get_by_label("Note", exact=True))
    page.keyboard.type("Heard it myself: n, p and ? stay letters.")
    tab_to(page, page.get_by_role("button", name="Confirm"))
    page.keyboard.press("Enter")
    expect(page.locator(".discrepancy.is-confirmed")).to_contain_text("stay letters")
    assert story.discrepancies.get().status == "confirmed"


def test_the_first_step_skips_to_the_content(page: Page, story: Story) -> None:
    for address, skipped in [
        ("/", "stories"),
        ("/stories/depots-to-close/", "comparison"),
        ("/stories/depots-to-close/report/", "report"),
        ("/stories/depots-to-close/discrepancies/", "discrepancies"),
    ]:
        page.goto(address)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == skipped


def test_words_that_differ_do_not_run_together_for_a_screen_reader(new_page: NewPage, story: Story) -> None:
    page = new_page()
    page.goto("/stories/depots-to-close/")
    cell = page.locator("td.marked").first

    assert "with [other words: joy ; base: regret]" in cell.aria_snapshot()


def test_forced_colours_keep_every_mark_apart(new_page: NewPage, story: Story) -> None:
    page = new_page()
    page.emulate_media(forced_colors="active")
    page.goto("/stories/depots-to-close/?base=&show=every")

    mark = page.locator("td.marked mark").first
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"
