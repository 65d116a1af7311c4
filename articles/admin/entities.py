"""People, organisations and places: shown as the machine joined them."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.admin.machine_read import ReadOnly
from articles.models import Entity, EntityForm


class FormInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """How each outlet prints the entity."""

    model = EntityForm
    template = "admin/edit_inline/rows.html"
    fields = ["text", "outlet", "times"]
    readonly_fields = ["text", "outlet", "times"]
    verbose_name_plural = "forms as printed"

    def get_queryset(self, request: HttpRequest) -> QuerySet[EntityForm]:
        """Fetch the outlets along, and neither texts nor analyses."""
        forms = super().get_queryset(request).select_related("revision__article__outlet")
        return forms.defer("revision__text", "revision__analysis")

    @admin.display
    def outlet(self, form: EntityForm) -> str:
        """Return who prints the form."""
        return str(form.revision.article.outlet)

    @admin.display(description="times")
    def times(self, form: EntityForm) -> int:
        """Return how often."""
        return form.count


@admin.register(Entity)
class EntityAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    """The list of entities."""

    list_display = ["name", "kind", "story", "printed_forms"]
    list_filter = ["kind", ("story", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["story"]
    search_fields = ["name", "forms__text"]
    fields = ["name", "kind", "story"]
    inlines = [FormInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the printed forms along."""
        counted: QuerySet[Any] = (
            super().get_queryset(request).annotate(form_count=Count("forms__text", distinct=True))
        )
        return counted

    @admin.display(description="forms", ordering="form_count")
    def printed_forms(self, entity: Any) -> int:
        """Return in how many forms outlets print it."""
        number: int = entity.form_count
        return number
