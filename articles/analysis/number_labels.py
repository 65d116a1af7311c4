"""Numbers that count nothing: years, times of day, labels, addresses, telephone numbers, parts of names.

"in 1998", "at 7:30pm", "Section 230", "10 Downing Street", "020 7946 0018", "Boeing 737",
"1. Wash the rice", "three days ago"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.analysis.quantities import Quantity
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span

_LABELS = word_set(
    "no number page pages chapter section article phase stage grade level type size day week round "
    "category tier route highway interstate flight channel room ward district title act amendment "
    "resolution top class gate season episode group unit area part volume issue version model psalm "
    "verse line step rule point"
)
_LIST_MARK = re.compile(r"[.)][ \u00a0]")
_STREET = re.compile(
    r"[ \u00a0](?:[A-Z][\w’'.]*[ \u00a0]){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Square|Place|Boulevard|Blvd|Drive|Way)\b"
)
_CLOCK = re.compile(
    r"(?:[:.][0-9]{2})?[ \u00a0]?"
    r"(?:[ap]\.?m\b\.?|o['’]clock|GMT|BST|ET\b|EST|EDT|CET|hrs\b|hours[ \u00a0](?:GMT|local))|:[0-9]{2}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"[ \u00a0-](?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?['’]?[ \u00a0]"
    r"(?:ago|later|earlier|before|after|from now|since)\b",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"(?:\+|\b0|\()[0-9][0-9 ()\u00a0.-]{7,18}[0-9]|\b[0-9]{3}[-.][0-9]{3,4}[-.][0-9]{4}\b"
)
_NUMBER_ONE = re.compile(r"\bnumber[ \u00a0]$", re.IGNORECASE)
_EMERGENCY = re.compile(r"\b(?:call|dial|phon|rang|ring)\w*[ \u00a0](?:the[ \u00a0])?$", re.IGNORECASE)
_EMERGENCY_CALL = re.compile(r"[ \u00a0](?:call|dispatch|operator|emergency)", re.IGNORECASE)
_EMERGENCY_NUMBERS = frozenset({"911", "999", "112", "101", "111", "988"})
_AFTER_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?[ \u00a0][0-9]{1,2}"
    r"(?:,| and| or)[ \u00a0]$"
)
_QUOTES = tuple("\"'“‘")
_TITLE = re.compile(r"(?:[ \u00a0][A-Z][\w’'-]*[a-z]){1,4}[\"'”’]")
_YEARS = (1700, 2100)
_SPAN_OF_YEARS = re.compile(
    r"(?:1[5-9]|20)[0-9]{2}(?:[-–]|[ \u00a0](?:and|to)[ \u00a0])(?:(?:1[5-9]|20)?[0-9]{2})"
)
_IN = re.compile(r"\b(?:in|since|until|circa)[ \u00a0]$", re.IGNORECASE)


def is_label(quantity: Quantity, text: str, span: Span) -> bool:
    """Say whether a printed quantity counts nothing. ``span`` holds its tokens in the parsed text."""
    before = text[max(0, quantity.start - 60) : quantity.start].rpartition("\n")[2]
    after = text[quantity.end : quantity.end + 60]
    if _CLOCK.match(after) and quantity.unit is None and quantity.value <= 2400:
        return True
    if _NUMBER_ONE.search(before) and quantity.unit is None:
        return True
    if _AGO.match(after) or _is_telephone(quantity, text):
        return True
    if not quantity.plain:
        return _is_span_of_years(quantity, text, span)
    opens_line = not before.strip() and (
        quantity.start - len(before) in (0, text.rfind("\n", 0, quantity.start) + 1)
    )
    return (
        (opens_line and bool(_LIST_MARK.match(after)))
        or _is_labelled(quantity, text, before, after)
        or bool(_STREET.match(after))
        or _is_year(quantity, before, span)
        or _names_something(span)
    )


def _is_telephone(quantity: Quantity, text: str) -> bool:
    start = max(0, quantity.start - 20)
    return any(
        start + match.start() < quantity.end and quantity.start < start + match.end()
        for match in _TELEPHONE.finditer(text[start : quantity.end + 20])
        if sum(char.isdigit() for char in match.group()) >= 9
    )


def _is_labelled(quantity: Quantity, text: str, before: str, after: str) -> bool:
    if quantity.of(text) in _EMERGENCY_NUMBERS and (
        _EMERGENCY.search(before) or _EMERGENCY_CALL.match(after)
    ):
        return True
    if _AFTER_DATE.search(before) or (before[-1:] in _QUOTES and _TITLE.match(after)):
        return True
    previous = re.search(r"([\w’']+)\.?[ \u00a0]?[#-]?$", before)
    return bool(
        previous and previous.group(1).lower() in _LABELS and not re.match(r"[ \u00a0][a-z]+s\b", after)
    )


def _is_span_of_years(quantity: Quantity, text: str, span: Span) -> bool:
    """Recognise "2010-12", "between 2010 and 2012"; "between 1,500 and 2000 troops" are none."""
    printed = _SPAN_OF_YEARS.fullmatch(quantity.of(text))
    return bool(printed) and quantity.unit in {None, "score"} and not _counts(span)


def _counts(span: Span) -> bool:
    following = span.doc[span.end] if span.end < len(span.doc) else None
    return following is not None and following.tag_ == "NNS"


def _is_year(quantity: Quantity, before: str, span: Span) -> bool:
    """A bare 1700 to 2100 is a year, unless a plural noun that it counts follows; an older one after "in"."""
    if not _YEARS[0] <= quantity.value <= _YEARS[1]:
        return 1000 <= quantity.value < _YEARS[0] and not _counts(span) and bool(_IN.search(before))
    return not _counts(span) or bool(re.search(r"\b(?:the|in|of|since|by|['’]s)[ \u00a0]$", before))


def _names_something(span: Span) -> bool:
    """Say whether a bare number follows the name it belongs to: "Boeing 737", "Flight 4U 9525"."""
    if span.start == 0:
        return False
    previous = span.doc[span.start - 1]
    code = previous.text.isupper() and any(char.isdigit() for char in previous.text)
    if code or (previous.pos_ == "PROPN" and not previous.is_sent_start and previous.text[:1].isupper()):
        follows = span.doc[span.end] if span.end < len(span.doc) else None
        return follows is None or follows.tag_ not in {"NNS", "NNPS", "JJ"} or span.root.head.i < span.start
    return False
