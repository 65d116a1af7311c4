"""Somebody prints a comparison: from the choices on the screen to pages of paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story of thirty rows, one of them with a variant."""
    story = make_story()
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    closing = make_statement(
        story, Said(gazette, "We close the depots."), Said(courier, "We shut the depots.")
    )
    make_discrepancy(closing, "wording", "close / shut", (gazette, "close"), (courier, "shut"))
    for number in range(29):
        words = f"Depot number {number} has stood there since the town was built, and many a winter."
        make_statement(story, Said(gazette, words), Said(courier, words))
    return story


def test_it_takes_the_choices_on_the_screen_along(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    page.get_by_label("Changes only").check()
    if javascript:
        expect(page).to_have_url(re.compile("changes=1"))
    else:
        page.get_by_role("button", name="Show", exact=True).click()
    page.get_by_role("link", name="Print or cite").click()

    expect(page.get_by_role("heading", name="Report of the comparison")).to_be_visible()
    expect(page.get_by_text("1 of 30 rows, compared with Gazette.")).to_be_visible()
    expect(page.get_by_label("Variants")).to_contain_text("shut")
    page.get_by_role("link", name="Back to the comparison").click()
    expect(page).to_have_url(re.compile(r"/depots-to-close/\?(base=\d+&)?changes=1$"))


def test_it_is_read_at_every_width(new_page: NewPage, story: Story, width: int, colour_scheme: str) -> None:
    page = new_page(width=width, colour_scheme=colour_scheme)
    page.goto(f"{ADDRESS}report/")

    expect(page.get_by_role("button", name="Print or save as PDF")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_no_controls_and_no_row_in_two_parts(page: Page, story: Story) -> None:
    page.goto(f"{ADDRESS}report/")
    page.emulate_media(media="print")

    assert not page.locator("button, .tabs, .skip, .mast nav").filter(visible=True).count()
    rows = page.locator(".report-row")
    assert rows.first.evaluate("row => getComputedStyle(row).breakInside") == "avoid"
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) > 1


def test_compare_prints_the_marked_words_in_full(page: Page, story: Story) -> None:
    page.goto(ADDRESS)
    page.emulate_media(media="print")
    mark = page.locator("td.marked mark").first

    assert mark.evaluate("mark => getComputedStyle(mark).display") == "inline"
    assert not page.locator("main button, main select, main .toggle").filter(visible=True).count()


def test_the_citation_is_copied(new_page: NewPage, story: Story) -> None:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{ADDRESS}report/")
    page.get_by_role("button", name="Copy the citation").click()

    expect(page.get_by_text("Citation copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Depots to close”: 2 texts compared by Newsroom")
    assert copied.endswith("/stories/depots-to-close/")
