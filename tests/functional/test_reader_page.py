"""A journalist reads two articles side by side in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import Said, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db(transaction=True)

FILLING = " ".join(["Nothing else happened at the depots on that day."] * 6)


@pytest.fixture
def story(transactional_db):
    """Two articles of many paragraphs, one of which only the second one prints at great length."""
    story = make_story()
    one, other, third = (make_article(story, name) for name in ("Gazette", "Courier", "Herald"))
    for number in range(8):
        if number == 4:
            for words in range(12):
                make_statement(story, Said(other, f"{FILLING} {words}", kind="reported"), speaker="")
        make_statement(
            story,
            Said(one, f"We will close depot {number} in spring."),
            Said(other, f"We will shut depot {number} in spring."),
        )
        for article in (one, other):
            make_statement(story, Said(article, f"{FILLING} {article.pk}", kind="reported"), speaker="")
    make_statement(story, Said(other, "Nobody asked us."), Said(third, "Nobody asked us."))
    return story


@pytest.fixture
def address(story):
    return reverse("reader", args=[story.slug])


def height(page: Page, name: str) -> float:
    box = page.locator(f"#{name}").bounding_box()
    assert box is not None
    return box["y"]


def assert_level(page: Page, number: int) -> None:
    expect(page.locator(f"#left-{number}")).to_be_in_viewport()
    expect(page.locator(f"#right-{number}")).to_be_in_viewport()
    assert abs(height(page, f"left-{number}") - height(page, f"right-{number}")) < 4


def test_articles_are_chosen_and_swapped_in_the_address(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    expect(page.locator("#name-left")).to_have_text("Gazette")
    page.get_by_label("Left article").select_option(label="Herald · 1 statement in common")
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#name-left")).to_have_text("Herald")
    page.get_by_role("button", name="Swap left and right").click()

    expect(page.locator("#name-left")).to_have_text("Courier")
    expect(page.locator("#name-right")).to_have_text("Herald")
    if javascript:
        page.go_back()
        expect(page.locator("#name-left")).to_have_text("Herald")


def test_a_number_leads_to_the_other_text_and_back(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    page.locator("#left-6").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#right-6")).to_be_in_viewport()

    if javascript:
        expect(page.locator("#right-6")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#left-6")).to_be_focused()
        assert_level(page, 6)


def test_keys_step_through_what_both_print_and_set_it_level(page, address):
    page.goto(address)
    for _ in range(3):
        page.keyboard.press("n")

    assert_level(page, 3)
    expect(page.locator("#left-3")).to_be_focused()
    expect(page.locator('[data-links="3"]').first).to_have_class(re.compile("lit"))
    expect(page.locator("#reader-step")).to_contain_text("Passage 3 of 8 · Ada Low")
    page.keyboard.press("p")
    assert_level(page, 2)


def test_scrolling_one_text_takes_the_other_along(page, address):
    page.goto(address)
    page.keyboard.press("n")
    page.locator("#pane-left").hover()
    page.mouse.wheel(0, 100_000)

    expect(page.locator("#left-8")).to_be_in_viewport()
    expect(page.locator("#right-8")).to_be_in_viewport()


def test_the_choices_stay_in_sight_while_the_page_scrolls_its_texts(new_page, address, width):
    page = new_page(width=width)
    page.goto(address)
    page.mouse.move(width / 2, 500)
    for way in (700, 100_000):
        page.mouse.wheel(0, way)
        expect(page.locator("#left-1")).not_to_be_in_viewport()
        expect(page.get_by_role("button", name="Next passage in both")).to_be_in_viewport()
        names = page.locator("#choose-left, #choose-right" if width > 768 else ".at-hand label")
        for name in names.all():
            expect(name).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("All linked passages as a table")).to_be_in_viewport()


def test_a_step_brings_both_passages_into_view_below_the_choices(page, address):
    page.goto(address)
    for number in range(1, 9):
        page.keyboard.press("n")
        for side in ("left", "right"):
            expect(page.locator(f"#{side}-{number}")).to_be_in_viewport(ratio=1)
            assert height(page, f"{side}-{number}") > height(page, f"pane-{side}")


def test_what_is_read_stays_when_the_texts_are_parted(page, address):
    page.goto(address)
    for _ in range(3):
        page.keyboard.press("n")
    page.get_by_text("Scroll freely").click()
    assert_level(page, 3)
    page.get_by_text("Scroll together").click()
    assert_level(page, 3)


def test_the_signs_are_told_and_put_away(page, address):
    page.goto(address)
    page.get_by_role("button", name="Signs").click()
    expect(page.get_by_role("list", name="Signs")).to_contain_text("possibly the same")
    page.keyboard.press("Escape")
    expect(page.get_by_role("list", name="Signs")).to_be_hidden()


def test_texts_that_scroll_freely_stay_and_a_passage_brings_its_partner(page, address):
    page.goto(f"{address}?scroll=freely")
    page.keyboard.press("n")
    before = height(page, "right-1")
    page.locator("#pane-left").hover()
    page.mouse.wheel(0, 100_000)
    expect(page.locator("#left-8")).to_be_in_viewport()
    assert height(page, "right-1") == before

    page.locator('#pane-left [data-links="7"]').last.hover()
    expect(page.locator("#right-7")).to_be_in_viewport()
    expect(page.locator('#pane-right [data-links="7"]').last).to_have_class(re.compile("lit"))


def test_lines_join_what_is_in_view(page, address):
    page.goto(address)

    expect(page.locator(".threads path[d^=M]").first).to_be_attached()
    expect(page.locator(".threads path")).to_have_count(8)


def test_marks_and_dimming_are_switched_without_another_page(page, address):
    page.goto(address)
    mark = page.locator("#pane-left mark.word").first
    shown = mark.evaluate("mark => getComputedStyle(mark).backgroundColor")
    page.get_by_text("No marks").click()
    page.get_by_label("Dim what only one prints").check()

    expect(page).to_have_url(re.compile(r"marks=none.*dim=1"))
    assert mark.evaluate("mark => getComputedStyle(mark).backgroundColor") != shown
    page.reload()
    expect(page.get_by_label("Dim what only one prints")).to_be_checked()


def test_a_phone_shows_one_text_with_the_others_words_under_it(new_page, address):
    page = new_page(width=390)
    page.goto(address)

    expect(page.locator("#side-right")).to_be_hidden()
    expect(page.locator("#pane-left .partners").first).to_contain_text("We will")
    page.get_by_role("link", name="Passage 3 in Courier").click()
    expect(page.locator("#side-left")).to_be_hidden()
    expect(page.locator("#right-3")).to_be_in_viewport()


def test_both_texts_stand_side_by_side_without_scripts_and_one_under_the_other_on_a_phone(
    new_page, address, width
):
    page = new_page(width=width, javascript=False)
    page.goto(address)

    left, right = (page.locator(f"#pane-{side}").bounding_box() for side in ("left", "right"))
    assert min(left["width"], right["width"]) > 350
    assert (right["x"] >= left["x"] + left["width"]) == (width > 390)
    expect(page.locator("#pane-right .printed").last).to_be_visible()
