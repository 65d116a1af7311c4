"""Ages: which numbers are one, of whom, and in which unit.

"47-year-old Jo Bloggs", "Jo Bloggs, 47, said", "Jo Bloggs (47)"   47 year-old, age of Bloggs
"the suspect, aged 34", "a 34-year-old man"                        34 year-old, age of suspect, of man
"a two-month-old baby"                                             2 month-old, age of baby
"was 20 years old when the war began"                              20 year-old, of nobody: an age of long ago
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.analysis.figure_subjects import Subject
from articles.analysis.quantities import Quantity
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OLD = re.compile(r"[ \u00a0-](year|month|week|day)s?[ \u00a0-]old\b", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[A-Z][\w’'.-]+[ \u00a0]?,[ \u00a0]$")
_AGED = re.compile(r"\baged[ \u00a0](?:between[ \u00a0])?$", re.IGNORECASE)
_AFTER_PERSON = re.compile(
    r"\b(?:man|woman|boy|girl|suspect|victim|son|daughter|father|mother|husband|wife|brother|sister|baby|teenager|"
    r"driver|pilot|student|pupil|officer|soldier|actor|actress|singer)[ \u00a0]?,[ \u00a0]$"
)
_ENDS = re.compile(r",|\)|\.?$")
_OLDEST = 120


def unit(quantity: Quantity, text: str, span: Span) -> str | None:
    """Return "year-old" or "month-old" for an age, None for what is none. ``span`` holds its tokens."""
    if old := _OLD.match(text, quantity.end):
        return f"{old[1].lower()}-old"
    if quantity.unit == "year-old":
        return quantity.unit
    if quantity.unit is not None or quantity.value >= _OLDEST:
        return None
    before = text[max(0, quantity.start - 30) : quantity.start]
    if _AGED.search(before):
        return "year-old"
    if not quantity.plain or not _ENDS.match(text[quantity.end : quantity.end + 2]):
        return None
    in_brackets = before.endswith(" (") and text.startswith(")", quantity.end) and _follows_person(span)
    return "year-old" if in_brackets or _AFTER_NAME.search(before) or _AFTER_PERSON.search(before) else None


def subject(span: Span) -> Subject:
    """Return whose age is printed at the span, as one subject for all ages of one name."""
    before = span.doc[max(0, span.start - 3) : span.start]
    after = span.doc[span.end : span.end + 9]
    if after.text.lower().startswith(("years old", "months old")) and before.text[-2:] != "is":
        return Subject(phrase="age", lemmas=(), noun=None)
    names = [token for token in reversed(before) if token.pos_ == "PROPN"] or [
        token for token in after if token.pos_ == "PROPN" and not _goes_on(token)
    ]
    if names:
        return Subject(phrase=f"age of {names[0].text}", lemmas=("age", names[0].lower_), noun=None)
    people = [
        token for token in (*reversed(before), *after) if token.pos_ == "NOUN" and token.lower_ not in _UNITS
    ]
    return Subject(phrase=f"age of {people[0].text}" if people else "age", lemmas=(), noun=None)


_UNITS = word_set("year years month months week weeks day days old")


def _goes_on(name: Token) -> bool:
    return name.i + 1 < len(name.doc) and name.doc[name.i + 1].pos_ == "PROPN"


def _follows_person(span: Span) -> bool:
    return span.start > 1 and span.doc[span.start - 2].ent_type_ == "PERSON"
