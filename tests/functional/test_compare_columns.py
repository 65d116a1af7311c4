"""Compare's columns and its map in a real browser: by menu, by pointer, by keyboard, and without scripts."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Story
from tests.factories import Said, build_story, make_article, make_statement, make_story
from tests.functional.conftest import NewPage

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story of four outlets, of which three print the same statements."""
    story = make_story()
    articles = [make_article(story, outlet) for outlet in ("Gazette", "Courier", "Herald", "Mirror")]
    for number in range(12):
        make_statement(
            story,
            Said(articles[0], f"We will close depot {number} before the summer comes."),
            Said(articles[1], f"We will shut depot {number} before the summer comes."),
            Said(articles[2], f"We will close depot {number} before the winter comes."),
        )
    make_statement(story, Said(articles[3], "Nobody loses work."))
    return story


def open_compare(page: Page, query: str = "") -> Page:
    page.goto(f"{ADDRESS}{query}")
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    return page


def heads(page: Page) -> Locator:
    return page.locator("thead .outlet")


def names(*outlets: str) -> list[re.Pattern[str]]:
    return [re.compile(f"^{outlet}") for outlet in outlets]


def open_menu(page: Page, outlet: str) -> Locator:
    menu = page.locator(f'th[aria-label^="{outlet}"] .menu')
    menu.locator("summary").click()
    return menu


def test_a_menu_moves_pins_and_hides_a_column(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    open_menu(page, "Gazette").get_by_role("link", name="Move right").click()
    expect(heads(page)).to_have_text(names("Courier", "Gazette", "Herald", "Mirror"))
    if javascript:
        page.keyboard.press("Escape")
    open_menu(page, "Mirror").get_by_role("link", name="Pin").click()
    expect(heads(page).first).to_have_text(re.compile("^Mirror"))
    open_menu(page, "Courier").get_by_role("link", name="Hide").click()
    expect(heads(page)).to_have_text(names("Mirror", "Gazette", "Herald"))
    expect(page).to_have_url(re.compile(r"order=[\d.]+&hide=\d+&pin=\d+$"))
    page.reload()
    expect(heads(page)).to_have_text(names("Mirror", "Gazette", "Herald"))
    page.get_by_role("link", name="Show Courier").click()
    expect(heads(page)).to_have_count(4)


def test_a_column_is_moved_on_and_on_by_keyboard(new_page: NewPage, story: Story) -> None:
    page = open_compare(new_page())
    menu = page.locator('th[aria-label^="Gazette"] .menu')
    menu.locator("summary").press("Enter")
    menu.get_by_role("link", name="Move right").press("Enter")
    expect(heads(page).nth(1)).to_have_text(re.compile("^Gazette"))
    again = page.locator('th[aria-label^="Gazette"] .menu').get_by_role("link", name="Move right")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(heads(page).nth(2)).to_have_text(re.compile("^Gazette"))
    expect(again).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu.locator("ul")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_a_column_is_dragged_to_another_place(new_page: NewPage, story: Story) -> None:
    page = open_compare(new_page(width=1440))
    grip = page.locator('th[aria-label^="Herald"] .grip').bounding_box()
    first = page.locator('th[aria-label^="Gazette"]').bounding_box()
    assert grip
    assert first
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(first["x"] + 20, first["y"] + 20, steps=4)
    expect(page.locator('th[aria-label^="Gazette"]')).to_have_class(re.compile("drop-before"))
    page.mouse.up()

    expect(heads(page)).to_have_text(names("Herald", "Gazette", "Courier", "Mirror"))
    expect(page).to_have_url(re.compile(r"order=[\d.]+"))


def test_the_outlet_whose_order_it_is_prints_first(new_page: NewPage, story: Story, javascript: bool) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    page.get_by_label("Order of").select_option("Mirror")
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()

    expect(page.get_by_text("Printed by Mirror, in its order")).to_be_visible()
    expect(page.locator("tr.statement").first).to_contain_text("Row 13")


def test_the_majority_is_a_base_like_another(new_page: NewPage, story: Story) -> None:
    page = open_compare(new_page())
    page.get_by_label("Base", exact=True).select_option("Majority reading")

    cells = page.locator("tr.statement").first.locator("td")
    expect(cells.first).to_have_text(re.compile("We will close depot 0 before the summer comes"))
    expect(cells.nth(2).locator("mark")).to_contain_text("shut")
    expect(cells.nth(3).locator("mark")).to_contain_text("winter")
    expect(page).to_have_url(re.compile(r"base=majority"))


@pytest.mark.parametrize(
    ("label", "choice"),
    [("Base", "Majority reading"), ("Order of", "Herald"), ("Collapse copies", ""), ("Changes only", "")],
)
def test_a_choice_keeps_the_columns_as_they_are_arranged(
    new_page: NewPage, story: Story, javascript: bool, label: str, choice: str
) -> None:
    gazette, courier, herald, mirror = story.articles.order_by("pk").values_list("pk", flat=True)
    make_article(story, "Echo", copy_of="Herald")
    arranged = f"order={mirror}.{gazette}&hide={courier}&pin={gazette}&foreign=1&by={gazette}&shared=1"
    page = new_page(javascript=javascript)
    page.goto(f"{ADDRESS}?{arranged}")
    if javascript:
        page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    control = page.get_by_label(label, exact=True)
    if choice:
        control.select_option(choice)
    else:
        control.check()
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()

    expect(page).to_have_url(re.compile(rf"base=majority|by={herald}|collapse=1|changes=1"))
    kept = parse_qs(arranged) | ({"by": [str(herald)]} if label == "Order of" else {})
    shown = parse_qs(urlsplit(page.url).query)
    assert {name: shown.get(name) for name in kept} == kept


@pytest.mark.parametrize("where", [".overview", 'th[aria-label^="Courier"] .strip'])
def test_a_click_on_the_map_or_a_strip_leads_to_its_row(
    new_page: NewPage, story: Story, javascript: bool, where: str
) -> None:
    page = new_page(javascript=javascript)
    page.goto(ADDRESS)
    box = page.locator(f"{where} svg").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 2, box["y"] + box["height"] - 2)

    last = page.locator("tr.statement").last
    expect(page).to_have_url(re.compile(rf"#{last.get_attribute('id')}$"))
    expect(last).to_be_in_viewport()


