"""Readings word by word: every case of cases/collation.toml, and what holds for any readings."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from articles.analysis.collation import Column, Table, against, collate
from articles.analysis.passages import Passage, Token, tokens

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "collation.toml").read_text("utf-8"))["case"]

WORDS = st.sampled_from(
    "the of and no not we war crime crimes Crime licence license 80% 80 per cent £5m £5 million don't do not "
    "whistle blowing whistleblowing two 2 , . “ committee committees he's he is isn't they'd would had "
    "twenty thousand % f**k fuck US us".split()
)
READINGS = st.lists(st.lists(WORDS, max_size=14), max_size=5)


def read(text: str) -> tuple[Token, ...]:
    return tokens(text, Passage(start=0, end=len(text))) if text else ()


def table_of(*readings: str) -> Table:
    return collate([read(reading) for reading in readings], [chr(65 + at) for at in range(len(readings))])


def printed(words: tuple[Token, ...]) -> str:
    return " ".join(word.text for word in words)


def made(words: list[str]) -> tuple[Token, ...]:
    return tuple(Token(start=at, end=at + 1, text=word, norm=word.lower()) for at, word in enumerate(words))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_it_collates(case):
    table = table_of(*case["readings"])
    for witness, expected in enumerate(case["differences"], start=1):
        marks = [mark for mark in against(table, base=0, witness=witness) if mark.kind != "same"]
        assert [
            [mark.kind, mark.variant or "", printed(mark.base_tokens), printed(mark.tokens)] for mark in marks
        ] == expected
    if "moved" in case:
        assert (
            printed(tuple(word for column in table.columns if column.moved for word in column.cells[0]))
            == (case["moved"])
        )


@given(READINGS)
def test_no_token_is_lost_and_the_order_is_kept(readings):
    rows = [made(words) for words in readings]
    table = collate(rows, [str(at) for at in range(len(rows))])
    for at, row in enumerate(rows):
        assert tuple(token for column in table.columns for token in column.cells[at]) == row
        assert all(len(column.cells) == len(rows) for column in table.columns)
    assert all(any(column.cells) for column in table.columns)


@given(READINGS.filter(bool), st.randoms(use_true_random=False))
def test_the_order_of_the_witnesses_changes_nothing_but_the_order_of_the_cells(readings, random):
    rows = [made(words) for words in readings]
    order = list(range(len(rows)))
    random.shuffle(order)
    straight = collate(rows, [str(at) for at in order])
    shuffled = collate([rows[at] for at in order], [str(at) for at in order])
    assert [[column.cells[at] for at in order] for column in straight.columns] == [
        list(column.cells) for column in shuffled.columns
    ]
    assert [(c.variant, c.moved) for c in straight.columns] == [
        (c.variant, c.moved) for c in shuffled.columns
    ]


@given(READINGS.filter(bool))
def test_a_column_has_a_class_where_readings_that_reach_it_print_other_words(readings):
    rows = [made(words) for words in readings]
    table = collate(rows, [str(at) for at in range(len(rows))])
    reach = [[at for at, column in enumerate(table.columns) if column.cells[row]] for row in range(len(rows))]
    for at, column in enumerate(table.columns):
        here = {
            tuple(token.text for token in column.cells[row])
            for row, places in enumerate(reach)
            if places and places[0] <= at <= places[-1]
        }
        assert (column.variant is not None) == (len(here) > 1)


@given(st.lists(WORDS, max_size=14), st.integers(min_value=1, max_value=5))
def test_one_reading_many_times_has_no_variant(words, times):
    table = collate([made(words)] * times, [str(at) for at in range(times)])
    assert len(table.columns) <= len(words)
    assert {column.variant for column in table.columns} <= {None}


@given(READINGS.filter(bool))
def test_marks_hold_every_token_of_witness_and_base_once(readings):
    rows = [made(words) for words in readings]
    table = collate(rows, [str(at) for at in range(len(rows))])
    for at, row in enumerate(rows):
        marks = against(table, base=0, witness=at)
        assert tuple(token for mark in marks for token in mark.tokens) == row
        assert tuple(token for mark in marks for token in mark.base_tokens) == rows[0]


@given(READINGS.filter(bool))
def test_a_reading_against_itself_is_the_same_throughout(readings):
    table = collate([made(words) for words in readings], [str(at) for at in range(len(readings))])
    for at in range(len(readings)):
        assert {mark.kind for mark in against(table, base=at, witness=at)} <= {"same"}


def test_a_table_survives_storage_as_json():
    table = table_of("Over 80% don’t pay £576m", "over 80 per cent do not pay £574 million", "")
    adapter = TypeAdapter(Table)
    assert adapter.validate_json(adapter.dump_json(table)) == table
    assert adapter.validate_python(adapter.dump_python(table, mode="json")) == table


def test_columns_say_their_class():
    table = table_of("We recognise both unions now", "we recognize the two unions", "the unions")
    assert [(printed(column.cells[0]), column.variant) for column in table.columns] == [
        ("We", "accidental"),
        ("recognise", "accidental"),
        ("both", "substantive"),
        ("", "substantive"),
        ("unions", None),
        ("now", None),
    ]


def test_a_fragment_makes_no_variant_of_what_it_does_not_carry():
    table = table_of("We find the delay deeply troubling and unfair", "deeply troubling")
    assert {column.variant for column in table.columns} == {None}


def test_nothing_collates_to_an_empty_table():
    assert collate([], []) == Table(witnesses=(), columns=())
    assert collate([()], ["A"]) == Table(witnesses=("A",), columns=())


def test_long_readings_are_cut_at_shared_words():
    base = [f"word{at}" for at in range(2_000)]
    changed = [word for at, word in enumerate(base) if at % 100] + ["the"] * 300
    table = collate([made(base), made(changed)], ["A", "B"])
    shared = [column for column in table.columns if all(column.cells)]
    assert len(shared) == 1_980
    assert all(isinstance(column, Column) and column.variant is None for column in shared)


def test_long_readings_without_a_shared_word_stand_apart():
    one, other = [f"one{at}" for at in range(400)], [f"xyz{at}" for at in range(400)]
    table = collate([made(one), made(other)], ["A", "B"])
    assert len(table.columns) == 800
