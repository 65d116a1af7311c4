"""What the pages of a story tell of its columns in numbers. A reference witness is no outlet's report."""

from collections.abc import Iterable

from articles.selectors.comparison_columns import Column


def count_outlets(columns: Iterable[Column]) -> int:
    """Count the outlets among the columns, reference witnesses aside."""
    return len({column.outlet_id for column in columns if not column.is_reference})


def unread(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the articles of which nothing is known, since they wait or are in another language."""
    return tuple(column for column in columns if column.foreign or not column.is_read)
