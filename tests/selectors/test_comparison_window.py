"""Which rows of a large board one page holds."""

import pytest

from articles.analysis.passages import Passage
from articles.models import Statement
from articles.selectors.comparison import comparison
from articles.selectors.comparison_base import chosen_base
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_outline import outlines
from articles.selectors.comparison_source import (
    StoredReading,
    StoredStatement,
    comparison_source,
    kept_source,
)
from articles.selectors.comparison_window import HEAVIEST, Window, window_of
from articles.selectors.marked_story import marked_story
from tests.big_story import big_story
from tests.factories import build_story

LONG = 10_000


def statement(key: int, *, words: int = LONG) -> StoredStatement:
    place = Passage(start=0, end=words)
    reading = StoredReading(
        key=key,
        column=0,
        row=0,
        start=0,
        end=words,
        context=place,
        kind="verbatim",
        quoted=True,
        speaker_as_printed="",
        suggested=False,
        of_reference=False,
    )
    return StoredStatement(
        key=key, number=key, speaker="Ada Low", collation=None, readings=(reading,), flags=()
    )


ROWS = [statement(key) for key in range(1, 8)]
HEAVY = 3 * (LONG + 2000)


@pytest.mark.parametrize(
    ("row", "window"),
    [
        (None, Window(start=0, end=3, count=7, before=None, after=4)),
        (3, Window(start=0, end=3, count=7, before=None, after=4)),
        (4, Window(start=3, end=6, count=7, before=1, after=7)),
        (7, Window(start=6, end=7, count=7, before=4, after=None)),
        (99, Window(start=0, end=3, count=7, before=None, after=4)),
    ],
)
def test_a_window_is_the_one_with_the_row_asked_for(row, window):
    assert window_of(ROWS, columns=1, row=row, heaviest=HEAVY) == window


def test_a_row_too_heavy_for_any_window_has_one_of_its_own():
    rows = [statement(1), statement(2, words=2 * HEAVY), statement(3)]

    assert window_of(rows, columns=1, row=2, heaviest=HEAVY) == Window(
        start=1, end=2, count=3, before=1, after=3
    )


def test_no_rows_are_one_empty_window():
    assert window_of([], columns=5, row=None) == Window(start=0, end=0, count=0, before=None, after=None)


def test_the_windows_of_an_ordinary_story_are_one():
    rows = [statement(key, words=200) for key in range(60)]

    assert window_of(rows, columns=8, row=None, heaviest=HEAVIEST).after is None


@pytest.fixture
def windowed(monkeypatch: pytest.MonkeyPatch, db: None):
    """Return a story whose boards have windows of a few rows."""
    monkeypatch.setattr("articles.selectors.comparison_window.HEAVIEST", 12_000)
    return comparison_source(build_story(statements=20, outlets=4))


def walk(source, **chosen):
    """Return the boards of all windows, from one to the next."""
    boards = [comparison(source, choices=Choices(**chosen))]
    while after := boards[-1].window.after:
        boards.append(comparison(source, choices=Choices(row=after, **chosen)))
    return boards


@pytest.mark.parametrize(
    "chosen", [{}, {"changes_only": True}, {"base": "majority"}, {"speaker": "Speaker 1"}]
)
def test_the_windows_hold_every_row_once_in_order(windowed, chosen):
    boards = walk(windowed, **chosen)

    assert len(boards) > 1
    assert [row.key for board in boards for row in board.rows] == list(boards[0].keys)
    assert [row.place for board in boards for row in board.rows] == list(range(boards[0].count))
    assert all(board.keys == boards[0].keys for board in boards)


def test_heads_and_counts_speak_of_all_rows_in_each_window(windowed):
    first, *others = walk(windowed)

    assert [header.heat for header in first.headers] == [header.heat for header in others[-1].headers]
    assert len(first.headers[0].heat) == first.count == 20
    assert first.differences == sum(row.differing for board in (first, *others) for row in board.rows)
    assert others[0].differences_before == sum(row.differing for row in first.rows)


def test_the_heat_of_the_outline_is_that_of_the_cells(windowed):
    boards = walk(windowed, show="every")

    for at, header in enumerate(boards[0].headers):
        assert header.heat == tuple(row.cells[at].heat for board in boards for row in board.rows)


def test_a_part_that_goes_on_says_so(windowed):
    boards = walk(windowed, by=windowed.columns[1].article)
    parts = [part for board in boards for part in board.parts]

    assert [part.is_continued for part in parts] == [False, *[True] * (len(parts) - 1)]
    assert {part.count for part in parts} == {20}


def test_the_first_window_needs_no_row_in_its_address(windowed):
    first = comparison(windowed, choices=Choices())

    assert comparison(windowed, choices=Choices(row=first.keys[1])).choices.row is None
    assert comparison(windowed, choices=Choices(row=first.window.after)).choices.row == first.window.after


@pytest.mark.django_db
def test_a_story_is_read_and_outlined_once_for_each_of_its_states(django_assert_num_queries):
    story = big_story(outlets=3, statements=3)
    marked = marked_story(story.slug)
    assert marked is not None
    source = kept_source(marked)
    base = comparison(source, choices=Choices())

    with django_assert_num_queries(0):
        assert kept_source(marked) is source
        assert comparison(source, choices=Choices()) is base
    Statement.objects.filter(story=story).update(speaker="Ben Ode")
    again = marked_story(story.slug)
    assert again is not None
    assert {one.speaker for one in kept_source(again).statements} == {"Ben Ode"}


@pytest.mark.django_db
def test_an_outline_counts_what_is_marked():
    source = comparison_source(big_story(outlets=12, statements=4))
    board = comparison(source, choices=Choices())

    assert board.differences == sum(row.differing for row in board.rows) > 0
    assert outlines(source, base=chosen_base(source, choices=Choices()), show="changed").keys() == {
        statement.key for statement in source.statements
    }


@pytest.mark.django_db
def test_only_a_board_of_few_cells_grows(monkeypatch):
    source = comparison_source(build_story(statements=6, outlets=3))

    assert comparison(source, choices=Choices()).grows
    monkeypatch.setattr("articles.selectors.comparison_board._MOST_CELLS", 17)
    assert not comparison(source, choices=Choices()).grows
