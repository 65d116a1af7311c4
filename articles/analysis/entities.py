"""People, organisations and places, and the forms in which they are printed."""

from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage

EntityKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or place in one article, with every mention of it in printed order."""

    name: str
    kind: EntityKind
    mentions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMention(Passage):
    """One mention of a story's entity, in the article with this index among those compared."""

    article: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntity:
    """An entity joined across the articles of a story."""

    name: str
    kind: EntityKind
    mentions: tuple[StoryMention, ...]
