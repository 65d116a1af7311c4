"""Punctuation between two words, where readings that print both words may differ.

    videos, deliberately burning     videos deliberately, burning       differ twice
    We will, in time, close          We will close                      do not: the commas go with the words
    in the service, however I        in the service. I                  nor here

A mark that borders on words which only one reading has comes and goes with them.
"""

from collections.abc import Sequence

from articles.analysis.passages import Token

Columns = Sequence[Sequence[tuple[Token, ...]]]
"""An alignment table: for each column, what each reading prints there."""


def is_pointed_alike(columns: Columns, at: int) -> bool:
    """Say whether the readings have the same punctuation around what they print in a column."""
    printed = [cell for cell in columns[at] if cell]
    if len({(cell[0].before, cell[-1].after) for cell in printed}) < 2:
        return True  # whatever stands beside them, and this is most columns
    before = {cell[0].before for cell in _beside(columns, at, at - 1)}
    after = {" ".join(cell[-1].after.split()) for cell in _beside(columns, at, at + 1)}
    return len(before) < 2 and len(after) < 2


def _beside(columns: Columns, at: int, other: int) -> list[tuple[Token, ...]]:
    """Return the cells of a column whose readings print something in the column beside it too."""
    if other not in range(len(columns)):
        return []
    return [cell for cell, beside in zip(columns[at], columns[other], strict=True) if cell and beside]
