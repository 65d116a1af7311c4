"""What a verb reports without quotation marks: which words of its sentence.

    Smith said that he had raised the issue.       he had raised the issue
    The plan is dead, Smith told reporters.        The plan is dead
    The plan, Smith said, is as good as dead.      is as good as dead: the longer part
    Smith vowed to fight on.                       to fight on
    Smith declined to say who had asked.           who had asked
    Smith urged ministers to resign.               ministers to resign
    Smith called for a new vote.                   a new vote
    Smith criticised the pope for his words.       the pope for his words
    The plan is dead, according to the BBC.        The plan is dead

Verbs of thought, will and judgement report only what the text tells as a fact: "he wanted to stay", but not
"he may want to stay".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.analysis.attributions import Attribution
from articles.analysis.clause_borders import last_word
from articles.analysis.cues import CONCERNING, JUDGING, PROMISING, REPORTING_LEMMAS, SAYING_LEMMAS, URGING
from articles.analysis.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AROUND = " \t\u00a0,;:.–—-\"“”'‘’()"
_ADJUNCTS = frozenset({"prep", "xcomp", "advcl", "acl", "relcl"})
_OBJECTS = frozenset({"dobj", "dative"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_SHORTEST = 2

Words = tuple["Token", "Token"]
"""The first and the last word of a stretch."""


def candidates(doc: Doc, text: str, cue: Attribution, sentence: Passage) -> Iterator[Passage]:
    """Yield what a cue may report in its sentence, the likeliest first. ``text`` is the doc's."""
    verb = doc[cue.token]
    if cue.lemma == "according to":
        spans = _beside_source(doc, text, cue, sentence)
    else:
        spans = _reported_by(verb, cue.lemma, sentence)
    for first, last in spans:
        if passage := _printed(text, first, last, sentence):
            yield passage


def _reported_by(verb: Token, lemma: str, sentence: Passage) -> Iterator[Words]:
    for child in verb.rights:
        if words := _complement(verb, child, lemma):
            yield words[0], last_word(*words)
    if verb.lower_ in SAYING_LEMMAS or verb.lower_ in REPORTING_LEMMAS:
        for child in verb.lefts:
            if child.dep_ == "ccomp":
                yield child.left_edge, verb.doc[min(child.right_edge.i, verb.i - 1)]
    if verb.lower_ in SAYING_LEMMAS:
        yield from _around(verb, sentence)
        yield from _that_clause(verb, sentence)


def _complement(verb: Token, child: Token, lemma: str) -> Words | None:
    """Return the words that a verb reports through this child of its, None where it reports none."""
    said = verb.lower_ in SAYING_LEMMAS
    if child.dep_ == "ccomp" and (said or (verb.lower_ in REPORTING_LEMMAS and _is_told(verb))):
        return _clause(verb, child)
    if child.dep_ == "xcomp":
        return _infinitive(verb, child, lemma)
    if child.dep_ == "dobj" and lemma in JUDGING and _is_told(verb) and verb.tag_ != "VBP":
        return child.left_edge, _with_adjuncts(verb, child)
    if child.dep_ == "prep" and (lemma, child.lower_) in CONCERNING:
        named = next((one for one in child.rights if one.dep_ in {"pobj", "pcomp"}), None)
        return (named.left_edge, _with_adjuncts(verb, child)) if named is not None else None
    return None


def _clause(verb: Token, clause: Token) -> Words:
    """Return a clause behind its verb; the parser may take the clause's subject for the verb's object."""
    places = [max(clause.left_edge.i, verb.i + 1)]
    if verb.lemma_ == "say":
        places += [one.left_edge.i for one in verb.rights if one.dep_ == "dobj"]
    return verb.doc[min(places)], clause.right_edge


def _infinitive(verb: Token, child: Token, lemma: str) -> Words | None:
    if lemma in URGING:
        asked = next((one for one in verb.rights if one.dep_ in _OBJECTS and one.i < child.i), None)
        if asked is not None:
            return asked.left_edge, child.right_edge
    if lemma in PROMISING and _is_told(verb):
        said = [one for one in child.rights if one.dep_ == "ccomp" and child.lower_ in SAYING_LEMMAS]
        return _clause(verb, (said or [child])[0])
    return _clause(verb, child) if child.tag_ == "VBG" and verb.lower_ in SAYING_LEMMAS else None


def _is_told(verb: Token) -> bool:
    """Say whether the text tells that it was so: wanted, does not want; but not: may want, to want."""
    helpers = [child for child in verb.lefts if child.dep_ == "aux"]
    if any(helper.tag_ == "MD" for helper in helpers):
        return False
    return verb.tag_ in _TENSED or any(helper.lemma_ in {"have", "be", "do"} for helper in helpers)


def _with_adjuncts(verb: Token, child: Token) -> Token:
    """Return the last word of a child and of what follows it without a comma: the pope | for his words."""
    last = child.right_edge
    for following in verb.rights:
        if following.i > child.i:
            if following.dep_ not in _ADJUNCTS or following.left_edge.i != last.i + 1:
                break
            last = following.right_edge
    return last


def _around(verb: Token, sentence: Passage) -> Iterator[Words]:
    """Yield the longer part of "The plan, he said, is as good as dead.", then the other."""
    whole = verb.doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
    if verb.dep_ == "parataxis" and whole is not None:
        parts = [verb.doc[whole.start : verb.left_edge.i], verb.doc[verb.right_edge.i + 1 : whole.end]]
        yield from ((part[0], part[-1]) for part in sorted(parts, key=len, reverse=True) if len(part))


def _that_clause(verb: Token, sentence: Passage) -> Iterator[Words]:
    """Yield what follows "said that" in its sentence, where the parser lost the clause."""
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "that":
        rest = verb.doc.char_span(verb.nbor(1).idx, sentence.end, alignment_mode="contract")
        if rest:
            yield rest[0], rest[-1]


def _beside_source(doc: Doc, text: str, cue: Attribution, sentence: Passage) -> Iterator[Words]:
    """Yield what stands before "according to …", else what stands behind its comma."""
    start, end = sentence.start, cue.start
    if not text[start:end].strip(_AROUND):
        comma = text.find(",", cue.speaker.end if cue.speaker else cue.end, sentence.end)
        start, end = (comma + 1, sentence.end) if comma >= 0 else (end, end)
    span = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    if span:
        yield span[0], span[-1]


def _printed(text: str, first: Token, last: Token, sentence: Passage) -> Passage | None:
    if first.lower_ == "that" and first.dep_ == "mark" and first.i < last.i:
        first = first.nbor(1)
    start, end = max(first.idx, sentence.start), min(last.idx + len(last), sentence.end)
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    if len(text[start:end].split()) < _SHORTEST or "\n" in text[start:end]:
        return None
    return Passage(start=start, end=end)
