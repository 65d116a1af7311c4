"""Discrepancies with what editors decided: shown here, decided on the story's own page."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.machine_read import ReadOnly
from articles.admin.printed import with_printed
from articles.models import Decision, Discrepancy, Evidence


class EvidenceInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """The differing words."""

    model = Evidence
    template = "admin/edit_inline/rows.html"
    fields = ["outlet", "words"]
    readonly_fields = ["outlet", "words"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch outlets and printed words along, and no whole texts."""
        evidence = super().get_queryset(request).select_related("revision__article__outlet")
        return with_printed(evidence).defer("revision__text", "revision__analysis")

    @admin.display
    def outlet(self, evidence: Evidence) -> str:
        """Return who prints it."""
        return str(evidence.revision.article.outlet)

    @admin.display(description="as printed")
    def words(self, evidence: Any) -> str:
        """Return the differing words."""
        printed: str = evidence.printed
        return printed


class DecisionInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """What editors decided and noted, latest first."""

    model = Decision
    template = "admin/edit_inline/rows.html"
    fields = ["decided_at", "editor", "status", "note"]
    readonly_fields = ["decided_at", "editor", "status", "note"]


@admin.register(Discrepancy)
class DiscrepancyAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of discrepancies."""

    list_display = ["summary", "kind", "severity", "verdict", "status", "story"]
    list_filter = ["status", "kind", "severity", "superseded", ("story", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["story"]
    search_fields = ["summary", "decisions__note"]
    fields = ["story", "summary", "kind", "severity", "verdict", "status", "superseded"]
    inlines = [EvidenceInline, DecisionInline]
