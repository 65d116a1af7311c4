import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis import quotes

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quotes.toml").read_text("utf-8"))["case"]

MARKED_TEXT = st.text(alphabet=st.sampled_from(list("“”\"'‘’«»„ab S.,!?:\n\r—(<>=`´5")), max_size=120)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_it_finds_the_quotes_of_the_cases(case):
    found, warnings = quotes.find(case["text"])
    assert [[segment.of(case["text"]) for segment in quote.segments] for quote in found] == case["quotes"]
    assert len(warnings) == case.get("warnings", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", "direct"),
        ("He called it “deeply troubling”.", "mixed"),
        ("She said: “One.\n\n“Two.”", "direct"),
        ("The letter added that “half of it is lost. These are the facts.”", "direct"),
        ("He said ministers “have lost the argument.”", "mixed"),
    ],
)
def test_it_tells_whole_sentences_from_fragments(text, expected):
    found, _ = quotes.find(text)
    assert [quote.type for quote in found] == [expected]


def test_a_warning_points_at_the_mark():
    text = "We left,” she said.\n\n“We won, she said."
    _, warnings = quotes.find(text)
    assert [(warning.of(text), warning.start, warning.message) for warning in warnings] == [
        ("”", 8, "This quotation mark closes nothing."),
        ("“", 21, "This quotation is never closed."),
    ]


@given(st.one_of(st.text(), MARKED_TEXT))
def test_every_segment_lies_inside_its_quote_and_every_quote_in_its_text(text):
    found, warnings = quotes.find(text)
    last = 0
    for quote in found:
        assert last <= quote.start
        assert quote.end <= len(text)
        assert quote.segments
        position = quote.start
        for segment in quote.segments:
            assert position <= segment.start
            assert segment.end <= quote.end
            assert segment.of(text) == segment.of(text).strip()
            position = segment.end
        last = quote.end
    assert all(warning.end <= len(text) for warning in warnings)


def test_it_answers_marks_nested_a_thousand_deep():
    text = "“a " * 1000 + "b" + "”" * 1000
    found, warnings = quotes.find(text)
    assert [quote.of(text) for quote in found] == [text]
    assert not warnings


@pytest.mark.parametrize(
    "piece", ["“a ", "”", "‘a ", "'a' ", '"a', "“a” he said, ", "“\n", "<a ", "'\n", "’ "]
)
def test_the_time_grows_with_the_length(piece):
    text = piece * (60_000 // len(piece))
    started = time.perf_counter()
    quotes.find(text)
    assert time.perf_counter() - started < 10
