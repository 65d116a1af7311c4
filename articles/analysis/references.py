"""Who a mention stands for: the full name behind "Smith", "she", "the letter" or "an FCDO spokesperson"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.analysis.cues import DOCUMENTS, SPEAKERS_FOR_OTHERS
from articles.analysis.entities import Entity
from articles.analysis.passages import Passage
from articles.analysis.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SINGULAR = frozenset({"he", "she", "him", "her", "i"})


class Resolver:
    """Resolves the mentions of one article."""

    def __init__(self, doc: Doc, entities: Sequence[Entity], quotes: Sequence[Quote]) -> None:
        self.text = doc.text
        self.mentions = sorted(
            ((mention, entity) for entity in entities for mention in entity.mentions),
            key=lambda pair: pair[0].start,
        )
        self.quotes = quotes

    def resolve(self, at: Passage, quote: Quote) -> tuple[str | None, str]:
        """Return the full name behind a printed mention, and the reason to doubt it ("" for none)."""
        printed = at.of(self.text)
        words = {word.strip(".,'’").lower() for word in printed.split()}
        inside = [entity for mention, entity in self.mentions if at.overlaps(mention)]
        people = [entity for entity in inside if entity.kind == "person"]
        if people:
            return people[-1].name, ""
        if words & SPEAKERS_FOR_OTHERS and inside:
            return inside[0].name, ""
        if printed.lower() in _SINGULAR:
            return self._last_person(at), "A pronoun stands for the speaker."
        if words & DOCUMENTS:
            return self._last_person(at), "A document speaks for its author."
        if inside:
            return inside[0].name, ""
        return printed, ""

    def _last_person(self, at: Passage) -> str | None:
        people = [
            entity for mention, entity in self.mentions if entity.kind == "person" and mention.end <= at.start
        ]
        return people[-1].name if people else None
