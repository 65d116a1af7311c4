"""What stands between quotation marks and is nobody's speech: titles, nicknames, scare quotes.

    in the film “Trainwreck,”              a title: every word is capitalised, no verb of saying touches it
    told NBC’s “Today”                     a title: a name owns it
    “Art show opens,” by Ann Lee           a title: its author follows
    calling her “Crooked Hillary”          speech: the verb stands right before it
    “Mexico!” the audience screamed        speech: a sentence of its own
    a “unity” lunch                        a scare quote: one word, and nobody in its sentence says anything
    the so-called “dry port”               a name
    Trump called for more “flexibility”    speech: somebody does

What is longer than a title is always speech.
"""

import re

from articles.analysis.passages import Passage
from articles.analysis.quotes import Quote

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SMALL = frozenset("a an and at but by for from in of on or the to vs with".split())
_BYLINE = re.compile(r",? by [A-Z]")
_SO_CALLED = re.compile(r"\bso[- ]called\s+$", re.IGNORECASE)
_TITLE_WORDS = 8
_TOUCHING = 14
"""The most characters between a verb of saying and the marks: "called her “…”", "said: “…”"."""


def is_speech(text: str, quote: Quote, cue: Passage | None) -> bool:
    """Say whether the marks enclose somebody's words. ``cue`` is the verb of saying found for them."""
    words = _WORD.findall(quote.segments[0].of(text))
    if (cue is None and _BYLINE.match(text, quote.end)) or _SO_CALLED.search(
        text[max(0, quote.start - 12) : quote.start]
    ):
        return False
    if len(quote.segments) > 1 or len(words) > _TITLE_WORDS:
        return True
    if _is_sentence_of_its_own(text, quote):
        return True
    if words and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return cue is not None and 0 <= quote.start - cue.end <= _TOUCHING and not _is_owned(text, quote)
    return len(words) > 1 or cue is not None or quote.segments[0].of(text)[-1] in ".,!?"


def _is_owned(text: str, quote: Quote) -> bool:
    return text[max(0, quote.start - 3) : quote.start] in {"'s ", "’s "}


def _is_sentence_of_its_own(text: str, quote: Quote) -> bool:
    before = text[max(0, quote.start - 40) : quote.start].rstrip(" \t\u00a0")
    begins = not before or before[-1] in "\n\r.!?:" or (before[-1] in "”\"’'" and before[-2:-1] != ",")
    return begins and quote.segments[0].of(text)[-1] in ".,!?—"
