"""Figures: what a story's outlets count, and where their numbers differ."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.figure_forms import FiguresForm
from articles.selectors.figures import figures_ledger, figures_source
from articles.selectors.story_head import story_head
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the ledger of figures that the address asks for: the whole page, or for htmx the ledger alone."""
    story = asked_story(request, slug).story
    source = figures_source(story)
    form = FiguresForm(request.GET, source=source)
    wanted = form.wanted()
    context = {
        "slug": slug,
        "article_address": {
            column.article: reverse("article", args=[slug, column.article]) for column in source.columns
        },
        "ledger": figures_ledger(source, wanted=wanted),
        "form": form,
        "wanted": wanted,
        "notices": form.notices(),
    }
    if wants_fragment(request):
        return render(request, "articles/_figures.html", context)
    head = {"head": story_head(story), "tab": "figures"}
    return render(request, "articles/figures.html", {**context, **head})
