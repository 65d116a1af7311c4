"""Pages and fragments share their views: htmx asks for the part it will swap in."""

from django.http import HttpRequest


def wants_fragment(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part of the page. Going back in history wants the whole page."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers
