"""The admin panel as a part of the site: who gets in, by which door, and what the index offers first."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

ARTICLES = "/admin/articles/article/"


def groups(client: Client) -> dict[str, list[str]]:
    """Return the index: the groups with the names of their models."""
    shown = client.get(reverse("admin:index")).context["app_list"]
    return {group["name"]: [model["name"] for model in group["models"]] for group in shown}


def test_the_sites_own_sign_in_page_leads_in(client: Client, administrator: User) -> None:
    door = client.get(ARTICLES, follow=True)
    assert door.redirect_chain[-1][0] == f"{reverse('login')}?next={ARTICLES}"

    form = {"username": "administrator", "password": "keeping-the-machine-warm", "next": ARTICLES}
    answer = client.post(reverse("login"), form, REMOTE_ADDR="10.0.0.1")
    assert answer.headers["Location"] == ARTICLES


def test_an_account_without_the_right_is_told_so_and_not_sent_round(client: Client, reader: User) -> None:
    client.force_login(reader)
    answer = client.get(ARTICLES, follow=True)

    assert answer.status_code == 403
    assert "the admin panel for administrators" in answer.content.decode()


def test_the_index_begins_with_the_daily_work_and_leaves_nothing_out(
    client: Client, administrator: User
) -> None:
    client.force_login(administrator)
    found = groups(client)

    assert list(found) == ["Stories and articles", "What the machine read", "Accounts", "Server"]
    assert found["Stories and articles"] == ["Stories", "Articles", "Outlets"]
    assert "Background jobs" in found["Server"]


def test_an_editor_sees_only_what_editors_may(client: Client, editor: User) -> None:
    editor.is_staff = True
    editor.save()
    client.force_login(editor)

    assert "Accounts" not in groups(client)
    assert "Server" not in groups(client)


def test_an_account_becomes_an_editor_by_a_tick(client: Client, administrator: User, reader: User) -> None:
    client.force_login(administrator)
    address = reverse("admin:auth_user_change", args=[reader.pk])
    ticks = client.get(address).context["adminform"].form.fields["groups"].choices

    assert [str(name) for _value, name in ticks] == ["Editors"]
    form = {"username": "reader", "groups": [str(value) for value, _name in ticks], "is_active": "on"}
    assert client.post(address, form).status_code == 302
    assert reader.groups.get().name == "Editors"
