"""A story's discrepancies: everybody reads them, editors decide about them."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from articles.discrepancy_forms import DecisionForm, DiscrepancyFilterForm
from articles.models import Discrepancy, Story
from articles.selectors.discrepancies import count_statuses, list_discrepancies, one_discrepancy
from articles.selectors.story_head import story_head
from articles.services.decide_discrepancy import decide_discrepancy
from articles.views.fragments import wants_fragment
from articles.views.way_back import sign_in_first, way_back

MAY_DECIDE = "articles.decide_discrepancy"


@require_safe
@vary_on_headers("HX-Request")
def discrepancies(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the story's discrepancies that the filter in the address asks for."""
    story = get_object_or_404(Story, slug=slug)
    context = _list_context(request, story, back=request.get_full_path())
    template = "articles/_filtered.html" if wants_fragment(request) else "articles/discrepancies.html"
    return render(request, template, context)


@require_POST
@vary_on_headers("HX-Request")
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give a discrepancy the status and note that an editor sent, and go back to where it was sent from."""
    discrepancy = get_object_or_404(Discrepancy.objects.select_related("story"), pk=pk, story__slug=slug)
    back = way_back(request, default=reverse("discrepancies", args=[slug]))
    if not isinstance(request.user, User):
        return sign_in_first(request, back=f"{back}#discrepancy-{pk}")
    if not request.user.has_perm(MAY_DECIDE):
        raise PermissionDenied
    form = DecisionForm(request.POST, discrepancy=discrepancy)
    if not form.is_valid():
        return _ask_again(request, discrepancy, form=form, back=back)
    decide_discrepancy(discrepancy, editor=request.user, **form.cleaned_data)
    if wants_fragment(request):
        return render(request, *_fragment(discrepancy, back=back))
    messages.success(request, f"{discrepancy.get_status_display()}: {discrepancy.summary}")
    return HttpResponseRedirect(f"{back}#discrepancy-{pk}")


def _list_context(request: HttpRequest, story: Story, *, back: str) -> dict[str, Any]:
    form = DiscrepancyFilterForm(QueryDict(urlsplit(back).query))
    wanted = form.wanted()
    return {
        "head": story_head(story),
        "tab": "discrepancies",
        "form": form,
        "wanted": wanted,
        "list": list_discrepancies(story, wanted=wanted),
        "can_decide": request.user.has_perm(MAY_DECIDE),
        "back": back,
        "in_list": True,
    }


def _fragment(
    discrepancy: Discrepancy, *, back: str, form: DecisionForm | None = None
) -> tuple[str, dict[str, Any]]:
    """Return the template and context of the part that htmx swaps: a whole entry of the list, or in a card
    of the comparison, the decision alone.
    """
    context = {
        "discrepancy": one_discrepancy(discrepancy),
        "can_decide": True,
        "back": back,
        "in_list": urlsplit(back).path == reverse("discrepancies", args=[discrepancy.story.slug]),
        "refused": form,
    }
    if not context["in_list"]:
        return "articles/_decision.html", context
    wanted = DiscrepancyFilterForm(QueryDict(urlsplit(back).query)).wanted()
    counts = count_statuses(discrepancy.story, wanted=wanted)
    head = {"head": story_head(discrepancy.story), "tab": "discrepancies"}
    return "articles/_decided.html", {**context, **head, "counts": counts}


def _ask_again(
    request: HttpRequest, discrepancy: Discrepancy, *, form: DecisionForm, back: str
) -> HttpResponse:
    """Show the form again with what is wrong in it and what was typed."""
    if wants_fragment(request):
        template, context = _fragment(discrepancy, back=back, form=form)
    else:
        listed = reverse("discrepancies", args=[discrepancy.story.slug])
        template = "articles/discrepancies.html"
        context = {**_list_context(request, discrepancy.story, back=listed), "refused": form}
    return render(request, template, context)
