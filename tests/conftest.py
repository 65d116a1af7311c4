"""What every test may use: the database, and the three people of the product."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from articles.services.grant_editors import EDITORS

# What an example takes depends on the machine and on who else uses it; benchmarks measure speed.
settings.register_profile("newsroom", deadline=None)
settings.load_profile("newsroom")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make the test database, and end what a live server's last thread may still hold open of it."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def reader(db: None) -> User:
    """Return somebody who has an account and no permission."""
    return User.objects.create_user("reader", password="reading-every-paper")


@pytest.fixture
def editor(db: None) -> User:
    """Return somebody who may decide about discrepancies and correct readings."""
    user = User.objects.create_user("editor", password="reading-between-lines")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def administrator(db: None) -> User:
    """Return somebody who may do everything."""
    return User.objects.create_superuser("administrator", password="keeping-the-machine-warm")
