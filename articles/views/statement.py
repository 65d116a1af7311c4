"""The card of one statement: its page, the row of the comparison, and copies to take into a piece."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.compare_forms import CompareForm
from articles.models import Story
from articles.selectors.comparison_source import comparison_source, kept_source
from articles.selectors.marked_story import MarkedStory
from articles.selectors.statement_card import Card, statement_card
from articles.selectors.statement_citation import citation_text, citations, told_source
from articles.selectors.statement_neighbours import neighbours
from articles.selectors.story_head import story_head
from articles.views.discrepancies import MAY_DECIDE
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story
from articles.views.unsent import take_unsent

MAY_DECIDE_READINGS = "articles.decide_reading"

_NONE = "This story has no such statement."


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def statement(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a statement's card: on a page of its own, or for htmx as the row under its row."""
    marked = asked_story(request, slug)
    context = card_context(request, marked, pk, asked=request.GET)
    if context is None:
        raise Http404(_NONE)
    if wants_fragment(request):
        return render(request, "articles/_card_row.html", context)
    return render(request, "articles/statement.html", {**context, "head": story_head(marked.story)})


@require_safe
@answers_unchanged
def statement_text(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show every outlet's words with outlet, date and link, as plain text."""
    story = asked_story(request, slug).story
    card = _card(story, pk)
    text = citation_text(card, story=story.title, address=_address(request, card))
    return _to_take_along(HttpResponse(text, content_type="text/plain; charset=utf-8"), card, ending="txt")


@require_safe
@answers_unchanged
def statement_html(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the same as a page of headings, quotations and sources alone."""
    story = asked_story(request, slug).story
    card = _card(story, pk)
    context = {
        "card": card,
        "story": story.title,
        "citations": citations(card),
        "told": told_source,
        "address": _address(request, card),
    }
    page = render(request, "articles/statement_copy.html", context)
    return _to_take_along(page, card, ending="html")


def card_context(
    request: HttpRequest, marked: MarkedStory, key: int, *, asked: QueryDict
) -> dict[str, Any] | None:
    """Return what a card wants, None where the story has no such statement.

    ``asked`` are the choices of the board, which tell the base and what stands before and after.
    """
    source = kept_source(marked)
    form = CompareForm(asked, source=source)
    beside = neighbours(source, key=key, choices=form.choices())
    card = statement_card(source, story=marked.story, key=key, base=beside.base)
    if card is None:
        return None
    can_decide = request.user.has_perm(MAY_DECIDE)
    return {
        "card": card,
        "neighbours": beside,
        "notices": form.notices(),
        "can_decide": can_decide,
        "can_decide_readings": request.user.has_perm(MAY_DECIDE_READINGS),
        "back": reverse("statement", args=[card.slug, card.key]),
        "in_list": False,
        "unsent": take_unsent(request) if can_decide else None,
    }


def _card(story: Story, key: int) -> Card:
    card = statement_card(comparison_source(story, only=key), story=story, key=key)
    if card is None:
        raise Http404(_NONE)
    return card


def _address(request: HttpRequest, card: Card) -> str:
    return request.build_absolute_uri(reverse("statement", args=[card.slug, card.key]))


def _to_take_along(response: HttpResponse, card: Card, *, ending: str) -> HttpResponse:
    response["Content-Disposition"] = f'inline; filename="{card.slug}-statement-{card.number}.{ending}"'
    return response
