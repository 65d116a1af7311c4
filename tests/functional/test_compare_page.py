"""A journalist reads five outlets side by side: with a mouse, with keys only, and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.factories import Said, make_article, make_discrepancy, make_origin, make_statement, make_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story in which every shape of a cell occurs."""
    story = make_story("Harbour board to close two depots after a report on their decay")
    gazette = make_article(story, "Gazette")
    courier = make_article(story, "The Courier of Northbridge", published=None, outlet_basis="inferred")
    herald = make_article(story, "Herald", copy_of="Gazette")
    mirror = make_article(story, "Mirror", extent="excerpt", outlet_basis="unknown")
    echo = make_article(story, "Echo")
    regret = make_statement(
        story,
        Said(gazette, "It is with regret that I close the depots after a long season of repairs."),
        Said(courier, "It is with regret that I close the depots after a long season of repairs,"),
        Said(herald, "It is with relief that I shut the depots after a season of repairs.", kind="reworded"),
        Said(echo, "It is with regret", before="She wrote: ", after=" that she did so.", kind="partial"),
    )
    make_discrepancy(regret, "wording", "regret / relief", (gazette, "regret"), (herald, "relief"))
    decay = make_statement(
        story,
        Said(gazette, "Each day we see clear signs of decay perpetuated by the board."),
        Said(courier, "Each day we see clear signs of decay perpetrated by the Board."),
        Said(mirror, "The board did little.", kind="reported", suggested=True),
        speaker="Ben Ode",
    )
    make_discrepancy(
        decay, "wording", "perpetuated / perpetrated", (gazette, "perpetuated"), (courier, "perpetrated")
    )
    money = make_statement(
        story,
        Said(gazette, "Since 2008 the town has spent £576 million on them.", kind="reported"),
        Said(echo, "Since 2008 the town has spent £574 million on them.", kind="reported"),
        speaker="",
    )
    make_discrepancy(money, "figure", "Two sums.", (gazette, "£576 million"), (echo, "£574 million"))
    make_statement(story, Said(echo, "Nobody has used them for years."), speaker="Cato Finch")
    make_origin(echo, "AFP", "Echo reports", relation="in part from", basis="told")
    return story


def open_compare(page: Page, query: str = "") -> Page:
    """Go to the page and wait until htmx has taken over; before that, links lead to whole pages."""
    page.goto(f"{ADDRESS}{query}")
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    return page


@pytest.fixture
def compare(page: Page, story: Story) -> Page:
    """Return the Compare page on a desk computer."""
    return open_compare(page)


def rows(page: Page) -> list[str]:
    return page.locator("tr.statement .speaker").all_inner_texts()


def test_it_finds_where_outlets_differ(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)

    expect(page.get_by_title("Base: perpetuated")).to_contain_text("perpetrated")
    expect(page.get_by_title("Base: £576 million")).to_contain_text("£574 million")
    expect(page.get_by_role("link", name="Figure £576 million / £574 million")).to_be_visible()


