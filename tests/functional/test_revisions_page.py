"""A journalist looks at what an outlet changed, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Revision
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db(transaction=True)

LINES = [f"Paragraph {number} tells what happened at depot {number}." for number in range(1, 30)]


@pytest.fixture
def address(transactional_db):
    article = make_article(make_story(), "Gazette", text="\n".join(LINES))
    article.revisions.update(is_current=False)
    changed = [
        line.replace("happened", "went wrong") if at in (4, 20) else line for at, line in enumerate(LINES)
    ]
    for number, lines in ((2, changed), (3, [*changed[1:], "Nobody was asked about any of it."])):
        Revision.objects.create(
            article=article,
            number=number,
            text="\n".join(lines),
            text_hash=f"{number:064}",
            is_current=number == 3,
        )
    return reverse("revisions", args=[article.story.slug, article.pk])


def test_two_texts_are_chosen_and_unchanged_paragraphs_shown(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    page.get_by_role("radio", name="To revision 2").check()
    page.get_by_role("radio", name="From revision 1").check()
    if not javascript:
        page.get_by_role("button", name="Compare these two").click()
    expect(page.get_by_role("heading", name="From revision 1 to revision 2")).to_be_visible()
    expect(page.get_by_role("radio", name="From revision 1")).to_be_checked()

    hidden = page.get_by_text("Paragraph 8 tells")
    expect(hidden).to_be_hidden()
    page.get_by_text("15 paragraphs unchanged, show").click()
    expect(hidden).to_be_visible()


def test_keys_step_from_change_to_change(page, address):
    page.goto(f"{address}?from=1&to=2")
    page.keyboard.press("n")
    expect(page.locator("#new-5")).to_be_focused()
    page.keyboard.press("n")

    expect(page.locator("#new-21")).to_be_in_viewport()
    expect(page.locator("#revision-step")).to_have_text("Change 2 of 2")


def test_it_fits_every_width(new_page, address, width):
    page = new_page(width=width)
    page.goto(address)

    expect(page.get_by_text("Nobody was asked about any of it.")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
