"""Compare: a story's outlets side by side, where editors also decide about suggested readings."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from articles.compare_forms import CompareForm
from articles.models import Reading, Statement
from articles.reading_forms import ReadingDecisionForm
from articles.selectors.comparison import comparison
from articles.selectors.comparison_source import kept_source
from articles.selectors.decided_readings import decided_readings
from articles.selectors.marked_story import MarkedStory
from articles.selectors.story_head import story_head
from articles.services.decide_reading import NothingToDecide, decide_reading
from articles.views.fragments import wants_fragment
from articles.views.row_answers import Place, RowAnswer, keep_answer, take_answer
from articles.views.statement import MAY_DECIDE_READINGS, card_context
from articles.views.unchanged import answers_unchanged, asked_story
from articles.views.way_back import sign_in_first, way_back

_TOLD = {
    "same": "Joined: these words are now a reading of the statement.",
    "different": "Kept apart: these words are no longer suggested here.",
    "undecided": "Taken back: the machine’s reading stands again.",
}
_TOO_LATE = "Nothing was changed: somebody has decided about these words, or the texts were compared again."


@require_safe
@answers_unchanged
@vary_on_headers("HX-Request")
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the board that the address asks for: the whole page, or for htmx the board alone."""
    marked = asked_story(request, slug)
    context = _board_context(request, marked, asked=request.GET)
    if side := _more_rows(request):
        return render(request, "articles/_more_rows.html", {**context, "side": side})
    if answer := take_answer(request):
        context |= _answered(context, answer)
    if wants_fragment(request):
        response = render(request, "articles/_compared.html", context)
        response["HX-Push-Url"] = f"{request.path}{context['board'].choices.query}"
        return response
    return render(request, "articles/compare.html", {**context, "head": story_head(marked.story)})


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def decide_about_reading(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let an editor accept or refuse a suggested reading of a statement, or take that back.

    Who opens the address by hand is shown the statement.
    """
    statement = get_object_or_404(Statement.objects.select_related("story"), pk=pk, story__slug=slug)
    back = way_back(request, default=reverse("statement", args=[slug, pk]))
    if request.method != "POST":
        return HttpResponseRedirect(back)
    if not isinstance(request.user, User):
        return sign_in_first(request, back=back)
    if not request.user.has_perm(MAY_DECIDE_READINGS):
        raise PermissionDenied
    form = ReadingDecisionForm(request.POST, story=statement.story)
    told = _decide(statement, form=form, editor=request.user)
    key = _row_that_holds(statement, form=form)
    answer = RowAnswer(key, told, _place(form))
    board = reverse("compare", args=[slug])
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    if wants_fragment(request) and shown.path == board:
        asked = QueryDict(shown.query)
        marked = asked_story(request, slug)
        context = _board_context(request, marked, asked=asked, row=key)
        context |= _answered(context, answer)
        if "card" in request.POST and (opened := card_context(request, marked, key, asked=asked)):
            context["opened"] = opened
        head = {"head": story_head(statement.story), "tab": "compare"}
        return render(request, "articles/_board_decided.html", {**context, **head})
    if urlsplit(back).path == board:
        keep_answer(request, answer)
        back = _opened_at(back, row=key)
    else:
        messages.info(request, told)
    redirect = HttpResponseClientRedirect if wants_fragment(request) else HttpResponseRedirect
    return redirect(f"{back}#statement-{key}")


def _decide(statement: Statement, *, form: ReadingDecisionForm, editor: User) -> str:
    """Decide as the form asks, and return what came of it in a sentence."""
    if not form.is_valid():
        return _TOO_LATE
    try:
        decision = decide_reading(statement, editor=editor, **form.cleaned_data)
    except NothingToDecide:
        return _TOO_LATE
    return _TOLD[decision.verdict]


def _row_that_holds(statement: Statement, *, form: ReadingDecisionForm) -> int:
    """Return the key of the row that was decided about; of the one that took it in, where it is gone."""
    if Statement.objects.filter(pk=statement.pk).exists() or not form.is_valid():
        return statement.pk
    words = form.cleaned_data
    holding = Reading.objects.filter(
        statement__story=statement.story,
        revision=words["revision"],
        start__lt=words["end"],
        end__gt=words["start"],
    ).first()
    return holding.statement_id if holding else statement.pk


def _place(form: ReadingDecisionForm) -> Place | None:
    """Return the words that a form is about, None where it makes no sense."""
    if not form.is_valid():
        return None
    words = form.cleaned_data
    return Place(words["revision"].pk, words["start"], words["end"])


def _answered(context: dict[str, Any], answer: RowAnswer) -> dict[str, Any]:
    """Say what came of a decision at its row, or above the board where the choices hide the row."""
    if all(row.key != answer.statement for row in context["board"].rows):
        return {"notices": [answer.told, *context["notices"]]}
    held = (
        reading
        for reading in decided_readings(answer.statement)
        if (reading.revision, reading.start, reading.end) == answer.place
    )
    return {
        "decided": answer.statement,
        "told": answer.told,
        "may_take_back": next(held, None),
        "part_key": None,
    }


def _more_rows(request: HttpRequest) -> str:
    """Return where on the board htmx will put the rows it asks for, before or after; empty for all of it."""
    wanted = request.headers.get("HX-Target", "") if wants_fragment(request) else ""
    return {"tbody#rows-before": "before", "tbody#rows-after": "after"}.get(wanted, "")


def _opened_at(board: str, *, row: int) -> str:
    """Return the address of a board with the row that it should open at."""
    address = urlsplit(board)
    asked = QueryDict(address.query, mutable=True)
    asked["row"] = str(row)
    return f"{address.path}?{asked.urlencode()}"


def _board_context(
    request: HttpRequest, marked: MarkedStory, *, asked: QueryDict, row: int | None = None
) -> dict[str, Any]:
    """Return what a board wants that shows what is asked for, open at the row with this key."""
    source = kept_source(marked)
    form = CompareForm(asked, source=source)
    choices = form.choices()
    board = comparison(source, choices=choices.but(row=row or choices.row))
    can_decide = board.has_suggestions and request.user.has_perm(MAY_DECIDE_READINGS)
    return {
        "board": board,
        "form": form,
        "notices": form.notices(has_row=choices.row in (None, *board.keys)),
        "has_copies": len({column.group for column in source.columns}) < len(source.columns),
        "can_decide_readings": can_decide,
        "part_key": None if can_decide or settings.DEBUG else (marked.mark, board.choices),
        "article_address": {
            column.article: reverse("article", args=[source.slug, column.article])
            for column in source.columns
        },
    }
