"""What every test may use: the three people of the product."""

import pytest
from django.contrib.auth.models import Group, User

from articles.services.grant_editors import EDITORS


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
