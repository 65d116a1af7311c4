"""An administrator adds, revises and takes out articles in the admin panel."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from articles.models import Article, Outlet, Quote, Revision, Story
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

GAZETTE = "“We close the depots before the summer,” said Ada Low, the minister."
COURIER = "Ada Low said: “We shut the depots before the summer.”"
ADD = "/admin/articles/article/add/"


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(story, "Gazette", text=GAZETTE)
    bring_up_to_date(story)
    return story


def facts(story: Story, **others: Any) -> dict[str, Any]:
    outlet, _ = Outlet.objects.get_or_create(name="Courier")
    given = {"story": story.pk, "outlet": outlet.pk, "outlet_basis": "stated", "extent": "full"}
    return {**given, "copy_of": "", "pasted": "", **others}


def add(panel: Client, story: Story, **others: Any) -> str:
    return panel.post(ADD, facts(story, **others), follow=True).content.decode()


def change(panel: Client, article: Article, **others: Any) -> str:
    url = reverse("admin:articles_article_change", args=[article.pk])
    given = facts(article.story, outlet=article.outlet_id, position=article.position)
    return panel.post(url, {**given, **others}, follow=True).content.decode()


def link(article: Article) -> str:
    address = reverse("article", args=[article.story.slug, article.pk])
    return f'<a href="{address}">{article}</a>'


def test_a_pasted_article_is_stored_read_and_compared(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted=COURIER, published="2024-05-02", url="https://example.org/2")

    article = Article.objects.get(outlet__name="Courier")
    assert article.revisions.get().text == COURIER
    assert (str(article.published), article.url, article.position) == (
        "2024-05-02",
        "https://example.org/2",
        1,
    )
    assert Quote.objects.get(revision__article=article).speaker == "Ada Low"
    assert [row.readings.count() for row in story.statements.all()] == [2]
    assert "1 quote read" in page
    assert "1 statement shared with other articles" in page
    assert f'href="{story.get_absolute_url()}"' in page
    assert f'href="{reverse("article", args=[story.slug, article.pk])}"' in page


def test_the_text_is_kept_as_pasted_but_for_the_line_ends_that_browsers_make(
    panel: Client, story: Story
) -> None:
    add(panel, story, pasted=f"\r\n  {COURIER}\u00a0 \r\n\r\n")

    assert Revision.objects.get(article__outlet__name="Courier").text == f"\n  {COURIER}\u00a0 \n\n"


def test_an_uploaded_file_is_kept_byte_for_byte(panel: Client, story: Story) -> None:
    text = f"\r\n  {COURIER}\r\n"
    add(panel, story, uploaded=SimpleUploadedFile("courier.txt", text.encode("utf-8-sig")))

    article = Article.objects.get(outlet__name="Courier")
    assert article.revisions.get().text == text
    assert article.source == "courier.txt"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "The text is empty."),
        ({"pasted": " \r\n "}, "The text is empty."),
        ({"pasted": GAZETTE, "outlet": "Gazette"}, "The story already holds this very text: Gazette"),
        ({"pasted": COURIER, "url": "nowhere"}, "Enter a valid URL"),
        ({"pasted": COURIER, "published": "yesterday"}, "Enter a valid date"),
        ({"pasted": COURIER, "outlet": ""}, "This field is required"),
        ({"uploaded": SimpleUploadedFile("a.docx", b"PK\x03\x04")}, "a Word document"),
        ({"uploaded": SimpleUploadedFile("a.txt", b"a\x00b")}, "binary, not a text"),
        ({"uploaded": SimpleUploadedFile("a.txt", b"")}, "file is empty"),
    ],
)
def test_wrong_input_is_answered_plainly_and_nothing_is_stored(
    panel: Client, story: Story, given: dict[str, Any], message: str
) -> None:
    if given.get("outlet"):
        given = {**given, "outlet": Outlet.objects.get(name=given["outlet"]).pk}
    page = add(panel, story, **given)

    assert message in page
    assert Article.objects.count() == 1


def test_a_text_that_is_too_long_is_told_what_to_do_and_nothing_else(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted="Depots close. " * 40_000)

    assert "at most 500,000 can be read at once. Split it into its articles." in page
    assert "choose a .txt file that holds it" not in page


def test_the_form_claims_nothing_about_how_the_outlet_is_known(panel: Client) -> None:
    assert panel.get(ADD).context["adminform"].form["outlet_basis"].value() == "unknown"


def test_the_list_says_whose_copy_the_machine_takes_an_article_for(panel: Client, story: Story) -> None:
    add(panel, story, pasted=f"LEEDS (AFP) - {COURIER}")

    assert "AFP, read from the text" in panel.get("/admin/articles/article/").content.decode()
    Article.objects.filter(outlet__name="Courier").update(own_report=True)
    assert "read from the text" not in panel.get("/admin/articles/article/").content.decode()


def test_nothing_pasted_is_lost_when_something_else_is_wrong(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted="Depots <b>close</b>.", url="nowhere", title="A headline")

    assert "Depots &lt;b&gt;close&lt;/b&gt;." in page
    assert "A headline" in page


def test_neither_of_two_differing_texts_is_taken_in_silence(panel: Client, story: Story) -> None:
    page = add(
        panel, story, pasted=COURIER, uploaded=SimpleUploadedFile("other.txt", b"Quite another report.")
    )

    assert "You gave a text and a file, and they differ." in page
    assert "We shut the depots before the summer" in page
    assert not Article.objects.filter(outlet__name="Courier").exists()


def test_an_uploaded_text_is_not_lost_either(panel: Client, story: Story) -> None:
    page = add(panel, story, url="nowhere", uploaded=SimpleUploadedFile("courier.txt", COURIER.encode()))

    assert "We shut the depots before the summer" in page


def test_the_same_file_twice_is_told_what_to_do(panel: Client, story: Story) -> None:
    add(panel, story, uploaded=SimpleUploadedFile("courier.txt", COURIER.encode()))
    page = add(panel, story, uploaded=SimpleUploadedFile("courier.txt", b"Another text."))

    assert "The story already holds an article from a file courier.txt." in page
    assert Article.objects.count() == 2


def test_the_same_text_in_another_story_is_worth_a_word(panel: Client, story: Story) -> None:
    other = make_story("Another story", slug="another")
    page = add(panel, other, pasted=GAZETTE)

    held = story.articles.get()
    assert f"The story “Depots to close” holds the same text: {link(held)}." in page
    assert "likely a copy" not in page
    assert other.articles.count() == 1


def test_the_same_text_of_another_outlet_is_asked_about_first(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted=GAZETTE)

    assert f"The story holds this very text already: {story.articles.get()}." in page
    assert '<input type="checkbox" name="knowingly"' in page
    assert f"{GAZETTE}</textarea>" in page
    assert story.articles.count() == 1


def test_the_same_text_taken_in_knowingly_is_told_to_be_a_likely_copy(panel: Client, story: Story) -> None:
    held = story.articles.get()
    page = add(panel, story, pasted=GAZETTE, knowingly="on")

    assert f"This story holds the same text already: {link(held)}. One of the two is likely a copy" in page
    assert Revision.objects.get(article__outlet__name="Courier").text == GAZETTE


def test_a_copy_that_is_marked_as_one_needs_no_word(panel: Client, story: Story) -> None:
    held = story.articles.get()
    page = add(panel, story, pasted=GAZETTE, copy_of=held.outlet_id)
    assert "likely a copy" not in page

    Article.objects.filter(outlet__name="Courier").delete()
    Article.objects.filter(pk=held.pk).update(copy_of=Outlet.objects.get(name="Courier"))
    assert "likely a copy" not in add(panel, story, pasted=GAZETTE)
    assert story.articles.count() == 2


def test_unbalanced_marks_are_told_with_their_place(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted="Depots shut.\n\n“We shut them, Ada Low said.\n\nNobody asked.")

    assert "Courier, paragraph 2: " in page
    assert "“We shut them, Ada Low said." in page


def test_a_text_in_another_language_is_told_not_to_be_read(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted="La ministre ferme six dépôts vendredi, et les chauffeurs sont en grève.")

    assert "Courier is in French: it is shown, but not read, since Newsroom reads English." in page


def test_an_origin_that_the_text_tells_is_said_and_can_be_overruled(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted=f"LEEDS (AFP) - {COURIER}")
    article = Article.objects.get(outlet__name="Courier")

    assert "Read from its text: copy of AFP (“LEEDS (AFP) -”). If that is wrong, tick “Own report”" in page
    assert "Read from its text" not in change(
        panel, article, pasted=f"LEEDS (AFP) - {COURIER}", own_report="on"
    )


def test_an_article_is_no_copy_and_its_own_report_at_once(panel: Client, story: Story) -> None:
    page = add(panel, story, pasted=COURIER, own_report="on", copy_of=story.articles.get().outlet_id)

    assert "An article is a copy or its own outlet&#x27;s report, not both." in page


def test_a_changed_text_is_a_new_revision_and_is_compared(panel: Client, story: Story) -> None:
    article = story.articles.get()
    page = change(panel, article, pasted=GAZETTE.replace("close", "keep"))

    assert list(article.revisions.values_list("number", "is_current")) == [(2, True), (1, False)]
    assert "1 quote read" in page
    assert story.statements.get().readings.get().revision.number == 2


def test_a_new_revision_is_told_with_the_way_to_what_changed(panel: Client, story: Story) -> None:
    article = story.articles.get()
    page = change(panel, article, pasted=COURIER)

    address = reverse("revisions", args=[story.slug, article.pk])
    assert f'Revision 2 kept: <a href="{address}?from=1&amp;to=2">what changed</a>' in page
    form = panel.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "This is revision 2. Another text in its place is kept as revision 3" in form


@pytest.mark.parametrize(
    ("given", "is_told"),
    [
        ({"outlet_basis": "unknown"}, True),
        ({"outlet_basis": "unknown", "is_reference": "on"}, False),
        ({}, False),
    ],
)
def test_it_tells_how_pages_read_where_nobody_says_how_the_outlet_is_known(
    panel: Client, story: Story, given: dict[str, str], is_told: bool
) -> None:
    page = add(panel, story, pasted=COURIER, **given)

    assert ("Pages will say “outlet unknown” beside Courier" in page) is is_told


@pytest.mark.parametrize(
    "given", [{"published": "2934-08-20"}, {"published_at_0": "2934-08-20", "published_at_1": "12:00"}]
)
def test_a_day_in_the_future_is_refused(panel: Client, story: Story, given: dict[str, str]) -> None:
    page = add(panel, story, pasted=COURIER, **given)

    assert "20 August 2934 lies in the future. Was another day or year meant?" in page
    assert story.articles.count() == 1


def test_an_exact_time_gives_the_day_too(panel: Client, story: Story) -> None:
    add(panel, story, pasted=COURIER, published_at_0="2024-05-02", published_at_1="09:30")

    article = Article.objects.get(outlet__name="Courier")
    assert str(article.published) == "2024-05-02"
    assert str(article.published_at) == "2024-05-02 09:30:00+00:00"


def test_an_exact_time_of_another_day_is_refused(panel: Client, story: Story) -> None:
    given = {"published": "2024-05-05", "published_at_0": "2024-05-02", "published_at_1": "09:30"}
    page = add(panel, story, pasted=COURIER, **given)

    assert "The exact time is not on the day of publication." in page
    assert not Article.objects.filter(outlet__name="Courier").exists()


def test_saving_without_a_change_changes_nothing(panel: Client, story: Story) -> None:
    article = story.articles.get()
    compared_at = Story.objects.get().compared_at
    change(panel, article, pasted=GAZETTE, published="2024-05-01")

    assert article.revisions.count() == 1
    assert Story.objects.get().compared_at == compared_at


def test_line_ends_of_a_file_survive_an_editing_of_other_facts(panel: Client, story: Story) -> None:
    article = make_article(story, "Herald", text=f"Depots.\r\n{COURIER}\n")
    change(panel, article, pasted=f"Depots.\r\n{COURIER}\r\n", title="A headline")

    assert article.revisions.get().text == f"Depots.\r\n{COURIER}\n"
    assert Article.objects.get(pk=article.pk).title == "A headline"


def test_an_article_moved_to_another_story_leaves_the_first(panel: Client, story: Story) -> None:
    other = make_story("Another story", slug="another")
    change(panel, story.articles.get(), story=other.pk, pasted=GAZETTE)

    assert not story.statements.exists()
    assert other.statements.count() == 1


def test_an_article_taken_out_is_taken_out_of_the_comparison(panel: Client, story: Story) -> None:
    add(panel, story, pasted=COURIER)
    article = Article.objects.get(outlet__name="Courier")
    url = reverse("admin:articles_article_delete", args=[article.pk])
    asked = panel.get(url).content.decode()
    assert "Are you sure" in asked
    panel.post(url, {"post": "yes"})

    assert [row.readings.count() for row in story.statements.all()] == [1]


def test_several_articles_are_taken_out_at_once(panel: Client, story: Story) -> None:
    panel.post(
        "/admin/articles/article/",
        {"action": "delete_selected", "_selected_action": [story.articles.get().pk], "post": "yes"},
    )

    assert not story.articles.exists()
    assert not story.statements.exists()


def test_with_a_worker_the_article_is_stored_and_waits(
    panel: Client, story: Story, settings: Settings
) -> None:
    settings.NEWSROOM_ANALYSIS = "worker"
    page = add(panel, story, pasted=COURIER)

    assert "The worker reads and compares" in page
    assert Revision.objects.get(article__outlet__name="Courier").analysis is None


def test_a_story_is_deleted_with_all_that_was_read_in_it(panel: Client, story: Story) -> None:
    url = reverse("admin:articles_story_delete", args=[story.pk])
    asked = panel.get(url).content.decode()
    assert "statements: 1" in asked.lower()
    panel.post(url, {"post": "yes"})

    assert not Story.objects.exists()


def test_the_order_of_the_columns_is_set_on_the_story(panel: Client, story: Story) -> None:
    add(panel, story, pasted=COURIER)
    first, second = story.articles.all()
    panel.post(
        reverse("admin:articles_story_change", args=[story.pk]),
        {
            "title": story.title, "slug": story.slug, "summary": "",
            "articles-TOTAL_FORMS": 2, "articles-INITIAL_FORMS": 2,
            "articles-0-id": first.pk, "articles-0-story": story.pk, "articles-0-position": 1,
            "articles-1-id": second.pk, "articles-1-story": story.pk, "articles-1-position": 0,
        },
    )  # fmt: skip

    assert list(story.articles.all()) == [second, first]
    readings = story.statements.get().readings.all()
    assert [reading.revision.article for reading in readings] == [second, first]


def test_an_editor_may_look_and_not_add(editor: User, story: Story) -> None:
    editor.is_staff = True
    editor.save()
    client = Client()
    client.force_login(editor)

    assert client.get(ADD).status_code == 403
    assert client.get("/admin/articles/article/").status_code == 200
    assert client.post(ADD, facts(story, pasted=COURIER)).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client: Client, story: Story) -> None:
    answer = client.post(ADD, facts(story, pasted=COURIER))

    assert answer.status_code == 302
    assert "login" in answer["Location"]
    assert Article.objects.count() == 1
