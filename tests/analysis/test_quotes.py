import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis import quotes
from articles.analysis.pipeline import analyse

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quotes.toml").read_text("utf-8"))["case"]

MARKED_TEXT = st.text(alphabet=st.sampled_from(list("“”\"'‘’«»„‚‹›ab S.,!?:\n\r—(<>=`´5")), max_size=120)

LINES = (
    *(
        "Q: Did you win?",
        "A: We “did.",
        "LEE: By nine.",
        "Courier: How?",
        "(Laughter)",
        "Her letter in full:",
    ),
    *(
        "I am sad.",
        "It is late.",
        "“We go.",
        "We won!",
        "— Ann Lee (@annlee)",
        "Lee tweeted:",
        "— No, he said.",
    ),
    *('<tweet author="@a">Yes</tweet>', "She said:", "'Go,' he said.", ""),
)
PRINTED_TEXT = st.lists(st.sampled_from(LINES), max_size=14).map("\n".join)
"""Articles in which interviews, posts, letters and dialogue stand in each other's way."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_it_finds_the_quotes_of_the_cases(case):
    text = case["text"]
    found, warnings = quotes.find(text)
    assert _segments(text, found) == case["quotes"]
    assert [quote.of(text) for quote in found if not quote.segments] == case.get("reported", [])
    assert len(warnings) == case.get("warnings", 0)


@pytest.mark.parametrize("case", [c for c in CASES if "said" in c], ids=lambda case: case["why"])
def test_it_tells_speech_from_titles_and_scare_quotes(case):
    assert _segments(case["text"], analyse(case["text"]).quotes) == case["said"]


def _segments(text, found):
    return [[segment.of(text) for segment in quote.segments] for quote in found if quote.segments]


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


@given(st.one_of(st.text(), MARKED_TEXT, PRINTED_TEXT))
def test_every_segment_lies_inside_its_quote_and_every_quote_in_its_text(text):
    found, warnings = quotes.find(text)
    last = 0
    for quote in found:
        assert last <= quote.start
        assert quote.end <= len(text)
        assert quote.segments or quote.type == "indirect"
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


@given(st.one_of(st.text(max_size=60), MARKED_TEXT, PRINTED_TEXT))
@settings(max_examples=40)
def test_every_quote_of_a_whole_reading_is_a_slice_with_its_segments_in_order(text):
    for quote in analyse(text).quotes:
        passages = [
            quote.start,
            *(edge for one in quote.segments for edge in (one.start, one.end)),
            quote.end,
        ]
        assert passages == sorted(passages)
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.speaker_as_printed is None or quote.speaker_as_printed == quote.speaker_at.of(text)


@pytest.mark.parametrize(
    "piece",
    [
        *("“a ", "”", "‘a ", "'a' ", '"a', "“a” he said, ", "“\n", "<a ", "'\n", "’ ", '5" a '),
        *("Q: a?\nA: b\n", "Lee: a?\n", "— a, he said, — ", "— a\n", "x:\nI am\n", "The letter in full:\n"),
        *("a — Ann Lee (@a)\n", "<tweet ", "Ann tweeted:\n", "A b ", "I am sad. "),
    ],
)
def test_it_parts_a_long_text_that_repeats_itself_into_passages_in_order(piece):
    text = piece * (20_000 // len(piece))
    edges = [edge for quote in quotes.find(text)[0] for edge in (quote.start, quote.end)]
    assert edges == sorted(edges)
