"""Where a form that is sent from many pages leads back to."""

from urllib.parse import urldefrag

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from articles.views.fragments import wants_fragment


def way_back(request: HttpRequest, *, default: str) -> str:
    """Return the page of ours that the form was on, without its fragment."""
    asked = urldefrag(request.POST.get("next", "")).url
    safe = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else default


SIGNED_OUT = "You had been signed out: nothing was decided yet."


def sign_in_first(request: HttpRequest, *, back: str, told: str = SIGNED_OUT) -> HttpResponse:
    """Send a visitor to sign in, who is told why, and then back; htmx is told to leave the page for that."""
    messages.warning(request, told)
    answer = redirect_to_login(back)
    return HttpResponseClientRedirect(answer.url) if wants_fragment(request) else answer
