"""Requests that are refused before any page has looked at them."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import defaults

from articles.analysis.nlp import LONGEST

_MEGABYTE = 1024 * 1024


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is wrong with a request: the limit, where a form holds more than the server takes."""
    if not isinstance(exception, RequestDataTooBig):
        return defaults.bad_request(request, exception)
    limit = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) / _MEGABYTE
    return render(request, "413.html", {"limit": f"{limit:g}", "longest": f"{LONGEST:,}"}, status=413)
