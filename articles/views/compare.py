"""Compare: a story's outlets side by side, and the card of one statement."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.compare_forms import CompareForm
from articles.models import Story
from articles.selectors.comparison import comparison
from articles.selectors.comparison_source import comparison_source
from articles.selectors.statement_card import statement_card
from articles.selectors.story_head import story_head
from articles.views.discrepancies import MAY_DECIDE
from articles.views.fragments import wants_fragment


@require_safe
@vary_on_headers("HX-Request")
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the board that the address asks for: the whole page, or for htmx the board alone."""
    story = get_object_or_404(Story, slug=slug)
    source = comparison_source(story)
    form = CompareForm(request.GET, source=source)
    board = comparison(source, choices=form.choices())
    context = {
        "board": board,
        "form": form,
        "notices": form.notices(),
        "article_address": {
            column.article: reverse("article", args=[slug, column.article]) for column in source.columns
        },
    }
    if wants_fragment(request):
        response = render(request, "articles/_board.html", context)
        response["HX-Push-Url"] = f"{request.path}{board.choices.query}"
        return response
    return render(request, "articles/compare.html", {**context, "head": story_head(story)})


@require_safe
@vary_on_headers("HX-Request")
def statement(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a statement's card: on a page of its own, or for htmx as the row under its row."""
    story = get_object_or_404(Story, slug=slug)
    card = statement_card(story, key=pk)
    if card is None:
        raise Http404("This story has no such statement.")
    context = {
        "card": card,
        "can_decide": request.user.has_perm(MAY_DECIDE),
        "back": request.path,
        "in_list": False,
        "refused": None,
    }
    if wants_fragment(request):
        return render(request, "articles/_card_row.html", context)
    return render(request, "articles/statement.html", {**context, "head": story_head(story)})
