"""People and names: how a story's outlets print them, what they call them, and whom they quote how much."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.people_forms import PeopleForm
from articles.selectors.people import people_page, people_source
from articles.selectors.story_head import story_head
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the names that the address asks for: the whole page, or for htmx the names alone."""
    story = asked_story(request, slug).story
    source = people_source(story)
    form = PeopleForm(request.GET, source=source)
    wanted = form.wanted()
    context = {
        "slug": slug,
        "article_address": {
            column.article: reverse("article", args=[slug, column.article]) for column in source.columns
        },
        "people": people_page(source, wanted=wanted),
        "form": form,
        "wanted": wanted,
        "notices": form.notices(),
    }
    if wants_fragment(request):
        return render(request, "articles/_people.html", context)
    head = {"head": story_head(story), "tab": "people"}
    return render(request, "articles/people.html", {**context, **head})
