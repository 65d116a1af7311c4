"""The words of a passage that say what it is about, reduced to what their forms share.

    "The Department is licensing exports"   department, licens, export
    "the departments' export licences"      department, export, licens

Function words and the verbs that only report speech are left out: "he said that it was" says nothing of what
was said. The reduced form is a key for comparison within one story, never shown: "minister" and "ministry"
have the same, which costs little among the few hundred words of a story.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from articles.analysis.passages import Passage, normalise, tokens
from articles.analysis.word_matching import FUNCTION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REPORTING = frozenset("say tell add ask according note also get make go take come mr mrs ms dr".split())

_EVERYDAY = (
    "able back bad become begin believe better best big bit bring come day different end feel find first "
    "give go good great happen keep kind know last late leave let like little long look lot make man mean "
    "moment move need new next number old one part people person place point put real really right see seem "
    "set show start still stop talk thing think time today together try turn understand use want way week "
    "well year"
)

_INFLECTION = re.compile(r"(?<=\w{3})(?:ing|ed|s)$")
_DERIVATION = re.compile(
    r"(?<=\w{4})(?:ations?|itions?|ions?|ities|ity|ances?|ances?|ences?|ments?|ness|ships?|ively|ive|ally|al|ably"
    r"|able|ibly|ible|ously|ous|ical|ic|ors?|ers?|ists?|isms?|ising|ised|ise|ly|ing|ed|es|s)$"
)
_LAST_VOWEL = re.compile(r"(?<=\w{3})[eiy]$")


def lemmas(doc: Doc) -> dict[int, str]:
    """Return the dictionary form of each word of a parsed text, by the offset at which the word starts."""
    return {token.idx: token.lemma_ for token in doc if token.lemma_}


def content_words(text: str, passage: Passage, lemma_at: Mapping[int, str]) -> tuple[str, ...]:
    """Return the reduced content words of a passage in printed order; ``lemma_at`` comes from ``lemmas``."""
    found = []
    for token in tokens(text, passage):
        lemma = normalise(lemma_at.get(token.start, token.text))
        if lemma not in FUNCTION_WORDS and lemma not in _REPORTING and token.norm not in FUNCTION_WORDS:
            found.append(reduced(lemma))
    return tuple(found)


@lru_cache(maxsize=65536)
def reduced(word: str) -> str:
    """Return what the forms of a lower-case word share; numbers and short words stay as they are."""
    if len(word) < 5 or not word.isalpha():
        return word
    shorter = _DERIVATION.sub("", word)
    if shorter == word:
        shorter = _INFLECTION.sub("", word)
    return _LAST_VOWEL.sub("", shorter)


DAYS = frozenset(map(reduced, "monday tuesday wednesday thursday friday saturday sunday".split()))
"""The days of the week as reduced words."""

TIMES = DAYS | frozenset(
    reduced(word)
    for word in (
        "january february march april may june july august september october november december "
        "morning afternoon evening night noon midnight hour today yesterday tomorrow tonight week month year"
    ).split()
)
"""Reduced words that tell when something happens."""

EVERYDAY = frozenset(reduced(word) for word in _EVERYDAY.split())
"""Reduced words that any text has: that a story has one of them seldom does not make it rare."""
