"""Two accounts to try Newsroom with: somebody who decides, and somebody who administers."""

import secrets

from django.contrib.auth.models import Group, User
from django.db import transaction

from articles.services.grant_editors import EDITORS

EDITOR = "editor"
ADMINISTRATOR = "admin"


@transaction.atomic
def open_demo_accounts(*, reset: bool = False) -> dict[str, str]:
    """Return the passwords of the accounts that were opened; with ``reset``, new ones for both.

    An account that exists keeps its password and its rights unless it is reset.
    """
    passwords = {}
    for name in (EDITOR, ADMINISTRATOR):
        user, is_new = User.objects.get_or_create(username=name)
        if is_new or reset:
            passwords[name] = secrets.token_urlsafe(12)
            _set_up(user, password=passwords[name])
    return passwords


def _set_up(user: User, *, password: str) -> None:
    user.is_active = user.is_staff = True
    user.is_superuser = user.username == ADMINISTRATOR
    user.set_password(password)
    user.save()
    if user.username == EDITOR:
        user.groups.add(Group.objects.get(name=EDITORS))
