"""Who a mention stands for: the full name behind "Smith", "she", "the letter", "an FCDO spokesperson".

    Mark Smith … Smith said                              Mark Smith
    a spokesman for the Home Office                      the Home Office
    one district GOP leader                              as printed: nobody is named
    Mark Smith, a diplomat, … the diplomat said          Mark Smith: the article gives him that role
    Mark Smith submitted a letter. … the letter read     Mark Smith: the article says whose it is
    Ann Lee met Bob Ray. She said …                      Ann Lee: the nearest person who can be a "she"
    Ann Lee and Bob Ray met. They said …                 Ann Lee; Bob Ray

Where the article does not tell, the answer is None or the printed words, with the reason to doubt it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from articles.analysis.attributions import Mention
from articles.analysis.cues import DOCUMENTS, SPEAKERS_FOR_OTHERS, WRITING_LEMMAS
from articles.analysis.entities import Entity
from articles.analysis.given_names import FEMALE, FEMALE_TITLES, MALE, MALE_TITLES
from articles.analysis.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MALE_PRONOUNS = frozenset({"he", "him", "his"})
_FEMALE_PRONOUNS = frozenset({"she", "her", "hers"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "both"})
_OTHER_PRONOUNS = frozenset(
    {"i", "we", "you", "it", "this", "that", "these", "those", "who", "which", "one", "there"}
)
_LOOK_BACK = 8
"""How many sentences back a pronoun may reach."""

_LOOK_AT = 60
"""How many mentions it may choose from, so that a text without sentences costs no more than another."""

_FADE = 0.55
"""What a mention is worth a sentence later."""

Resolved = tuple[str | None, str]
"""A full name, None when unknown, and the reason to doubt it, empty when there is none."""


class Resolver:
    """Resolves the mentions of one article. Tell it whom pronouns turned out to be, so that chains hold."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], inside: Set[int], sentences: Sequence[Passage]
    ) -> None:
        self.doc, self.text = doc, doc.text
        self.sentence_starts = [sentence.start for sentence in sentences]
        pairs = sorted(
            ((mention, entity) for entity in entities for mention in entity.mentions),
            key=lambda pair: pair[0].start,
        )
        self.pairs = pairs
        self.starts = [mention.start for mention, _ in pairs]
        self.tokens = {token.idx: token for token in doc}
        self.inside = inside
        self.last_spoken_for: str | None = None
        self.salient: list[tuple[int, Entity, float]] = [
            (mention.start, entity, self._weight(mention))
            for mention, entity in pairs
            if entity.kind == "person"
        ]
        self.genders = {
            entity.name: _gender(entity, self.text) for entity in entities if entity.kind == "person"
        }
        self.people = {entity.name: entity for entity in entities if entity.kind == "person"}
        self.roles = self._roles()
        self.authors = self._authors()

    def resolve(self, at: Mention, *, said: Sequence[Passage] = ()) -> Resolved:
        """Return the full name behind a mention, and the reason to doubt it.

        ``said`` are the words the mention is credited with: who is named in them is hardly their speaker.
        """
        printed = at.of(self.text)
        lower = printed.lower()
        if lower in _MALE_PRONOUNS or lower in _FEMALE_PRONOUNS:
            return self._pronoun(at, "male" if lower in _MALE_PRONOUNS else "female", said)
        if lower in _PLURAL_PRONOUNS:
            return self._plural(at)
        if lower in _OTHER_PRONOUNS:
            return None, f"Who “{printed}” is stays open."
        return self._named(at) or self._described(at, printed)

    def remember(self, position: int, name: str) -> None:
        """Note that the words at a position stand for the person of that name."""
        if person := self.people.get(name):
            self.salient.insert(
                bisect_left(self.salient, position, key=lambda item: item[0]), (position, person, 3.0)
            )

    def person_at(self, start: int, end: int) -> Mention | None:
        """Return the first person named between two offsets, outside the quotation marks."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            mention, entity = self.pairs[index]
            if entity.kind == "person" and not self._is_inside(mention):
                return Mention(start=mention.start, end=mention.end, head=mention.start)
        return None

    def _named(self, at: Mention) -> Resolved | None:
        inside = self._entities_in(at)
        over_head = [entity for mention, entity in inside if mention.start <= at.head < mention.end]
        people = [
            entity
            for mention, entity in inside
            if entity.kind == "person" and not self._owns_something(mention)
        ]
        if over_head and over_head[0].kind == "person":
            return over_head[0].name, ""
        words = set(_words(at.of(self.text)))
        others = [entity for _, entity in inside if entity.kind != "person"]
        if words & SPEAKERS_FOR_OTHERS:
            if people and not words & {"for", "to", "of"}:
                return people[-1].name, ""
            best = [entity for entity in others if entity.kind == "organisation"] or others or people
            if best:
                self.last_spoken_for = best[0].name
                return best[0].name, ""
            if self.last_spoken_for and at.of(self.text).lower().startswith("the "):
                return self.last_spoken_for, "The spokesperson is read as the one named before."
            return None
        if people and not words & DOCUMENTS and people[-1].mentions and inside[-1][1].kind == "person":
            return people[-1].name, ""
        if over_head:
            return over_head[0].name, ""
        return None

    def _owns_something(self, mention: Passage) -> bool:
        return self.text[mention.end : mention.end + 2] in {"'s", "’s", "' ", "’ "}

    def _described(self, at: Mention, printed: str) -> Resolved:
        head = self.tokens.get(at.head)
        lemma = head.lemma_.lower() if head is not None else ""
        if lemma in DOCUMENTS:
            return self._document(at, lemma)
        known = self.roles.get(lemma, set())
        definite = printed.lower().startswith(("the ", "this ")) or self._sentence(at.start) <= 2
        if len(known) == 1 and definite and not self._is_narrowed(at):
            return next(iter(known)), f"“{printed}” is read as the person the article describes so."
        return _without_article(printed), ""

    def _is_narrowed(self, at: Mention) -> bool:
        """Say whether a name tells one holder of a role from others: "the Florida senator"."""
        span = self.doc.char_span(at.start, at.end, alignment_mode="expand")
        return any(token.pos_ == "PROPN" and token.idx != at.head and token.is_title for token in span or ())

    def _document(self, at: Mention, lemma: str) -> Resolved:
        reason = "A document speaks for its author."
        head = self.tokens[at.head]
        if owner := self._owner(head):
            return owner, reason
        known = self.authors.get(lemma, [])
        before = [name for position, name in known if position <= at.start]
        if before or known:
            return (before[-1] if before else known[0][1]), reason
        return _without_article(at.of(self.text)), "A document speaks; whose it is stays open."

    def _pronoun(self, at: Mention, gender: str, said: Sequence[Passage] = ()) -> Resolved:
        spoken_of = {entity.name for passage in said for _, entity in self._entities_in(passage)}
        spoken_of |= self._objects(at)
        scores: dict[str, float] = defaultdict(float)
        here = self._sentence(at.start)
        place = bisect_left(self.salient, at.start, key=lambda item: item[0])
        for position, person, weight in self.salient[max(0, place - _LOOK_AT) : place]:
            distance = here - self._sentence(position)
            if distance <= _LOOK_BACK and self.genders[person.name] in {gender, None}:
                doubt = 0.15 if person.name in spoken_of else 1.0
                scores[person.name] += doubt * weight * _FADE**distance
        if scores:
            best = max(scores, key=lambda name: scores[name])
            return best, f"“{at.of(self.text)}” is read as the person last spoken of."
        for position, person, _ in self.salient[place : place + _LOOK_AT]:
            if self._sentence(position) - here <= 2 and self.genders[person.name] in {gender, None}:
                return person.name, f"“{at.of(self.text)}” is read as the person named next."
        return None, f"Who “{at.of(self.text)}” is stays open."

    def _objects(self, at: Mention) -> set[str]:
        """Return whom the pronoun's own verb is done to: in "he told Hannity" he is not Hannity."""
        token = self.tokens.get(at.head)
        if token is None or token.dep_ != "nsubj":
            return set()
        beside = [child for child in token.head.children if child.dep_ in {"dobj", "dative", "pobj", "obj"}]
        return {
            entity.name
            for child in beside
            for _, entity in self._entities_in(Passage(start=child.idx, end=child.idx + len(child)))
        }

    def _plural(self, at: Mention) -> Resolved:
        here = self._sentence(at.start)
        place = bisect_left(self.salient, at.start, key=lambda item: item[0])
        near = self.salient[max(0, place - _LOOK_AT) : place]
        names = list(
            dict.fromkeys(person.name for position, person, _ in near if self._sentence(position) == here)
        )
        if len(names) == 2:
            return "; ".join(names), "Two people are read as speaking together."
        return None, f"Who “{at.of(self.text)}” are stays open."

    def _entities_in(self, at: Passage) -> list[tuple[Passage, Entity]]:
        first = max(0, bisect_right(self.starts, at.start) - 1)
        return [
            (mention, entity)
            for mention, entity in self.pairs[first : bisect_left(self.starts, at.end)]
            if mention.overlaps(at)
        ]

    def _sentence(self, position: int) -> int:
        return bisect_right(self.sentence_starts, position)

    def _is_inside(self, mention: Passage) -> bool:
        token = self.tokens.get(mention.start)
        return token is not None and token.i in self.inside

    def _weight(self, mention: Passage) -> float:
        """Weigh how likely a mention is taken up by a pronoun: the subject of its sentence first."""
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return 0.5
        root = span.root
        if root.i in self.inside:
            return 0.1
        while root.dep_ in {"appos", "compound", "nmod"} and root.head.i != root.i:
            root = root.head
        return {"nsubj": 3.0, "nsubjpass": 2.0, "poss": 1.0, "pobj": 0.7}.get(root.dep_, 1.0)

    def _roles(self) -> dict[str, set[str]]:
        """Index what the article calls each person: "diplomat Mark Smith", "Mark Smith, a diplomat"."""
        roles: dict[str, set[str]] = defaultdict(set)
        for mention, entity in self.pairs:
            if entity.kind != "person":
                continue
            span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            for token in self._beside(span[0], span[-1]):
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
            if lemma in DOCUMENTS and token.i not in self.inside:
                name = self._joint(token) or self._owner(token) or self._writer(token)
                if name:
                    authors[lemma].append((token.idx, name))
        return authors

    def _joint(self, document: Token) -> str | None:
        if not any(child.lower_ == "joint" for child in document.children):
            return None
        return self._plural(Mention(start=document.idx, end=document.idx + 1, head=document.idx))[0]

    def _owner(self, document: Token) -> str | None:
        for child in document.children:
            if child.dep_ == "poss":
                return self._name_of(child)
            if child.lower_ in {"by", "from"}:
                for named in child.children:
                    if name := self._name_of(named):
                        return name
        return None

    def _writer(self, document: Token) -> str | None:
        verb = (
            document.head.head
            if document.dep_ == "pobj" and document.head.lower_ in {"in", "via"}
            else document.head
        )
        if verb.lemma_.lower() not in WRITING_LEMMAS:
            return None
        for _ in range(3):
            for child in verb.children:
                if child.dep_ == "nsubj":
                    return self._name_of(child)
            if verb.dep_ not in {"conj", "advcl", "xcomp"}:
                return None
            verb = verb.head
        return None

    def _name_of(self, token: Token) -> str | None:
        """Return the entity that a word belongs to, or that a personal pronoun stands for."""
        at = Mention(start=token.idx, end=token.idx + len(token), head=token.idx)
        for _, entity in self._entities_in(at):
            return entity.name
        if token.lower_ in _MALE_PRONOUNS | _FEMALE_PRONOUNS:
            return self._pronoun(at, "male" if token.lower_ in _MALE_PRONOUNS else "female")[0]
        if token.lower_ in _PLURAL_PRONOUNS:
            return self._plural(at)[0]
        return None


def _words(printed: str) -> list[str]:
    return [word.strip(".,'’“”").lower() for word in printed.split()]


def _without_article(printed: str) -> str:
    first, _, rest = printed.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else printed


def _gender(entity: Entity, text: str) -> str | None:
    given = entity.name.split()[0].lower().strip(".") if " " in entity.name else ""
    titles = {
        text[max(0, one.start - 7) : one.end].lower().split()[0].strip(".") for one in entity.mentions
    } | {
        word.strip(".").lower()
        for one in entity.mentions
        for word in text[max(0, one.start - 7) : one.end].split()[:-1]
    }
    if titles & FEMALE_TITLES or given in FEMALE:
        return "female"
    if titles & MALE_TITLES or given in MALE:
        return "male"
    return None
