"""What a number counts, read from the structure of its sentence.

"the U.K. had issued 108 arms export licenses to Israel since Oct. 7"
    counted "licenses"; subject "arms export licenses to Israel"; issued, U.K., Israel
"the UK has licensed arms worth more than £576 million to Israel"
    subject "arms"; licensed, UK, Israel
"The death toll rose to 41,000"
    counted nothing; subject "death toll"; rose
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.analysis.figure_concepts import TALLIES, concept
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TIME_UNITS = word_set("second minute hour day week month year decade century night morning evening weekend")
"""Nouns that a number measures time in."""

SHARE_WORDS = frozenset({"part", "other"})
"""Lemmas of a figure that counts some of a kind."""

_HYPHENS = frozenset({"-", "‑"})
_OTHERS = word_set("other others more another additional further remaining extra rest final last next else")
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_EMPTY = word_set(
    "be have do say tell report make take get go come show see accord include say add note know worth "
    "more other total number amount figure estimate year day week month time least most many same new "
    "such own several last first next past more less recent early late current"
)
_NAMING = frozenset({"compound", "amod", "nmod", "poss", "nummod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is counted: in the article's words, as lemmas (the counted noun's first), as a singular noun."""

    phrase: str
    lemmas: tuple[str, ...]
    noun: str | None


def of_span(span: Span) -> Subject:
    """Return what the number printed at the span counts."""
    counted = _counted(span)
    thing = counted if counted is not None else _measured(span)
    governor = _governor(thing if thing is not None else span.root)
    lemmas = [
        *_noun_lemmas(thing, span),
        *_clause_lemmas(governor, thing, span),
        *_share_words(counted, span),
    ]
    printed = {lemma(token) for token in span}
    return Subject(
        phrase=_phrase(thing, span) or _clause_phrase(governor, span),
        lemmas=tuple(word for word in dict.fromkeys(lemmas) if word not in printed),
        noun=_unit_noun(counted, span),
    )


def is_toll(word: Token) -> bool:
    """Say whether a number stands for people by itself: "five" of "killed two people and wounded five"."""
    return word.dep_ in {"dobj", "nsubj", "nsubjpass"} and lemma(word.head) in TALLIES


def lemma(token: Token) -> str:
    """Return a token's lemma, and one word for words that say the same of a figure."""
    return concept(_singular(token))


def _singular(token: Token) -> str:
    base = token.lemma_.lower().strip("’'")
    if token.tag_ == "NNPS" and base.endswith("s"):
        base = base[:-1]
    return "licence" if base == "license" else base


def _counted(span: Span) -> Token | None:
    """Return the noun that the number stands before or is a share of, as the head of its phrase."""
    noun = _nearest_noun(span)
    while noun is not None and noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _unit_noun(counted: Token | None, span: Span) -> str | None:
    """Return the singular noun that the number stands before: "hour" of "a six-hour route", not "route"."""
    after = span.doc[span.end : span.end + 2]
    hyphenated = len(after) == 2 and after[0].text in _HYPHENS and after[1].is_alpha
    if hyphenated and after[1].lower_ != "odd":
        return "person" if after[1].lower_ == "strong" else _singular(after[1])
    return _singular(counted) if counted is not None and counted.pos_ in {"NOUN", "PROPN"} else None


def _share_words(counted: Token | None, span: Span) -> Iterator[str]:
    """Yield what tells that only some of a kind are counted: "54 of the 113", "six more".

    In "killed two and injured five others" the others are all who were injured.
    """
    if counted is None or (counted.lower_ == "others" and counted.head.dep_ == "conj" and is_toll(counted)):
        return
    if any(child.dep_ == "nummod" and not span.start <= child.i < span.end for child in counted.children):
        yield "part"
    beside = [
        *span.doc[max(0, span.start - 2) : span.start],
        *span.doc[span.end : span.end + 1],
        *counted.children,
    ]
    if any(
        token.lower_ in _OTHERS and not (token.lower_ == "more" and token.i < span.start) for token in beside
    ):
        yield "other"


def _nearest_noun(span: Span) -> Token | None:
    root = span.root
    head = root.head
    for token in span:
        of = next(
            (child for child in token.children if child.lower_ == "of" and child.i >= span.end - 1), None
        )
        if of is None and span.end < len(span.doc) and span.doc[span.end].lower_ == "of":
            of = span.doc[span.end]
        if of is not None and (noun := _object(of)) is not None:
            return noun
    if root.dep_ in {"nummod", "quantmod", "compound", "amod", "npadvmod", "nmod", "advmod"} and _is_thing(
        head, span
    ):
        return head
    if root.pos_ == "NOUN" and root in span and root.is_alpha and not span[-1].like_num:
        return None
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.tag_ in {"NNS", "NNPS"} and not following.is_sent_start:
        return following
    return None


