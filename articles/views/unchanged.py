"""Pages of a story that answer at once where nothing changed since they were last asked for.

    @require_safe
    @answers_unchanged
    @vary_on_headers("HX-Request")
    def timeline(request, slug):
        story = asked_story(request, slug).story

A page is the same as long as these are: the state of its story in the database, the software, the address,
what htmx asked for, the cookies, and for somebody who signed in, the account with its permissions. The
browser is told a name for all that (an ETag) and asks with it the next time; where it still holds, the
answer is "304 Not Modified" after one small query, and no session is looked up where the browser has none
(``unchanged_again`` makes short work of those). The pages of readers without a session are kept in memory by
the same name.

Who is owed a message, or the answer to a form, gets a page of its own; so does everybody in development,
where templates change under the running server. Not for pages that depend on other stories or on the time of
day.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from articles.selectors.kept import Kept
from articles.selectors.marked_story import MarkedStory, marked_story
from articles.views.unchanged_again import VARY, remember

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

_SIGNED_IN = frozenset({SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY})
_SOURCES = ("articles", "newsroom", "templates", "static", "requirements.txt")

_pages: Kept[HttpResponse] = Kept(limit=64_000_000)
"""The pages of readers without a session, by their ETags; the weight is in bytes."""


class _StoryRequest(HttpRequest):
    marked: MarkedStory | None


def asked_story(request: HttpRequest, slug: str) -> MarkedStory:
    """Return the story that the address names, which a request reads once. Raises Http404."""
    asked = cast(_StoryRequest, request)
    if getattr(asked, "marked", None) is None:
        asked.marked = marked_story(slug)
    if asked.marked is None:
        raise Http404("There is no such story.")
    return asked.marked


def answers_unchanged(view: View[P]) -> View[P]:
    """Let a page of a story, whose address has a ``slug``, be asked for again at little cost."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if settings.DEBUG or _is_owed_an_answer(request):
            return view(request, *args, **kwargs)
        marked = asked_story(request, str(kwargs["slug"]))
        etag = _etag(request, marked)
        response = get_conditional_response(request, etag=etag)
        if response is None:
            response = _page(request, etag, make=lambda: view(request, *args, **kwargs))
        if response.status_code in (200, 304):
            response.headers["ETag"] = etag
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, VARY)
            if settings.SESSION_COOKIE_NAME not in request.COOKIES:
                remember(request, response, marked=marked)
        return response

    return answer


def _page(request: HttpRequest, etag: str, *, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return a reader's page as it is kept, or make it, and keep it where it holds nothing of one's own."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return make()
    kept = _pages.get(etag)
    if kept is not None:
        return HttpResponse(kept.content, headers=kept.headers)
    response = make()
    has_a_secret = request.META.get("CSRF_COOKIE_NEEDS_UPDATE", False)
    if response.status_code == 200 and not response.cookies and not has_a_secret:
        kept = HttpResponse(response.content, headers=response.headers)
        _pages.put(etag, kept, weight=len(kept.content))
    return response


def _is_owed_an_answer(request: HttpRequest) -> bool:
    """Say whether a message, or what came of a form, waits for the next page."""
    if CookieStorage.cookie_name in request.COOKIES:
        return True
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_session and not _SIGNED_IN.issuperset(request.session.keys())


def _etag(request: HttpRequest, marked: MarkedStory) -> str:
    """Return the name of everything that the page depends on."""
    asked = [request.headers.get(name, "") for name in VARY]
    parts = [_software(), marked.mark, request.build_absolute_uri(), *asked, _reader(request)]
    return f'W/"{sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _reader(request: HttpRequest) -> str:
    """Return who reads and what the account may do; empty for who has no session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
        return ""
    user = request.user
    return repr([user.pk, str(user), user.get_full_name(), user.is_staff, sorted(user.get_all_permissions())])


@lru_cache(maxsize=1)
def _software() -> str:
    """Return a hash of everything that makes a page, the same on each host that runs the same software."""
    digest = sha256()
    for source in _SOURCES:
        place = Path(settings.BASE_DIR) / source
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.is_file() and file.suffix in (".py", ".html", ".css", ".js", ".txt"):
                digest.update(file.relative_to(settings.BASE_DIR).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
