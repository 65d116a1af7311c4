"""Pages that the browser holds already, answered before anything else of the site is set in motion.

    GET /stories/letter/            If-None-Match: W/"8fe81d…"
    304 Not Modified                the name is known here, and the story has the mark it was given for

A process remembers what it gave each name for (see ``answers_unchanged``): the story with its mark, and what
was asked, to the letter. Where all of that is as it was, the page is too; sessions, messages, addresses and
policies need not be looked at, since the browser keeps the headers that came with the page. In every other
case the request goes its usual way. Only for browsers without a session.

Stands right behind SecurityMiddleware, which turns plain HTTP away; the host is checked here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from articles.selectors.kept import Kept
from articles.selectors.marked_story import MarkedStory, is_still_marked

VARY = ("Cookie", "HX-Request", "HX-History-Restore-Request", "HX-Target")
"""The headers that a page of a story depends on."""

_ASKED_IN = tuple(f"HTTP_{name.upper().replace('-', '_')}" for name in VARY)
_OTHER_CONDITIONS = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


@dataclass(frozen=True, slots=True)
class _Given:
    """What a name was given for, with the headers that go with it."""

    slug: str
    mark: str
    asked: tuple[str, ...]
    headers: dict[str, str]


_given: Kept[_Given] = Kept(limit=20_000)
"""What each name was given for; each weighs the same."""


def remember(request: HttpRequest, response: HttpResponse, *, marked: MarkedStory) -> None:
    """Remember for what a page of the story got its name, which stands in the answer's headers."""
    headers = {name: response.headers[name] for name in ("ETag", "Cache-Control", "Vary")}
    given = _Given(slug=marked.story.slug, mark=marked.mark, asked=_asked(request), headers=headers)
    _given.put(headers["ETag"], given, weight=1)


def answers_at_once(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer who holds the page already; let everybody else's request pass."""

    def respond(request: HttpRequest) -> HttpResponse:
        given = _given.get(request.META.get("HTTP_IF_NONE_MATCH", ""))
        if given and _asked(request) == given.asked and is_still_marked(given.slug, mark=given.mark):
            return HttpResponseNotModified(headers=given.headers)
        return get_response(request)

    return respond


def _asked(request: HttpRequest) -> tuple[str, ...]:
    """Return all that a request says which a page, or the answer to a condition, depends on."""
    said = request.META
    return (
        "read" if request.method in ("GET", "HEAD") else str(request.method),
        str(request.scheme),
        request.get_host(),
        request.path,
        said.get("QUERY_STRING", ""),
        *(said.get(name, "") for name in _ASKED_IN),
        *(name for name in _OTHER_CONDITIONS if name in said),
    )
