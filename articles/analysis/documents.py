"""Whose words a document prints: the letter, a statement, his tweet, a sign.

    Mark Smith submitted a letter. … the letter read     Mark Smith
    Mark Smith and Ann Lee issued a statement saying     Mark Smith; Ann Lee
    the university issued a statement saying             the university, as printed: it is not named
    a Morning Post editorial says                        the Morning Post
    the letter's content; the author of the letter       as the letter
    Mark Smith sent a letter. … a statement said         as printed: it is another document
    Ann Lee held a sign that read                        Ann Lee

The author is whose the document is called, else who writes, signs or files it or says something in it, never
who only publishes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from typing import TYPE_CHECKING

from articles.analysis import attributions
from articles.analysis.attributions import Mention, without_article
from articles.analysis.cues import CARRYING_LEMMAS, DOCUMENTS, SIGNS, WRITING_LEMMAS
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.pronouns import PERSONAL_PRONOUNS, MentionIndex, Pronouns, Resolved
from articles.analysis.quotes import joined_names
from articles.analysis.speaking_nouns import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_A_DOCUMENT = frozenset("author writer content text wording".split())
"""Who or what says just what the document says: "the author of the letter", "the letter's content"."""

_NEW = ("a ", "an ", "another ", "one ")
_CLIMB = 3
"""The most verbs from a document to the one that tells who wrote it: "sat down and wrote"."""


class Documents:
    """Knows whose the documents of one article are."""

    def __init__(self, doc: Doc, mentions: MentionIndex, pronouns: Pronouns, inside: Set[int]) -> None:
        self.text, self.inside = text_of(doc), inside
        self.mentions, self.pronouns = mentions, pronouns
        self.authors: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for token in doc:
            lemma = token.lemma_.lower()
            if lemma in DOCUMENTS and token.i not in inside and (name := self._author(token)):
                self.authors[lemma].append((token.idx, name))

    def speaker(self, at: Mention) -> Resolved | None:
        """Return who speaks through a document that is mentioned, None when no document is."""
        head = self.mentions.tokens.get(at.head)
        if head is None:
            return None
        if head.lemma_.lower() in DOCUMENTS:
            return self._speaker(at, head)
        if head.lemma_.lower() in _OF_A_DOCUMENT and (document := _document_of(head)) is not None:
            return self._speaker(at, document)
        return None

    def _speaker(self, at: Mention, document: Token) -> Resolved:
        author = self._author(document) or self._known_author(document) or self._unnamed_author(document)
        if author:
            return author, "A document speaks for its author."
        return without_article(at.of(self.text)), "A document speaks; whose it is stays open."

    def _author(self, document: Token) -> str | None:
        if any(child.lower_ == "joint" for child in document.children):
            both = Mention(start=document.idx, end=document.idx + 1, head=document.idx)
            return self.pronouns.two_people(both)[0]
        return self._owner(document) or self._writer(document)

    def _known_author(self, document: Token) -> str | None:
        """Return whose such a document was before; "a statement" is not the one before."""
        known = self.authors.get(document.lemma_.lower(), [])
        if not known or attributions.mention(document, self.inside).of(self.text).lower().startswith(_NEW):
            return None
        before = [name for position, name in known if position <= document.idx]
        return before[-1] if before else known[0][1]

    def _unnamed_author(self, document: Token) -> str | None:
        writer = _writer_of(document)
        if writer is None or not (writer.pos_ == "PROPN" or can_speak(writer.lemma_.lower())):
            return None
        return without_article(attributions.mention(writer, self.inside).of(self.text))

    def _owner(self, document: Token) -> str | None:
        for child in document.children:
            if child.dep_ == "poss":
                return self._name_of(child)
            if child.lower_ in {"by", "from"}:
                for named in child.children:
                    if name := self._name_of(named):
                        return name
            if child.dep_ in {"compound", "nmod"} and (name := self._outlet(child)):
                return name
        return None

    def _outlet(self, token: Token) -> str | None:
        """Return the organisation that a word belongs to: the Morning Post in "a Morning Post report"."""
        at = Passage(start=token.idx, end=token.idx + len(token))
        names = [entity.name for _, entity in self.mentions.entities_in(at) if entity.kind == "organisation"]
        return names[0] if names else None

    def _writer(self, document: Token) -> str | None:
        writer = _writer_of(document)
        if writer is None:
            return None
        names = [self._name_of(token) for token in attributions.together(writer, self.inside)]
        return joined_names([name for name in names if name]) or None

    def _name_of(self, token: Token) -> str | None:
        """Return the entity that a word belongs to, or that a personal pronoun stands for."""
        at = Mention(start=token.idx, end=token.idx + len(token), head=token.idx)
        for _, entity in self.mentions.entities_in(at):
            return entity.name
        if token.lower_ in PERSONAL_PRONOUNS:
            return self.pronouns.resolve(at)[0]
        return None


def _writer_of(document: Token) -> Token | None:
    """Return who writes, signs or files a document, or says something in it, or carries a sign."""
    in_it = document.dep_ == "pobj" and document.head.lower_ in {"in", "via"}
    verb = document.head.head if in_it else document.head
    if verb.lemma_.lower() not in (CARRYING_LEMMAS if document.lemma_.lower() in SIGNS else WRITING_LEMMAS):
        return None
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ == "nsubj":
                return child
        if verb.dep_ not in {"conj", "advcl", "xcomp"}:
            return None
        verb = verb.head
    return None


def _document_of(head: Token) -> Token | None:
    """Return the document in "the author of the letter" and "the letter's content"."""
    beside = [child for child in head.children if child.dep_ == "poss"]
    beside += [named for child in head.children if child.lower_ == "of" for named in child.children]
    return next((token for token in beside if token.lemma_.lower() in DOCUMENTS), None)
