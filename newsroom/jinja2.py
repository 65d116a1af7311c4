"""The Jinja2 environment of the product's pages. Autoescaping is on; nothing here marks text safe."""

from collections.abc import Callable, Hashable
from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from articles.selectors.kept import Kept
from articles.selectors.written_days import dated, day, days, short_day
from articles.views.way_back import board_choices


def environment(**options: Any) -> Environment:
    """Return the environment Django's Jinja2 backend renders with."""
    options.update(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    options.pop("autoescape", None)
    env = Environment(autoescape=True, **options)
    env.globals.update(
        {
            "static": static,
            "url": url,
            "get_messages": get_messages,
            "kept_part": kept_part,
            "board_choices": board_choices,
        }
    )
    env.filters.update({"day": day, "short_day": short_day, "dated": dated, "days": days, "plural": plural})
    return env


_parts: Kept[str] = Kept(limit=64_000_000)
"""Parts of pages, escaped as they were when they were made; the weight is in characters."""


def kept_part(key: Hashable, caller: Callable[[], str]) -> str:
    """Return a part of a page from memory, or make it; one without a key is made anew each time.

    {% call kept_part(key) %} … {% endcall %}: the key names all that the part depends on.
    """
    return caller() if key is None else _parts.made(key, make=caller, weigh=len)


def url(name: str, *args: str | int) -> str:
    """Return the address of a named route: ``url("statement", "a-story", 7)``."""
    return reverse(name, args=args)


def plural(word: str, number: int, many: str = "") -> str:
    """Return the word in the number given: ``"story"|plural(2, "stories")`` is stories."""
    return word if number == 1 else many or f"{word}s"
