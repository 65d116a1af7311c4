"""The journeys of the product's three people through a story of five outlets, from the sample files.

An administrator adds a sixth article, an editor decides, a journalist compares; each once with JavaScript
and once without.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from playwright.sync_api import Page, expect

from articles.models import Decision, Story
from tests.functional.conftest import NewPage

SignIn = Callable[[Page, User], Page]

SIXTH = """LONDON (Reuters) - A British diplomat has quit over arms sales to Israel.

“Each day we witness clear and unquestionable examples of war crimes and breaches of international
humanitarian law in Gaza perpetrated by the State of Israel,” Mark Smith wrote to colleagues.

“It is with sadness that I resign after a long career in the diplomatic service,” Smith wrote.
""".replace("international\nhumanitarian", "international humanitarian")


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return the story of the sample files, ingested as `make demo` does it."""
    call_command("ingest", Path(settings.BASE_DIR, "seeds"))
    return Story.objects.get()


@pytest.fixture
def desk(new_page: NewPage, javascript: bool) -> Page:
    """Return a page of a desk computer, once with scripts and once without."""
    return new_page(javascript=javascript)


def _sign_in_by_form(page: Page, *, username: str, password: str) -> None:
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(password)
    page.locator("main form").get_by_role("button", name="Sign in").click()


def test_an_administrator_pastes_a_sixth_article_and_finds_its_column(
    desk: Page, story: Story, administrator: User, signed_in: SignIn
) -> None:
    signed_in(desk, administrator).goto("/admin/articles/outlet/add/")
    desk.get_by_label("Name").fill("Reuters")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.goto("/admin/articles/article/add/")
    desk.get_by_label("Story:").select_option(label=story.title)
    desk.get_by_label("Outlet:").select_option(label="Reuters")
    desk.locator("textarea[name=pasted]").fill(SIXTH)
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("quotes")
    desk.goto(story.get_absolute_url())
    expect(desk.locator("thead").get_by_role("link", name="Reuters")).to_be_visible()
    reading = desk.locator("td[data-outlet=Reuters]", has_text="Each day we witness")
    expect(reading).to_contain_text("perpetrated")
    expect(desk.locator("tbody tr.statement", has=reading)).to_contain_text("NewsChain")


def test_an_editor_confirms_a_discrepancy_with_a_note_and_finds_it_again(
    desk: Page, story: Story, editor: User
) -> None:
    desk.goto(f"{story.get_absolute_url()}discrepancies/")
    desk.get_by_role("link", name="Sign in", exact=True).click()
    _sign_in_by_form(desk, username="editor", password="reading-between-lines")
    expect(desk).to_have_url(re.compile(r"/discrepancies/"))
    entry = desk.locator("article.discrepancy", has_text="perpetuated")
    entry.get_by_label("Note").fill("The letter as posted has “perpetrated”.")
    entry.get_by_role("button", name="Confirm").click()
    expect(desk.locator("article.discrepancy", has_text="perpetuated")).to_contain_text("Confirmed")
    desk.goto(f"{story.get_absolute_url()}discrepancies/?status=confirmed")
    kept = desk.locator("article.discrepancy")
    expect(kept).to_have_count(1)
    expect(kept).to_contain_text("The letter as posted has “perpetrated”.")
    expect(kept).to_contain_text("by editor")
    assert Decision.objects.get().editor == editor
    call_command("ingest", Path(settings.BASE_DIR, "seeds"))
    desk.reload()
    expect(kept).to_contain_text("The letter as posted has “perpetrated”.")


def test_a_journalist_finds_who_changed_a_word_and_which_figures_differ(desk: Page, story: Story) -> None:
    desk.goto("/")
    desk.get_by_role("link", name=story.title).click()
    row = desk.locator("tbody tr.statement", has_text="perpetuated")
    expect(row.locator("td[data-outlet=NewsChain]")).to_contain_text("perpetuated")
    expect(row.locator("td[data-outlet='The National']")).to_contain_text("perpetrated")
    expect(row.locator("mark", has_text=re.compile("^.*perpet[ur]")).first).to_be_visible()
    desk.get_by_role("link", name="Discrepancies").click()
    figures = desk.locator("article.discrepancy", has_text="£576 million")
    expect(figures).to_contain_text("NewsChain")
    expect(figures).to_contain_text("£574 million")
    expect(figures).to_contain_text("Quds News Network")


