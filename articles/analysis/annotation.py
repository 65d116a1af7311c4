"""spaCy's pipeline, step by step as spaCy runs it, with its slowest steps done in less time.

    step                       spaCy   here
    vectors of the words        20 %    5 %
    tags and dependencies       17 %   14 %
    parts of speech, lemmas     20 %    1 %
    named entities              40 %    6 %

as shares of spaCy's own time on news articles. ``word_vectors``, ``word_attributes`` and ``named_entities``
say how; tags and dependencies are left to spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from thinc.api import NumpyOps

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
        self._taught: list[Any] = [language.get_pipe("tagger"), language.get_pipe("parser")]
        self._attributes = WordAttributes(language)
        self._entities = NamedEntities(language.get_pipe("ner"))
        multiplying = NumpyOps(use_blis=False)
        for step in self._taught:
            for layer in step.model.walk():
                layer.ops = multiplying

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set tags, dependencies, sentences, parts of speech, dictionary forms and entities of the docs."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        for doc, vectors in zip(docs, self._vectors(docs), strict=True):
            doc.tensor = vectors  # type: ignore[assignment]
        for step in self._taught:
            step.set_annotations(docs, step.predict(docs))
        for doc in docs:
            doc.tensor = doc.tensor[:0]
        self._attributes.annotate(docs)
        self._entities.annotate(docs)
