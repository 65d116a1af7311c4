"""manage.py demo."""

import re
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.models import Story

pytestmark = pytest.mark.django_db


def demo(**options: object) -> str:
    out = StringIO()
    call_command("demo", stdout=out, stderr=out, **options)
    return out.getvalue()


def passwords(said: str) -> dict[str, str]:
    return dict(re.findall(r"user name (\w+), password (\S+)", said))


def test_it_takes_in_the_sample_story_and_opens_two_accounts() -> None:
    said = demo(address="http://127.0.0.1:8123/")

    assert Story.objects.get().articles.count() == 5
    assert "Newsroom: http://127.0.0.1:8123/" in said
    shown = passwords(said)
    editor, administrator = User.objects.get(username="editor"), User.objects.get(username="admin")
    assert editor.check_password(shown["editor"])
    assert administrator.check_password(shown["admin"])
    assert editor.has_perm("articles.decide_discrepancy")
    assert (editor.is_superuser, administrator.is_superuser) == (False, True)
    assert len(shown["admin"]) >= 16
    assert shown["admin"] not in administrator.password


def test_a_second_run_shows_no_password_and_changes_none() -> None:
    first = passwords(demo())
    said = demo()

    assert passwords(said) == {}
    assert "The accounts exist already. New passwords:" in said
    assert "manage.py demo --reset-accounts" in said
    assert User.objects.get(username="editor").check_password(first["editor"])
    assert "5 unchanged" in said


def test_forgotten_passwords_are_replaced() -> None:
    first = passwords(demo())
    again = passwords(demo(reset_accounts=True))

    assert again["editor"] != first["editor"]
    assert User.objects.get(username="admin").check_password(again["admin"])
