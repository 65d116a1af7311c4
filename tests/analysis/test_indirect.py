"""What is reported without quotation marks: every case of cases/indirect.toml."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from articles.analysis.pipeline import analyse

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "indirect.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_it_finds_what_is_reported_in_the_cases(case):
    text = case["text"]
    found = [quote for quote in analyse(text).quotes if quote.type == "indirect"]
    assert [[quote.speaker, quote.cue, quote.of(text)] for quote in found] == case["reported"]


def test_every_reported_clause_has_a_speaker_and_a_verb_and_none_overlap():
    text = " ".join(case["text"] for case in CASES)
    found = [quote for quote in analyse(text).quotes if quote.type == "indirect"]
    assert found
    assert all(quote.speaker_as_printed and quote.cue and not quote.segments for quote in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
