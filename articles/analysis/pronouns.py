"""Who "he", "she" and "they" stand for: the people of an article, weighed by nearness and prominence.

    Ann Lee met Bob Ray. She said …                  Ann Lee: Bob is no "she"
    David Brown met Peter Hall. He said …            David Brown: a subject weighs more than an object
    David Brown spoke. He told Peter Hall: “…”       David Brown: nobody tells himself
    David met Peter Hall. “Hall is a friend,” he …   David: who is named in the words hardly speaks them
    Ann Lee and Bob Ray met. They said …             Ann Lee; Bob Ray

Each mention of a person before the pronoun adds its weight, halved by every sentence in between: a subject
weighs more than an object, one in a clause of somebody else's words less, one who is said to speak most. The
sum decides. Who weighs three times the next person is meant without doubt; where two weigh nearly the same,
the pronoun stays open, and the reason names both.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import islice
from typing import TYPE_CHECKING

from articles.analysis.attributions import Mention
from articles.analysis.entities import Entity
from articles.analysis.given_names import FEMALE, FEMALE_TITLES, MALE, MALE_TITLES
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.quotes import joined_names

if TYPE_CHECKING:
    from spacy.tokens import Doc

MALE_PRONOUNS = frozenset({"he", "him", "his"})
FEMALE_PRONOUNS = frozenset({"she", "her", "hers"})
PLURAL_PRONOUNS = frozenset({"they", "them", "both"})
PERSONAL_PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | PLURAL_PRONOUNS

_LOOK_BACK = 8
"""How many sentences back a pronoun may reach."""

_LOOK_AT = 60
"""How many mentions it may choose from, so that a text without sentences costs no more than another."""

_FADE = 0.5
"""What a mention is worth a sentence later."""

_EMBEDDED = frozenset({"ccomp", "advcl", "relcl", "acl", "xcomp"})
"""The clauses inside another: in "Lee said that Ray won" the sentence goes on about Lee."""

_FAINT = 0.5
"""Who weighs less was spoken of too long ago, unless it is known whether "she" can be meant."""

_CLEAR = 2.5
"""Who is meant weighs at least this many times the next person, or stays open."""

_SURE, _NEAR = 3.0, 1.0
"""What a person weighs, in times of the next one and in all, who is meant without doubt."""

_CLIMB = 20
"""The most words of an enumeration between a name and the word that tells what it is in the sentence."""

Resolved = tuple[str | None, str]
"""A full name, None when unknown, and the reason to doubt it, empty when there is none."""


class MentionIndex:
    """The mentions of an article's entities by their place. ``inside`` holds the tokens between marks."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], inside: Set[int], sentences: Sequence[Passage]
    ) -> None:
        self.doc, self.text, self.inside = doc, text_of(doc), inside
        self.tokens = {token.idx: token for token in doc}
        self.pairs = sorted(
            ((mention, entity) for entity in entities for mention in entity.mentions),
            key=lambda pair: pair[0].start,
        )
        self._starts = [mention.start for mention, _ in self.pairs]
        self._sentence_starts = [sentence.start for sentence in sentences]

    def sentence(self, position: int) -> int:
        """Return the number of the sentence at an offset."""
        return bisect_right(self._sentence_starts, position)

    def entities_in(self, at: Passage) -> list[tuple[Passage, Entity]]:
        """Return the mentions that share a character with a passage, and whose they are."""
        first = max(0, bisect_right(self._starts, at.start) - 1)
        return [
            (mention, entity)
            for mention, entity in self.pairs[first : bisect_left(self._starts, at.end)]
            if mention.overlaps(at)
        ]

    def person_at(self, start: int, end: int) -> Mention | None:
        """Return the first person named between two offsets, outside the marks: Tom in "Lee's aide Tom"."""
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            mention, entity = self.pairs[index]
            if entity.kind == "person" and not self._is_inside(mention) and not self.owns_something(mention):
                return Mention(start=mention.start, end=mention.end, head=mention.start)
        return None

    def person_ending_at(self, end: int) -> Mention | None:
        """Return the person whose name, outside the quotation marks, ends at an offset."""
        place = bisect_left(self._starts, end) - 1
        if place < 0 or self.pairs[place][0].end != end:
            return None
        return self.person_at(self.pairs[place][0].start, end)

    def owns_something(self, mention: Passage) -> bool:
        """Say whether a name only tells whose the next thing is: "Lee's aide"."""
        return self.text[mention.end : mention.end + 2] in {"'s", "’s", "' ", "’ "}

    def _is_inside(self, mention: Passage) -> bool:
        token = self.tokens.get(mention.start)
        return token is not None and token.i in self.inside


