"""The articles of a story: the list of them, and each one set for reading."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.analysis.passages import Passage
from articles.models import Article, Revision
from articles.selectors.article import article_page
from articles.selectors.articles import list_articles
from articles.selectors.story_head import story_head
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story

LAYERS = {
    "quotes": "Quotes",
    "speakers": "Speakers",
    "names": "Names",
    "figures": "Figures",
    "shared": "Shared passages",
    "omitted": "Omitted",
}
FIRST_SHOWN = ("quotes", "speakers", "names", "omitted")

_PASSAGE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@require_safe
@answers_unchanged
def articles(request: HttpRequest, slug: str) -> HttpResponse:
    """List the story's articles: who published them, when, and what the machine read in them."""
    story = asked_story(request, slug).story
    context = {"head": story_head(story), "tab": "articles", "articles": list_articles(story)}
    return render(request, "articles/articles.html", context)


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def article(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one article with what the machine read marked in it.

    ``?show=`` names the layers to mark, ``?revision=2`` another text than the current one, and
    ``?at=120-134`` a passage that is pointed at.
    """
    shown = get_object_or_404(
        Article.objects.select_related("outlet", "copy_of", "story"), pk=pk, story__slug=slug
    )
    try:
        page = article_page(shown, number=_revision_number(request), cited=_passage(request))
    except Revision.DoesNotExist:
        raise Http404("We hold no such revision of the article.") from None
    context = {
        "page": page,
        "slug": slug,
        "layers": LAYERS,
        "shown": _layers(request),
        "asked_revision": request.GET.get("revision", ""),
        "asked_passage": request.GET.get("at", "") if page.is_cited else "",
    }
    if wants_fragment(request):
        return render(request, "articles/_article.html", context)
    head = {"head": story_head(shown.story), "tab": "articles"}
    return render(request, "articles/article.html", {**context, **head})


def _layers(request: HttpRequest) -> tuple[str, ...]:
    """Return the layers asked for; an empty ``show`` says that none is, which unticked boxes cannot say."""
    if "show" not in request.GET:
        return FIRST_SHOWN
    asked = request.GET.getlist("show")
    return tuple(layer for layer in LAYERS if layer in asked)


def _revision_number(request: HttpRequest) -> int | None:
    asked = request.GET.get("revision", "")
    if not asked:
        return None
    if not re.fullmatch(r"\d{1,9}", asked, re.ASCII):
        raise Http404("A revision has a number.")
    return int(asked)


def _passage(request: HttpRequest) -> Passage | None:
    asked = _PASSAGE.fullmatch(request.GET.get("at", ""))
    if not asked:
        return None
    start, end = map(int, asked.groups())
    return Passage(start=start, end=end) if start < end else None
