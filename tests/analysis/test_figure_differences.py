"""Figures that outlets put differently on one thing, and what the difference amounts to."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis import figure_differences, figures, nlp
from articles.analysis.discrepancies import Discrepancy

PAIRS = tomllib.loads((Path(__file__).parents[1] / "cases" / "figures.toml").read_text())["pair"]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@cache
def read(text: str, published: date | None) -> tuple[figures.Figure, ...]:
    return figures.find(nlp.parse(text), published=published)[0]


def differences(*texts: str, published: tuple[date | None, ...] | None = None) -> tuple[Discrepancy, ...]:
    days = published or (None,) * len(texts)
    found = [read(text, day) for text, day in zip(texts, days, strict=True)]
    return figure_differences.find(
        subjects=figures.join(found),
        figures=found,
        texts=texts,
        outlets=[f"Outlet {number}" for number, _text in enumerate(texts, start=1)],
        published=days,
    )


@pytest.mark.parametrize(
    ("one", "other", "verdict", "severity"),
    [
        ("captured 200 militants", "captured 312 militants", "contradicting", "high"),
        ("captured 1,240 militants", "captured 1,200 militants", "rounded", "low"),
        ("captured more than 300 militants", "captured 312 militants", "compatible range", "low"),
        ("captured hundreds of militants", "captured 412 militants", None, None),
        ("captured 200 to 300 militants", "captured 250 militants", "compatible range", "low"),
        ("captured 200 to 300 militants", "captured 350 militants", "contradicting", "high"),
        ("captured 214 militants since 2019", "captured 240 militants since 2020", None, None),
    ],
)
def test_a_difference_has_its_verdict(one: str, other: str, verdict: str | None, severity: str | None):
    found = differences(f"The army {one} near the river.", f"The army {other} near the river.")
    assert [(each.verdict, each.severity) for each in found] == ([(verdict, severity)] if verdict else [])


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["why"] for pair in PAIRS])
def test_outlets_differ_in_the_figures_of_the_pair(pair: dict[str, Any]):
    published = tuple(map(date.fromisoformat, pair.get("published", ()))) or None
    found = differences(*pair["texts"], published=published)
    printed = [[word.of(pair["texts"][word.article]) for word in each.readings] for each in found]
    assert printed == [pair[key] for key in ("differ", "also") if key in pair]
    assert all(each.verdict == pair["verdict"] for each in found)
    assert pair.get("severity") in (None, *(each.severity for each in found))


@settings(max_examples=10)
@given(st.sampled_from([pair for pair in PAIRS if "published" not in pair]), st.randoms())
def test_the_order_of_the_articles_changes_nothing_but_order(pair: dict[str, Any], random: Any):
    texts = [*pair["texts"], "The mayor opened a school.", *PAIRS[0]["texts"]]
    order = list(range(len(texts)))
    random.shuffle(order)
    assert _told(texts, order) == _told(texts, sorted(order))


def _told(texts: list[str], order: list[int]) -> set[tuple[str | None, frozenset[tuple[int, int]]]]:
    """Return each difference with its evidence, as places in the unshuffled articles."""
    return {
        (each.verdict, frozenset((order[word.article], word.start) for word in each.readings))
        for each in differences(*(texts[index] for index in order))
    }


def test_equal_figures_are_no_difference():
    assert differences("The storm killed 41 villagers.", "The storm has killed 41 villagers.") == ()


def test_a_toll_that_grew_between_two_reports_was_updated():
    texts = ("At least 38 people were killed in the quake.", "The quake killed 61 people, officials said.")
    (found,) = differences(*texts, published=(date(2024, 8, 19), date(2024, 8, 21)))
    assert found.verdict == "updated since"


def test_a_toll_that_shrank_contradicts():
    texts = ("The quake killed 61 people, officials said.", "The quake killed 38 people, officials said.")
    (found,) = differences(*texts, published=(date(2024, 8, 19), date(2024, 8, 21)))
    assert found.verdict == "contradicting"


def test_without_days_of_publication_nothing_was_updated():
    (found,) = differences(
        "The quake killed 38 people, officials said.", "The quake killed 61 people, officials said."
    )
    assert found.verdict == "contradicting"


def test_one_difference_has_the_evidence_of_every_outlet_and_names_its_subject():
    texts = (
        "The army captured 200 militants near the river.",
        "The army captured 312 militants near the river.",
        "The army captured 312 militants near the river on Friday.",
    )
    (found,) = differences(*texts)
    assert [(word.article, word.of(texts[word.article])) for word in found.readings] == [
        (0, "200"),
        (1, "312"),
        (2, "312"),
    ]
    assert found.subject == 0
    assert "Outlet 2, Outlet 3: 312" in found.summary


def test_the_seeds_differ_in_two_figures():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    days = (date(2024, 8, 19), date(2024, 8, 18), None, None, None)
    found = differences(*texts, published=days)
    assert [({word.of(texts[word.article]) for word in each.readings}, each.verdict) for each in found] == [
        ({"108", "42"}, "different scope"),
        ({"£576 million", "£574 million"}, "contradicting"),
    ]
