"""The texts that we hold of one article, and what changed from one to another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.models import Article
from articles.revisions_forms import RevisionsForm
from articles.selectors.revisions import compared_revisions, revision_numbers, revision_page
from articles.selectors.story_head import story_head
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def revisions(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """List the article's texts and show what changed: ``?from=1&to=2``, else at the last change."""
    article = get_object_or_404(Article.objects.select_related("outlet", "story"), pk=pk, story__slug=slug)
    numbers = revision_numbers(article)
    context = {
        "article": article,
        "slug": slug,
        "texts": revision_page(article, page=request.GET.get("page", 1)),
        "compared": None,
        "notices": [],
    }
    if len(numbers) > 1:
        form = RevisionsForm(request.GET, numbers=numbers)
        older, newer = form.chosen()
        context["compared"] = compared_revisions(article, older=older, newer=newer)
        context["notices"] = form.notices()
    if wants_fragment(request):
        return render(request, "articles/_revisions.html", context)
    head = {"head": story_head(article.story), "tab": "articles"}
    return render(request, "articles/revisions.html", {**context, **head})
