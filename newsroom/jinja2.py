"""The Jinja2 environment of the product's pages. Autoescaping is on; nothing here marks text safe."""

from datetime import date
from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Return the environment Django's Jinja2 backend renders with."""
    env = Environment(**{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True})
    env.globals.update({"static": static, "url": url, "get_messages": get_messages})
    env.filters.update({"day": day, "short_day": short_day, "plural": plural})
    return env


def url(name: str, *args: str | int) -> str:
    """Return the address of a named route: ``url("statement", "a-story", 7)``."""
    return reverse(name, args=args)


def day(value: date) -> str:
    """Return a date as readers write it: 18 August 2024."""
    return f"{value.day} {value:%B %Y}"


def short_day(value: date) -> str:
    """Return a date for narrow places: 18 Aug 2024."""
    return f"{value.day} {value:%b %Y}"


def plural(word: str, number: int, many: str = "") -> str:
    """Return the word in the number given: ``"outlet"|plural(2)`` is outlets, ``"story"|plural(2, "stories")``."""
    return word if number == 1 else many or f"{word}s"
