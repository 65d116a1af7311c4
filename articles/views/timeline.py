"""The timeline: when each outlet published, what was copied, and who carried a statement first."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.selectors.story_head import story_head
from articles.selectors.timeline import timeline as story_in_time
from articles.views.unchanged import answers_unchanged, asked_story

_NO_SUCH_PAGE = "The address asks for a page that there is none of. The first is shown."


@require_safe
@answers_unchanged
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the story in time; ``?page=2`` shows further statements."""
    story = asked_story(request, slug).story
    asked = request.GET.get("page", "1")
    is_page = re.fullmatch(r"[1-9]\d{0,4}", asked, re.ASCII)
    context = {
        "timeline": story_in_time(story, page=int(asked) if is_page else 1),
        "notices": [] if is_page else [_NO_SUCH_PAGE],
        "head": story_head(story),
        "tab": "timeline",
    }
    return render(request, "articles/timeline.html", context)
