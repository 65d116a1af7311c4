"""The admin panel as a part of this site: one sign-in page, and an index in the order of the daily work.

Django groups the index by the packages that brought the models along, alphabetically: accounts, failed
sign-ins and background jobs around the articles. Here they stand as people need them.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the index: what it is for, and its models in their order, with the names shown."""

    name: str
    about: str
    models: dict[str, str]


GROUPS = [
    Group(
        name="Stories and articles",
        about="Paste or upload an article: it is read and compared with its story as soon as it is saved.",
        models={"Story": "Stories", "Article": "Articles", "Outlet": "Outlets"},
    ),
    Group(
        name="What the machine read",
        about="Quotes are corrected here, and names joined. Discrepancies are decided on their story’s page.",
        models={
            "Quote": "Quotes",
            "Statement": "Statements",
            "Entity": "People, organisations, places",
            "Alias": "Aliases",
            "Discrepancy": "Discrepancies",
        },
    ),
    Group(
        name="Accounts",
        about="Who may decide about discrepancies, and who may come in here.",
        models={"User": "Users", "Group": "Groups"},
    ),
    Group(
        name="Server",
        about="Background jobs, and sign-ins that failed: to delete one unlocks the account at once.",
        models={
            "ProcrastinateJob": "Background jobs",
            "AccessAttempt": "Failed sign-ins",
            "AccessFailureLog": "Log of failed sign-ins",
            "AccessLog": "Log of sign-ins",
        },
    ),
]


class Panel(AdminSite):
    """The admin panel."""

    site_header = "Newsroom: admin panel"
    site_title = "Newsroom"
    index_title = "Admin"

    def login(self, request: HttpRequest, _extra_context: Any = None) -> HttpResponse:
        """Lead to the site's own sign-in page and back. Whoever is signed in already may not enter."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the models that the user may see, by group, or those of one application."""
        applications = super().get_app_list(request, app_label)
        if app_label:
            return applications
        held = {model["object_name"]: model for app in applications for model in app["models"]}
        groups = [_shown(group, held) for group in GROUPS]
        named = {name for group in GROUPS for name in group.models}
        others = {name: model["name"] for name, model in held.items() if name not in named}
        groups.append(_shown(Group(name="Other", about="", models=others), held))
        return [group for group in groups if group["models"]]


def _shown(group: Group, held: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": group.name,
        "about": group.about,
        "app_label": group.name.lower().replace(" ", "-"),
        "models": [held[model] | {"name": name} for model, name in group.models.items() if model in held],
    }