class Pronouns:
    """Resolves the pronouns of one article. Tell it what they turned out to be, so that chains hold."""

    def __init__(self, mentions: MentionIndex) -> None:
        self.mentions = mentions
        self.people = {entity.name: entity for _, entity in mentions.pairs if entity.kind == "person"}
        self.genders = {name: _gender(person, mentions.text) for name, person in self.people.items()}
        self.salient: list[tuple[int, Entity, float]] = [
            (mention.start, entity, self._weight(mention))
            for mention, entity in mentions.pairs
            if entity.kind == "person"
        ]
        self._speaking: set[int] = set()

    def resolve(self, at: Mention, said: Sequence[Passage] = ()) -> Resolved:
        """Return whom a personal pronoun stands for; ``said`` are the words it is credited with."""
        lower = at.of(self.mentions.text).lower()
        if lower in PLURAL_PRONOUNS:
            return self.two_people(at)
        return self._one_person(at, "male" if lower in MALE_PRONOUNS else "female", said)

    def note_speaker(self, position: int, name: str) -> None:
        """Note that the person named at a position is said to say something."""
        self._add(position, name)
        self._speaking.add(position)

    def remember(self, position: int, name: str) -> None:
        """Note that the words at a position stand for the person of that name."""
        if position not in self._speaking:
            self._add(position, name)

    def _add(self, position: int, name: str) -> None:
        if person := self.people.get(name):
            place = bisect_left(self.salient, position, key=lambda item: item[0])
            self.salient.insert(place, (position, person, 3.0))

    def two_people(self, at: Mention) -> Resolved:
        """Return the two people named before a place in its own sentence, if they are two."""
        here = self.mentions.sentence(at.start)
        place = bisect_left(self.salient, at.start, key=lambda item: item[0])
        near = self.salient[max(0, place - _LOOK_AT) : place]
        names = list(
            dict.fromkeys(
                person.name for position, person, _ in near if self.mentions.sentence(position) == here
            )
        )
        if len(names) == 2:
            return joined_names(names), "Two people are read as speaking together."
        return None, f"Who “{at.of(self.mentions.text)}” are stays open."

    def _one_person(self, at: Mention, gender: str, said: Sequence[Passage]) -> Resolved:
        printed = at.of(self.mentions.text)
        weights = self._weights(at, gender, said)
        if not weights:
            return self._named_next(at, gender)
        best, *others = sorted(weights, key=lambda name: weights[name], reverse=True)
        rival = weights[others[0]] if others else 0.0
        if weights[best] < _FAINT and self.genders[best] is None:
            return None, f"Who “{printed}” is stays open: {best} was spoken of long before."
        if weights[best] < _CLEAR * rival:
            return None, f"Who “{printed}” is stays open: {best} or {others[0]}."
        if weights[best] >= max(_SURE * rival, _NEAR) and self.genders[best] == gender:
            return best, ""
        return best, f"“{printed}” is read as the person last spoken of."

    def _weights(self, at: Mention, gender: str, said: Sequence[Passage]) -> dict[str, float]:
        """Return how much each person who can be meant was spoken of before a pronoun."""
        hardly = {entity.name for passage in said for _, entity in self.mentions.entities_in(passage)}
        hardly |= self._objects(at)
        weights: dict[str, float] = defaultdict(float)
        here = self.mentions.sentence(at.start)
        place = bisect_left(self.salient, at.start, key=lambda item: item[0])
        for position, person, weight in self.salient[max(0, place - _LOOK_AT) : place]:
            distance = here - self.mentions.sentence(position)
            if distance <= _LOOK_BACK and self.genders[person.name] in {gender, None}:
                doubt = 0.15 if person.name in hardly else 1.0
                weights[person.name] += doubt * weight * _FADE**distance
        return weights

    def _named_next(self, at: Mention, gender: str) -> Resolved:
        printed = at.of(self.mentions.text)
        here = self.mentions.sentence(at.start)
        place = bisect_left(self.salient, at.start, key=lambda item: item[0])
        for position, person, _ in self.salient[place : place + _LOOK_AT]:
            if self.mentions.sentence(position) - here <= 2 and self.genders[person.name] in {gender, None}:
                return person.name, f"“{printed}” is read as the person named next."
        return None, f"Who “{printed}” is stays open."

    def _objects(self, at: Mention) -> set[str]:
        """Return whom the pronoun's own verb is done to: in "he told Hannity" he is not Hannity."""
        token = self.mentions.tokens.get(at.head)
        if token is None or token.dep_ != "nsubj":
            return set()
        beside = [child for child in token.head.children if child.dep_ in {"dobj", "dative", "pobj", "obj"}]
        return {
            entity.name
            for child in beside
            for _, entity in self.mentions.entities_in(Passage(start=child.idx, end=child.idx + len(child)))
        }

    def _weight(self, mention: Passage) -> float:
        """Weigh how likely a mention is taken up by a pronoun: the subject of its sentence first."""
        span = self.mentions.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return 0.5
        root = span.root
        if root.i in self.mentions.inside:
            return 0.1
        for head in islice(root.ancestors, _CLIMB):
            if root.dep_ not in {"appos", "compound", "nmod", "conj"}:
                break
            root = head
        if root.dep_ in {"nsubj", "nsubjpass"} and root.head.dep_ in _EMBEDDED:
            return 1.5
        return {"nsubj": 3.0, "nsubjpass": 2.0, "poss": 1.0, "pobj": 0.7}.get(root.dep_, 1.0)


def _gender(entity: Entity, text: str) -> str | None:
    given = entity.name.split()[0].lower().strip(".")
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
