"""Articles: pasted or uploaded here, then read and compared."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Model, Prefetch, Q, QuerySet, URLField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.admin.deleting import DeletesWhatWasRead
from articles.admin.refreshing import (
    compare_again,
    tell_of_new_revision,
    tell_of_same_text,
    tell_of_unknown_outlet,
    tell_what_was_read,
)
from articles.article_forms import ArticleForm
from articles.models import Article, Revision, Story
from articles.selectors.origins import stated_copy
from articles.services.add_article import next_position
from articles.services.outdate import outdate_reading
from articles.services.revise_article import revise_article

_FACTS = ["story", "outlet", "outlet_basis", "published", "published_at", "title", "url"]
_RARER = ["is_reference", "extent", "copy_of", "copy_note", "own_report"]


@admin.register(Article)
class ArticleAdmin(DeletesWhatWasRead):
    """The list of articles, and the form that takes one in."""

    form = ArticleForm
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ["outlet", "headline", "story", "published", "quotes", "extent", "whose_report"]
    list_display_links = ["outlet", "headline"]
    list_filter = [
        ("story", admin.RelatedOnlyFieldListFilter),
        ("outlet", admin.RelatedOnlyFieldListFilter),
        "outlet_basis",
        "extent",
        "is_reference",
    ]
    list_select_related = ["outlet", "story", "copy_of"]
    search_fields = ["title", "source", "url", "outlet__name", "story__title"]
    date_hierarchy = "published"
    ordering = ["-created_at", "pk"]
    readonly_fields = ["source", "texts_held", "where_to_look"]

    def get_fieldsets(self, _request: HttpRequest, obj: Article | None = None) -> Any:
        """Begin with what every article needs; what is rarely needed stands at the end."""
        kept = [("Kept by Newsroom", {"fields": ["where_to_look", "texts_held", "source"]})] if obj else []
        return [
            *kept,
            (None, {"fields": _FACTS}),
            ("Text", {"fields": ["pasted", "uploaded", "knowingly"]}),
            ("References, excerpts, copies, order", {"fields": [*_RARER, "position"] if obj else _RARER}),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count along what was read in each article's current text."""
        current = Q(revisions__is_current=True)
        counted: QuerySet[Any] = (
            super().get_queryset(request).annotate(quotes_read=Count("revisions__quotes", filter=current))
        )
        return counted.prefetch_related(
            Prefetch(
                "revisions",
                Revision.objects.filter(is_current=True)
                .defer("text", "analysis")
                .prefetch_related("origins"),
                to_attr="current_revisions",
            ),
        )

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Store the article, and its text as a new revision where it is new."""
        if not change:
            obj.position = next_position(obj.story)
        super().save_model(request, obj, form, change)
        _revision, form.text_is_new = revise_article(form.text, article=obj)
        if {"published", "published_at"} & set(form.changed_data):
            outdate_reading(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Compare the stories that changed, once everything is stored."""
        super().save_related(request, form, formsets, change)
        if not form.text_is_new and not form.changed_data:
            return
        stories = {form.instance.story}
        if change and "story" in form.changed_data:
            stories.add(Story.objects.get(pk=form.initial["story"]))
        if compare_again(request, *stories):
            tell_what_was_read(request, form.instance)
        if change and form.text_is_new:
            tell_of_new_revision(request, form.instance)
        tell_of_unknown_outlet(request, form.instance)
        for revision in form.same_text_elsewhere() if form.text_is_new else []:
            tell_of_same_text(request, form.instance, held=revision.article)

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        """Delete the article and compare what is left."""
        super().delete_model(request, obj)
        compare_again(request, obj.story)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        """Delete the articles and compare what is left of their stories."""
        stories = list(Story.objects.filter(articles__in=queryset).distinct())
        super().delete_queryset(request, queryset)
        compare_again(request, *stories)

    @admin.display(description="headline", ordering="title")
    def headline(self, article: Article) -> str:
        """Return the printed headline, or else the file's name."""
        return article.title or article.source or "–"

    @admin.display(ordering="quotes_read")
    def quotes(self, article: Any) -> int:
        """Return how many quotes were read in the current text."""
        number: int = article.quotes_read
        return number

    @admin.display(description="copy of", ordering="copy_of__name", empty_value="–")
    def whose_report(self, article: Any) -> str:
        """Return whose report it is a copy of, as people know or as the machine read in its text."""
        stated = stated_copy(article)
        if stated is not None:
            return stated
        read = [origin for revision in article.current_revisions for origin in revision.origins.all()]
        return f"{str(read[0]).removeprefix('copy of ')}, read from the text" if read else ""

    @admin.display(description="where to look")
    def where_to_look(self, article: Article) -> SafeString:
        """Return links to the comparison and to the article's quotes."""
        return format_html(
            '<a href="{}">Compare</a> · <a href="{}?revision__article__id__exact={}">Quotes read</a>',
            reverse("compare", args=[article.story.slug]),
            reverse("admin:articles_quote_changelist"),
            article.pk,
        )

    @admin.display(description="texts held")
    def texts_held(self, article: Article) -> SafeString:
        """Return the article's revisions, newest first, with their hashes."""
        return format_html_join(
            "",
            "<p>Revision {} of {}, {} characters, SHA-256 {}…</p>",
            (
                (
                    revision.number,
                    f"{revision.created_at:%Y-%m-%d %H:%M}",
                    len(revision.text),
                    revision.text_hash[:12],
                )
                for revision in article.revisions.defer("analysis")
            ),
        )
