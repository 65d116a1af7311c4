"""The core's frozen values as JSON columns, and back.

``Revision.analysis`` holds an Analysis without its text, which the revision holds already;
``Statement.collation`` holds a Table. What is loaded equals what was stored.
"""

from typing import Any

from pydantic import TypeAdapter

from articles.analysis.collation import Table
from articles.analysis.passages import Token
from articles.analysis.pipeline import Analysis
from articles.analysis.quotes import Warning

_ANALYSIS = TypeAdapter(Analysis)
_TABLE = TypeAdapter(Table)
_CELLS = TypeAdapter(tuple[tuple[Token, ...], ...])
_WARNINGS = TypeAdapter(tuple[Warning, ...])


def analysis_to_json(analysis: Analysis) -> Any:
    """Return what ``Revision.analysis`` stores."""
    return _ANALYSIS.dump_python(analysis, mode="json", exclude={"text"})


def analysis_from_json(stored: Any, *, text: str) -> Analysis:
    """Return the Analysis of the revision whose text is given."""
    return _ANALYSIS.validate_python({**stored, "text": text})


def warnings_from_json(stored: Any) -> tuple[Warning, ...]:
    """Return a stored Analysis's warnings alone, which takes no time; none of a text that was not read."""
    return () if stored is None else _WARNINGS.validate_python(stored["warnings"])


def table_to_json(table: Table | None) -> Any:
    """Return what ``Statement.collation`` stores."""
    return None if table is None else _TABLE.dump_python(table, mode="json", exclude_defaults=True)


def table_from_json(stored: Any) -> Table | None:
    """Return the alignment table, None for a statement with one reading."""
    return None if stored is None else _TABLE.validate_python(stored)


def table_from_json_text(stored: str | None) -> Table | None:
    """Return the alignment table from the column's text, which many rows are read from much faster."""
    return None if stored is None else _TABLE.validate_json(stored)


def cells_from_json_text(stored: str) -> tuple[tuple[Token, ...], ...]:
    """Return one reading's line of an alignment table, cell by cell, from the JSON text of it."""
    return _CELLS.validate_json(stored)
