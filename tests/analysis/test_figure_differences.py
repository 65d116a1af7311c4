"""Figures that outlets put differently on one thing, and what the difference amounts to."""

from datetime import date
from pathlib import Path

import pytest

from articles.analysis import figure_differences, figures, nlp
from articles.analysis.discrepancies import Discrepancy

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def differences(*texts: str, published: tuple[date | None, ...] | None = None) -> tuple[Discrepancy, ...]:
    days = published or (None,) * len(texts)
    found = [figures.find(nlp.parse(text), published=day)[0] for text, day in zip(texts, days, strict=True)]
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
