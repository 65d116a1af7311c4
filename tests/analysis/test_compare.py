"""Comparing analyses: the seeds as an editor would have them, and what holds for any story."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis.collation import collate
from articles.analysis.passages import tokens
from articles.analysis.pipeline import Comparison, Witness, analyse, compare
from tests.analysis.story_texts import article

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
OUTLETS = ["Unidentified outlet", "NewsChain", "The National", "ExBulletin", "Quds News Network"]


@pytest.fixture(scope="module")
def witnesses() -> list[Witness]:
    read = [analyse(file.read_bytes().decode()) for file in SEEDS]
    return [
        Witness(id=file.name[:3], outlet=outlet, published=analysis.published, analysis=analysis)
        for file, outlet, analysis in zip(SEEDS, OUTLETS, read, strict=True)
    ]


@pytest.fixture(scope="module")
def comparison(witnesses) -> Comparison:
    return compare(witnesses)


def rows(witnesses: list[Witness], comparison: Comparison) -> set[frozenset[tuple[str, str, bool]]]:
    return {
        frozenset(
            (
                witnesses[reading.article].id,
                reading.of(witnesses[reading.article].analysis.text),
                reading.suggested,
            )
            for reading in statement.readings
        )
        for statement in comparison.statements
    }


def differences(witnesses: list[Witness], comparison: Comparison) -> set[tuple[object, ...]]:
    return {
        (
            item.kind,
            item.severity,
            item.verdict,
            frozenset(
                (witnesses[evidence.article].id, evidence.start, evidence.end) for evidence in item.readings
            ),
        )
        for item in comparison.discrepancies
    }


def carrying(witnesses: list[Witness], comparison: Comparison, words: str) -> set[int]:
    """Return the articles that print the first statement with these words in a sure reading."""
    return next(
        {reading.article for reading in statement.readings if not reading.suggested}
        for statement in comparison.statements
        if any(
            words in reading.of(witnesses[reading.article].analysis.text) for reading in statement.readings
        )
    )


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("It is with sadness that I resign", {0, 1, 2, 3}),
        ("and yet somehow it continues", {0, 1, 2, 3, 4}),
        ("every level in the organisation", {0, 1, 2, 3, 4}),
        ("expressed open genocidal intent, Israeli soldiers", {1, 2}),
        ("We will provide an update", {1, 2}),
        ("I hope more diplomats will follow", {0, 3}),
        ("I hope that we can look back", {1}),
        ("declined to comment on the case", {0, 2, 3}),
    ],
)
def test_it_joins_the_seeds_as_an_editor_would(witnesses, comparison, words, articles):
    assert carrying(witnesses, comparison, words) == articles


def test_each_table_collates_the_readings_of_its_statement(witnesses, comparison):
    for statement, table in zip(comparison.statements, comparison.tables, strict=True):
        if len(statement.readings) < 2:
            assert table is None
            continue
        assert table is not None
        for row, reading in enumerate(statement.readings):
            text = witnesses[reading.article].analysis.text
            assert tuple(token for column in table.columns for token in column.cells[row]) == tokens(
                text, reading
            )


def test_the_order_of_the_articles_changes_nothing_but_order(witnesses, comparison):
    shuffled = [witnesses[at] for at in (3, 0, 4, 2, 1)]
    again = compare(shuffled)
    assert rows(shuffled, again) == rows(witnesses, comparison)
    assert differences(shuffled, again) == differences(witnesses, comparison)


INVENTED = [
    "“The crimes were perpetuated by the owners, however old the yard is,” Anna Berg said.",
    "“The crimes were perpetrated by the owners, but old the yard is,” Anna Berg admitted.",
    "“The crimes were not perpetrated by the owners … the yard is,” Omar Haddad said.",
    "Anna Berg told reporters the yard sold 52 pumps. “The crimes were perpetrated by 5 owners,” she said.",
    "Anna Berg spoke of “crimes perpetrated by the owners”. The yard sold 48 pumps.",
]


@settings(max_examples=20)
@given(st.permutations(INVENTED))
def test_the_order_of_an_invented_story_changes_nothing_but_order(texts):
    straight, shuffled = ([_read(text) for text in order] for order in (INVENTED, texts))
    assert differences(shuffled, compare(shuffled)) == differences(straight, compare(straight))


@cache
def _read(text: str) -> Witness:
    return Witness(id=text[:20], outlet=text[:20], published=None, analysis=analyse(text))


def test_readings_and_evidence_lie_inside_their_texts(witnesses, comparison):
    passages = [reading for statement in comparison.statements for reading in statement.readings]
    passages += [item for discrepancy in comparison.discrepancies for item in discrepancy.readings]
    assert all(passage.end <= len(witnesses[passage.article].analysis.text) for passage in passages)


def test_there_are_few_discrepancies_and_each_has_two_articles_in_it(comparison):
    assert 12 <= len(comparison.discrepancies) <= 45
    for discrepancy in comparison.discrepancies:
        assert len({item.article for item in discrepancy.readings}) >= 2
        assert discrepancy.summary.endswith(".")


def test_one_article_or_none_is_compared_with_nothing():
    assert compare([]).statements == ()
    alone = compare([article(0, "“Nobody came to look at the pumps,” Anna Berg said.", ["Anna Berg"])])
    assert [len(statement.readings) for statement in alone.statements] == [1]
    assert alone.tables == (None,)
    assert alone.discrepancies == ()


def test_copies_of_one_report_are_one_row_a_statement():
    text = "“The pumps had rusted through and the board knew,” Anna Berg said. “Nobody came to look at them.”"
    many = [article(index % 5, text, ["Anna Berg"]) for index in range(30)]
    comparison = compare(many)
    assert {len(statement.readings) for statement in comparison.statements} == {30}
    assert comparison.discrepancies == ()


def test_a_collation_of_many_readings_stays_small():
    words = (
        "the board of the yard knew that every pump of the lower deck had rusted through in spring".split()
    )
    readings = [
        tokens(text, article(0, text, [""]).analysis.units[0].context)
        for text in (" ".join(words[:at] + words[at + 1 :]).capitalize() for at in range(len(words)))
    ]
    table = collate(readings, [str(at) for at in range(len(readings))])
    assert len(table.columns) <= len(words) + 2
