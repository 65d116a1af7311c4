import tomllib
from pathlib import Path

import pytest

from articles.analysis.pipeline import analyse

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "speakers.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_it_names_the_speakers_of_the_cases(case):
    text = case["text"]
    found = analyse(text).quotes
    spoken = [quote for quote in found if quote.type != "indirect"]
    assert [quote.speaker or "" for quote in spoken] == [name for _, name in case["said"]]
    for quote, (words, _) in zip(spoken, case["said"], strict=True):
        assert quote.segments[0].of(text).startswith(words)
        assert quote.review == (words in case.get("review", []))
    if "reported" in case:
        reported = [[quote.of(text), quote.speaker] for quote in found if quote.type == "indirect"]
        assert reported == case["reported"]


def test_a_speaker_points_at_the_mention_it_was_resolved_from():
    text = "Mark Smith resigned. “I am sad,” Mr Smith said."
    (quote,) = analyse(text).quotes
    assert quote.speaker == "Mark Smith"
    assert quote.speaker_at is not None
    assert quote.speaker_at.of(text) == quote.speaker_as_printed == "Mr Smith"
    assert quote.cue == "said"


def test_an_unknown_speaker_is_flagged_with_a_reason():
    (quote,) = analyse("“There is nothing left to say about it all.”").quotes
    assert quote.speaker is None
    assert quote.review
    assert quote.review_reason == "No speaker is named."
