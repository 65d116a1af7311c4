"""A story's discrepancies: everybody reads them, editors decide about them."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from articles.discrepancy_forms import NOTE_LENGTH, DecisionForm, DiscrepancyFilterForm
from articles.models import Discrepancy, Story
from articles.selectors.discrepancies import count_statuses, list_discrepancies, one_discrepancy
from articles.selectors.story_head import story_head
from articles.services.decide_discrepancy import decide_discrepancy
from articles.views.fragments import wants_fragment
from articles.views.unchanged import answers_unchanged, asked_story
from articles.views.unsent import UnsentDecision, keep_unsent, take_unsent
from articles.views.way_back import SIGNED_OUT, sign_in_first, way_back

MAY_DECIDE = "articles.decide_discrepancy"


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def discrepancies(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the story's discrepancies that the filter in the address asks for."""
    story = asked_story(request, slug).story
    context = _list_context(request, story, back=request.get_full_path())
    template = "articles/_filtered.html" if wants_fragment(request) else "articles/discrepancies.html"
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give a discrepancy the status and note that an editor sent, and go back to where it was sent from.

    Who opens the address by hand is shown the discrepancy.
    """
    discrepancy = get_object_or_404(Discrepancy.objects.select_related("story"), pk=pk, story__slug=slug)
    back = way_back(request, default=reverse("discrepancies", args=[slug]))
    here = f"{back}#discrepancy-{pk}"
    if request.method != "POST":
        return HttpResponseRedirect(here)
    if not isinstance(request.user, User):
        return _keep_and_sign_in(request, discrepancy, back=here)
    if not request.user.has_perm(MAY_DECIDE):
        raise PermissionDenied
    form = DecisionForm(request.POST, discrepancy=discrepancy)
    if not form.is_valid():
        return _ask_again(request, discrepancy, form=form, back=back)
    decide_discrepancy(discrepancy, editor=request.user, **form.cleaned_data)
    if wants_fragment(request):
        return render(request, *_fragment(discrepancy, back=back))
    messages.success(request, f"{discrepancy.get_status_display()}: {discrepancy.summary}")
    return HttpResponseRedirect(here)


def _list_context(request: HttpRequest, story: Story, *, back: str) -> dict[str, Any]:
    form = DiscrepancyFilterForm(QueryDict(urlsplit(back).query))
    wanted = form.wanted()
    can_decide = request.user.has_perm(MAY_DECIDE)
    return {
        "head": story_head(story),
        "tab": "discrepancies",
        "form": form,
        "wanted": wanted,
        "list": list_discrepancies(story, wanted=wanted),
        "can_decide": can_decide,
        "back": back,
        "in_list": True,
        "unsent": take_unsent(request) if can_decide else None,
    }


def _keep_and_sign_in(request: HttpRequest, discrepancy: Discrepancy, *, back: str) -> HttpResponse:
    """Send an editor whose session has run out to sign in, and keep what was typed until the way back."""
    note = request.POST.get("note", "").strip()[:NOTE_LENGTH]
    told = f"{SIGNED_OUT} Your note is kept." if note else SIGNED_OUT
    keep_unsent(request, UnsentDecision(discrepancy=discrepancy.pk, note=note, told=told, is_mistaken=False))
    return sign_in_first(request, back=back, told=told)


def _fragment(
    discrepancy: Discrepancy, *, back: str, unsent: UnsentDecision | None = None
) -> tuple[str, dict[str, Any]]:
    """Return the template and context of what htmx swaps: a whole entry of the list, or in a card of the
    comparison, the decision alone; with either, the numbers of the page that it changes.
    """
    context = {
        "discrepancy": one_discrepancy(discrepancy),
        "can_decide": True,
        "back": back,
        "in_list": urlsplit(back).path == reverse("discrepancies", args=[discrepancy.story.slug]),
        "unsent": unsent,
    }
    if not context["in_list"]:
        head = {"head": story_head(discrepancy.story), "tab": "compare"}
        return "articles/_card_decided.html", {**context, **head}
    wanted = DiscrepancyFilterForm(QueryDict(urlsplit(back).query)).wanted()
    counts = count_statuses(discrepancy.story, wanted=wanted)
    fitting = next(count.count for count in counts if count.status == wanted.status)
    head = {"head": story_head(discrepancy.story), "tab": "discrepancies"}
    return "articles/_decided.html", {
        **context,
        **head,
        "counts": counts,
        "wanted": wanted,
        "fitting": fitting,
    }


def _ask_again(
    request: HttpRequest, discrepancy: Discrepancy, *, form: DecisionForm, back: str
) -> HttpResponse:
    """Show the form again where it stands, with what is wrong in it and what was typed."""
    unsent = UnsentDecision(
        discrepancy=discrepancy.pk,
        note=form.data.get("note", ""),
        told=" ".join(str(message) for messages in form.errors.values() for message in messages),
        is_mistaken=True,
    )
    if wants_fragment(request):
        return render(request, *_fragment(discrepancy, back=back, unsent=unsent))
    keep_unsent(request, unsent)
    return HttpResponseRedirect(f"{back}#discrepancy-{discrepancy.pk}")
