"""An alignment table with each printed form once. Of fifty outlets most print a statement in the same words:

    Gazette   We will close the depots.        form 0
    Courier   We will shut the depots.         form 1
    Herald    We will close the depots.        form 0

What is found for a form holds for all who print it; only the places of the words in their texts differ. A
form is the words with their punctuation, and where they stand in the table. Of the rest of the stored table,
which is many times as large, only the places are kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from articles.analysis.collation import Table
from articles.analysis.passages import Token
from articles.models.values import table_from_json

_Stored = Mapping[str, Any]

_BARE = 4
"""A stored token without punctuation has start, end, text and norm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForms:
    """``table`` has a row for each form; ``form_of`` gives the form of each row of the stored table."""

    table: Table
    form_of: tuple[int, ...]
    _starts: tuple[array[int], ...]

    def tokens(self, row: int) -> tuple[Token, ...]:
        """Return the tokens of a row of the stored table, at their places in its own text."""
        form = self.form_of[row]
        tokens = [token for column in self.table.columns for token in column.cells[form]]
        return tuple(
            Token(
                start=start,
                end=start + token.end - token.start,
                text=token.text,
                norm=token.norm,
                before=token.before,
                after=token.after,
            )
            for token, start in zip(tokens, self._starts[row], strict=True)
        )

    @property
    def size(self) -> int:
        """Return about how many bytes it takes."""
        tokens = sum(len(cell) for column in self.table.columns for cell in column.cells)
        return 1000 + 400 * tokens + 100 * len(self.table.columns) + sum(map(len, self._starts)) * 8


def forms_from_json_text(stored: str | None) -> PrintedForms | None:
    """Return the forms of ``Statement.collation``, given as text; None for a statement with one reading."""
    if stored is None:
        return None
    table: _Stored = from_json(stored)
    columns = table["columns"]
    printed = [[_printed(cell) for cell in column["cells"]] for column in columns]
    forms: dict[tuple[str, ...], int] = {}
    form_of = [
        forms.setdefault(form, len(forms))
        for form in (zip(*printed, strict=True) if printed else [()] * len(table["witnesses"]))
    ]
    first = [form_of.index(form) for form in range(len(forms))]
    return PrintedForms(
        table=_only(table, first),
        form_of=tuple(form_of),
        _starts=tuple(
            array("L", [token["start"] for column in columns for token in column["cells"][row]])
            for row in range(len(form_of))
        ),
    )


def _printed(cell: Sequence[_Stored]) -> str:
    """Return what a cell prints, punctuation included, in one piece: NUL is in no text."""
    if not cell:
        return ""
    if len(cell) == 1 and len(cell[0]) == _BARE:
        return str(cell[0]["text"])
    return "\0\0".join(
        f"{token.get('before', '')}\0{token['text']}\0{token.get('after', '')}" for token in cell
    )


def _only(table: _Stored, rows: Sequence[int]) -> Table:
    kept = table_from_json(
        {
            "witnesses": [table["witnesses"][row] for row in rows],
            "columns": [
                {**column, "cells": [column["cells"][row] for row in rows]} for column in table["columns"]
            ],
        }
    )
    if kept is None:
        raise ValueError("A stored table is no table.")
    return kept
