"""What stands between quotation marks and is nobody's speech: titles, nicknames, scare quotes.

    in the film “Trainwreck,”              a title: every word is capitalised, no verb of saying touches it
    told NBC’s “Today”                     a title: a name owns it
    told “Breakfast Today” that            a title: nobody tells words anything
    said on “Dawn & Dusk” that             a title: one speaks on it
    “Art show opens,” by Ann Lee           a title: its author follows
    calling her “Crooked Hillary”          speech: the verb stands right before it
    LEE: “We Will Win”                     speech: a colon stands right before it
    chants of “Lock The Gates”             speech: chants and cries are
    “Mexico!” the audience screamed        speech: a sentence of its own
    a “unity” lunch                        a scare quote: one word, and nobody in its sentence says anything
    a “virtual tie” vote                   a scare quote: a few words that only tell what kind of vote it is
    his “little man” remark                speech: so it says
    the so-called “dry port”               a name
    Trump called for more “flexibility”    speech: somebody does

What is longer than a title is always speech.
"""

import re

from articles.analysis.attributions import Attribution
from articles.analysis.quotes import Quote

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SMALL = frozenset("a an and at but by for from in of on or the to vs with".split())
_BYLINE = re.compile(r",? by [A-Z]")
_NAMING = re.compile(
    r"\b(?:so[- ]called|known(?: \w+){0,3} as|nicknamed|(?:en)?titled|(?:Arabic|Chinese|French|German"
    r"|Greek|Hebrew|Italian|Japanese|Latin|Russian|Spanish) for),?\s+$"
)
_CLOSED = re.compile(r"(?<!,)[”\"]$|[.!?][’']$")
"""A quotation before this one; behind a letter a single mark is a possessive's: the network’s “Dawn.”"""
_CRIES = re.compile(r"\b(?:chant|cry|cries|shout|scream|yell|call|boo)s? of (?:.{1,60}[”\"’'],? and )?$")
_CRIED = re.compile(r" (?:chants|cries|shouts|screams)\b")
_UTTERANCES = frozenset("claim comment gibe jab jibe line pledge promise quip remark slur taunt".split())
_TITLE_WORDS = 8
_SCARE_WORDS = 3
_PLACING = frozenset("on in at during for after from".split())
"""Prepositions that make of what stands between marks a place to speak in, and not what is spoken."""
_TOUCHING = 14
"""The most characters between a verb of saying and the marks: "called her “…”", "said: “…”"."""

_WINDOW = 80
"""The characters on either side that tell what marks enclose."""


def is_speech(text: str, quote: Quote, cue: Attribution | None, *, noun: str = "") -> bool:
    """Say whether the marks enclose somebody's words.

    ``cue`` is the verb of saying found for them, ``noun`` the dictionary form of a noun right behind them.
    """
    before = text[max(0, quote.start - _WINDOW) : quote.start]
    words = _WORD.findall(quote.segments[0].of(text))
    if cue is None and _BYLINE.match(text, quote.end):
        return False
    if len(quote.segments) > 1 or len(words) > _TITLE_WORDS:
        return True
    if _NAMING.search(before):
        return False
    if _is_sentence_of_its_own(text, quote) or _CRIES.search(before) or _CRIED.match(text, quote.end):
        return True
    if words and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return before.rstrip().endswith(":") or (cue is not None and _announces_title(text, quote, cue))
    if noun and noun not in _UTTERANCES and cue is None and len(words) <= _SCARE_WORDS:
        return False
    return len(words) > 1 or cue is not None or quote.segments[0].of(text)[-1] in ".,!?"


def _announces_title(text: str, quote: Quote, cue: Attribution) -> bool:
    """Say whether words in capitals are said all the same: a verb of saying touches them."""
    between = text[cue.end : quote.start]
    is_told = cue.lemma == "tell" and not between.strip()
    is_placed = not _PLACING.isdisjoint(between.split())
    is_owned = between[-3:] in {"'s ", "’s "}
    return 0 <= quote.start - cue.end <= _TOUCHING and not (is_told or is_placed or is_owned)


def _is_sentence_of_its_own(text: str, quote: Quote) -> bool:
    before = text[max(0, quote.start - 40) : quote.start].rstrip(" \t\u00a0")
    begins = not before or before[-1] in "\n\r.!?:" or bool(_CLOSED.search(before))
    return begins and quote.segments[0].of(text)[-1] in ".,!?—"
