"""Signing in and out."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

RIGHT = {"username": "editor", "password": "reading-between-lines"}
WRONG = {"username": "editor", "password": "something else"}


def test_it_returns_to_the_page_one_came_from(client, editor):
    address = reverse("login")
    back = "/stories/depots/discrepancies/?status=open#discrepancy-7"
    form = client.get(address, {"next": back}).content.decode()
    assert f'name="next" value="{back}"' in form

    assert client.post(address, {**RIGHT, "next": back})["Location"] == back


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_it_never_goes_to_another_site(client, editor, back):
    assert client.post(reverse("login"), {**RIGHT, "next": back})["Location"] == reverse("stories")


def test_it_does_not_tell_which_of_name_and_password_was_wrong(client, editor):
    html = client.post(reverse("login"), WRONG).content.decode()

    assert "do not go together" in html
    assert 'value="editor"' in html
    assert "something else" not in html


def test_it_sends_on_who_is_signed_in_already(client, editor):
    client.force_login(editor)

    assert client.get(reverse("login"))["Location"] == reverse("stories")


def test_it_does_not_lead_back_to_itself(client, editor):
    address = reverse("login")
    assert client.post(address, {**RIGHT, "next": f"{address}?next={address}"})["Location"] == reverse(
        "stories"
    )

    assert client.get(address, {"next": address})["Location"] == reverse("stories")


def test_it_locks_after_too_many_attempts_and_says_so(client, editor, settings):
    settings.AXES_FAILURE_LIMIT = 3
    for _ in range(3):
        response = client.post(reverse("login"), WRONG)

    assert response.status_code == 429
    assert "Signing in is locked for now" in response.content.decode()
    assert client.post(reverse("login"), RIGHT).status_code == 429


def test_it_signs_out_by_post_only(client, editor):
    client.force_login(editor)

    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout"))["Location"] == reverse("stories")
    assert "Sign in" in client.get(reverse("stories")).content.decode()