def test_it_changes_the_base_and_the_address_keeps_it(
    new_page: NewPage, story: Story, javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    page.get_by_role("link", name="The Courier of Northbridge as the base").click()

    expect(page.get_by_title("Base: perpetrated")).to_contain_text("perpetuated")
    expect(page).to_have_url(re.compile(r"\?base=\d+$"))
    page.reload()
    expect(page.get_by_title("Base: perpetrated")).to_contain_text("perpetuated")
    expect(page.get_by_label("Base", exact=True)).to_have_value(re.compile(r"\d+"))


def test_filters_live_in_the_address(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    page.get_by_label("Speaker").select_option("Ben Ode")
    page.get_by_label("Changes only").check()
    page.get_by_label("Find words in the readings").fill("signs of decay")
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()

    expect(page.locator("tr.statement")).to_have_count(1)
    for choice in ("changes=1", "speaker=Ben[+]Ode", "words=signs[+]of[+]decay"):
        expect(page).to_have_url(re.compile(choice))
    page.reload()
    assert rows(page) == ["Ben Ode"]
    expect(page.get_by_label("Find words in the readings")).to_have_value("signs of decay")
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("tr.statement")).to_have_count(4)


def test_copies_collapse_and_the_address_keeps_it(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    outlets = page.locator("thead .outlet")
    expect(outlets).to_have_count(5)
    page.get_by_label("Collapse copies").check()
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()

    expect(outlets).to_have_count(4)
    expect(page.get_by_text("1 copy collapsed")).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]collapse=1"))
    page.reload()
    expect(page.get_by_label("Collapse copies")).to_be_checked()
    page.get_by_label("Collapse copies").uncheck()
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()
    expect(outlets).to_have_count(5)


def test_the_words_that_tell_an_origin_open_in_their_column(
    new_page: NewPage, story: Story, javascript: bool
) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    page.get_by_text("read from its text", exact=True).click()

    evidence = page.locator(".origin .evidence")
    expect(evidence).to_contain_text("Echo reports")
    expect(evidence).to_be_in_viewport()
    evidence.get_by_role("link", name="In the article").click()
    expect(page).to_have_url(re.compile(r"[?]at=\d+-\d+#passage$"))


def test_without_scripts_nothing_that_needs_them_is_shown(new_page: NewPage, story: Story) -> None:
    page = new_page(javascript=False)
    page.goto(ADDRESS)

    assert page.get_by_role("button", name=re.compile("difference|Keyboard|Copy")).count() == 0
    assert not page.locator("kbd").filter(visible=True).count()
    page.get_by_role("link", name="Word by word Ben Ode").click()
    expect(page.get_by_role("heading", name="Ben Ode")).to_be_visible()
    page.get_by_role("link", name="Back to the comparison").click()
    expect(page).to_have_url(re.compile(r"/stories/depots-to-close/\?row=(\d+)#statement-\1$"))


def test_typing_is_not_lost_and_keeps_the_focus(compare: Page) -> None:
    compare.keyboard.press("/")
    compare.keyboard.type("npb/ signs", delay=60)

    field = compare.get_by_label("Find words in the readings")
    expect(compare.get_by_role("heading", name="No statement fits these choices")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("npb/ signs")


def test_going_back_shows_the_board_as_it_was(compare: Page) -> None:
    compare.get_by_label("Changes only").check()
    expect(compare.locator("tr.statement")).to_have_count(3)
    compare.go_back()

    expect(compare.locator("tr.statement")).to_have_count(4)
    expect(compare.get_by_label("Changes only")).not_to_be_checked()


def test_choosing_the_base_keeps_the_filters(compare: Page) -> None:
    compare.get_by_label("Two outlets or more").check()
    expect(compare.locator("tr.statement")).to_have_count(3)
    base = compare.get_by_label("Base", exact=True)
    base.focus()
    base.select_option("Echo")

    expect(compare.locator("th.is-base .outlet")).to_have_text("Echo")
    expect(compare.locator("tr.statement")).to_have_count(3)
    expect(compare).to_have_url(re.compile(r"\?base=\d+&shared=1$"))
    expect(base).to_be_focused()


def test_keys_step_through_the_differences(compare: Page) -> None:
    expect(compare.locator("#step-count")).to_have_text(re.compile(r"^3 cells differ from \w+"))
    compare.keyboard.press("n")
    expect(compare.locator("#step-count")).to_have_text("Difference 1 of 3")
    expect(compare.locator("td.current")).to_contain_text("shut")
    expect(compare.locator("td.current")).to_be_focused()
    compare.keyboard.press("n")
    expect(compare.locator("td.current")).to_contain_text("perpetrated")
    compare.keyboard.press("p")
    compare.keyboard.press("p")
    expect(compare.locator("#step-count")).to_have_text("Difference 3 of 3")
    expect(compare.locator("td.current")).to_contain_text("£574 million")
    expect(compare.locator("td.current")).to_be_in_viewport()


def test_a_journey_with_keys_only(compare: Page) -> None:
    compare.keyboard.press("j")
    compare.keyboard.press("j")
    compare.keyboard.press("o")
    expect(compare.locator("tr.card")).to_be_visible()
    expect(compare.locator("tr.card td.substantive").first).to_contain_text("perpetuated")
    expect(compare.locator("tr.card h2")).to_be_focused()
    expect(compare.get_by_role("link", name="Word by word Ben Ode")).to_have_attribute(
        "aria-expanded", "true"
    )
    compare.keyboard.press("o")
    expect(compare.locator("tr.card")).to_have_count(0)
    compare.keyboard.press("b")
    expect(compare.get_by_label("Base", exact=True)).to_be_focused()
    compare.get_by_label("Base", exact=True).blur()
    compare.keyboard.press("?")
    expect(compare.get_by_role("dialog", name="Keys")).to_be_visible()
    compare.keyboard.press("n")
    expect(compare.locator("td.current")).to_have_count(0)
    compare.keyboard.press("Escape")
    expect(compare.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_escape_leaves_a_field_and_the_keys_work_again(compare: Page) -> None:
    compare.keyboard.press("b")
    compare.keyboard.press("n")
    expect(compare.locator("td.current")).to_have_count(0)
    compare.keyboard.press("Escape")
    compare.keyboard.press("n")
    expect(compare.locator("#step-count")).to_have_text("Difference 1 of 3")
    compare.keyboard.press("/")
    compare.keyboard.type("signs")
    compare.keyboard.press("Escape")
    expect(compare.get_by_label("Find words in the readings")).to_have_value("signs")
    # The address tells that the last letter's answer has come: an earlier one's may show as few rows.
    expect(compare).to_have_url(re.compile("words=signs$"))
    expect(compare.locator("tr.statement")).to_have_count(1)
    compare.keyboard.press("j")
    expect(compare.locator("tr.statement.current .speaker")).to_have_text("Ben Ode")


def test_the_keys_work_again_once_a_base_is_chosen(compare: Page) -> None:
    compare.keyboard.press("b")
    base = compare.get_by_label("Base", exact=True)
    base.select_option("Herald")
    expect(compare.locator("th.is-base .outlet")).to_have_text("Herald")
    expect(base).to_be_focused()
    compare.keyboard.press("n")
    expect(compare.locator("td.current")).to_be_focused()
    compare.keyboard.press("b")
    compare.keyboard.press("?")
    expect(compare.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_escape_closes_the_card_and_returns_to_its_row(compare: Page) -> None:
    toggle = compare.get_by_role("link", name="Word by word Ben Ode")
    toggle.click()
    expect(compare.locator("tr.card")).to_be_visible()
    compare.locator("tr.card .kind, tr.card a").first.focus()
    compare.keyboard.press("Escape")
    expect(compare.locator("tr.card")).to_have_count(0)
    expect(toggle).to_be_focused()
    expect(toggle).to_have_attribute("aria-expanded", "false")


def test_it_explains_its_signs(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    page.get_by_text("All signs").click()

    expect(page.get_by_text("the outlet’s own words around it")).to_be_visible()


def test_the_outlets_stay_in_sight(compare: Page) -> None:
    compare.set_viewport_size({"width": 1440, "height": 500})
    compare.locator("tr.statement").last.scroll_into_view_if_needed()

    expect(compare.locator("th.is-base .outlet")).to_be_in_viewport()


def test_nothing_scrolls_sideways_outside_the_board(new_page: NewPage, story: Story, width: int) -> None:
    page = open_compare(new_page(width=width))
    page.locator("tr.statement .toggle").nth(1).click()
    expect(page.locator("tr.card")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(page.locator("tr.statement .toggle").nth(1).get_attribute("href") or "")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_every_cell_names_its_outlet(new_page: NewPage, story: Story) -> None:
    page = new_page(width=390)
    page.goto(ADDRESS)
    gap = page.locator("tr.statement").nth(0).locator("td").nth(3)

    expect(gap).to_have_text("Not in the text we hold")
    assert gap.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Mirror"'


def test_targets_are_large_enough(new_page: NewPage, story: Story, width: int) -> None:
    page = new_page(width=width)
    page.goto(ADDRESS)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main select, main label:has(input)')]
            .map(element => [element.textContent.trim(), element.getBoundingClientRect()])
            .filter(([, box]) => box.height && (box.height < 24 || box.width < 24))
            .map(([name]) => name)"""
    )
    assert small == []


def test_axe_finds_nothing(
    new_page: NewPage,
    story: Story,
    width: int,
    colour_scheme: str,
    assert_accessible: Callable[[Page], None],
) -> None:
    page = open_compare(new_page(width=width, colour_scheme=colour_scheme), "?show=every")
    page.locator("tr.statement .toggle").first.click()
    expect(page.locator("tr.card")).to_be_visible()
    page.locator("details.origin").evaluate("element => (element.open = true)")
    assert_accessible(page)

    page.goto(page.locator("tr.statement .toggle").first.get_attribute("href") or "")
    assert_accessible(page)


@pytest.mark.parametrize("way", ["Escape", "elsewhere", "step"])
def test_all_signs_close_again(compare: Page, way: str) -> None:
    signs = compare.locator(".signs")
    signs.locator("summary").click()
    expect(signs.locator("ul")).to_be_visible()
    if way == "Escape":
        compare.keyboard.press("Escape")
        expect(signs.locator("summary")).to_be_focused()
    elif way == "step":
        compare.keyboard.press("n")
    else:
        compare.locator(".facts").click()
    expect(signs.locator("ul")).to_be_hidden()


def test_nothing_moves_when_the_scripts_come(new_page: NewPage, compare: Page) -> None:
    def places(page: Page) -> list[object]:
        kept = [".bar .step", "#choose-words", ".outlet >> nth=0", ".board tbody tr >> nth=0"]
        return [page.locator(one).bounding_box() for one in kept]

    early = new_page()
    early.route("**/*.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    early.goto(compare.url)

    assert places(early) == places(compare)
    expect(early.locator("[data-step]").first).to_be_hidden()


def test_a_long_speaker_moves_no_other_choice(compare: Page) -> None:
    words = compare.get_by_role("searchbox", name="Find words")
    line = compare.locator("#choices").bounding_box()
    compare.locator("#choose-speaker, [name=speaker]").first.evaluate(
        "(list) => { list.options[0].text = 'Francesca Albanese-Longname of the Office'; }"
    )

    assert compare.locator("#choices").bounding_box() == line
    expect(words).to_be_in_viewport()
