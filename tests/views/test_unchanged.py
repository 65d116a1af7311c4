"""What is answered "304 Not Modified", to whom, and what makes a page new."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from articles.models import Statement, Story
from articles.selectors.kept import Kept
from articles.services.decide_discrepancy import decide_discrepancy
from articles.services.grant_editors import EDITORS
from articles.urls import urlpatterns
from articles.views import unchanged_again
from articles.views.row_answers import _KEY as ROW_ANSWER
from tests.factories import build_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return build_story(statements=3, outlets=3)


ALWAYS_NEW = {"report"}
"""Tells the moment at which it is printed."""

ANSWERS_TO_FORMS = {"decide", "decide-reading"}
PAGES = [
    page
    for page in urlpatterns
    if str(page.pattern).startswith("stories/") and page.name not in ALWAYS_NEW | ANSWERS_TO_FORMS
]


@pytest.fixture(params=PAGES, ids=lambda page: page.name)
def address(request, story):
    pattern = str(request.param.pattern)
    arguments = {"slug": story.slug}
    if "/statements/" in pattern:
        arguments["pk"] = story.statements.earliest("pk").pk
    elif "<int:pk>" in pattern:
        arguments["pk"] = story.articles.earliest("pk").pk
    return reverse(request.param.name, kwargs=arguments)


def ask_again(client: Client, address: str, **headers: str):
    """Ask for a page, and once more with the name it came with."""
    first = client.get(address, headers=headers)
    assert first.status_code == 200
    return client.get(address, headers={**headers, "If-None-Match": first["ETag"]})


@pytest.mark.parametrize("queries", [0, 1], ids=["where it was made", "by another process"])
def test_an_unchanged_page_is_answered_with_one_query(
    client, address, queries, monkeypatch, django_assert_num_queries
):
    etag = client.get(address)["ETag"]
    if queries:
        monkeypatch.setattr(unchanged_again, "_given", Kept(limit=1))

    # Who made the page asks the driver for the story's mark, which is not counted here.
    with django_assert_num_queries(queries):
        again = client.get(address, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag
    assert again["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "HX-Request"} <= set(again["Vary"].split(", "))


def test_what_makes_a_request_safe_comes_before_the_answer(client, address, settings):
    etag = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": etag})
    assert again["X-Content-Type-Options"] == "nosniff"
    assert again["Referrer-Policy"] == "same-origin"

    elsewhere = client.get(address, headers={"If-None-Match": etag, "Host": "elsewhere.example"})
    assert elsewhere.status_code == 400
    settings.SECURE_SSL_REDIRECT = True
    plain = Client().get(address, headers={"If-None-Match": etag})
    assert plain.status_code == 301


def test_only_who_reads_holds_the_page_already(client, address):
    headers = {"If-None-Match": client.get(address)["ETag"]}

    assert client.head(address, headers=headers).status_code == 304
    assert client.post(address, headers=headers).status_code in (403, 405)
    assert client.get(address, headers={**headers, "If-Match": '"another"'}).status_code == 412


def test_a_story_that_is_gone_is_not_unchanged(client, story, address):
    etag = client.get(address)["ETag"]
    story.delete()

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 404


def test_a_story_that_moved_is_not_at_its_old_address(client, story, address):
    etag = client.get(address)["ETag"]
    type(story).objects.filter(pk=story.pk).update(slug="moved")

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 404


def test_a_readers_page_is_kept_in_memory(client, address, django_assert_num_queries):
    first = client.get(address)

    with django_assert_num_queries(1):
        second = client.get(address)
    assert second.content == first.content
    kept = {name: value for name, value in second.headers.items() if name != "Vary"}
    assert kept == {name: value for name, value in first.headers.items() if name != "Vary"}
    assert set(second["Vary"].split(", ")) == set(first["Vary"].split(", "))


def test_any_change_of_the_story_makes_a_new_page(client, story, address):
    first = client.get(address)
    Story.objects.filter(pk=story.pk).update(title="Depots stay open")

    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert "Depots stay open" in again.content.decode()


def test_another_story_that_changes_does_not(client, address):
    other = build_story(statements=1, outlets=1, slug="other")
    etag = client.get(address)["ETag"]
    Statement.objects.filter(story=other).update(speaker="Ben Ode")

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_a_fragment_and_its_page_have_different_names(client, address):
    page = client.get(address)

    assert (
        client.get(address, headers={"If-None-Match": page["ETag"], "HX-Request": "true"}).status_code == 200
    )
    assert ask_again(client, address, **{"HX-Request": "true"}).status_code == 304


def test_each_address_has_its_own_page(client, address):
    etag = client.get(address)["ETag"]

    assert client.get(f"{address}?other=1", headers={"If-None-Match": etag}).status_code == 200


def test_who_signs_in_gets_a_new_page_and_then_an_unchanged_one(client, editor, address):
    etag = client.get(address)["ETag"]
    client.force_login(editor)
    again = client.get(address, headers={"If-None-Match": etag})

    assert again.status_code == 200
    is_copy_to_take_along = address.endswith(("/text/", "/html/"))
    assert ("Sign out" in again.content.decode()) != is_copy_to_take_along
    assert ask_again(client, address).status_code == 304


def test_nobody_gets_a_page_that_was_made_for_somebody_else(client, editor, address):
    client.force_login(editor)
    client.get(address)

    assert "Sign out" not in Client().get(address).content.decode()


def test_another_permission_makes_a_new_page(client, reader, address):
    client.force_login(reader)
    client.get(address)
    etag = client.get(address)["ETag"]
    reader.groups.add(Group.objects.get(name=EDITORS))

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_message_is_shown_although_the_page_is_unchanged(client, editor, story):
    address = reverse("discrepancies", args=[story.slug])
    client.force_login(editor)
    client.get(address)
    etag = client.get(address)["ETag"]
    discrepancy = story.discrepancies.get()
    decided = client.post(
        reverse("decide", args=[story.slug, discrepancy.pk]), {"status": "confirmed", "next": address}
    )
    assert list(get_messages(decided.wsgi_request))

    page = client.get(address, headers={"If-None-Match": etag})
    assert page.status_code == 200
    assert "Confirmed: " in page.content.decode()
    assert "ETag" not in page


def test_the_answer_to_a_form_is_shown_although_the_page_is_unchanged(client, reader, story):
    address = reverse("compare", args=[story.slug])
    client.force_login(reader)
    etag = client.get(address)["ETag"]
    session = client.session
    session[ROW_ANSWER] = [story.statements.earliest("pk").pk, "Joined, and told.", None]
    session.save()

    page = client.get(address, headers={"If-None-Match": etag})
    assert "Joined, and told." in page.content.decode()


def test_what_an_editor_decides_is_seen_at_once(client, editor, story):
    address = reverse("discrepancies", args=[story.slug])
    etag = client.get(address)["ETag"]
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="confirmed")

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_page_that_is_not_there_is_neither_named_nor_kept(client, story):
    response = client.get(reverse("statement", args=[story.slug, 0]))

    assert response.status_code == 404
    assert "ETag" not in response
    assert client.get(reverse("compare", args=["no-such-story"])).status_code == 404


def test_in_development_every_page_is_made_anew(client, address, settings):
    settings.DEBUG = True

    assert "ETag" not in client.get(address)