def _measured(span: Span) -> Token | None:
    """Return the noun that an amount belongs to: "arms worth £5m", "a fine of £5m", "a £5m fine"."""
    before = span.doc[max(0, span.start - 5) : span.start]
    worth = next((token for token in before if token.lower_ in {"worth", "totalling", "totaling"}), None)
    if worth is not None:
        nouns = [token for token in (worth.head, *worth.head.children) if token.pos_ in {"NOUN", "PROPN"}]
        objects = [token for token in nouns if token.i < worth.i and token.dep_ not in {"nsubj", "nsubjpass"}]
        return max(objects, key=lambda token: token.i, default=None)
    root = span.root
    if root.dep_ == "pobj" and root.head.dep_ == "prep" and root.head.head.pos_ == "NOUN":
        return root.head.head
    return None


def _is_thing(token: Token, span: Span) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and not span.start <= token.i < span.end and token.i > span.start


def _object(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}), None)


def _governor(token: Token) -> Token | None:
    """Return the verb whose clause the counted thing takes part in."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return None


def _noun_lemmas(counted: Token | None, span: Span) -> Iterator[str]:
    if counted is None:
        return
    yield from _content([counted])
    yield from _content(_holders(counted))
    for child in counted.children:
        if child.dep_ in _NAMING and not span.start <= child.i < span.end:
            yield from _content([*child.children, child])
        elif child.dep_ == "prep":
            yield from _content(_prepositional(child))
        elif child.dep_ in {"acl", "relcl", "appos"} and child.i > counted.i:
            yield from _content(
                [child, *(grand for grand in child.children if grand.dep_ in {"dobj", "attr"})]
            )
            for grand in child.children:
                if grand.dep_ in {"prep", "agent"}:
                    yield from _content(_prepositional(grand))
        elif child.dep_ == "amod":
            yield from _content([child])


def _holders(counted: Token) -> Iterator[Token]:
    """Yield what consists of the counted: "Yarnell, a **town** of 700 residents", and the name beside it."""
    if counted.dep_ == "pobj" and counted.head.lower_ == "of" and counted.head.head.pos_ == "NOUN":
        holder = counted.head.head
        yield holder
        if holder.dep_ == "appos":
            yield holder.head


def _clause_lemmas(governor: Token | None, counted: Token | None, span: Span) -> Iterator[str]:
    if governor is None:
        return
    yield from _content([governor])
    for child in governor.children:
        if (
            child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "oprd", "agent", "dative"}
            and child is not counted
        ):
            yield from _content([child, *(grand for grand in child.children if grand.dep_ in _NAMING)])
            yield from (
                word
                for grand in child.children
                if grand.dep_ == "prep"
                for word in _content(_prepositional(grand))
            )
        elif child.dep_ == "prep" and not _covers(child, span):
            yield from _content(_prepositional(child))


def _covers(token: Token, span: Span) -> bool:
    return any(span.start <= descendant.i < span.end for descendant in token.subtree)


def _prepositional(preposition: Token) -> list[Token]:
    noun = _object(preposition)
    if noun is None or noun.ent_type_ in {"DATE", "TIME"}:
        return []
    inner = [
        deeper
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == "of" and (deeper := _object(child)) is not None
    ]
    return [noun, *(child for child in noun.children if child.dep_ in _NAMING), *inner]


def _content(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.pos_ in _CONTENT and not token.like_num and token.ent_type_ not in {"DATE", "TIME"}:
            word = lemma(token)
            if word not in _EMPTY and len(word) > 1 and word.isalpha():
                yield word


def _phrase(counted: Token | None, span: Span) -> str:
    """Return the counted noun with the words around it as printed, the number and its unit left out.

    Nothing for hours and months, unless more is said of them ("years in prison").
    """
    if counted is None:
        return ""
    left = min(
        [
            counted.i,
            *(
                child.left_edge.i
                for child in counted.children
                if child.dep_ in _NAMING and child.i < counted.i
            ),
        ]
    )
    left = max(left, span.end) if left < span.end <= counted.i else left
    after = span.doc[span.end : span.end + 2]
    if len(after) == 2 and after[0].text in _HYPHENS and after[1].i < counted.i:
        left = max(left, after[1].i + 1)
    right = counted.i
    for child in counted.children:
        short = child.dep_ == "prep" and child.i > counted.i and child.right_edge.i - counted.i <= 6
        timely = any(token.ent_type_ in {"DATE", "TIME"} for token in child.subtree)
        if short and not timely and not _covers(child, span):
            right = max(right, child.right_edge.i)
    if left == right and counted.lemma_.lower() in TIME_UNITS:
        return ""
    return _printed(counted.doc, left, right)


def _clause_phrase(governor: Token | None, span: Span) -> str:
    """Return the subject of the number's clause as printed; the verb where it has none."""
    if governor is None:
        return ""
    subject = next((child for child in governor.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return governor.text
    if _covers(subject, span) or subject.pos_ == "PRON":
        return governor.text
    right = min(subject.right_edge.i, subject.i + 6)
    return _printed(subject.doc, max(subject.left_edge.i, subject.i - 5), right)


def _printed(doc: Doc, left: int, right: int) -> str:
    text = re.sub(r"\s+", " ", doc[left : right + 1].text).strip(" \"“”‘’'.,;:-–—()[]")
    return re.sub(r"^(?:the|a|an|of) ", "", text, flags=re.IGNORECASE)[:300]
