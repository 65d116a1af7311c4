"""Statements: the rows of the comparisons, shown as the machine joined them."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.admin.machine_read import ReadOnly
from articles.admin.printed import with_printed
from articles.models import Reading, Statement


class ReadingInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """How each article prints the statement."""

    model = Reading
    template = "admin/edit_inline/rows.html"
    fields = ["outlet", "words", "kind", "suggested"]
    readonly_fields = ["outlet", "words", "kind", "suggested"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch outlets and printed words along, and no whole texts."""
        readings = super().get_queryset(request).select_related("revision__article__outlet")
        return with_printed(readings).defer("revision__text", "revision__analysis")

    @admin.display
    def outlet(self, reading: Reading) -> str:
        """Return who prints it."""
        return str(reading.revision.article.outlet)

    @admin.display(description="as printed")
    def words(self, reading: Any) -> str:
        """Return the reading as printed."""
        printed: str = reading.printed
        return printed


@admin.register(Statement)
class StatementAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of statements."""

    list_display = ["row", "speaker", "printings", "story"]
    list_filter = [("story", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["story"]
    search_fields = ["speaker"]
    fields = ["story", "row", "speaker"]
    readonly_fields = ["row"]
    inlines = [ReadingInline]

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