def test_the_map_marks_what_is_in_sight_and_what_is_current(new_page: NewPage, story: Story) -> None:
    page = open_compare(new_page())
    window, at = page.locator(".overview .window"), page.locator(".overview .at")
    expect(window).to_have_attribute("y", "0")
    expect(at).to_have_attribute("height", "0")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(at).to_have_attribute("y", "1")
    page.locator("tr.statement").last.scroll_into_view_if_needed()
    expect(window).not_to_have_attribute("y", "0")


def test_keys_and_tab_pass_the_map_by(new_page: NewPage, story: Story) -> None:
    page = open_compare(new_page())

    assert page.locator(".overview a:not([tabindex='-1'])").count() == 0
    assert page.locator(".overview").get_attribute("aria-hidden") == "true"


def test_axe_finds_nothing_in_an_open_menu_or_the_choices(
    new_page: NewPage, story: Story, colour_scheme: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = open_compare(new_page(width=1024, colour_scheme=colour_scheme), "?base=majority")
    open_menu(page, "Courier")
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_text(re.compile("^Filters")).click()
    assert_accessible(page)


def test_columns_out_of_sight_are_told_and_brought_in(new_page: NewPage) -> None:
    build_story(statements=3, outlets=9)
    page = open_compare(new_page(width=1024))

    expect(page.locator(".in-sight")).to_have_text(re.compile(r"^1–\d of 9$"))
    expect(page.locator(".board-frame")).to_have_class(re.compile("hides-more"))
    button = page.get_by_role("button", name="Scroll to the columns on the right")
    for _ in range(3):
        button.dispatch_event("click")
    expect(button).to_be_disabled()
    expect(page.locator(".in-sight")).to_have_text(re.compile(r"–9 of 9$"))
    expect(page.locator(".board-frame")).not_to_have_class(re.compile("hides-more"))


def test_a_pinned_column_stays_in_sight(new_page: NewPage) -> None:
    story = build_story(statements=3, outlets=9)
    pinned = story.articles.last()
    assert pinned
    page = open_compare(new_page(width=1024), f"?pin={pinned.pk}")
    page.locator("#board-wrap").evaluate("board => board.scrollTo(5000, 0)")

    expect(heads(page).first).to_have_text(re.compile("^Outlet 9"))
    expect(heads(page).first).to_be_in_viewport(ratio=1)
    expect(page.locator(".in-sight")).to_have_text(re.compile("–9 of 9$"))
    open_menu(page, "Outlet 9").get_by_role("link", name="Unpin").click()
    expect(heads(page).first).to_have_text(re.compile("^Outlet 1"))


def test_on_a_phone_the_choices_fold_and_say_how_many_are_made(
    new_page: NewPage, story: Story, javascript: bool
) -> None:
    page = new_page(width=390, javascript=javascript)
    page.goto(f"{ADDRESS}?shared=1")
    speaker = page.get_by_label("Speaker")
    expect(speaker).to_be_hidden()
    page.get_by_text(re.compile("^Filters")).click()
    expect(speaker).to_be_visible()
    expect(page.locator("#chosen")).to_contain_text("1")
    page.get_by_label("Changes only").check()
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#chosen")).to_contain_text("2")
