"""An editor works through a story's discrepancies in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Decision, Discrepancy
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    words = make_statement(story, Said(one, "We close the depots."), Said(other, "We shut the depots."))
    make_discrepancy(words, "wording", "They close or shut them.", (one, "close"), (other, "shut"))
    figures = make_statement(story, Said(one, "All 40 of them."), Said(other, "All 45 of them."))
    make_discrepancy(
        figures, "figure", "There are 40 or 45 depots.", (one, "40"), (other, "45"), severity="medium"
    )
    return story


@pytest.fixture
def address(story):
    return reverse("discrepancies", args=[story.slug])


def entry(page, summary):
    return page.locator("article.discrepancy").filter(has_text=summary)


def test_an_editor_confirms_with_a_note_and_finds_it_again(
    new_page, signed_in, editor, story, address, javascript
):
    page = signed_in(new_page(javascript=javascript), editor)
    page.goto(address)
    wording = entry(page, "They close or shut them.")
    wording.get_by_label("Note").fill("She wrote “close”.")
    wording.get_by_role("button", name="Confirm").click()

    expect(wording.get_by_text("Confirmed by editor")).to_be_visible()
    expect(wording.get_by_text("She wrote “close”.")).to_be_visible()
    expect(page.locator("#count-confirmed")).to_have_text("1")
    expect(page.locator("#story-head")).to_contain_text("1 discrepancy open")
    page.reload()
    expect(wording.get_by_text("Confirmed by editor")).to_be_visible()
    assert Decision.objects.get().editor == editor


def test_an_editor_writes_a_note_and_leaves_it_open(new_page, signed_in, editor, address, javascript):
    page = signed_in(new_page(javascript=javascript), editor)
    page.goto(address)
    figure = entry(page, "There are 40 or 45 depots.")
    figure.get_by_label("Note").fill("Ask the council.")
    figure.get_by_role("button", name="Add the note").click()

    expect(figure.get_by_text("Note by editor")).to_be_visible()
    assert Discrepancy.objects.get(kind="figure").status == "open"


def test_an_editor_is_told_that_nothing_was_decided(new_page, signed_in, editor, address, javascript):
    page = signed_in(new_page(javascript=javascript), editor)
    page.goto(address)
    figure = entry(page, "There are 40 or 45 depots.")
    figure.get_by_role("button", name="Add the note").click()

    expect(figure.get_by_role("alert")).to_have_text("Write a note, or give it another status.")
    expect(figure.get_by_label("Note")).to_have_attribute("aria-invalid", "true")
    expect(figure.get_by_role("alert")).to_be_in_viewport()
    assert not Decision.objects.exists()


def test_an_editor_works_through_them_by_key(page, signed_in, editor, address):
    signed_in(page, editor).goto(address)
    wording, figure = (
        entry(page, words) for words in ("They close or shut them.", "There are 40 or 45 depots.")
    )
    page.keyboard.press("y")
    page.keyboard.press("j")
    expect(wording).to_be_focused()
    page.keyboard.press("j")
    expect(figure).to_be_focused()
    page.keyboard.press("y")
    expect(figure.get_by_text("Confirmed by editor")).to_be_visible()
    expect(figure).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("w")
    expect(wording.get_by_label("Note")).to_be_focused()
    page.keyboard.type("xyz")
    page.keyboard.press("Escape")
    expect(wording).to_be_focused()
    page.keyboard.press("d")

    expect(wording.get_by_text("Dismissed by editor")).to_be_visible()
    expect(wording.get_by_text("xyz")).to_be_visible()
    expect(wording).to_be_focused()
    assert Decision.objects.count() == 2


def test_a_reader_is_promised_no_key_that_decides(page, address):
    page.goto(address)
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys of this page")

    expect(keys.get_by_label("Next discrepancy")).to_have_value("j")
    expect(keys.get_by_label("Confirm the discrepancy")).to_be_hidden()


def test_a_filter_lives_in_the_address(new_page, address, javascript):
    page = new_page(javascript=javascript)
    page.goto(address)
    page.get_by_label("Kind").select_option("Figure")
    if not javascript:
        page.get_by_role("button", name="Show").click()

    expect(entry(page, "They close or shut them.")).to_have_count(0)
    expect(page).to_have_url(re.compile("kind=figure"))
    expect(page.locator("#count-all")).to_have_text("1")
    page.reload()
    expect(entry(page, "There are 40 or 45 depots.")).to_be_visible()
    expect(entry(page, "They close or shut them.")).to_have_count(0)
    expect(page.get_by_label("Kind")).to_have_value("figure")


def test_the_evidence_leads_to_the_passage_and_back_to_the_row(page, address):
    page.goto(address)
    entry(page, "They close or shut them.").get_by_role("link", name="Paragraph 2 of Courier").click()

    expect(page.locator("mark.in-cited")).to_have_text("shut")
    expect(page.locator("mark.in-cited")).to_be_in_viewport()


def test_signing_in_leads_back_to_the_discrepancy(page, editor, address):
    page.goto(address)
    wording = entry(page, "They close or shut them.")
    wording.get_by_role("link", name="Sign in as an editor").click()
    page.get_by_label("User name").fill("editor")
    page.get_by_label("Password").fill("reading-between-lines")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()

    expect(page).to_have_url(re.compile(r"/discrepancies/#discrepancy-\d+$"))
    expect(wording.get_by_role("button", name="Dismiss")).to_be_visible()


@pytest.mark.parametrize("lost", ["session", "every cookie"])
def test_a_note_outlives_a_session_that_ran_out(
    browser, live_server, signed_in, editor, address, javascript, lost
):
    # A context of its own, as below: the browser reports the refusal.
    context = browser.new_context(base_url=live_server.url, java_script_enabled=javascript)
    page = signed_in(context.new_page(), editor)
    page.goto(address)
    wording = entry(page, "They close or shut them.")
    wording.get_by_label("Note").fill("She wrote “close”.")
    context.clear_cookies(**({"name": "sessionid"} if lost == "session" else {}))
    wording.get_by_role("button", name="Confirm").click()

    if lost == "every cookie":
        expect(page.get_by_text("You were signed out").first).to_be_visible()
        if not javascript:
            expect(page.get_by_text("She wrote “close”.")).to_be_visible()
            context.close()
            return
        expect(page.get_by_role("alert")).to_contain_text("Your note is kept.")
        page.get_by_role("link", name="Sign in and come back").click()
    else:
        expect(page.get_by_text("You had been signed out: nothing was decided yet.")).to_be_visible()
    page.get_by_label("User name").fill("editor")
    page.get_by_label("Password").fill("reading-between-lines")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(wording.get_by_label("Note")).to_have_value("She wrote “close”.")
    expect(wording).to_be_in_viewport()
    assert not Decision.objects.exists()
    context.close()


def test_an_editor_who_no_longer_may_decide_is_told_so(browser, live_server, signed_in, editor, address):
    # A context of its own: the browser reports every refusal on the console, where new_page wants nothing.
    context = browser.new_context(base_url=live_server.url)
    page = signed_in(context.new_page(), editor)
    page.goto(address)
    editor.groups.clear()
    wording = entry(page, "They close or shut them.")
    wording.get_by_label("Note").fill("She wrote “close”.")
    wording.get_by_role("button", name="Confirm").click()

    expect(page.get_by_role("alert")).to_contain_text("Your account may not do this")
    expect(wording.get_by_label("Note")).to_have_value("She wrote “close”.")
    assert not Decision.objects.exists()
    context.close()
