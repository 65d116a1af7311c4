"""Who a mention stands for: the full name behind "Smith", "she", "the letter", "an FCDO spokesperson".

    Mark Smith … Smith said                              Mark Smith
    a spokesman for the Home Office                      the Home Office
    one district GOP leader                              as printed: nobody is named
    Mark Smith, a diplomat, … the diplomat said          Mark Smith: see ``described_people``
    Mark Smith submitted a letter. … the letter read     Mark Smith: see ``documents``
    Mark Smith and Ann Lee said                          Mark Smith; Ann Lee
    Ann Lee met Bob Ray. She said …                      Ann Lee: see ``pronouns``

Where the article does not tell, the answer is None or the printed words, with the reason to doubt it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from articles.analysis import attributions
from articles.analysis.attributions import Mention, without_article
from articles.analysis.cues import DOCUMENTS, SPEAKERS_FOR_OTHERS
from articles.analysis.described_people import DescribedPeople
from articles.analysis.documents import Documents
from articles.analysis.entities import Entity
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.pronouns import PERSONAL_PRONOUNS, MentionIndex, Pronouns, Resolved
from articles.analysis.quotes import joined_names
from articles.analysis.speaking_nouns import can_speak, is_abstract

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OTHER_PRONOUNS = frozenset(
    {"i", "we", "you", "it", "this", "that", "these", "those", "who", "which", "one", "there"}
)


class Resolver:
    """Resolves the mentions of one article. Tell it whom they turned out to be, so that chains hold."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], inside: Set[int], sentences: Sequence[Passage]
    ) -> None:
        self.doc, self.text, self.inside = doc, text_of(doc), inside
        self.mentions = MentionIndex(doc, entities, inside, sentences)
        self.pronouns = Pronouns(self.mentions)
        self.last_spoken_for: str | None = None
        self.documents = Documents(doc, self.mentions, self.pronouns, inside)
        self.described = DescribedPeople(doc, self.mentions)

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

    def has_voice(self, at: Mention) -> bool:
        """Say whether a mention is a name, or a noun for people, bodies of people or things with words."""
        head = self.mentions.tokens.get(at.head)
        if head is None or head.pos_ != "NOUN" or self.name_over(at):
            return True
        return can_speak(head.lemma_.lower())

    def is_voiceless(self, at: Mention) -> bool:
        """Say whether a mention is of something to which something is done, or of something abstract."""
        head = self.mentions.tokens.get(at.head)
        if head is None or self.has_voice(at):
            return False
        return head.dep_ == "nsubjpass" or is_abstract(head.lemma_.lower())

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
        if spoken := self.documents.speaker(at):
            return spoken
        if name := self.described.find(at):
            return name, f"“{printed}” is read as the person the article describes so."
        return without_article(printed), ""


def _words(printed: str) -> list[str]:
    return [word.strip(".,'’“”").lower() for word in printed.split()]
