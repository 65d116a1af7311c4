"""The list of stories, which is the front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.selectors.stories import list_stories, reporting_outlets
from articles.story_forms import StoriesForm
from articles.views.fragments import wants_fragment


@require_safe
@vary_on_headers("HX-Request")
def stories(request: HttpRequest) -> HttpResponse:
    """Show the stories that the address asks for: the whole page, or for htmx the list alone."""
    asked = request.GET.copy()
    asked["words"] = asked.get("words", "").replace("\0", "")
    form = StoriesForm(asked, outlets=reporting_outlets())
    wanted = form.wanted()
    context = {
        "form": form,
        "wanted": wanted,
        "notices": form.notices(),
        "page": list_stories(wanted, page=request.GET.get("page", 1)),
    }
    template = "articles/_stories.html" if wants_fragment(request) else "articles/stories.html"
    return render(request, template, context)
