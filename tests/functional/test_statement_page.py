"""A journalist judges one statement: on its page, among the rows, and with copies to take along."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from articles.models import Discrepancy, Statement, Story
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story with a statement of many readings, most of them alike, between two others."""
    story = make_story("Harbour board to close two depots after a report on their decay")
    outlets = [
        make_article(story, name, published=None if name == "Echo" else date(2024, 5, 1 + at))
        for at, name in enumerate(
            ["Gazette", "The Courier of Northbridge", "Herald", "Mirror", "Echo", "Sun"]
        )
    ]
    gazette, courier, herald, mirror, echo, sun = outlets
    make_statement(story, Said(gazette, "We meet on Monday."), Said(courier, "We meet on Monday."))
    words = (
        "Each day we see clear signs of a decay that is {} by the board of the harbour and by nobody else."
    )
    decay = make_statement(
        story,
        *[Said(outlet, words.format("perpetuated")) for outlet in (gazette, courier, mirror, echo)],
        Said(herald, words.format("perpetrated")),
        Said(sun, "The board did little.", kind="reported", suggested=True),
        speaker="Ben Ode",
    )
    make_discrepancy(
        decay,
        "wording",
        "perpetuated / perpetrated",
        (gazette, "perpetuated"),
        (herald, "perpetrated"),
    )
    make_statement(story, Said(gazette, "Nobody has used them for years."), speaker="Cato Finch")
    return story


@pytest.fixture
def address(story: Story) -> str:
    """Return where the statement with many readings is."""
    return f"{ADDRESS}statements/{Statement.objects.get(speaker='Ben Ode').pk}/"


def open_board(page: Page, query: str = "") -> Page:
    page.goto(f"{ADDRESS}{query}")
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    return page


def test_keys_lead_from_statement_to_statement(page: Page, address: str) -> None:
    page.goto(f"{address}?shared=1")
    page.keyboard.press("k")
    expect(page.get_by_role("heading", name="Row 1")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name="Row 2")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?shared=1$"))
    expect(page.get_by_role("link", name="next statement")).to_have_count(0)


def test_without_scripts_links_lead_on_and_copies_open(new_page: NewPage, address: str) -> None:
    page = new_page(javascript=False)
    page.goto(address)

    assert page.get_by_role("button", name=re.compile("Copy")).count() == 0
    page.get_by_role("link", name="As text").click()
    expect(page.get_by_text("perpetrated")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="As HTML").click()
    expect(page.get_by_role("blockquote").filter(has_text="perpetrated")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="next statement").click()
    expect(page.get_by_role("heading", name="Cato Finch")).to_be_visible()


def test_an_opened_card_takes_the_focus_and_gives_it_back(page: Page, story: Story) -> None:
    open_board(page)
    toggle = page.get_by_role("link", name="Word by word Ben Ode")
    toggle.click()
    expect(page.get_by_role("heading", name="Row 2 Ben Ode")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("tr.card")).to_have_count(0)
    expect(toggle).to_be_focused()
    toggle.click()
    page.locator("tr.card").get_by_role("button", name="Close").click()
    expect(toggle).to_be_focused()


def test_a_flag_opens_the_card_at_its_discrepancy(page: Page, story: Story) -> None:
    found = Discrepancy.objects.get()
    open_board(page)
    page.get_by_role("link", name="Wording perpetuated").click()

    expect(page.locator(f"#discrepancy-{found.pk}")).to_be_focused()
    expect(page.locator(f"#discrepancy-{found.pk}")).to_have_class(re.compile("shown"))


def test_the_address_of_a_discrepancy_leads_to_it_from_the_list(
    page: Page, story: Story, address: str
) -> None:
    found = Discrepancy.objects.get()
    page.goto(f"{ADDRESS}discrepancies/")
    page.get_by_role("link", name="Compare, row 2").first.click()

    expect(page).to_have_url(re.compile(rf"{address}#discrepancy-{found.pk}$"))
    expect(page.locator(f"#discrepancy-{found.pk}")).to_be_in_viewport()
    expect(page.locator(f"#discrepancy-{found.pk}")).to_have_class(re.compile("shown"))


def test_readings_of_one_wording_are_one_line_and_lead_to_their_paragraphs(page: Page, address: str) -> None:
    page.goto(address)
    table = page.locator(".apparatus tbody tr")
    expect(table).to_have_count(3)
    page.get_by_text("and 1 more").click()
    table.first.get_by_role("link", name="Echo").click()

    expect(page.locator(".in-place.shown")).to_contain_text("Echo")
    expect(page.locator(".in-place.shown")).to_be_in_viewport()


def test_the_table_opens_at_the_serious_difference(new_page: NewPage, address: str) -> None:
    page = new_page(width=390)
    page.goto(address)

    expect(page.locator("td.serious").first).to_be_in_viewport()
    expect(page.locator(".apparatus-wrap")).to_have_class(re.compile("is-scrolled"))
    cut = """table => {
        const edge = table.querySelector("th").getBoundingClientRect().right;
        return [...table.querySelectorAll("td")]
            .map(cell => cell.getBoundingClientRect())
            .filter(({ left, right }) => left < edge - 1 && right > edge + 1).length;
    }"""
    assert page.locator(".apparatus-wrap tbody").evaluate(cut) == 0


def test_of_a_tall_row_the_card_opens_within_the_window(new_page: NewPage, story: Story) -> None:
    page = new_page(width=390)
    tall = Statement.objects.get(speaker="Ben Ode")
    open_board(page, f"?row={tall.pk}#statement-{tall.pk}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("o")

    expect(page.get_by_role("heading", name="Row 2 Ben Ode")).to_be_in_viewport()


def test_its_words_are_copied_as_link_text_and_html(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    told = page.locator(".card-head .told")
    read = "navigator.clipboard.readText()"

    places = [button.bounding_box() for button in page.locator(".actions .btn").all()]

    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(told).to_have_text("Link copied")
    assert [button.bounding_box() for button in page.locator(".actions .btn").all()] == places
    assert page.evaluate(read).endswith(address)
    page.get_by_role("button", name="Copy as text").click()
    expect(told).to_have_text("Text copied")
    assert page.evaluate(read).startswith("Ben Ode")
    page.get_by_role("button", name="Copy as HTML").click()
    expect(told).to_have_text("HTML copied")
    assert "perpetrated by the board" in page.evaluate(read)
    html = "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    assert "<blockquote" in page.evaluate(html)


def test_what_came_of_copying_is_told_for_a_while(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install()
    page.goto(address)
    told = page.locator(".card-head .told")

    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(told).to_have_text("Link copied")
    page.clock.run_for(60_000)
    expect(told).to_have_text("")


def test_the_card_fits_its_page(
    new_page: NewPage,
    address: str,
    width: int,
    colour_scheme: str,
    assert_accessible: Callable[[Page], None],
) -> None:
    page = new_page(width=width, colour_scheme=colour_scheme)
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll('.one-card :is(a, button, summary)')]
            .filter(element => !element.closest('.whose, .who-there, .reading-only'))
            .map(element => [element.textContent.trim(), element.getBoundingClientRect()])
            .filter(([, box]) => box.height && (box.height < 24 || box.width < 24))
            .map(([name]) => name)"""
    )
    assert small == []
