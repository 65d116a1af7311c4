"""The admin panel in a browser: nothing that the strict content security policy forbids, nothing lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.models import Alias, Article, Outlet, Quote, Story
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(
        story, "Gazette", text="“We close the depots before the summer,” said Ada Low, the minister."
    )
    make_article(story, "Courier", text="Ada Low said: “We shut the depots before the summer.”")
    bring_up_to_date(story)
    return story


@pytest.fixture
def panel(page: Page, administrator: User, signed_in: Callable[[Page, User], Page]) -> Page:
    return signed_in(page, administrator)


def make_beside(panel: Page, field: str, name: str, value: str) -> None:
    """Make what a field may choose in the window that the plus beside the field opens."""
    with panel.expect_popup() as opened:
        panel.click(f"#add_id_{field}")
    opened.value.fill(f"#id_{name}", value)
    with opened.value.expect_event("close"):
        opened.value.click("input[name=_save]")


def test_the_first_article_of_a_new_story_and_outlet_is_added_on_one_form(panel: Page, db: None) -> None:
    panel.goto("/admin/articles/article/add/")
    make_beside(panel, "story", "title", "Ferry to be sold")
    make_beside(panel, "outlet", "name", "Herald")
    panel.fill("#id_pasted", "“We sell the ferry before the winter,” said Ada Low.")
    panel.click("input[name=_save]")

    messages = panel.locator(".messagelist")
    expect(messages).to_contain_text("1 quote read")
    messages.get_by_role("link", name="Compare “Ferry to be sold”").click()
    expect(panel).to_have_url(re.compile("/stories/ferry-to-be-sold/$"))
    expect(panel.get_by_text("We sell the ferry before the winter").first).to_be_visible()


def test_an_article_is_added_with_the_panels_own_helpers(panel: Page, story: Story) -> None:
    panel.goto("/admin/articles/article/add/")
    panel.select_option("#id_story", label="Depots to close")
    make_beside(panel, "outlet", "name", "Herald")
    panel.get_by_role("link", name="Today").first.click()
    panel.fill("#id_pasted", "Low: “We close the depots before the summer.”\nMore follows.")
    panel.click("input[name=_save]")

    expect(panel.locator(".messagelist")).to_contain_text("1 quote read")
    article = Article.objects.get(outlet=Outlet.objects.get(name="Herald"))
    assert article.revisions.get().text == "Low: “We close the depots before the summer.”\nMore follows."
    assert article.published is not None
    panel.locator(".messagelist").get_by_role("link", name="Compare").click()
    expect(panel.locator("th", has_text="Herald").first).to_be_visible()


def test_a_file_that_came_with_a_mistake_is_kept_as_text(panel: Page, story: Story, tmp_path: Path) -> None:
    file = tmp_path / "herald.txt"
    file.write_text("The depots stay.\nMore follows.")
    panel.goto("/admin/articles/article/add/")
    panel.set_input_files("#id_uploaded", file)
    panel.select_option("#id_story", label="Depots to close")
    panel.click("input[name=_save]")

    expect(panel.locator(".errornote")).to_be_visible()
    expect(panel.locator("#id_pasted")).to_have_value("The depots stay.\nMore follows.")


def test_a_quote_is_corrected(panel: Page, story: Story) -> None:
    panel.goto("/admin/articles/quote/")
    panel.get_by_role("link", name="“We close the depots").click()
    panel.fill("#id_speaker", "Bea High")
    panel.click("input[name=_save]")

    expect(panel.locator(".messagelist")).to_contain_text("Corrected, and the story compared again.")
    assert Quote.objects.filter(speaker="Bea High", corrected_at__isnull=False).count() == 1


def test_an_editor_adds_an_alias_and_the_storys_names_and_speakers_join(
    page: Page, editor: User, signed_in: Callable[[Page, User], Page], db: None
) -> None:
    story = make_story()
    said = "the embassy before the summer, and nobody will lose a job"
    make_article(story, "Gazette", text=f"“We shut {said},” a Foreign Office spokesman said.")
    make_article(story, "Courier", text=f"“We close {said},” a King Charles Street spokesman said.")
    bring_up_to_date(story)
    editor.is_staff = True
    editor.save()
    panel = signed_in(page, editor)

    panel.goto("/admin/")
    panel.get_by_role("link", name="Aliases").click()
    panel.get_by_role("link", name="Add alias").first.click()
    panel.fill("#id_name", "Foreign Office")
    panel.fill("#id_forms", "Home Office")
    panel.click("input[name=_save]")
    expect(panel.locator(".errorlist").first).to_contain_text("which Newsroom knows to be different")

    panel.fill("#id_forms", "King Charles Street")
    panel.click("input[name=_save]")
    expect(panel.locator(".messagelist")).to_contain_text("Compared again")
    assert Alias.objects.get().forms == ["King Charles Street"]

    panel.locator(".messagelist").get_by_role("link", name="Depots to close").click()
    row = panel.locator("tbody tr", has_text="embassy before the summer").first
    expect(row).to_contain_text("Foreign Office")
    expect(row).to_contain_text("close")
    expect(row).to_contain_text("shut")
    article = story.articles.get(outlet__name="Courier")
    panel.goto(f"/stories/{story.slug}/articles/{article.pk}/")
    names = panel.locator("dl.names")
    expect(names.get_by_text("Foreign Office", exact=True)).to_be_visible()
    expect(names.get_by_text("King Charles Street", exact=True)).to_be_visible()
