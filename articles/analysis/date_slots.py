"""Which word of its sentence a date belongs to, and by which preposition.

    "He resigned on Friday."                on, resign
    "It has sold arms since 2008."          since, sell
    "The court said Friday that it …"       no preposition, say
    "Friday’s vote was close."              no preposition, vote
    "The bridge fell on Monday morning."    on, fall

Two outlets date one thing only where their dates belong to one word: of "said on Monday that he left" and
"left on Sunday" the one dates the saying and the other the leaving.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.analysis.dates import DateMention
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_FARTHEST = 6
"""So many steps up the tree lead out of any phrase of a date."""

TIMES_OF_DAY = word_set("morning noon afternoon evening night midnight dawn dusk early late earlier")
"""They belong to the date beside them: "early on Monday morning"."""


def with_governors(mentions: Sequence[DateMention], doc: Doc) -> tuple[DateMention, ...]:
    """Return the dates of the parsed text, each with its governor and preposition."""
    return tuple(_with_governors(mentions, doc))


def _with_governors(mentions: Sequence[DateMention], doc: Doc) -> Iterator[DateMention]:
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            yield mention
        else:
            preposition, governor = _slot(span)
            yield replace(mention, preposition=preposition, governor=governor)


def _slot(span: Span) -> tuple[str, str]:
    preposition = ""
    word = span.root
    for _step in range(_FARTHEST):
        if word.head is word:
            break
        word = word.head
        if word.pos_ in ("ADP", "SCONJ") and word.dep_ in ("prep", "mark", "advmod"):
            preposition = preposition or word.lower_
        elif word.lower_ not in TIMES_OF_DAY and (word.ent_type_ != "DATE" or word.pos_ == "VERB"):
            break
    return preposition, "" if span.start <= word.i < span.end else word.lemma_.lower()
