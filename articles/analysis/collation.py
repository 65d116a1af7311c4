"""N readings word by word: the alignment table, its variants and their class."""

from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Token

VariantClass = Literal["accidental", "substantive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One place of the table: what each witness prints there, in the order of the witnesses.

    An empty cell is a gap. ``variant`` is None where all the witnesses that print something agree.
    ``moved`` tells that a cell of this column stands elsewhere in its witness.
    """

    cells: tuple[tuple[Token, ...], ...]
    variant: VariantClass | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An alignment table. Reading a witness's cells from left to right gives its tokens, none lost."""

    witnesses: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of a witness's tokens as seen from the base, in printed order.

    ``same`` and ``changed`` runs have ``tokens``; ``changed`` and ``left_out`` have the base's words in
    ``base_tokens``; ``added`` has no counterpart in the base. ``not_carried`` are the base's words before
    and after what a partial reading prints: nobody left them out of a sentence.
    """

    kind: Literal["same", "changed", "added", "left_out", "not_carried"]
    variant: VariantClass | None
    tokens: tuple[Token, ...]
    base_tokens: tuple[Token, ...]
