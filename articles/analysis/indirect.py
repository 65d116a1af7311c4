"""What is reported of somebody's words without quotation marks.

    Smith said that he had raised the issue.       he had raised the issue
    The plan is dead, Smith told reporters.        The plan is dead
    The plan is dead, according to the BBC.        The plan is dead
    Smith vowed to fight on.                       to fight on

A clause that holds words between marks is left alone: those words are a quote already. Nor is a clause
taken from another quotation: what a quoted speaker reports is part of the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from articles.analysis.attributions import Attribution
from articles.analysis.cues import PROMISING, REPORTING_LEMMAS, SAYING_LEMMAS
from articles.analysis.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AROUND = " \t\u00a0,;:.–—-\"“”'‘’()"
_THAT = re.compile(r"that\b\s*", re.IGNORECASE)
_SHORTEST = 2


def find(
    doc: Doc, cues: Sequence[Attribution], sentences: Sequence[Passage], quoted: Sequence[Passage]
) -> Iterator[tuple[Attribution, Passage]]:
    """Yield each cue with the clause it reports, in printed order of the cues; no two clauses overlap."""
    text = doc.text
    taken = 0
    inside = iter(sorted(quoted, key=lambda passage: passage.start))
    places = iter(sentences)
    sentence = next(places, None)
    marked = next(inside, None)
    for cue in cues:
        while sentence and sentence.end <= cue.start:
            sentence = next(places, None)
        if sentence is None:
            return
        clause = (
            _according_clause(text, cue, sentence)
            if cue.lemma == "according to"
            else _clause(doc, text, cue) or _that_clause(doc, text, cue, sentence)
        )
        if clause is None or clause.start < taken or not sentence.covers(clause):
            continue
        while marked and marked.end <= clause.start:
            marked = next(inside, None)
        if marked and marked.overlaps(clause):
            continue
        taken = clause.end
        yield cue, clause


def _clause(doc: Doc, text: str, cue: Attribution) -> Passage | None:
    verb = doc[cue.token]
    if verb.lower_ not in SAYING_LEMMAS and verb.lower_ not in REPORTING_LEMMAS:
        return None
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and cue.lemma in PROMISING):
            return _printed(text, *_reach(verb, child))
    return None


def _that_clause(doc: Doc, text: str, cue: Attribution, sentence: Passage) -> Passage | None:
    """Return what follows "said that" in its sentence, where the parser lost the clause."""
    if cue.token + 1 == len(doc) or doc[cue.token].lower_ not in SAYING_LEMMAS:
        return None
    following = doc[cue.token + 1]
    return _printed(text, following.idx, sentence.end) if following.lower_ == "that" else None


def _reach(verb: Token, clause: Token) -> tuple[int, int]:
    """Return where a clause begins and ends, on its own side of the verb that reports it."""
    left, right = clause.left_edge, clause.right_edge
    if clause.i > verb.i:
        left = verb.doc[max(left.i, verb.i + 1)]
    else:
        right = verb.doc[min(right.i, verb.i - 1)]
    return left.idx, right.idx + len(right)


def _according_clause(text: str, cue: Attribution, sentence: Passage) -> Passage | None:
    if text[sentence.start : cue.start].strip(_AROUND):
        return _printed(text, sentence.start, cue.start)
    after = cue.speaker.end if cue.speaker else cue.end
    comma = text.find(",", after, sentence.end)
    return _printed(text, comma + 1, sentence.end) if comma >= 0 else None


def _printed(text: str, start: int, end: int) -> Passage | None:
    while start < end and text[start] in _AROUND:
        start += 1
    if that := _THAT.match(text, start, end):
        start = that.end()
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    if len(text[start:end].split()) < _SHORTEST or "\n" in text[start:end]:
        return None
    return Passage(start=start, end=end)
