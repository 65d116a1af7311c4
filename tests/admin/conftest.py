"""The admin panel as an editor and as an administrator see it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client


@pytest.fixture
def desk(editor: User) -> Client:
    editor.is_staff = True
    editor.save()
    return _signed_in(editor)


@pytest.fixture
def panel(administrator: User) -> Client:
    return _signed_in(administrator)


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
