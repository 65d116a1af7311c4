"""Outlets that print the same words are compared once, and what is found stands at each one's own words."""

import pytest

from articles.analysis.collation import against
from articles.models.printed_forms import forms_from_json_text
from articles.models.values import table_from_json_text
from articles.selectors.comparison_base import Base, comparand
from articles.selectors.comparison_forms import HeldAgainst
from articles.selectors.comparison_marks import departure
from articles.selectors.comparison_source import comparison_source
from tests.big_story import big_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return comparison_source(big_story(outlets=13, statements=3))


def test_each_printed_form_has_one_row(source):
    for statement in source.statements:
        forms = forms_from_json_text(statement.collation)
        table = table_from_json_text(statement.collation)
        assert forms is not None
        assert table is not None
        assert len(forms.table.witnesses) < len(table.witnesses) == len(forms.form_of)
        for row in range(len(table.witnesses)):
            own = [token for column in table.columns for token in column.cells[row]]
            formed = [token for column in forms.table.columns for token in column.cells[forms.form_of[row]]]
            assert forms.tokens(row) == tuple(own)
            assert [(one.before, one.text, one.after) for one in own] == [
                (one.before, one.text, one.after) for one in formed
            ]


def test_a_statement_with_one_reading_has_no_forms():
    assert forms_from_json_text(None) is None


@pytest.mark.parametrize("base", [Base(column=0, is_majority=False), Base(column=5, is_majority=False)])
def test_the_marks_of_a_form_stand_at_each_readings_own_words(source, base):
    for statement in source.statements:
        held = HeldAgainst(statement, source=source, base=base)
        table = table_from_json_text(statement.collation)
        row = next(one.row for one in statement.readings if one.column == base.column)
        for reading in statement.readings:
            assert held.marks(reading) == against(table, base=row, witness=reading.row)


def test_the_majority_reading_is_the_same_however_often_a_form_is_printed(source):
    base = Base(column=0, is_majority=True)
    for statement in source.statements:
        held = HeldAgainst(statement, source=source, base=base)
        whole = comparand(statement, source=source, base=base)
        assert held.base.text == whole.text
        assert held.base.majority is not None
        for reading in statement.readings:
            assert held.marks(reading) == against(whole.table, base=whole.reading.row, witness=reading.row)


@pytest.mark.parametrize("show", ["changed", "every"])
def test_what_is_measured_is_what_is_marked(source, show):
    for statement in source.statements:
        held = HeldAgainst(statement, source=source, base=Base(column=1, is_majority=False))
        for reading in statement.readings:
            seen = departure(
                reading,
                text=source.columns[reading.column].text,
                base=held.base.reading,
                base_text=held.base.text,
                marks=held.marks(reading),
                show=show,
            )
            assert held.measure(reading, show=show) == seen.share
