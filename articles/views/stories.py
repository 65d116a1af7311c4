"""The list of stories, which is the front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.selectors.stories import list_stories
from articles.views.fragments import wants_fragment


@require_safe
@vary_on_headers("HX-Request")
def stories(request: HttpRequest) -> HttpResponse:
    """Show the stories, newest first, those whose title holds the words asked for."""
    words = request.GET.get("words", "").replace("\0", "").strip()
    page = list_stories(words=words, page=request.GET.get("page", 1))
    template = "articles/_stories.html" if wants_fragment(request) else "articles/stories.html"
    return render(request, template, {"page": page, "words": words})
