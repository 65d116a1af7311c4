"""The group that makes a user an editor.

Permissions come into being after the migrations, so the group is filled then, not in a migration. What an
administrator adds to the group stays; what is listed here comes back.
"""

from typing import Any

from django.contrib.auth.models import Group, Permission

EDITORS = "Editors"
EDITORS_MAY = [
    "decide_discrepancy",
    "decide_reading",
    "change_quote",
    "add_alias",
    "change_alias",
    "delete_alias",
    "view_alias",
    "view_article",
    "view_discrepancy",
    "view_entity",
    "view_outlet",
    "view_quote",
    "view_statement",
    "view_story",
]


def grant_editors(**_signal: Any) -> None:
    """Make sure that the group of editors exists and may do an editor's work."""
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    editors.permissions.add(
        *Permission.objects.filter(content_type__app_label="articles", codename__in=EDITORS_MAY)
    )
