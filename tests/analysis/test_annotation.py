"""Our own steps in the place of spaCy's: the same answers."""

import importlib
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Token

from articles.analysis import nlp
from articles.analysis.dependencies import Dependencies
from articles.analysis.named_entities import NamedEntities
from articles.analysis.word_vectors import UnknownNetwork, WordVectors

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

WORDS = st.lists(
    st.sampled_from(
        "The Foreign Office said on Friday that Mark Smith of London 's 12 % had n't left . “ ” , \n\n in "
        "New York yesterday £5 million is was John 😀 \x00 \u202e -- (".split(" ")
    ),
    max_size=40,
).map(" ".join)


@cache
def spacys_own() -> Language:
    """A second copy of the model that ``nlp`` reads with, with the same tokeniser, else untouched."""
    package = importlib.import_module(nlp.model().meta["lang"] + "_" + nlp.model().meta["name"])
    own: Language = package.load()
    own.tokenizer = nlp.model().tokenizer
    return own


def of_token(token: Token) -> tuple[object, ...]:
    return (
        token.text,
        token.tag_,
        token.dep_,
        token.head.i,
        token.is_sent_start,
        token.ent_iob_,
        token.ent_type_,
    )


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_it_annotates_a_seed_as_spacy_does(seed):
    text = seed.read_text("utf-8")
    ours, theirs = nlp.parse(text), spacys_own()(text)
    assert [of_token(token) for token in ours] == [of_token(token) for token in theirs]
    assert [token.lemma_ for token in ours] == [token.lemma_ for token in theirs]
    different = {(token.text, token.pos_) for token in ours} - {(token.text, token.pos_) for token in theirs}
    # The rule that calls it a verb in "there is" looks at two words.
    assert different <= {("is", "AUX"), ("was", "AUX"), ("are", "AUX"), ("were", "AUX")}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_it_annotates_any_words_as_spacy_does(text):
    assert [of_token(token) for token in nlp.parse(text)] == [of_token(token) for token in spacys_own()(text)]


def test_texts_read_together_are_read_as_they_are_alone():
    texts = [seed.read_text("utf-8") for seed in SEEDS]
    for alone, together in zip(map(nlp.parse, texts), nlp.parse_all(["", *texts, ""])[1:-1], strict=True):
        assert [of_token(token) for token in alone] == [of_token(token) for token in together]


def test_the_vectors_of_words_are_spacys_up_to_rounding():
    network = spacys_own().get_pipe("tok2vec").model
    docs = [nlp.model().make_doc(seed.read_text("utf-8")) for seed in SEEDS]
    for ours, theirs in zip(WordVectors(network)(docs), network.predict(docs), strict=True):
        assert np.abs(ours - theirs).max() < 1e-4


def test_an_entity_longer_than_those_followed_together_is_found_whole():
    text = "He left the Office of the High Commissioner of the United Nations for the Rights of Man in Paris."
    assert [(entity.text, entity.label_) for entity in nlp.parse(text).ents] == [
        (entity.text, entity.label_) for entity in spacys_own()(text).ents
    ]


def test_a_network_of_another_build_is_refused():
    with pytest.raises(UnknownNetwork):
        WordVectors(spacys_own().get_pipe("tagger").model)


def test_a_parser_that_weighs_several_readings_is_refused(monkeypatch):
    parser = spacys_own().get_pipe("parser")
    monkeypatch.setitem(parser.cfg, "beam_width", 4)
    with pytest.raises(UnknownNetwork):
        Dependencies(parser)


def test_a_model_of_another_build_is_left_to_spacy(monkeypatch):
    def refuse(*_: object) -> None:
        raise UnknownNetwork("Another build.")

    monkeypatch.setattr(NamedEntities, "__init__", refuse)
    doc: Doc = nlp.model().make_doc("Mark Smith left London.")
    nlp._annotate.__wrapped__()([doc])
    assert [entity.text for entity in doc.ents] == ["Mark Smith", "London"]
