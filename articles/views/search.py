"""The search over all stories."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.search_forms import SearchForm
from articles.selectors.search import outlets_to_choose, search, without_common_words
from articles.selectors.search_query import read_query
from articles.views.fragments import wants_fragment


@require_safe
@vary_on_headers("HX-Request")
def search_stories(request: HttpRequest) -> HttpResponse:
    """Show what the address asks for: the whole page, or for htmx what was found alone."""
    query = without_common_words(read_query(request.GET.get("words", "")))
    form = SearchForm(request.GET, query=query, outlets=outlets_to_choose())
    wanted = form.wanted()
    context = {
        "form": form,
        "wanted": wanted,
        "notices": form.notices(),
        "found": search(wanted, page=request.GET.get("page", 1)) if wanted.narrows else None,
    }
    template = "articles/_search.html" if wants_fragment(request) else "articles/search.html"
    return render(request, template, context)
