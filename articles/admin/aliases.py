"""Aliases: names that editors want taken as one."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join

from articles.admin.refreshing import compare_again
from articles.alias_forms import AliasForm
from articles.analysis.aliases import shipped
from articles.models import Alias, Story
from articles.selectors.aliases import names_printed_as
from articles.services.keep_alias import keep_alias, remove_alias

_REMOVED = "Nothing had to be compared again."


@admin.register(Alias)
class AliasAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of aliases."""

    form = AliasForm
    list_display = ["name", "other_forms", "kind", "where", "note"]
    list_filter = ["kind", ("story", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["story"]
    search_fields = ["name", "forms", "note"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "forms", "kind", "story", "note"],
                "description": "Common aliases ship with Newsroom, such as Foreign Office and FCDO. Add "
                "those of your beat. The stories that print a form are compared again, and what editors "
                "decided stays.",
            },
        ),
    ]

    def save_model(self, request: HttpRequest, obj: Alias, form: Any, _change: bool) -> None:
        """Store the alias and compare the stories that it touches."""
        if form.changed_data:
            stories = keep_alias(obj)
            before = {story: names_printed_as(obj.printed, story=story) for story in stories}
            _compare(request, stories, idle="The alias holds as soon as one does.")
            _tell_what_was_joined(request, obj, before)
            _tell_what_was_known(request, obj)

    def delete_model(self, request: HttpRequest, obj: Alias) -> None:
        """Delete the alias and compare the stories that it touched."""
        _compare(request, remove_alias(obj), idle=_REMOVED)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Alias]) -> None:
        """Delete the aliases and compare the stories that any of them touched."""
        touched = [story for alias in queryset.select_related("story") for story in remove_alias(alias)]
        _compare(request, list(dict.fromkeys(touched)), idle=_REMOVED)

    @admin.display(description="other forms")
    def other_forms(self, alias: Alias) -> str:
        """Return the other forms."""
        return ", ".join(alias.forms)

    @admin.display(description="holds in", ordering="story__title")
    def where(self, alias: Alias) -> str:
        """Return where the alias holds."""
        return str(alias.story) if alias.story else "every story"


def _compare(request: HttpRequest, stories: list[Story], *, idle: str) -> None:
    """Compare the stories; say so, or where no story is concerned, what that means (``idle``)."""
    if not stories:
        messages.info(request, f"No story prints one of the forms. {idle}")
    elif compare_again(request, *stories):
        links = format_html_join(
            ", ", '<a href="{}">{}</a>', ((story.get_absolute_url(), story) for story in stories)
        )
        messages.info(request, format_html("Compared again, because they print one of the forms: {}.", links))


def _tell_what_was_joined(request: HttpRequest, alias: Alias, before: dict[Story, set[str]]) -> None:
    """Name the names that became one, so that a mistake is seen at once."""
    for story, names in before.items():
        if len(names) > 1 and len(names_printed_as(alias.printed, story=story)) == 1:
            joined = " and ".join(sorted(names))
            messages.warning(
                request, f"In “{story}” {joined} are now one. If they are two, delete the alias."
            )


def _tell_what_was_known(request: HttpRequest, alias: Alias) -> None:
    """Say which forms were not needed, since Newsroom knows them for forms of this very name."""
    table = shipped()
    same = table.lookup(alias.name)
    known = [form for form in alias.forms if same and table.lookup(form) == same]
    if known:
        listed = ", ".join(f"“{form}”" for form in known)
        messages.info(request, f"Newsroom takes {listed} for {alias.name} without this alias too.")
