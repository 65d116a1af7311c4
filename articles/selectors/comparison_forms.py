"""A statement's readings held against its base: once for each printed form, since outlets that print the same
words depart from the base alike.

    base      We will close the depots.
    form      We will shut the depots.       printed by the Courier, the Mirror and forty others

What is found for the form is carried over to each outlet's own words: they are the same words in the same
order, at other places of another text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from articles.analysis.collation import Mark, against
from articles.analysis.passages import Token
from articles.models.printed_forms import PrintedForms, forms_from_json_text
from articles.selectors.comparison_base import Base, Comparand, comparand_in
from articles.selectors.comparison_choices import Show
from articles.selectors.comparison_marks import is_in_other_words, is_shown, share_of
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement


class HeldAgainst:
    """A statement's readings as seen from what they are compared with, which is ``base``."""

    def __init__(self, statement: StoredStatement, *, source: Source, base: Base) -> None:
        self._forms = forms_from_json_text(statement.collation)
        table = self._forms.table if self._forms else None
        voting = _by_form(statement, self._forms) if base.is_majority else statement
        self.base: Comparand = comparand_in(table, voting, source=source, base=base)
        self._base_row = next(
            (one.row for one in statement.readings if one.key == self.base.reading.key), None
        )
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._measures: dict[tuple[int, str, Show], tuple[float, bool]] = {}

    def marks(self, reading: StoredReading) -> tuple[Mark, ...] | None:
        """Return how a reading departs from the base, at its own places; None where nothing is compared."""
        if self._forms is None:
            return None
        found = self._marks_of(self._forms.form_of[reading.row])
        return tuple(_placed(found, self._forms.tokens(reading.row), self._base_tokens))

    def measure(self, reading: StoredReading, *, show: Show) -> tuple[float, bool]:
        """Return the share of a reading's words that differ, and whether the reader sees which."""
        if self._forms is None:
            return 0, False
        form = self._forms.form_of[reading.row]
        if form == self._base_form:
            return 0, False
        key = form, reading.kind, show
        if key not in self._measures:
            marks, base = self._marks_of(form), self.base.reading
            share = share_of(marks, reading=reading, base=base, show=show)
            is_retold = is_in_other_words(marks, reading=reading, base=base)
            self._measures[key] = share, not is_retold and any(is_shown(mark, show) for mark in marks)
        return self._measures[key]

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
