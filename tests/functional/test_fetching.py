"""While a part of a page is fetched, where that fails, and where the focus is afterwards."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Story
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story

STORY = "/stories/depots-to-close/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story of two rows; one has a discrepancy."""
    story = make_story()
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    closing = make_statement(
        story, Said(gazette, "I close the depots with regret."), Said(courier, "I close the depots with joy.")
    )
    make_discrepancy(closing, "wording", "regret / joy", (gazette, "regret"), (courier, "joy"))
    make_statement(story, Said(gazette, "Nobody came."), Said(courier, "Nobody came."))
    return story


@pytest.fixture
def compare(page: Page, story: Story) -> Page:
    """Return Compare, once htmx has taken over."""
    return opened(page)


@pytest.fixture
def troubled(browser: Browser, live_server: LiveServer, story: Story) -> Iterator[Page]:
    """Return Compare in a window where failing requests may be told on the console."""
    context = browser.new_context(base_url=live_server.url, reduced_motion="reduce")
    yield opened(context.new_page())
    context.close()


def opened(page: Page, address: str = STORY) -> Page:
    page.goto(address)
    page.locator("form.tools[data-htmx-powered]").wait_for()
    return page


def focused(page: Page) -> str:
    """Return what has the focus: its id, else its name, else its element."""
    told: str = page.evaluate("(({id, name, localName}) => id || name || localName)(document.activeElement)")
    return told


def alert(page: Page) -> Locator:
    return page.locator("#trouble")


def answer(page: Page, reply: Callable[[Route], None]) -> None:
    """Answer what htmx asks for."""
    page.route(
        "**/*", lambda route: reply(route) if "hx-request" in route.request.headers else route.continue_()
    )


def test_the_focus_outlives_every_choice(compare: Page) -> None:
    compare.get_by_label("Changes only").focus()
    compare.keyboard.press("Space")
    expect(compare.locator("tr.statement")).to_have_count(1)
    assert focused(compare) == "changes"

    compare.get_by_label("Find words in the readings").focus()
    compare.keyboard.type("depots")
    expect(compare).to_have_url(re.compile("words=depots"))
    expect(compare.locator("html[data-fetching]")).to_have_count(0)
    assert focused(compare) == "choose-words"

    base = compare.get_by_label("Base", exact=True)
    base.focus()
    base.select_option("Courier")
    expect(compare.locator("th.is-base .outlet")).to_have_text("Courier")
    assert focused(compare) == "choose-base"

    compare.get_by_role("link", name="Gazette as the base").focus()
    compare.keyboard.press("Enter")
    expect(compare.locator("th.is-base .outlet")).to_have_text("Gazette")
    assert focused(compare) != "body"


def test_the_focus_goes_into_the_card_that_opens_and_back_to_its_row(compare: Page) -> None:
    toggle = compare.locator("tr.statement .toggle").first
    toggle.focus()
    compare.keyboard.press("Enter")
    expect(compare.locator("tr.card h2").first).to_be_focused()
    compare.locator("tr.card").get_by_role("button", name="Close").focus()
    compare.keyboard.press("Enter")
    expect(compare.locator("tr.card")).to_have_count(0)
    expect(toggle).to_be_focused()


def test_the_focus_stays_at_a_discrepancy_that_is_decided(
    page: Page, story: Story, editor: User, signed_in: Callable[[Page, User], Page]
) -> None:
    opened(signed_in(page, editor), f"{STORY}discrepancies/")
    page.get_by_role("button", name="Confirm").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".discrepancy.is-confirmed")).to_be_visible()

    assert page.evaluate("document.activeElement.closest('.discrepancy') !== null")


def test_going_back_and_forward_brings_each_state(compare: Page) -> None:
    compare.get_by_label("Changes only").check()
    expect(compare.locator("tr.statement")).to_have_count(1)
    compare.get_by_role("link", name="Discrepancies").click()
    expect(compare.get_by_label("Any kind")).to_have_count(0)
    compare.get_by_label("Kind").select_option("figure")
    expect(compare.get_by_text("No discrepancy fits these choices")).to_be_visible()
    compare.go_back()
    expect(compare.locator(".discrepancy")).to_have_count(1)
    compare.go_back()
    expect(compare.locator("tr.statement")).to_have_count(1)
    expect(compare.get_by_label("Changes only")).to_be_checked()
    compare.go_back()
    expect(compare.locator("tr.statement")).to_have_count(2)
    compare.go_forward()
    expect(compare.locator("tr.statement")).to_have_count(1)


def test_a_slow_answer_is_announced_and_over_when_it_comes(compare: Page) -> None:
    waiting: list[Route] = []
    answer(compare, waiting.append)
    compare.get_by_label("Changes only").check()

    expect(compare.locator("html[data-fetching]")).to_be_attached()
    expect(compare.locator("#comparison[aria-busy=true]")).to_be_attached()
    waiting.pop().continue_()
    expect(compare.locator("tr.statement")).to_have_count(1)
    expect(compare.locator("html[data-fetching], [aria-busy]")).to_have_count(0)


def test_a_failed_answer_is_told_and_can_be_tried_again(troubled: Page) -> None:
    answer(troubled, lambda route: route.fulfill(status=500, body="<p>A trace</p>"))
    troubled.get_by_label("Changes only").check()
    expect(alert(troubled)).to_contain_text("Something broke on our side")
    expect(troubled.get_by_text("A trace")).to_have_count(0)
    expect(troubled.locator("tr.statement")).to_have_count(2)

    troubled.unroute_all()
    alert(troubled).get_by_role("button", name="Try again").click()
    expect(troubled.locator("tr.statement")).to_have_count(1)
    expect(alert(troubled)).to_be_hidden()
    assert focused(troubled) == "changes"


def test_who_is_offline_is_told_from_when_the_page_is(troubled: Page) -> None:
    troubled.context.set_offline(True)
    troubled.locator("tr.statement .toggle").first.click()
    expect(alert(troubled)).to_contain_text(re.compile(r"You are offline. What you see is from \d\d:\d\d"))
    troubled.context.set_offline(False)
    alert(troubled).get_by_role("button", name="Try again").click()

    expect(troubled.locator("tr.card")).to_be_visible()
    expect(alert(troubled)).to_be_hidden()


@pytest.mark.parametrize(
    ("status", "told"),
    [(403, "Your account may not do this."), (404, "This is no longer there"), (503, "does not answer")],
)
def test_each_refusal_has_its_words(troubled: Page, status: int, told: str) -> None:
    answer(troubled, lambda route: route.fulfill(status=status, body=""))
    troubled.get_by_label("Changes only").check()

    expect(alert(troubled)).to_contain_text(told)


def test_axe_finds_nothing_in_trouble(
    troubled: Page, colour_scheme: str, assert_accessible: Callable[[Page], None]
) -> None:
    troubled.emulate_media(color_scheme=colour_scheme)  # type: ignore[arg-type]
    answer(troubled, lambda route: route.abort())
    troubled.get_by_label("Changes only").check()
    expect(alert(troubled)).to_contain_text("The server could not be reached.")

    assert_accessible(troubled)


def test_a_style_that_the_browser_wrote_on_a_control_goes_with_it(compare: Page) -> None:
    # Browsers and their extensions style fields; handing that on needs the attribute that the pages forbid.
    compare.evaluate(
        "document.querySelectorAll('#comparison [id]').forEach((one) => { one.style.color = 'red'; })"
    )
    compare.get_by_text("Every variant").check()

    expect(compare).to_have_url(re.compile("show=every"))
    expect(compare.locator("#comparison [style]")).to_have_count(0)
