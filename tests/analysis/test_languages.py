import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.languages import ENGLISH, NAMES, language_of
from articles.analysis.pipeline import Witness, analyse, compare

HOUSE = Path(__file__).parents[2]
CASES = tomllib.loads((HOUSE / "tests" / "cases" / "languages.toml").read_text("utf-8"))["case"]
FRENCH = next(case["text"] for case in CASES if case.get("language") == "fr")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_it_tells_the_language(case):
    assert language_of(case["text"]) == case.get("language", ENGLISH)


@pytest.mark.parametrize("seed", sorted((HOUSE / "seeds").glob("*.txt")), ids=lambda file: file.name[:3])
def test_it_reads_every_paragraph_of_the_seeds_as_english(seed):
    assert {language_of(paragraph) for paragraph in seed.read_text("utf-8").split("\n")} == {ENGLISH}


@given(st.text())
def test_it_answers_any_text(text):
    assert language_of(text) in NAMES


@pytest.mark.parametrize("piece", ["word ", "« mot ", "“mot", "字", "é"])
def test_it_answers_a_text_of_millions_of_characters(piece):
    assert language_of(piece * 2_000_000) in NAMES


def test_nothing_is_read_of_a_text_in_another_language():
    analysis = analyse(f" date 2024-08-18 {FRENCH}")
    assert analysis.language == "fr"
    assert str(analysis.published) == "2024-08-18"
    assert [one.reason for one in analysis.omitted] == ["front matter"]
    assert [analysis.quotes, analysis.entities, analysis.figures, analysis.dates, analysis.units] == [()] * 5


def test_a_text_in_another_language_takes_part_in_no_statement():
    english = "“We will close all four depots by May,” said Ada Low, the mayor. She gave no reason for it."
    witnesses = [
        Witness(id=outlet, outlet=outlet, published=None, analysis=analyse(text))
        for outlet, text in [("Gazette", english), ("Journal", FRENCH), ("Courier", english)]
    ]
    comparison = compare(witnesses)
    assert {reading.article for one in comparison.statements for reading in one.readings} == {0, 2}


def test_english_is_told_without_loading_the_classifier():
    article = json.dumps({"id": 1, "text": "The minister resigned on Friday, and the union was glad of it."})
    code = (
        "import sys; from articles.analysis.__main__ import main; "
        "main(['extract']); print('py3langid' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=article, capture_output=True, text=True, check=True, cwd=HOUSE
    )
    assert done.stdout.splitlines() == ['{"id": 1, "quotes": []}', "False"]
