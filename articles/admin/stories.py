"""Stories: what the articles are about, and the order of their columns."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import PositiveIntegerField, QuerySet, TextField
from django.forms import ModelForm, NumberInput
from django.http import HttpRequest

from articles.admin.deleting import DeletesWhatWasRead
from articles.admin.machine_read import NeitherAddedNorDeleted
from articles.admin.refreshing import compare_again
from articles.models import Article, Story


class ColumnInline(NeitherAddedNorDeleted, admin.TabularInline):  # type: ignore[type-arg]
    """The story's articles, in the order of the columns."""

    model = Article
    template = "admin/edit_inline/rows.html"
    fields = ["position", "title", "published", "extent"]
    readonly_fields = ["title", "published", "extent"]
    formfield_overrides = {
        PositiveIntegerField: {"widget": NumberInput(attrs={"aria-label": "Place among the columns"})}
    }
    show_change_link = True
    verbose_name_plural = "articles, in the order of the columns"


@admin.register(Story)
class StoryAdmin(DeletesWhatWasRead):
    """The list of stories, with how much each holds."""

    list_display = ["title", "outlets", "statements", "open_discrepancies", "updated_at", "compared_at"]
    list_filter = ["updated_at"]
    search_fields = ["title", "slug", "summary"]
    date_hierarchy = "created_at"
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["created_at", "updated_at", "compared_at"]
    formfield_overrides = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary"]}),
        ("Kept by Newsroom", {"fields": ["created_at", "updated_at", "compared_at"]}),
    ]

    def get_inlines(self, _request: HttpRequest, obj: Story | None) -> list[Any]:
        """Show the columns once there are some."""
        return [ColumnInline] if obj and obj.articles.exists() else []

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count along what each story holds."""
        return super().get_queryset(request).with_counts()  # type: ignore[attr-defined, no-any-return]

    def save_related(
        self, request: HttpRequest, form: "ModelForm[Story]", formsets: Any, change: bool
    ) -> None:
        """Save, and compare again where the columns changed their order."""
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets):
            compare_again(request, form.instance)

    @admin.display(ordering="outlet_count")
    def outlets(self, story: Story) -> int:
        """Return how many outlets carry the story."""
        return story.outlet_count

    @admin.display(ordering="statement_count")
    def statements(self, story: Story) -> int:
        """Return how many rows its comparison has."""
        return story.statement_count

    @admin.display(ordering="open_count")
    def open_discrepancies(self, story: Story) -> int:
        """Return how many of its discrepancies wait for an editor."""
        return story.open_count
