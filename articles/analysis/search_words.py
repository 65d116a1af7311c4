"""The words of a text as a search compares them, each with its place in the print.

Somebody who looks for words does not know how an outlet prints them:

    whistle blowing    finds    whistle-blowing
    sejourne           finds    Séjourné
    US                 finds    U.S. and US
    10000              finds    10,000
    f-35               finds    F35

so both sides are folded alike: lower case, without accents, marks and hyphens, letters apart from digits,
dots only where they are part of a number. What is not folded is the word itself: “resigned” and “resigns” are
two, and it is the database that knows their common stem.

A folded text is its words with one space between them, and so each word of it still has its place.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from articles.analysis.passages import Passage

BREAK = "a a"
"""Words that stand between two passages of a folded text, so that no phrase runs from one into the other.

They are too common to be looked for, but keep their places between their neighbours.
"""

_WORD = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W\d_])\.?"  # U.S., U.K
    r"|\d+(?:,\d{3})*(?:\.\d+)?"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def folded(text: str) -> str:
    """Return the text's folded words with one space between them; empty where it has no word."""
    return " ".join(_fold(found.group()) for found in _WORD.finditer(text))


def folded_words(text: str, *, within: Passage) -> Iterator[Passage]:
    """Yield the place of each word that the folded stretch has, in order."""
    for found in _WORD.finditer(text, within.start, within.end):
        yield Passage(start=found.start(), end=found.end())


def folded_passages(text: str, passages: Iterable[Passage]) -> str:
    """Return several passages of a text folded, with a break between two of them."""
    parts = (folded(passage.of(text)) for passage in passages)
    return f" {BREAK} ".join(part for part in parts if part)


@lru_cache(maxsize=65_536)
def _fold(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    plain = word.replace(".", "").casefold()
    if plain.isascii():
        return plain
    bare = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)
