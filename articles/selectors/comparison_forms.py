"""A statement's readings held against its base: once for each printed form, since outlets that print the same
words depart from the base alike.

    base      We will close the depots.
    form      We will shut the depots.       printed by the Courier, the Mirror and forty others

What is found for the form is carried over to each outlet's own words: they are the same words in the same
order, at other places of another text.

A table of forms is kept in memory under what is stored, as is how much two of its forms differ: a story that
changes keeps most of its tables, and each outlet becomes the base of a row that has few forms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b

from articles.analysis.collation import Mark, against
from articles.analysis.passages import Token
from articles.models.printed_forms import PrintedForms, forms_from_json_text
from articles.selectors.comparison_base import Base, Comparand, comparand_in
from articles.selectors.comparison_choices import Show
from articles.selectors.comparison_marks import share_of
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement
from articles.selectors.kept import Kept

_forms: Kept[PrintedForms] = Kept(limit=100_000_000)
"""Tables of forms by the hash of what is stored; the weight is about that in bytes."""

_measures: Kept[float] = Kept(limit=100_000)
"""How much forms differ, by the hash of their table, the two forms and what else the measure looks at."""


class HeldAgainst:
    """A statement's readings as seen from what they are compared with, which is ``base``."""

    def __init__(self, statement: StoredStatement, *, source: Source, base: Base) -> None:
        self._stored, self._forms = _kept_forms(statement.collation)
        table = self._forms.table if self._forms else None
        voting = _by_form(statement, self._forms) if base.is_majority else statement
        self.base: Comparand = comparand_in(table, voting, source=source, base=base)
        self._base_row = next(
            (one.row for one in statement.readings if one.key == self.base.reading.key), None
        )
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._measures: dict[tuple[int, str, Show], float] = {}

    def marks(self, reading: StoredReading) -> tuple[Mark, ...] | None:
        """Return how a reading departs from the base, at its own places; None where nothing is compared."""
        if self._forms is None:
            return None
        found = self._marks_of(self._forms.form_of[reading.row])
        return tuple(_placed(found, self._forms.tokens(reading.row), self._base_tokens))

    def measure(self, reading: StoredReading, *, show: Show) -> float:
        """Return the share of a reading's words that differ."""
        if self._forms is None:
            return 0
        form = self._forms.form_of[reading.row]
        if form == self._base_form:
            return 0
        key = form, reading.kind, show
        if key not in self._measures:
            self._measures[key] = self._measure(form, reading, show=show)
        return self._measures[key]

    def _measure(self, form: int, reading: StoredReading, *, show: Show) -> float:
        """Return what was found when the two forms were held against each other before, or find it."""
        base = self.base.reading

        def find() -> float:
            return share_of(self._marks_of(form), reading=reading, base=base, show=show)

        if self.base.majority:
            return find()
        key = self._stored, self._base_form, form, base.kind, reading.kind, show
        return _measures.made(key, make=find, weigh=lambda _: 1)

    def _marks_of(self, form: int) -> tuple[Mark, ...]:
        if form not in self._marks and self.base.table is not None:
            self._marks[form] = against(self.base.table, base=self._base_form, witness=form)
        return self._marks[form]

    @property
    def _base_form(self) -> int:
        """The base's row in the table of forms, of which the majority's is the last."""
        if self._forms and self._base_row is not None:
            return self._forms.form_of[self._base_row]
        return self.base.reading.row

    @cached_property
    def _base_tokens(self) -> tuple[Token, ...]:
        """The base's tokens: an article's from its own row, the majority's from the table it is put into."""
        if self._forms and self._base_row is not None:
            return self._forms.tokens(self._base_row)
        columns = self.base.table.columns if self.base.table else ()
        return tuple(token for column in columns for token in column.cells[self.base.reading.row])


def _kept_forms(stored: str | None) -> tuple[bytes, PrintedForms | None]:
    """Return a stored table's forms from memory, or read them; with the hash of what is stored."""
    if stored is None:
        return b"", None
    name = blake2b(stored.encode(), digest_size=20).digest()

    def read() -> PrintedForms:
        forms = forms_from_json_text(stored)
        if forms is None:
            raise ValueError("A stored table is no table.")
        return forms

    return name, _forms.made(name, make=read, weigh=lambda forms: forms.size)


def _by_form(statement: StoredStatement, forms: PrintedForms | None) -> StoredStatement:
    """Return the statement with its readings at the rows of their forms."""
    if forms is None:
        return statement
    readings = (replace(one, row=forms.form_of[one.row]) for one in statement.readings)
    return replace(statement, readings=tuple(readings))


def _placed(marks: Sequence[Mark], tokens: Sequence[Token], base_tokens: Sequence[Token]) -> Iterator[Mark]:
    """Yield the marks of a form over the tokens of who prints it: each mark takes as many as it has."""
    at = at_base = 0
    for mark in marks:
        end, end_base = at + len(mark.tokens), at_base + len(mark.base_tokens)
        yield Mark(
            kind=mark.kind,
            variant=mark.variant,
            tokens=tuple(tokens[at:end]),
            base_tokens=tuple(base_tokens[at_base:end_base]),
        )
        at, at_base = end, end_base
