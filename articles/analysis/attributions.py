"""Who is said to say something: the verbs of saying outside quotation marks, each with its subject.

“We won,” said Mark Smith, a diplomat.      said        Mark Smith
Smith, who resigned on Friday, wrote …      wrote       Smith
He left, saying it was “over”.              saying      He
According to the BBC, …                     According to   the BBC
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.analysis.cues import CUE_LEMMAS
from articles.analysis.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "dep"})
_RELATIVE = frozenset({"who", "which", "that"})
_CLIMB = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Passage):
    """A cue as printed, with its lemma, the mention of who speaks, and the cue's place in the parse."""

    lemma: str
    speaker: Passage | None
    token: int


def find(doc: Doc, quoted: list[Passage]) -> tuple[Attribution, ...]:
    """Return the attributions of a text in printed order, those inside the quoted passages left out."""
    return tuple(_find(doc, _inside(doc, quoted)))


def _inside(doc: Doc, quoted: list[Passage]) -> set[int]:
    return {
        token.i
        for passage in quoted
        if (span := doc.char_span(passage.start, passage.end, alignment_mode="contract")) is not None
        for token in span
    }


def _find(doc: Doc, inside: set[int]) -> Iterator[Attribution]:
    for token in doc:
        if token.i in inside:
            continue
        lower = token.lower_
        if lower == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield _according(doc, token, inside)
        elif lower in CUE_LEMMAS and token.tag_.startswith("VB"):
            subject = _subject(token, inside)
            yield Attribution(
                start=token.idx,
                end=token.idx + len(token),
                lemma=CUE_LEMMAS[lower],
                speaker=mention(subject, inside) if subject is not None else None,
                token=token.i,
            )


def _according(doc: Doc, token: Token, inside: set[int]) -> Attribution:
    to = doc[token.i + 1]
    named = next((child for child in to.children if child.dep_ == "pobj" and child.i not in inside), None)
    return Attribution(
        start=token.idx,
        end=to.idx + len(to),
        lemma="according to",
        speaker=mention(named, inside) if named is not None else None,
        token=token.i,
    )


def _subject(verb: Token, inside: set[int]) -> Token | None:
    for _ in range(_CLIMB):
        own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i not in inside]
        if own:
            subject = own[0]
            if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
                return verb.head
            return subject
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ not in _SHARES_SUBJECT or verb.head.i in inside:
            return None
        verb = verb.head
    return None


def mention(head: Token, inside: set[int]) -> Passage:
    """Return the noun phrase of a head word, without the clauses and asides that hang on it."""
    doc = head.doc
    left = right = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ in {
            "det",
            "compound",
            "amod",
            "poss",
            "nmod",
            "nummod",
            "advmod",
            "quantmod",
        }:
            left = min(left, child.left_edge.i)
        elif (
            child.i > head.i
            and child.dep_ == "prep"
            and child.lower_ in {"of", "for", "from", "at", "with", "in"}
        ):
            right = max(right, child.right_edge.i)
        elif child.i > head.i and child.dep_ in {"flat", "compound"}:
            right = max(right, child.i)
    while right > head.i and (right in inside or doc[right].is_punct or doc[right].is_space):
        right -= 1
    while left < head.i and (left in inside or doc[left].is_space):
        left += 1
    return Passage(start=doc[left].idx, end=doc[right].idx + len(doc[right]))
