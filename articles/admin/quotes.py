"""Quotes: what the machine read, and where editors correct it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.machine_read import NeitherAddedNorDeleted
from articles.admin.printed import beginning, with_printed
from articles.models import Quote
from articles.services.bring_up_to_date import is_up_to_date
from articles.services.correct_quote import correct_quote

_CONTEXT = 300


class CorrectedFilter(admin.SimpleListFilter):
    """Whether an editor corrected the quote."""

    title = "correction"
    parameter_name = "corrected"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, str]]:
        """Return the two choices."""
        return [("yes", "corrected by an editor"), ("no", "as the machine read it")]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the quotes that the choice asks for."""
        if self.value() in ("yes", "no"):
            return queryset.filter(corrected_at__isnull=self.value() == "no")
        return queryset


@admin.register(Quote)
class QuoteAdmin(NeitherAddedNorDeleted, admin.ModelAdmin):  # type: ignore[type-arg]
    """The quotes of the articles' current texts."""

    list_display = ["words", "speaker", "kind", "cue", "state", "outlet", "story"]
    list_filter = [
        "review",
        "type",
        CorrectedFilter,
        ("revision__article__story", admin.RelatedOnlyFieldListFilter),
        ("revision__article__outlet", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["revision__article__outlet", "revision__article__story"]
    search_fields = ["speaker", "speaker_as_printed", "cue", "printed"]
    ordering = ["revision__article__story", "revision__article__position", "start"]
    fieldsets = [
        (
            "As printed",
            {"fields": ["words_in_full", "context", "article", "speaker_as_printed", "cue", "place"]},
        ),
        (
            "As read",
            {
                "fields": ["speaker", "type", "review", "review_reason"],
                "description": "Correct what the machine got wrong. The story is compared again, and your "
                "correction outlives every later reading.",
            },
        ),
        ("Correction", {"fields": ["corrected_by", "corrected_at"]}),
    ]
    readonly_fields = [
        "words_in_full", "context", "article", "speaker_as_printed", "cue", "place", "review_reason",
        "corrected_by", "corrected_at",
    ]  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the quotes of current texts, without carrying the texts and analyses along."""
        current = super().get_queryset(request).filter(revision__is_current=True)
        return with_printed(current).defer("revision__text", "revision__analysis")

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Allow an article's page to link to its quotes."""
        return lookup == "revision__article__id__exact" or super().lookup_allowed(lookup, value, request)

    def save_model(self, request: HttpRequest, obj: Quote, form: Any, _change: bool) -> None:
        """Correct the quote and compare its story, where anything was changed."""
        if not form.changed_data:
            return
        correct_quote(
            obj,
            editor=request.user,  # type: ignore[arg-type]
            speaker=form.cleaned_data["speaker"],
            type=form.cleaned_data["type"],
            review=form.cleaned_data["review"],
        )
        story = obj.revision.article.story
        messages.info(
            request,
            format_html(
                'Corrected, and the story compared again. <a href="{}">Compare “{}”</a>',
                reverse("compare", args=[story.slug]),
                story,
            )
            if is_up_to_date(story)
            else "Corrected. The worker has yet to read the story's newest text; then it is compared.",
        )

    @admin.display(description="quote")
    def words(self, quote: Quote) -> str:
        """Return the quote's first words."""
        return beginning(quote)

    @admin.display(description="type", ordering="type")
    def kind(self, quote: Quote) -> str:
        """Return the type in one word, where its explanation would fill the list."""
        return quote.type

    @admin.display(description="state", ordering="review")
    def state(self, quote: Quote) -> str:
        """Return whether the machine asks for a look, or an editor had one."""
        if quote.corrected_at:
            return "corrected"
        return "to check" if quote.review else "–"

    @admin.display(description="quote")
    def words_in_full(self, quote: Quote) -> str:
        """Return the whole quote as printed."""
        return quote.text

    @admin.display
    def context(self, quote: Quote) -> str:
        """Return what is printed around the quote."""
        text = quote.revision.text
        before, after = (
            text[max(0, quote.start - _CONTEXT) : quote.start],
            text[quote.end : quote.end + _CONTEXT],
        )
        return f"… {before.lstrip()}{quote.text}{after.rstrip()} …"

    @admin.display(ordering="revision__article__outlet__name")
    def outlet(self, quote: Quote) -> str:
        """Return who printed it."""
        return str(quote.revision.article.outlet)

    @admin.display(ordering="revision__article__story__title")
    def story(self, quote: Quote) -> str:
        """Return the story it belongs to."""
        return str(quote.revision.article.story)

    @admin.display
    def article(self, quote: Quote) -> SafeString:
        """Return a link to the article that prints it."""
        article = quote.revision.article
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[article.pk]), article
        )

    @admin.display(description="place in the text")
    def place(self, quote: Quote) -> str:
        """Return the quote's offsets."""
        return f"characters {quote.start} to {quote.end}, revision {quote.revision.number}"
