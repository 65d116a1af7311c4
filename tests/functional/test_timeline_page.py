"""A journalist sees in a picture who published when and who copied whom, at three widths, in both themes."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Page, expect

from articles.models import Story
from tests.factories import Said, make_article, make_statement, make_story
from tests.functional.conftest import NewPage

ADDRESS = "/stories/depots-to-close/timeline/"


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return a story with an exact time, a copy, a day, and an undated excerpt with a long name."""
    story = make_story()
    day = date(2024, 5, 1)
    wire, gazette = (
        make_article(
            story, outlet, published=day, published_at=datetime(2024, 5, 1, 6, minute, tzinfo=UTC), copy_of=of
        )
        for outlet, minute, of in (("Press Wire", 12, ""), ("Gazette", 40, "Press Wire"))
    )
    herald = make_article(story, "Herald", published=date(2024, 5, 2))
    make_article(story, f"The Courier of {'Northbridge ' * 12}", published=None)
    make_statement(story, *(Said(one, "We close the depots.") for one in (wire, gazette, herald)))
    return story


def test_the_picture_fits_and_its_words_stand_behind_it(
    new_page: NewPage, story: Story, width: int, javascript: bool
) -> None:
    page = new_page(width=width, javascript=javascript)
    page.goto(ADDRESS)

    expect(page.get_by_role("img", name="When each outlet published")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    names = page.locator(".lane-names li:not(.apart)")
    tracks = page.locator("svg .track")
    for at in range(4):
        name, track = names.nth(at).bounding_box(), tracks.nth(at).bounding_box()
        assert name
        assert track
        assert name["y"] <= track["y"] <= name["y"] + name["height"], "each name stands at its lane"

    page.get_by_text("The picture as a table").click()
    expect(page.get_by_role("cell", name="1 May 2024, 06:40 UTC")).to_be_visible()


def test_a_copy_is_joined_to_its_origin(page: Page, story: Story) -> None:
    page.goto(ADDRESS)

    expect(page.locator(".lanes .join")).to_have_count(1)
    expect(page.get_by_role("row", name="Gazette copy of Press Wire 28 min later")).to_be_visible()


def test_it_is_accessible(
    new_page: NewPage, story: Story, colour_scheme: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = new_page(colour_scheme=colour_scheme)
    page.goto(ADDRESS)
    page.get_by_text("The picture as a table").click()

    assert_accessible(page)


def test_on_a_phone_no_column_is_cut_off(new_page: NewPage, story: Story) -> None:
    page = new_page(width=390)
    page.goto(ADDRESS)
    page.get_by_text("The picture as a table").click()

    for told in page.locator(".copies td:last-child, .ledger td:last-child").all():
        assert told.evaluate("cell => cell.getBoundingClientRect().right <= innerWidth")
    for box in page.locator(".scroll").all():
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
