"""Who a mention stands for: the full name behind "Smith", "she", "the letter", "an FCDO spokesperson".

    Mark Smith … Smith said                              Mark Smith
    a spokesman for the Home Office                      the Home Office
    one district GOP leader                              as printed: nobody is named
    Mark Smith, a diplomat, … the diplomat said          Mark Smith: the article gives him that role
    Mark Smith submitted a letter. … the letter read     Mark Smith: the article says whose it is
    the letter's content; the author of this article     as the letter and the article
    Mark Smith and Ann Lee said                          Mark Smith; Ann Lee
    Ann Lee met Bob Ray. She said …                      Ann Lee: see ``pronouns``

Where the article does not tell, the answer is None or the printed words, with the reason to doubt it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from articles.analysis import attributions
from articles.analysis.attributions import Mention
from articles.analysis.cues import CARRYING_LEMMAS, DOCUMENTS, SIGNS, SPEAKERS_FOR_OTHERS, WRITING_LEMMAS
from articles.analysis.entities import Entity
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.pronouns import PERSONAL_PRONOUNS, MentionIndex, Pronouns, Resolved
from articles.analysis.quotes import joined_names
from articles.analysis.speaking_nouns import can_speak, is_person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OTHER_PRONOUNS = frozenset(
    {"i", "we", "you", "it", "this", "that", "these", "those", "who", "which", "one", "there"}
)
_OF_A_DOCUMENT = frozenset("author writer content text wording".split())
"""Who or what says just what the document says: "the author of the letter", "the letter's content"."""


class Resolver:
    """Resolves the mentions of one article. Tell it whom they turned out to be, so that chains hold."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], inside: Set[int], sentences: Sequence[Passage]
    ) -> None:
        self.doc, self.text, self.inside = doc, text_of(doc), inside
        self.mentions = MentionIndex(doc, entities, inside, sentences)
        self.pronouns = Pronouns(self.mentions)
        self.last_spoken_for: str | None = None
        self.roles = self._roles()
        self.authors = self._authors()

    def resolve(self, at: Mention, *, said: Sequence[Passage] = ()) -> Resolved:
        """Return the full name behind a mention, and the reason to doubt it.

        ``said`` are the words the mention is credited with: who is named in them is hardly their speaker.
        Others that are named together with it speak with it.
        """
        name, reason = self._one(at, said)
        if name is None:
            return name, reason
        beside = self._named_beside(at)
        before = [other for mention, other in beside if mention.start < at.start]
        behind = [other for mention, other in beside if mention.start > at.start]
        return joined_names([*before, name, *behind]), reason

    def printed(self, at: Mention) -> Passage:
        """Return where a mention is printed, with those who speak together with it."""
        mentions = [at, *(mention for mention, _ in self._named_beside(at))]
        return Passage(start=min(one.start for one in mentions), end=max(one.end for one in mentions))

    def _named_beside(self, at: Mention) -> list[tuple[Mention, str]]:
        head = self.mentions.tokens.get(at.head)
        if head is None:
            return []
        others = attributions.together(head, self.inside)
        mentions = [attributions.mention(other, self.inside) for other in others if other is not head]
        return [(mention, name) for mention in mentions if (name := self.name_over(mention))]

    def name_over(self, at: Mention) -> str | None:
        """Return whose name the head of a mention is a part of."""
        found = self.mentions.entities_in(at)
        return next((entity.name for name, entity in found if name.start <= at.head < name.end), None)

    def _one(self, at: Mention, said: Sequence[Passage]) -> Resolved:
        printed = at.of(self.text)
        lower = printed.lower()
        if lower in PERSONAL_PRONOUNS:
            return self.pronouns.resolve(at, said)
        if lower in _OTHER_PRONOUNS:
            return None, f"Who “{printed}” is stays open."
        return self._named(at) or self._described(at, printed)

    def _named(self, at: Mention) -> Resolved | None:
        inside = self.mentions.entities_in(at)
        over_head = [entity for mention, entity in inside if mention.start <= at.head < mention.end]
        people = [
            entity
            for mention, entity in inside
            if entity.kind == "person" and not self.mentions.owns_something(mention)
        ]
        if over_head and over_head[0].kind == "person":
            return over_head[0].name, ""
        words = set(_words(at.of(self.text)))
        others = [entity for _, entity in inside if entity.kind != "person"]
        if words & SPEAKERS_FOR_OTHERS:
            if people and inside[-1][0].start > at.head and not words & {"for", "to", "of"}:
                return people[-1].name, ""
            best = [entity for entity in others if entity.kind == "organisation"] or others
            if best:
                self.last_spoken_for = best[0].name
                return best[0].name, ""
            if self.last_spoken_for and at.of(self.text).lower().startswith("the "):
                return self.last_spoken_for, "The spokesperson is read as the one named before."
            return None
        last_at, last = inside[-1] if inside else (at, None)
        # In "Ann Lee supporters" the name only tells whose supporters they are.
        if people and last in people and last_at.start > at.head and not words & DOCUMENTS:
            return people[-1].name, ""
        if over_head:
            return over_head[0].name, ""
        return None

    def _described(self, at: Mention, printed: str) -> Resolved:
        head = self.mentions.tokens.get(at.head)
        lemma = head.lemma_.lower() if head is not None else ""
        if lemma in DOCUMENTS:
            return self._document(at, at, lemma)
        if head is not None and lemma in _OF_A_DOCUMENT and (document := _document_of(head)) is not None:
            of_document = attributions.mention(document, self.inside)
            return self._document(at, of_document, document.lemma_.lower())
        known = self.roles.get(lemma, set())
        definite = printed.lower().startswith(("the ", "this ")) or self.mentions.sentence(at.start) <= 2
        if len(known) == 1 and definite and not self._is_narrowed(at):
            return next(iter(known)), f"“{printed}” is read as the person the article describes so."
        return _without_article(printed), ""

    def _is_narrowed(self, at: Mention) -> bool:
        """Say whether a name tells one holder of a role from others: "the Florida senator"."""
        span = self.doc.char_span(at.start, at.end, alignment_mode="expand")
        return any(token.pos_ == "PROPN" and token.idx != at.head and token.is_title for token in span or ())

    def _document(self, at: Mention, document: Mention, lemma: str) -> Resolved:
        reason = "A document speaks for its author."
        head = self.mentions.tokens[document.head]
        if author := self._author_of(head):
            return author, reason
        known = self.authors.get(lemma, [])
        if known and not self._is_new(document):
            before = [name for position, name in known if position <= at.start]
            return (before[-1] if before else known[0][1]), reason
        writer = _writer_of(head)
        if writer is not None and (writer.pos_ == "PROPN" or can_speak(writer.lemma_.lower())):
            return _without_article(attributions.mention(writer, self.inside).of(self.text)), reason
        return _without_article(at.of(self.text)), "A document speaks; whose it is stays open."

    def _is_new(self, document: Mention) -> bool:
        """Say whether a document is spoken of for the first time: "a statement" is not the one before."""
        return document.of(self.text).lower().startswith(("a ", "an ", "another ", "one "))

    def _author_of(self, document: Token) -> str | None:
        return self._joint(document) or self._owner(document) or self._writer(document)

    def _roles(self) -> dict[str, set[str]]:
        """Index what the article calls each person: "diplomat Mark Smith", "Mark Smith, a diplomat"."""
        roles: dict[str, set[str]] = defaultdict(set)
        for mention, entity in self.mentions.pairs:
            if entity.kind != "person":
                continue
            span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            for token in filter(_tells_a_role, self._beside(span[0], span[-1])):
                roles[token.lemma_.lower()].add(entity.name)
        return roles

    def _beside(self, first: Token, last: Token) -> list[Token]:
        found = []
        for index in range(first.i - 1, max(-1, first.i - 4), -1):
            token = self.doc[index]
            if token.pos_ not in {"NOUN", "PROPN"} or token.is_punct:
                break
            found.append(token)
        found += [child for child in last.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
        if last.dep_ == "appos" and last.head.pos_ == "NOUN":
            found.append(last.head)
        return found

    def _authors(self) -> dict[str, list[tuple[int, str]]]:
        """Index whose the documents are: "submitted a letter", "Smith's letter", "said in a statement"."""
        authors: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for token in self.doc:
            lemma = token.lemma_.lower()
            if lemma in DOCUMENTS and token.i not in self.inside and (name := self._author_of(token)):
                authors[lemma].append((token.idx, name))
        return authors

    def _joint(self, document: Token) -> str | None:
        if not any(child.lower_ == "joint" for child in document.children):
            return None
        return self.pronouns.two_people(Mention(start=document.idx, end=document.idx + 1, head=document.idx))[
            0
        ]

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
        return self._names_of(writer) if writer is not None else None

    def _names_of(self, head: Token) -> str | None:
        """Return the names of those whom "and" joins into one author."""
        names = [self._name_of(token) for token in attributions.together(head, self.inside)]
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
    for _ in range(3):
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


def _tells_a_role(token: Token) -> bool:
    return is_person(token.lemma_.lower())


def _words(printed: str) -> list[str]:
    return [word.strip(".,'’“”").lower() for word in printed.split()]


def _without_article(printed: str) -> str:
    first, _, rest = printed.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else printed
