"""An editor adds, changes and removes aliases in the admin panel."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Alias, Story
from articles.services.bring_up_to_date import bring_up_to_date, is_up_to_date
from articles.services.decide_discrepancy import decide_discrepancy
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/alias/add/"
GIVEN = {
    "name": "Foreign Office",
    "forms": "King Charles Street",
    "kind": "organisation",
    "story": "",
    "note": "Its address",
}


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(
        story, "Gazette", text="“We shut the embassy before the summer,” a Foreign Office spokesman said."
    )
    make_article(
        story,
        "Courier",
        text="“We close the embassy before the summer,” a King Charles Street spokesman said.",
    )
    bring_up_to_date(story)
    return story


def forms_of(story: Story, name: str) -> set[str]:
    return set(story.entities.get(name=name).forms.values_list("text", flat=True))


def refusal(desk: Client, **fields: str) -> dict[str, list[str]]:
    """Return what the form says against an alias that it does not take."""
    held = Alias.objects.count()
    answer = desk.post(ADD, {**GIVEN, **fields})
    assert answer.status_code == 200
    assert Alias.objects.count() == held
    errors: dict[str, list[str]] = answer.context["adminform"].form.errors
    return errors


def test_an_alias_joins_names_and_the_story_is_compared_again(desk: Client, story: Story) -> None:
    assert not story.entities.filter(name="King Charles Street").exists()
    page = desk.post(ADD, GIVEN, follow=True).content.decode()

    assert "Compared again, because they print one of the forms" in page
    assert story.get_absolute_url() in page
    assert forms_of(story, "Foreign Office") == {"Foreign Office", "King Charles Street"}
    assert story.entities.get(name="Foreign Office").kind == "organisation"
    shared = [row for row in story.statements.all() if row.readings.filter(suggested=False).count() == 2]
    assert [row.speaker for row in shared] == ["Foreign Office"]


def test_it_names_what_became_one(desk: Client) -> None:
    story = make_story("Two ministers", slug="two-ministers")
    make_article(
        story,
        "Gazette",
        text="“We shut the depots,” said Ada Low.\n\n“We do not,” said Omar Haddad on Friday.",
    )
    bring_up_to_date(story)
    given = {"name": "Ada Low", "forms": "Omar Haddad", "kind": "person"}
    page = desk.post(ADD, {**GIVEN, **given}, follow=True).content.decode()

    assert "In “Two ministers” Ada Low and Omar Haddad are now one." in page


def test_it_says_which_forms_are_known_without_it(desk: Client) -> None:
    page = desk.post(ADD, {**GIVEN, "forms": "FCDO\nKing Charles Street"}, follow=True).content.decode()

    assert "Newsroom takes “FCDO” for Foreign Office without this alias too." in page


def test_deleting_an_alias_that_no_story_prints_promises_nothing(desk: Client) -> None:
    desk.post(ADD, GIVEN)
    address = reverse("admin:articles_alias_delete", args=[Alias.objects.get().pk])
    page = desk.post(address, {"post": "yes"}, follow=True).content.decode()

    assert "No story prints one of the forms. Nothing had to be compared again." in page
    assert "as soon as one does" not in page.split("Nothing had")[1]


def test_an_alias_of_another_story_leaves_this_one_alone(desk: Client, story: Story) -> None:
    other = make_story("Ferry to be sold", slug="ferry-to-be-sold")
    page = desk.post(ADD, {**GIVEN, "story": str(other.pk)}, follow=True).content.decode()

    assert "No story prints one of the forms. The alias holds as soon as one does." in page
    bring_up_to_date(story, again=True)
    assert forms_of(story, "Foreign Office") == {"Foreign Office"}


def test_a_removed_alias_parts_the_names_again(desk: Client, story: Story) -> None:
    desk.post(ADD, GIVEN)
    alias = Alias.objects.get()
    desk.post(reverse("admin:articles_alias_delete", args=[alias.pk]), {"post": "yes"})

    assert not Alias.objects.exists()
    assert forms_of(story, "Foreign Office") == {"Foreign Office"}


def test_several_aliases_are_removed_at_once(desk: Client, story: Story) -> None:
    desk.post(ADD, GIVEN)
    desk.post(
        reverse("admin:articles_alias_changelist"),
        {"action": "delete_selected", "_selected_action": [str(Alias.objects.get().pk)], "post": "yes"},
    )

    assert not Alias.objects.exists()
    assert forms_of(story, "Foreign Office") == {"Foreign Office"}


def test_a_changed_alias_touches_the_stories_of_its_old_forms_too(desk: Client, story: Story) -> None:
    desk.post(ADD, GIVEN)
    url = reverse("admin:articles_alias_change", args=[Alias.objects.get().pk])
    desk.post(url, {**GIVEN, "forms": "Old Admiralty"})

    assert forms_of(story, "Foreign Office") == {"Foreign Office"}


def test_saving_without_a_change_compares_nothing(desk: Client, story: Story) -> None:
    desk.post(ADD, GIVEN)
    story.refresh_from_db()
    before = story.compared_at
    desk.post(reverse("admin:articles_alias_change", args=[Alias.objects.get().pk]), GIVEN)

    story.refresh_from_db()
    assert story.compared_at == before


def test_what_editors_decided_outlives_an_alias(desk: Client, story: Story, editor: User) -> None:
    desk.post(ADD, GIVEN)
    (found,) = story.discrepancies.filter(kind="wording")
    decide_discrepancy(found, editor=editor, status="confirmed", note="Seen.")
    desk.post(ADD, {**GIVEN, "name": "Home Office", "forms": "Marsham Street"})
    url = reverse("admin:articles_alias_change", args=[Alias.objects.get(name="Foreign Office").pk])
    desk.post(url, {**GIVEN, "forms": "King Charles Street\nOld Admiralty"})

    found.refresh_from_db()
    assert (found.status, found.superseded) == ("confirmed", False)


def test_with_a_worker_the_story_waits_for_it(
    desk: Client, story: Story, settings: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM_ANALYSIS = "worker"  # type: ignore[attr-defined]
    page = desk.post(ADD, GIVEN, follow=True).content.decode()

    assert "The worker reads and compares" in page
    assert not is_up_to_date(story)


def test_the_forms_come_one_a_line_and_tidied(desk: Client) -> None:
    desk.post(ADD, {**GIVEN, "forms": "  King  Charles Street \r\n\r\nOld Admiralty\r\nOld Admiralty"})

    assert Alias.objects.get().forms == ["King Charles Street", "Old Admiralty"]
    page = desk.get(reverse("admin:articles_alias_change", args=[Alias.objects.get().pk])).content.decode()
    assert "King Charles Street\nOld Admiralty</textarea>" in page


def test_a_form_that_repeats_the_name_is_passed_over(desk):
    desk.post(ADD, {**GIVEN, "forms": f"{GIVEN['name']}\nOld Admiralty"})

    assert Alias.objects.get().forms == ["Old Admiralty"]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"forms": " \n"}, "forms", "This field is required"),
        ({"name": " "}, "name", "This field is required"),
        ({"forms": "foreign office"}, "forms", "a name stands for itself already"),
        ({"forms": "the ministry"}, "forms", "has no capital letter"),
        (
            {"forms": "Home Office"},
            "forms",
            "“Foreign, Commonwealth and Development Office” and “Home Office”",
        ),
        ({"forms": "X" * 301}, "forms", "is longer than 300 characters"),
    ],
)
def test_it_refuses_an_alias_that_would_mislead(
    desk: Client, fields: dict[str, str], field: str, message: str
) -> None:
    (said,) = refusal(desk, **fields)[field]
    assert message in said


def test_a_form_belongs_to_one_alias(desk: Client, story: Story) -> None:
    desk.post(ADD, GIVEN)

    assert "belongs to the alias" in refusal(desk, name="Old Admiralty")["forms"][0]
    assert "is a form of the alias" in refusal(desk, name="King Charles Street", forms="KCS")["name"][0]
    assert "There is an alias of this name already" in str(refusal(desk, forms="Old Admiralty"))
    desk.post(ADD, {**GIVEN, "forms": "Old Admiralty", "story": str(story.pk)})
    assert Alias.objects.filter(story=story).exists()


@pytest.mark.parametrize(
    ("query", "found"), [("foreign", 1), ("Charles Street", 1), ("address", 1), ("xyz", 0)]
)
def test_aliases_are_found_by_name_form_and_note(desk: Client, query: str, found: int) -> None:
    desk.post(ADD, GIVEN)
    page = desk.get("/admin/articles/alias/", {"q": query})

    assert page.context["cl"].result_count == found


def test_printed_names_are_escaped(desk: Client) -> None:
    desk.post(ADD, {**GIVEN, "forms": "<script>King</script>"})
    page = desk.get("/admin/articles/alias/").content.decode()

    assert "&lt;script&gt;King&lt;/script&gt;" in page


def test_who_may_not_add_aliases_is_refused(client: Client, reader: User) -> None:
    reader.is_staff = True
    reader.save()
    client.force_login(reader)

    assert client.get(ADD).status_code == 403
    assert client.post(ADD, GIVEN).status_code == 403
    assert not Alias.objects.exists()
