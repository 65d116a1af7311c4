"""spaCy's pipeline, step by step as spaCy runs it, with its slowest steps done in less time.

    step                       spaCy   here
    vectors of the words        20 %    5 %
    tags and dependencies       17 %    6 %
    parts of speech, lemmas     20 %    1 %
    named entities              40 %    6 %

as shares of spaCy's own time on news articles. ``word_vectors``, ``word_attributes`` and ``named_entities``
say how, ``dependencies`` how the parser's moves are chosen; the tags are left to spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from thinc.api import NumpyOps

from articles.analysis.dependencies import Dependencies
from articles.analysis.named_entities import NamedEntities
from articles.analysis.word_attributes import WordAttributes
from articles.analysis.word_vectors import WordVectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Annotator:
    """Annotates docs as the pipeline of a model does.

    Raises UnknownNetwork for a model whose networks are not built as those of spaCy's small English one are.
    """

    def __init__(self, language: Language) -> None:
        self._vectors = WordVectors(language.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
        tagger: Any = language.get_pipe("tagger")
        for layer in tagger.model.walk():
            layer.ops = NumpyOps(use_blis=False)
        self._tagger = tagger
        self._dependencies = Dependencies(language.get_pipe("parser"))
        self._attributes = WordAttributes(language)
        self._entities = NamedEntities(language.get_pipe("ner"))

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set tags, dependencies, sentences, parts of speech, dictionary forms and entities of the docs."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        vectors = self._vectors(docs)
        for doc, own in zip(docs, vectors, strict=True):
            doc.tensor = own  # type: ignore[assignment]
        self._tagger.set_annotations(docs, self._tagger.predict(docs))
        for doc in docs:
            doc.tensor = doc.tensor[:0]
        self._dependencies.annotate(docs, vectors)
        self._attributes.annotate(docs)
        self._entities.annotate(docs)
