"""Parts of speech and dictionary forms, looked up once for all occurrences of a word in a batch.

spaCy's rules for both go through the words of a text one by one: "saw", tagged as a verb in the past tense,
is a VERB, and its dictionary form is "see". What they say depends on the word, its tag and its dependency
alone, so that they are asked once for each such triple. The eight rules that look at two words ("let" in
"let's") are left out, and the morphological features, which nothing here reads, are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from articles.analysis.word_vectors import keys

if TYPE_CHECKING:
    from spacy.language import Language

Numbers = NDArray[np.uint64]

_REMEMBERED = 50_000
"""How many words the lemmatiser may keep in mind, so that a long run does not grow."""


class WordAttributes:
    """The rules of one model."""

    def __init__(self, language: Language) -> None:
        self._vocab = language.vocab
        lemmatizer: Any = language.get_pipe("lemmatizer")
        self._lemmatizer = lemmatizer
        forms = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(forms):
            # They come as lists, of up to 57,000 words, and each ending that a word may have is looked for.
            forms[part_of_speech] = frozenset(forms[part_of_speech])
        ruler: Any = language.get_pipe("attribute_ruler")
        rules = [rule for rule in ruler.patterns if all(len(words) == 1 for words in rule["patterns"])]
        self._ruler = AttributeRuler(language.vocab, validate=False)
        self._ruler.add_patterns(rules)
        self._named = re.compile("|".join(_words_named(rules)))

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set the part of speech and the dictionary form of each token in docs that are tagged and parsed."""
        words = np.concatenate([doc.to_array(["ORTH", "TAG", "DEP", "IS_SPACE", "LOWER"]) for doc in docs])
        kinds = words[:, 1:]
        kinds[~self._are_named(kinds[:, -1]), -1] = 0
        first_of_kind, kind = _different(kinds)
        ruled = self._ruled(words[first_of_kind])
        first, which = _different(np.column_stack([words[:, 0], kind.astype(np.uint64)]))
        attributes = ruled[kind[first]]
        attributes[:, -1] = self._lemmas(words[first, 0], attributes)
        taken = 0
        for doc in docs:
            own: Any = attributes[which[taken : taken + len(doc)]]
            doc.from_array(_KEPT, own[:, [_ATTRIBUTES.index(one) for one in _KEPT]])
            taken += len(doc)

    def _are_named(self, lower: Numbers) -> NDArray[np.bool_]:
        """Say of each word whether any rule asks for it by its form; all others are alike to the ruler."""
        words, which = np.unique(lower, return_inverse=True)
        named = [bool(self._named.fullmatch(word)) for word in self._printed(words)]
        return np.array(named, dtype=bool)[which]

    def _ruled(self, words: Numbers) -> Numbers:
        """Return what the rules say of words with their tags and dependencies, as ``_ATTRIBUTES``."""
        doc = Doc(
            self._vocab,
            words=self._printed(words[:, 0]),
            tags=self._printed(words[:, 1]),
            deps=self._printed(words[:, 2]),
        )
        attributes: Any = self._ruler(doc).to_array(_ATTRIBUTES)
        return np.asarray(attributes, dtype=np.uint64)

    def _lemmas(self, words: Numbers, ruled: Any) -> Numbers:
        if len(self._lemmatizer.cache) > _REMEMBERED:
            self._lemmatizer.cache.clear()
        doc = Doc(self._vocab, words=self._printed(words)).from_array(_ATTRIBUTES, ruled)
        lemmas: Numbers = self._lemmatizer(doc).to_array("LEMMA")
        return lemmas

    def _printed(self, numbers: Numbers) -> list[str]:
        return [self._vocab.strings[number] for number in numbers.tolist()]


_ATTRIBUTES: list[str | int] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
_KEPT: list[str | int] = ["TAG", "DEP", "POS", "LEMMA"]


def _words_named(rules: Sequence[Any]) -> list[str]:
    """Return regular expressions for the words, in lower case, that rules of the ruler ask for."""
    asked = [word for rule in rules for words in rule["patterns"] for word in words]
    expressions = []
    for one in [word["LOWER"] for word in asked if "LOWER" in word]:
        if isinstance(one, str):
            expressions.append(re.escape(one))
        else:
            expressions += [re.escape(word) for word in one.get("IN", ())]
            expressions += [f"(?:{one['REGEX']})"] if "REGEX" in one else []
    return list(dict.fromkeys(expressions))


def _different(rows: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each different row first stands, and which of them each row is."""
    _, first, which = np.unique(keys(rows), return_index=True, return_inverse=True)
    return first, which
