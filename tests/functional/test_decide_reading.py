"""An editor decides about a suggested reading: on the board, in an opened row, on the statement's own page,
with and without JavaScript, by mouse and by key.
"""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Reading, ReadingDecision, Story
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_article, make_story
from tests.functional.conftest import NewPage

WORDS = "The ferry should never have sailed in that winter storm,"

SignIn = Callable[[Page, User], Page]


@pytest.fixture
def story(transactional_db: None) -> Story:
    story = make_story("Ferry lost in a winter storm", slug="ferry-lost")
    for outlet, speaker in [("Gazette", "Anna Berg"), ("Courier", "Omar Haddad"), ("Herald", "Anna Berg")]:
        make_article(story, outlet, text=f"{outlet} has this.\n\n“{WORDS}” {speaker} said on Tuesday.\n")
    bring_up_to_date(story)
    return story


@pytest.fixture
def board(story: Story) -> str:
    return f"{reverse('compare', args=[story.slug])}?show=every"


@pytest.fixture
def row(story: Story) -> int:
    """Return the key of the row in which the Courier's words are suggested."""
    return Reading.objects.get(suggested=True, revision__article__outlet__name="Courier").statement_id


def open_board(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator("#choices[data-htmx-powered]").wait_for(state="attached")
    return page


def test_on_the_board_it_joins_the_words_and_keeps_the_choices(
    page: Page, board: str, row: int, editor: User, signed_in: SignIn
) -> None:
    open_board(signed_in(page, editor), board)
    page.locator(f"#statement-{row}").get_by_role("button", name="Same statement").press("Enter")

    answer = page.locator(f"#statement-{row}").get_by_text("Joined: these words are now a reading")
    expect(answer).to_be_in_viewport()
    expect(page.locator("span.maybe")).to_have_count(0)
    expect(page.locator(f"#open-{row}")).to_be_focused()
    expect(page.locator(f"#statement-{row}")).to_contain_text("3 of 3")
    expect(page.get_by_label("Every variant")).to_be_checked()
    assert page.url.endswith("?show=every")


def test_a_decision_is_taken_back_where_its_answer_stands(
    new_page: NewPage, board: str, row: int, editor: User, signed_in: SignIn, javascript: bool
) -> None:
    page = signed_in(new_page(javascript=javascript), editor)
    page.goto(board)
    page.locator(f"#statement-{row}").get_by_role("button", name="Not the same").click()
    page.locator(f"#statement-{row}").get_by_role("button", name="Take back").click()

    expect(page.locator(f"#statement-{row}").get_by_text("Taken back")).to_be_visible()
    expect(page.locator(f"#statement-{row}").get_by_text("Possibly the same")).to_be_visible()


def test_in_an_opened_row_it_refuses_and_takes_back(
    page: Page, board: str, row: int, editor: User, signed_in: SignIn
) -> None:
    open_board(signed_in(page, editor), board)
    page.locator(f"#open-{row}").click()
    page.locator(f"#card-{row}").get_by_role("button", name="Not the same").click()
    expect(page.get_by_text("Kept apart: these words are no longer suggested here.")).to_be_in_viewport()
    expect(page.locator(f"#card-{row}")).to_be_visible()

    decided = page.locator(f"#card-{row} .decided-readings")
    expect(decided).to_contain_text("Not the same Courier")
    decided.get_by_role("button", name="Take back").click()
    expect(page.locator(f"#statement-{row}").get_by_text("Possibly the same")).to_be_visible()
    assert list(ReadingDecision.objects.values_list("verdict", flat=True)) == ["undecided", "different"]


def test_on_the_statements_own_page_it_decides_and_takes_back(
    new_page: NewPage, story: Story, row: int, editor: User, signed_in: SignIn, javascript: bool
) -> None:
    page = signed_in(new_page(javascript=javascript), editor)
    page.goto(reverse("statement", args=[story.slug, row]))
    page.get_by_role("button", name="Same statement").click()
    expect(page.get_by_text("Joined: these words are now a reading")).to_be_visible()
    expect(page.get_by_text("printed by 3 of 3 outlets")).to_be_visible()

    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".in-place").get_by_text("possibly the same")).to_be_visible()
    expect(page.get_by_role("button", name="Same statement")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible_at_every_width(
    new_page: NewPage,
    board: str,
    story: Story,
    row: int,
    editor: User,
    signed_in: SignIn,
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: str,
) -> None:
    page = signed_in(new_page(width=width, colour_scheme=scheme), editor)
    open_board(page, board)
    assert_accessible(page)
    page.locator(f"#open-{row}").click()
    expect(page.locator(f"#card-{row}")).to_be_visible()
    assert_accessible(page)
    page.goto(reverse("statement", args=[story.slug, row]))
    page.get_by_role("button", name="Not the same").click()
    expect(page.get_by_role("button", name="Take back")).to_be_visible()
    assert_accessible(page)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
