import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.cleaning import blank, clean
from articles.analysis.passages import Passage

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "cleaning.toml").read_text("utf-8"))["case"]
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_it_omits_what_the_cases_say(case):
    cleaned = clean(case["text"])
    assert [[one.reason, one.of(case["text"])] for one in cleaned.omitted] == case["omitted"]
    assert cleaned.published == case.get("published")


def test_it_omits_the_pull_quotes_of_a_seed():
    text = (SEEDS / "001_04d9b9d1b44970d1.txt").read_text("utf-8")
    reasons = [one.reason for one in clean(text).omitted]
    assert reasons == ["front matter", "pull-quote", "pull-quote", "pull-quote"]


def test_blanking_keeps_every_offset_and_every_line():
    text = "One.\nTwo.\nThree."
    blanked = blank(text, [Passage(start=2, end=8)])
    assert blanked == "On  \n   .\nThree."


@given(st.text())
def test_it_answers_any_text(text):
    omitted = clean(text).omitted
    assert len(blank(text, omitted)) == len(text)
    assert all(one.end <= len(text) for one in omitted)
    assert list(omitted) == sorted(omitted, key=lambda one: one.start)


@pytest.mark.parametrize("piece", ["a b c d e f\n", "“a b c d e f”\na b c d e g\n", "Ab Cd ", "photo: ", "x"])
def test_it_keeps_the_length_of_a_long_text_that_repeats_itself(piece):
    text = piece * (60_000 // len(piece))
    assert len(blank(text, clean(text).omitted)) == len(text)
