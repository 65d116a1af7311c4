"""Machine-read strings cut to what their columns hold.

A parser that goes astray may take a whole paragraph for a speaker. That must cost the tail of one column,
not the article.
"""

from typing import Any

from django.db.models import Field, Model


def fitted(model: type[Model], field: str, value: str | None) -> str:
    """Return the value as the model's column stores it: cut to its length, empty for None."""
    column: Field[Any, Any] = model._meta.get_field(field)  # type: ignore[assignment]
    return (value or "")[: column.max_length]
