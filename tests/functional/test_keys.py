"""The keys of the pages: what they do, when they are silent, how a reader changes or does without them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Story
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story of three rows, two of which differ."""
    story = make_story()
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    closing = make_statement(
        story, Said(gazette, "I close the depots with regret."), Said(courier, "I close the depots with joy.")
    )
    make_discrepancy(closing, "wording", "regret / joy", (gazette, "regret"), (courier, "joy"))
    make_statement(
        story, Said(gazette, "The signs of decay are clear."), Said(courier, "The signs are clear.")
    )
    make_statement(story, Said(gazette, "Nobody came."), Said(courier, "Nobody came."))
    return story


@pytest.fixture
def compare(page: Page, story: Story) -> Page:
    """Return Compare with its keys."""
    page.goto(ADDRESS)
    page.locator("#choices[data-htmx-powered]").wait_for()
    return page


def keys(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Keys of this page")


def letter(page: Page, says: str) -> Locator:
    return keys(page).get_by_label(says, exact=True)


def step(page: Page) -> Locator:
    return page.locator("#step-count")


def test_the_list_shows_the_keys_of_the_page_one_is_on(compare: Page) -> None:
    compare.keyboard.press("?")
    expect(letter(compare, "Next difference")).to_have_value("n")
    expect(letter(compare, "Find words")).to_have_value("/")

    compare.goto("/")
    compare.keyboard.press("?")
    expect(letter(compare, "Find a story")).to_have_value("/")
    expect(letter(compare, "Next difference")).to_be_hidden()


def test_a_key_ticks_changes_only(compare: Page) -> None:
    compare.keyboard.press("c")
    expect(compare.locator("tr.statement")).to_have_count(2)
    expect(compare.get_by_label("Changes only")).to_be_checked()
    compare.keyboard.press("c")
    expect(compare.locator("tr.statement")).to_have_count(3)


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_keys_of_the_browser_stay_the_browsers(compare: Page, modifier: str) -> None:
    compare.keyboard.press(f"{modifier}+j")
    expect(compare.locator("tr.current")).to_have_count(0)


def test_they_are_silent_while_somebody_types(compare: Page) -> None:
    compare.keyboard.press("/")
    compare.keyboard.type("ncj?")
    expect(compare.get_by_label("Find words in the readings")).to_have_value("ncj?")
    expect(keys(compare)).to_be_hidden()

    compare.get_by_label("Speaker").focus()
    compare.keyboard.press("j")
    expect(compare.locator("tr.current")).to_have_count(0)


def test_a_key_is_changed_everywhere_and_for_good(compare: Page) -> None:
    compare.keyboard.press("?")
    letter(compare, "Next difference").focus()
    compare.keyboard.press("x")
    expect(keys(compare).get_by_role("status")).to_have_text("Next difference: x")
    compare.keyboard.press("Enter")
    compare.reload()
    compare.keyboard.press("n")
    expect(step(compare)).to_contain_text("differ from")
    compare.keyboard.press("x")
    expect(step(compare)).to_have_text("Difference 1 of 2")
    following = compare.get_by_role("button", name="Next difference")
    expect(following).to_contain_text("x")
    expect(following).to_have_attribute("aria-keyshortcuts", "x")

    compare.keyboard.press("?")
    keys(compare).get_by_role("button", name="Back to the usual keys").click()
    expect(letter(compare, "Next difference")).to_have_value("n")


def test_a_letter_that_is_taken_is_refused_with_a_sentence(compare: Page) -> None:
    compare.keyboard.press("?")
    letter(compare, "Next difference").focus()
    compare.keyboard.press("p")

    expect(keys(compare).get_by_role("status")).to_contain_text("“p” is taken: Previous difference.")
    expect(letter(compare, "Next difference")).to_have_value("n")
    compare.keyboard.press("Space")
    expect(keys(compare).get_by_role("status")).to_contain_text("A key is one letter, figure or sign.")


def test_they_can_be_switched_off_and_the_hints_go_with_them(compare: Page) -> None:
    compare.keyboard.press("?")
    keys(compare).get_by_role("switch", name="Keys on").click()
    compare.keyboard.press("Escape")
    compare.reload()
    compare.keyboard.press("n")
    compare.keyboard.press("?")
    expect(step(compare)).to_contain_text("differ from")
    expect(keys(compare)).to_be_hidden()
    expect(compare.locator("main kbd").filter(visible=True)).to_have_count(0)
    expect(compare.get_by_role("button", name="Next difference")).not_to_have_attribute(
        "aria-keyshortcuts", "n"
    )

    compare.get_by_role("contentinfo").get_by_role("button", name="Keys").click()
    keys(compare).get_by_role("switch", name="Keys on").click()
    compare.keyboard.press("Escape")
    compare.keyboard.press("n")
    expect(step(compare)).to_have_text("Difference 1 of 2")


def test_letters_follow_what_is_swapped_in(compare: Page) -> None:
    compare.keyboard.press("?")
    letter(compare, "Next difference").fill("x")
    compare.keyboard.press("Escape")
    compare.get_by_label("Two outlets or more").check()
    expect(compare).to_have_url(re.compile("shared=1"))

    expect(compare.get_by_role("button", name="Next difference")).to_contain_text("x")


def test_without_scripts_no_key_is_promised(new_page: NewPage, story: Story) -> None:
    page = new_page(javascript=False)
    page.goto(ADDRESS)

    assert not page.locator("kbd").filter(visible=True).count()
    assert not page.get_by_role("button", name="Keys").count()


def test_axe_finds_nothing_in_the_list(
    new_page: NewPage,
    story: Story,
    width: int,
    colour_scheme: str,
    assert_accessible: Callable[[Page], None],
) -> None:
    page = new_page(width=width, colour_scheme=colour_scheme)
    page.goto(ADDRESS)
    page.keyboard.press("?")
    letter(page, "Next difference").fill("p")
    expect(keys(page).get_by_role("status")).to_contain_text("taken")

    assert_accessible(page)
