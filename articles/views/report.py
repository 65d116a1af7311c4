"""The report of a comparison: all of it on one page, to be printed, kept and cited."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.analysis import VERSION
from articles.compare_forms import CompareForm
from articles.selectors.comparison_source import kept_source
from articles.selectors.report import report as read_report
from articles.selectors.report_choices import in_words
from articles.selectors.story_head import story_head
from articles.views.unchanged import asked_story


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the report that the address asks for, in the words of Compare's own address.

    It is made anew each time, since it names the moment at which it is printed.
    """
    marked = asked_story(request, slug)
    story, source = marked.story, kept_source(marked)
    form = CompareForm(request.GET, source=source)
    choices = form.choices()
    compare = f"{reverse('compare', args=[slug])}{choices.query}"
    context = {
        "report": read_report(story, source=source, choices=choices),
        "head": story_head(story),
        "tab": "report",
        "notices": form.notices(),
        "limits": in_words(choices, columns=source.columns),
        "compare": compare,
        "address": request.build_absolute_uri(compare),
        "printed_at": timezone.now(),
        "version": settings.VERSION,
        "analysis_version": VERSION,
    }
    return render(request, "articles/report.html", context)
