"""CollateX's JSON in, an alignment table in CollateX's JSON, as text or as HTML out.

    {"witnesses": [{"id": "A", "content": "A black cat"},
                   {"id": "B", "tokens": [{"t": "A "}, {"t": "kitten", "n": "cat", "page": 3}]}]}

becomes, as CollateX's Python edition writes it, one row for each witness with null for a gap:

    {"witnesses": ["A", "B"],
     "table": [[[{"t": "A ", "n": "a"}], [{"t": "black ", "n": "black"}], [{"t": "cat", "n": "cat"}]],
               [[{"t": "A "}],           null,                    [{"t": "kitten", "n": "cat", "page": 3}]]]}

A token comes out as it went in, keys that mean nothing to us included. Tokens made from ``content`` keep the
white space after them in ``t``, so that their ``t``'s make up the content again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter, ValidationError, model_validator

from articles.analysis.collation import Column, Table, collate
from articles.analysis.passages import Token, normalise

_CONTENT_TOKEN = re.compile(r"^\s+|[^\W_]+(?:['’.,/-][^\W_]+)*%?\s*|[^\s]\s*")
_LINE_WIDTH = 110


class CollateXError(ValueError):
    """The input is not CollateX JSON; the message says where it is not."""


class _InputToken(BaseModel, extra="allow"):
    t: str
    n: str | None = None


class _InputWitness(BaseModel):
    id: str
    content: str | None = None
    tokens: list[dict[str, Any]] | None = None

    @model_validator(mode="after")
    def _has_words(self) -> "_InputWitness":
        if self.content is None and self.tokens is None:
            raise ValueError("a witness needs “content” or “tokens”")
        TypeAdapter(list[_InputToken]).validate_python(self.tokens or [])
        return self


class _Input(BaseModel):
    witnesses: Annotated[list[_InputWitness], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_each_witness_once(self) -> "_Input":
        ids = [witness.id for witness in self.witnesses]
        if len(set(ids)) < len(ids):
            raise ValueError("two witnesses have one id")
        return self


@dataclass(frozen=True, slots=True)
class Collated:
    """A collation and its tokens as they came in: ``start`` of the table's is the index into ``printed``."""

    table: Table
    printed: tuple[tuple[dict[str, Any], ...], ...]

    def cell(self, column: Column, witness: int) -> list[dict[str, Any]]:
        """Return the tokens that a witness has in a column, as they came in."""
        return [self.printed[witness][token.start] for token in column.cells[witness]]


def read(data: bytes) -> Collated:
    """Collate CollateX JSON. Raises CollateXError where it is none."""
    try:
        parsed = _Input.model_validate_json(data)
    except ValidationError as error:
        raise CollateXError(described(error)) from None
    printed = tuple(tuple(_tokens(witness)) for witness in parsed.witnesses)
    readings = [[_token(at, token) for at, token in enumerate(tokens)] for tokens in printed]
    return Collated(collate(readings, [witness.id for witness in parsed.witnesses]), printed)


def described(error: ValidationError) -> str:
    """Return what is wrong with an input in one line: the first fault and its place."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else message


def as_json(collated: Collated) -> dict[str, Any]:
    """Return the table as CollateX's Python edition writes it."""
    return {
        "witnesses": list(collated.table.witnesses),
        "table": [
            [collated.cell(column, witness) or None for column in collated.table.columns]
            for witness in range(len(collated.table.witnesses))
        ],
    }


def as_text(collated: Collated) -> str:
    """Return the table in lines that fit a terminal; columns with a substantive variant are marked with *."""
    names = [*collated.table.witnesses, ""]
    margin = max(map(len, names)) + 2
    columns = [_column_text(collated, column) for column in collated.table.columns]
    return "\n".join(
        "".join(
            f"{name:<{margin}}{' '.join(row)}".rstrip() + "\n"
            for name, row in zip(names, zip(*block, strict=True), strict=True)
        )
        for block in _fitting(columns, margin)
    )


def as_html(collated: Collated) -> str:
    """Return the table as an HTML fragment; everything printed is escaped."""
    rows = []
    for witness, name in enumerate(collated.table.witnesses):
        cells = "".join(
            f'<td class="{column.variant or "same"}">{escape(_cell_text(collated, column, witness))}</td>'
            for column in collated.table.columns
        )
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    return f'<table class="collation">\n{chr(10).join(rows)}\n</table>\n'


def _tokens(witness: _InputWitness) -> Iterator[dict[str, Any]]:
    if witness.tokens is not None:
        yield from witness.tokens
        return
    parts = _CONTENT_TOKEN.findall(witness.content or "")
    if len(parts) > 1 and not parts[0].strip():
        parts[:2] = [parts[0] + parts[1]]
    for part in parts:
        yield {"t": part, "n": normalise(part.strip())}


def _token(at: int, token: dict[str, Any]) -> Token:
    norm = token.get("n")
    return Token(
        start=at, end=at + 1, text=token["t"], norm=normalise(token["t"].strip()) if norm is None else norm
    )


def _cell_text(collated: Collated, column: Column, witness: int) -> str:
    return " ".join("".join(f"{token['t']} " for token in collated.cell(column, witness)).split())


def _column_text(collated: Collated, column: Column) -> list[str]:
    cells = [_cell_text(collated, column, at) or "-" for at in range(len(collated.table.witnesses))]
    cells.append("*" if column.variant == "substantive" else "")
    width = max(map(len, cells))
    return [f"{cell:<{width}}" for cell in cells]


def _fitting(columns: Sequence[list[str]], margin: int) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    used = margin
    for column in columns:
        if block and used + len(column[0]) > _LINE_WIDTH:
            yield block
            block, used = [], margin
        block.append(column)
        used += len(column[0]) + 1
    if block:
        yield block
