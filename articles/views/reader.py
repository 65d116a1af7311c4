"""The Reader: two articles of a story side by side."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.reader_forms import ReaderForm
from articles.selectors.reader import reader_page
from articles.selectors.reader_articles import closest, offers
from articles.selectors.story_head import story_head
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def reader(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the two articles that the address asks for, else the two with most in common."""
    story = asked_story(request, slug).story
    offered = offers(story)
    form = ReaderForm(request.GET, offered=offered)
    choices, notices = form.choices(), form.notices()
    chosen = closest(offered, left=choices.left, right=choices.right)
    if chosen is None:
        context = {"head": story_head(story), "tab": "reader", "articles": len(offered)}
        return render(request, "articles/reader_empty.html", context)
    left, right = chosen
    choices = replace(choices, left=left.article, right=right.article)
    context = {
        "slug": slug,
        "page": reader_page(left, right),
        "offers": offered,
        "sides": {"left": left, "right": right},
        "choices": choices,
        "form": form,
        "notices": notices,
    }
    if wants_fragment(request):
        response = render(request, "articles/_reader.html", context)
        response["HX-Push-Url"] = f"{request.path}{choices.query}"
        return response
    return render(request, "articles/reader.html", {**context, "head": story_head(story), "tab": "reader"})
