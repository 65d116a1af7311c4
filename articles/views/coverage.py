"""The coverage matrix: who carries which statement, at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.coverage_forms import CoverageForm
from articles.selectors.coverage import matrix
from articles.selectors.coverage_source import coverage_source
from articles.selectors.story_head import story_head
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the matrix that the address asks for: the whole page, or for htmx the matrix alone."""
    story = asked_story(request, slug).story
    source = coverage_source(story)
    form = CoverageForm(request.GET, source=source)
    shown = matrix(source, choices=form.choices())
    context = {"matrix": shown, "form": form, "notices": form.notices(), "slug": slug}
    if wants_fragment(request):
        response = render(request, "articles/_matrix.html", context)
        response["HX-Push-Url"] = f"{request.path}{shown.choices.query}"
        return response
    return render(
        request, "articles/coverage.html", {**context, "head": story_head(story), "tab": "coverage"}
    )
