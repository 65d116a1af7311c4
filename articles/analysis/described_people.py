"""Who "the diplomat" is: the people of an article by what it calls them.

Mark Smith, a diplomat, … the diplomat said          Mark Smith
Sen. Ann Lee … the senator said                      Ann Lee
Sen. Ann Lee … Sen. Bob Ray … the senator said       nobody: there are two
Sen. Ann Lee … the first-term senator said           nobody: the article does not call her so
Florida Sen. Ann Lee … the Florida senator said      Ann Lee
A diplomat has resigned. … Mark Smith, a diplomat    Mark Smith: a lead may name him later
A diplomat warned of it. … the diplomat said         nobody: it is that one
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.analysis.attributions import Mention
from articles.analysis.nlp import text_of
from articles.analysis.pronouns import MentionIndex
from articles.analysis.speaking_nouns import is_person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TITLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "prof": "professor",
    "dr": "doctor",
    "supt": "superintendent",
    "sgt": "sergeant",
    "det": "detective",
}
_LEAD = 2
"""The sentences in which somebody may be described before he is named."""

_RANKS = frozenset("acting assistant associate deputy interim shadow vice".split())
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_DEFINITE = ("the ", "this ")
_BEFORE = 5
"""The most words before a name that describe him who bears it."""


class DescribedPeople:
    """Knows what one article calls its people."""

    def __init__(self, doc: Doc, mentions: MentionIndex) -> None:
        self.doc, self.text, self.mentions = doc, text_of(doc), mentions
        self.descriptions: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.named: dict[str, list[int]] = defaultdict(list)
        for mention, entity in mentions.pairs:
            self.named[entity.name].append(mention.start)
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if entity.kind != "person" or span is None:
                continue
            for phrase in _phrases(doc, span[0], span[-1]):
                words = {word for token in phrase for word in _forms(token)}
                for role in filter(is_person, words):
                    self.descriptions[role][entity.name] |= words
        self.unnamed = self._unnamed()

    def _unnamed(self) -> dict[str, list[int]]:
        """Index the places, behind the lead, at which somebody is described and not named: "a diplomat"."""
        places: dict[str, list[int]] = defaultdict(list)
        for token in self.doc:
            lemma = token.lemma_.lower()
            if is_person(lemma) and _is_one_unnamed(token) and self.mentions.sentence(token.idx) > _LEAD:
                places[lemma].append(token.idx)
        return places

    def find(self, at: Mention) -> str | None:
        """Return the person whom the article describes as a mention does, None where nobody or several."""
        head = self.mentions.tokens.get(at.head)
        definite = at.of(self.text).lower().startswith(_DEFINITE) or self.mentions.sentence(at.start) <= _LEAD
        if head is None or not definite:
            return None
        narrower = self._narrower(at, head)
        known = self.descriptions.get(head.lemma_.lower(), {})
        people = [name for name, words in known.items() if narrower <= words]
        return people[0] if len(people) == 1 and not self._is_another(head, people[0]) else None

    def _is_another(self, head: Token, name: str) -> bool:
        """Say whether somebody unnamed, behind the lead, was called so since the person was last named."""
        named, unnamed = self.named[name], self.unnamed[head.lemma_.lower()]
        last = bisect_left(unnamed, head.idx) - 1
        return last >= 0 and bisect_left(named, unnamed[last]) == bisect_left(named, head.idx)

    def _narrower(self, at: Mention, head: Token) -> set[str]:
        """Return the words that tell one holder of a role from another: Florida, first-term; not: former."""
        span = self.doc.char_span(at.start, at.end, alignment_mode="expand")
        return {token.lower_ for token in span or () if token.i != head.i and _narrows(token)}


def _narrows(token: Token) -> bool:
    if token.pos_ in {"PROPN", "NOUN", "NUM"} or token.lower_ in _RANKS:
        return True
    return token.i + 1 < len(token.doc) and token.nbor().text == "-"


def _is_one_unnamed(noun: Token) -> bool:
    """Say whether a noun tells of somebody new without a name: a diplomat; not: a diplomat, Mark Smith."""
    indefinite = noun.tag_ == "NN" and any(child.lower_ in _INDEFINITE for child in noun.lefts)
    return indefinite and not any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.rights)


def _phrases(doc: Doc, first: Token, last: Token) -> Iterator[list[Token]]:
    """Yield the words of each phrase that describes the bearer of a name: before it, and beside it."""
    before: list[Token] = []
    for index in range(first.i - 1, max(-1, first.i - _BEFORE), -1):
        token = doc[index]
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} and token.text not in {"-", "."}:
            break
        before.append(token)
    yield before
    for child in last.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield [child, *child.lefts]
    if last.dep_ == "appos" and last.head.pos_ == "NOUN":
        yield [last.head, *last.head.lefts]


def _forms(token: Token) -> set[str]:
    """Return a word as printed and in its dictionary form, a title as the role it stands for."""
    lower = token.lower_.strip(".")
    return {lower, token.lemma_.lower(), _TITLES.get(lower, lower)}