def test_a_journalist_changes_the_base_filters_and_comes_back_to_the_same_address(
    desk: Page, story: Story, javascript: bool
) -> None:
    def show() -> None:
        if not javascript:
            desk.locator("#choices").get_by_role("button", name="Show").click()

    desk.goto(story.get_absolute_url())
    desk.locator("thead").get_by_role("link", name="NewsChain").click()
    expect(desk.locator("thead th.is-base")).to_contain_text("NewsChain")
    desk.get_by_label("Speaker", exact=True).select_option(label="Mark Smith")
    show()
    expect(desk).to_have_url(re.compile("speaker=Mark"))
    desk.get_by_role("searchbox", name="Find words").fill("unquestionable")
    show()
    expect(desk).to_have_url(re.compile("words=unquestionable"))
    rows = desk.locator("tbody tr.statement")
    expect(rows.first).to_contain_text("unquestionable")
    expect(rows.filter(has_not_text="unquestionable")).to_have_count(0)
    expect(rows.locator("td.is-base", has_text="perpetuated")).to_have_count(1)
    address, printed = desk.url, rows.all_inner_texts()
    assert re.search(r"base=\d+", address)
    desk.goto(address)
    expect(desk.locator("thead th.is-base")).to_contain_text("NewsChain")
    expect(desk.get_by_role("searchbox", name="Find words")).to_have_value("unquestionable")
    assert rows.all_inner_texts() == printed


def test_a_journalist_opens_a_row_into_its_card(desk: Page, story: Story, javascript: bool) -> None:
    desk.goto(story.get_absolute_url())
    row = desk.locator("tbody tr.statement", has_text="perpetuated")
    row.get_by_role("link", name="Word by word").click()
    table = desk.locator("table.apparatus")
    expect(table).to_contain_text("perpetuated")
    expect(table).to_contain_text("perpetrated")
    expect(desk.locator("article.in-place", has_text="The National")).to_contain_text("Smith said")
    assert ("/statements/" in desk.url) is not javascript


def test_a_journalist_without_scripts_gets_to_everything(new_page: NewPage, story: Story) -> None:
    page = new_page(javascript=False)
    tabs, show = page.get_by_role("navigation", name="Story"), page.get_by_role("button", name="Show")

    page.goto(story.get_absolute_url())
    menu = page.locator("thead th", has_text="NewsChain").locator(".menu")
    for choice in ("Move left", "Pin: keep it in sight"):
        menu.locator("summary").click()
        menu.get_by_role("link", name=choice).click()
    expect(page.locator("thead th").nth(1)).to_contain_text("NewsChain")
    page.locator("thead th", has_text="ExBulletin").locator(".menu summary").click()
    page.get_by_role("link", name="Hide", exact=True).click()
    expect(page.locator("thead th", has_text="ExBulletin")).to_have_count(0)

    tabs.get_by_role("link", name="Coverage").click()
    page.get_by_label("Left out by").select_option(label="The National")
    show.click()
    expect(page.get_by_text("The National does not print them")).to_be_visible()

    tabs.get_by_role("link", name="Figures").click()
    page.get_by_role("searchbox", name="Find words").fill("licenses")
    show.click()
    expect(page.locator("#figures")).to_contain_text("£574 million")
    page.get_by_role("navigation", name="Verdicts").get_by_role("link", name="Contradicting").click()
    expect(page).to_have_url(re.compile("verdict=contradicting.*words=licenses|words=licenses.*verdict="))

    tabs.get_by_role("link", name="People").click()
    page.get_by_label("Conflicts only").check()
    show.click()
    expect(page.locator("#people")).to_contain_text("Lamy")

    tabs.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", name="Timeline")).to_be_visible()

    tabs.get_by_role("link", name="Reader").click()
    left = page.get_by_label("Left article")
    left.select_option(index=2)
    chosen = left.input_value()
    show.click()
    expect(page).to_have_url(re.compile(f"left={chosen}"))
    expect(page.locator(".linked").first).to_be_visible()

    tabs.get_by_role("link", name="Discrepancies").click()
    page.get_by_label("Kind").select_option(label="Name")
    show.click()
    expect(page.locator("article.discrepancy").first).to_contain_text("Name")

    page.get_by_label("Search all stories").fill("arms or government or Gaza or Smith or war")
    page.get_by_label("Search all stories").press("Enter")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("link", name="Previous")).to_be_visible()
