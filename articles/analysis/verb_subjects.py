"""Who does what a verb of saying tells, from the dependency parse.

    Smith, who served in Dublin, wrote          wrote      Smith
    He left after claiming it was “over”        claiming   He
    Smith said Ray is old and called him “odd”  called     Smith: “and” joins past to past
    at one point calling it “odd”, Smith left   calling    Smith: points do not call
    It was called “over” by Smith               called     Smith, its agent
    The campaign called the report “a rush”     called     the campaign, though tagged a participle

It climbs from the verb to those it may share its subject with.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import islice
from typing import TYPE_CHECKING

from articles.analysis.cues import SAYING_LEMMAS
from articles.analysis.speaking_nouns import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SHARES_SUBJECT = frozenset({"xcomp", "advcl", "ccomp", "dep", "pcomp", "prep"})
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_QUOTED = frozenset({"quoted", "cited"})
_MESSAGING = frozenset({"email", "e-mail", "text", "message", "write", "cable", "tell"})
"""Verbs whose object is told: in "Lee emailed supporters saying" she says it."""

_ALIKE = {"VBD": ("VBD", "VBN"), "VBG": ("VBG",)}
"""The forms that "and" joins to a past tense and to a participle."""

_CLIMB = 5
"""The most steps from a verb to the one whose subject it shares: "left after refusing to say"."""


def subject(verb: Token, inside: Set[int]) -> Token | None:
    """Return the word, outside the marks, that names who says it: the verb's own subject or a shared one.

    What cannot speak lends its verb no voice: "at one point calling him “…”" leaves the point behind.
    """
    start, unlikely = verb, None
    for _ in range(_CLIMB):
        found = _own_subject(verb, inside)
        if found is not None:
            if found.i in inside or _apart(found, start):
                return unlikely
            named = by_name(_who_is(found), inside)
            if found in start.children or _is_lost_past(start) or _lends_voice(named):
                return named
            unlikely = named if named.lower_ == "it" else unlikely
        above = _above(verb)
        if above is None or above.i in inside:
            return unlikely
        verb = above
    return unlikely


def _lends_voice(named: Token) -> bool:
    return named.lower_ != "it" and (named.pos_ != "NOUN" or can_speak(named.lemma_.lower()))


def _own_subject(verb: Token, inside: Set[int]) -> Token | None:
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i not in inside]
    told = verb.dep_ == "acl" and verb.head.dep_ == "dobj" and verb.head.head.lemma_.lower() in _MESSAGING
    if told:
        return None
    if not own:
        return verb.head if verb.dep_ in {"acl", "relcl"} else None
    # In "Bannon, who Beck called …" two words claim to be the subject; the nearer one is.
    nearest = own[-1]
    return verb.head if nearest.lower_ in _RELATIVES and verb.dep_ == "relcl" else nearest


def _who_is(noun: Token) -> Token:
    """Return Lee in "Lee is the only senator to have called it “absurd”"."""
    if noun.dep_ == "attr":
        return next(
            (child for child in noun.head.lefts if child.dep_ == "nsubj" and child.pos_ in {"PROPN", "PRON"}),
            noun,
        )
    return noun


def _above(verb: Token) -> Token | None:
    """Return the verb that may lend its subject to this one, None where this one has to have its own."""
    if verb.dep_ == "conj":
        return _joined(verb)
    if _goes_on_reporting(verb):
        return verb.head.head
    if verb.dep_ in _SHARES_SUBJECT:
        return verb.head
    if verb.dep_ in {"acl", "relcl"}:
        near = islice(verb.ancestors, _CLIMB)
        return next((above for above in near if above.pos_ in {"VERB", "AUX"}), None)
    return None


def _joined(verb: Token) -> Token:
    """Return the verb that "and" joins to this one: said, in "Lee said Ray is a guest and called him “rude”".

    The parser takes the nearest, "is"; but "and" joins forms that are alike.
    """
    for above in (verb.head, *islice(verb.head.ancestors, _CLIMB)):
        if above.tag_ in _ALIKE.get(verb.tag_, (above.tag_,)):
            return above
    return verb.head


def _goes_on_reporting(verb: Token) -> bool:
    """Say whether the speaker goes on: Lee said after Ray won, adding; not: Lee said as Ray came, asking."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.head.dep_ != "advcl":
        return False
    apart = any(child.lower_ in {"after", "before"} for child in verb.head.lefts)
    return apart and verb.head.head.lower_ in SAYING_LEMMAS


def _apart(one: Token, other: Token) -> bool:
    """Say whether a line break stands between two words, which the parser does not heed."""
    first, last = sorted((one.i, other.i))
    return any(token.is_space and "\n" in token.text for token in one.doc[first:last])


def by_name(found: Token, inside: Set[int]) -> Token:
    """Prefer the name in "the campaign manager, Jeff Weaver," to the office before it."""
    if found.pos_ == "NOUN":
        for child in found.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i not in inside:
                return child
    return found


def is_passive(verb: Token) -> bool:
    """Say whether another does it to the subject: was asked, the plan called “…”, but not: was quoted."""
    if verb.lower_ in _QUOTED:
        return False
    if verb.tag_ != "VBN":
        return any(child.dep_ == "auxpass" for child in verb.children)
    if _is_lost_past(verb):
        return False
    if verb.lower_ == "asked" and verb.dep_ in {"acl", "advcl"}:
        return not any(child.dep_ in {"aux", "dobj", *_SUBJECTS} for child in verb.children)
    if verb.dep_ in {"acl", "advcl"}:
        return not any(child.dep_ in {"aux", "dobj", "ccomp", *_SUBJECTS} for child in verb.children)
    while verb.dep_ == "conj" and not any(child.dep_.startswith("aux") for child in verb.children):
        verb = verb.head
    return any(child.dep_ == "auxpass" for child in verb.children)


def _is_lost_past(verb: Token) -> bool:
    """Say whether the parser took a past tense for a participle: The campaign called the report “a rush”.

    Its subject is then left without a verb, or with one that has a nearer subject of its own.
    """
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ not in _SUBJECTS:
        return False
    if any(child.dep_ == "agent" for child in verb.children):
        return False
    if noun.head.pos_ not in {"VERB", "AUX"}:
        return True
    return any(child.dep_ in _SUBJECTS and child.i > verb.i for child in noun.head.children)


def agent(verb: Token, inside: Set[int]) -> Token | None:
    """Return who does it in the passive: by Smith."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((named for named in child.children if named.i not in inside), None)
    return None
