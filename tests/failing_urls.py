"""The site's addresses, and two that fail, so that the pages which say so can be seen."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path

from newsroom import urls


def _broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("The depot is closed.")


def _suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("The depot looks odd.")


urlpatterns = [*urls.urlpatterns, path("broken/", _broken), path("suspicious/", _suspicious)]
handler400 = urls.handler400
