from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.analysis import nlp
from articles.analysis.passages import Passage
from articles.analysis.pipeline import Analysis, analyse

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

NEWS = st.lists(
    st.sampled_from([*"“”\"'‘’ab .,!?:\n—(", "said ", "Smith ", "he ", "\u200f", "😀", "\x00", "£5m "]),
    max_size=60,
).map("".join)


def passages(analysis: Analysis) -> list[Passage]:
    speakers = [quote.speaker_at for quote in analysis.quotes if quote.speaker_at]
    mentions = [mention for entity in analysis.entities for mention in entity.mentions]
    return [
        *analysis.omitted,
        *analysis.quotes,
        *speakers,
        *mentions,
        *analysis.figures,
        *analysis.dates,
        *analysis.roles,
        *analysis.units,
        *analysis.warnings,
    ]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_every_passage_of_a_seed_points_into_its_text(seed):
    text = seed.read_text("utf-8")
    analysis = analyse(text)
    assert analysis.text == text
    assert all(0 <= passage.start < passage.end <= len(text) for passage in passages(analysis))
    for quote in analysis.quotes:
        assert all(quote.covers(segment) for segment in quote.segments)
        if quote.speaker_at:
            assert quote.speaker_at.of(text) == quote.speaker_as_printed
        assert bool(quote.review_reason) == quote.review


def test_the_front_matter_gives_the_date_of_publication():
    assert analyse(" date 2024-08-19 A diplomat has resigned.").published == date(2024, 8, 19)


def test_a_given_date_of_publication_comes_first():
    published = date(2024, 8, 20)
    assert analyse(" date 2024-08-19 A diplomat has resigned.", published=published).published == published


def test_nothing_is_read_in_what_is_omitted():
    text = "He resigned.\n\nREAD MORE: ‘Tone-deaf,’ says Ann Lee of 300 visits\n\nShe stayed."
    analysis = analyse(text)
    (omitted,) = analysis.omitted
    assert not any(omitted.overlaps(passage) for passage in passages(analysis) if passage is not omitted)


def test_half_a_surrogate_pair_is_a_clear_error():
    with pytest.raises(ValueError, match="half of a surrogate pair stands at character 3"):
        analyse("abc\ud800")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=60), NEWS))
def test_it_answers_any_text(text):
    try:
        analysis = analyse(text)
    except ValueError:
        assert any("\ud800" <= character <= "\udfff" for character in text)
    else:
        assert all(0 <= passage.start < passage.end <= len(text) for passage in passages(analysis))
        assert all(quote.covers(segment) for quote in analysis.quotes for segment in quote.segments)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00\x01",
        "\u202eabc",
        "😀" * 500,
        "“a " * 1000 + "”" * 1000,
        "“" * 3000,
        "x" * 30_000,
    ],
    ids=["empty", "space", "lines", "control", "right to left", "emoji", "nested", "opened", "one word"],
)
def test_it_answers_odd_texts(text):
    assert analyse(text).text == text


def test_a_long_text_is_parsed_in_pieces_without_losing_a_character():
    text = ("“We won,” said Mark Smith. " * 30 + "\n") * 40
    assert nlp.parse(text).text == text


def test_a_missing_model_is_named(monkeypatch):
    monkeypatch.setattr(nlp, "_PACKAGES", ("no_such_model", "nor_this_one"))
    with pytest.raises(ModuleNotFoundError, match="no_such_model, nor_this_one"):
        nlp.model.__wrapped__()
