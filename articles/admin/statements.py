"""Statements: the rows of the comparisons, shown as the machine joined them."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.admin.machine_read import ReadOnly
from articles.admin.printed import with_printed
from articles.models import Reading, ReadingDecision, Statement


class PrintedInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """Passages of a statement, each with its outlet and its words as printed."""

    template = "admin/edit_inline/rows.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch outlets and printed words along, and no whole texts."""
        passages = super().get_queryset(request).select_related("revision__article__outlet")
        return with_printed(passages).defer("revision__text", "revision__analysis")

    @admin.display
    def outlet(self, passage: Any) -> str:
        """Return who prints it."""
        return str(passage.revision.article.outlet)

    @admin.display(description="as printed")
    def words(self, passage: Any) -> str:
        """Return the passage as printed."""
        printed: str = passage.printed
        return printed


class ReadingInline(PrintedInline):
    """How each article prints the statement."""

    model = Reading
    fields = readonly_fields = ("outlet", "words", "kind", "suggested")


class ReadingDecisionInline(PrintedInline):
    """What editors decided about the readings that were suggested for the statement, latest first."""

    model = ReadingDecision
    fields = readonly_fields = ("outlet", "words", "verdict", "editor", "decided_at")
    verbose_name_plural = "decisions about suggestions"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the editors along too."""
        return super().get_queryset(request).select_related("editor", "revision__article__outlet")


@admin.register(Statement)
class StatementAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of statements."""

    list_display = ["row", "speaker", "printings", "story"]
    list_filter = [("story", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["story"]
    search_fields = ["speaker"]
    fields = ["story", "row", "speaker"]
    readonly_fields = ["row"]
    inlines = [ReadingInline, ReadingDecisionInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the readings along."""
        counted: QuerySet[Any] = (
            super().get_queryset(request).defer("collation").annotate(readings_held=Count("readings"))
        )
        return counted

    @admin.display(ordering="position")
    def row(self, statement: Statement) -> str:
        """Return the statement's place in the comparison."""
        return f"Row {statement.position + 1}"

    @admin.display(description="readings", ordering="readings_held")
    def printings(self, statement: Any) -> int:
        """Return how many readings it has."""
        number: int = statement.readings_held
        return number
