"""Outlets: who published."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet, URLField
from django.http import HttpRequest

from articles.models import Outlet


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of publishers, agencies and aggregators."""

    list_display = ["name", "kind", "homepage", "articles_held"]
    list_filter = ["kind"]
    search_fields = ["name", "homepage"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count each outlet's articles along."""
        counted: QuerySet[Any] = super().get_queryset(request).annotate(held=Count("articles"))
        return counted

    @admin.display(description="articles", ordering="held")
    def articles_held(self, outlet: Any) -> int:
        """Return how many articles of the outlet are held."""
        held: int = outlet.held
        return held
