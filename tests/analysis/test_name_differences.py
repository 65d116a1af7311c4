"""Names that outlets spell differently."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from articles.analysis import entities, name_differences, nlp
from articles.analysis.discrepancies import Discrepancy

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "name_differences.toml").read_text())["case"]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def differences(texts: list[str]) -> tuple[Discrepancy, ...]:
    story = entities.join([entities.find(nlp.parse(text)) for text in texts], texts)
    outlets = [f"Outlet {number}" for number, _text in enumerate(texts, start=1)]
    return name_differences.find(entities=story, texts=texts, outlets=outlets)


def evidence(texts: list[str]) -> list[list[str]]:
    return [[word.of(texts[word.article]) for word in found.readings] for found in differences(texts)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_outlets_differ_in_the_words_of_the_case(case: dict[str, Any]):
    assert evidence(case["texts"]) == case["expected"]


def test_the_summary_names_the_spellings_and_who_prints_them():
    (found,) = differences(["Hind Hasan published the letter.", "Hind Hassan published the letter."])
    assert found.kind == "name"
    assert found.severity == "medium"
    assert "“Hasan” (Outlet 1)" in found.summary
    assert "“Hassan” (Outlet 2)" in found.summary


def test_the_seeds_have_three_names_in_conflict():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    assert sorted(sorted(set(words)) for words in evidence(texts)) == [
        ["Africa", "African"],
        ["Hasan", "Hassan"],
        ["Lammy", "Lamy"],
    ]
