"""The Jinja2 environment of the product's pages. Autoescaping is on; nothing here marks text safe."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Return the environment Django's Jinja2 backend renders with."""
    env = Environment(**{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True})
    env.globals.update({"static": static, "url": reverse})
    return env
