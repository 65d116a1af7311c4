"""Accounts: who may decide about discrepancies, and who may come into the panel.

Django's own form offers every single permission in boxes that move entries by script. The product knows three
kinds of people; the form asks which of them somebody is.
"""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """The list of accounts."""

    list_display = [
        "username",
        "first_name",
        "last_name",
        "in_groups",
        "is_staff",
        "is_superuser",
        "last_login",
    ]
    list_filter = ["groups", "is_staff", "is_superuser", "is_active"]
    filter_horizontal: ClassVar[list[str]] = []
    readonly_fields = ["last_login", "date_joined"]
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}
    fieldsets = [
        (None, {"fields": ["username", "password", "first_name", "last_name", "email"]}),
        (
            "What they may do",
            {
                "fields": ["groups", "is_staff", "is_superuser", "is_active"],
                "description": "Editors decide about discrepancies. Staff may open this panel, and see there "
                "what their groups may; a superuser is an administrator, who may do everything.",
            },
        ),
        ("Kept by Newsroom", {"fields": ["last_login", "date_joined"]}),
    ]

    def get_queryset(self, request: Any) -> Any:
        """Fetch the groups along."""
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="groups")
    def in_groups(self, user: User) -> str:
        """Return the names of the groups somebody is in."""
        return ", ".join(group.name for group in user.groups.all()) or "–"


@admin.register(Group)
class PermissionsAdmin(GroupAdmin):
    """The list of groups, with what each may do."""

    filter_horizontal: ClassVar[list[str]] = []
