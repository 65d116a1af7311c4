"""Where a page leads back to: after a form that is sent from many pages, and to the comparison as chosen."""

from urllib.parse import urldefrag, urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from articles.compare_forms import CompareForm
from articles.views.fragments import wants_fragment


def way_back(request: HttpRequest, *, default: str) -> str:
    """Return the page of ours that the form was on, without its fragment."""
    asked = urldefrag(request.POST.get("next", "")).url
    safe = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else default


_LONGEST = 4000
_WITH_CHOICES = ("compare", "statement", "report")
"""The pages whose own addresses hold the choices of the comparison."""


def board_choices(request: HttpRequest) -> str:
    """Return the choices of the comparison that the reader came from, as the end of an address.

    A story's other pages are told them in ``?back=base%3D3%26show%3Devery``. What Compare has no name for is
    left out; Compare itself checks the rest.
    """
    page, query = _page(request)
    own = query if page in _WITH_CHOICES else QueryDict()
    told = query.get("back", "")
    asked = QueryDict(told) if told and len(told) <= _LONGEST else own
    kept = QueryDict(mutable=True)
    for name in CompareForm.base_fields:
        if asked.get(name):
            kept[name] = str(asked[name])
    return f"?{kept.urlencode()}" if kept else ""


def _page(request: HttpRequest) -> tuple[str, QueryDict]:
    """Return the name of the page that is shown and what its address asks for.

    A decision is answered with parts of a page: that is the one from which it was sent.
    """
    if request.method != "POST":
        match = request.resolver_match
        return (match.url_name or "" if match else ""), request.GET
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    try:
        name = resolve(shown.path).url_name
    except Resolver404:
        name = None
    return name or "", QueryDict(shown.query)


SIGNED_OUT = "You had been signed out: nothing was decided yet."


def sign_in_first(request: HttpRequest, *, back: str, told: str = SIGNED_OUT) -> HttpResponse:
    """Send a visitor to sign in, who is told why, and then back; htmx is told to leave the page for that."""
    messages.warning(request, told)
    answer = redirect_to_login(back)
    return HttpResponseClientRedirect(answer.url) if wants_fragment(request) else answer
