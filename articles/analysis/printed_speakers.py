"""Who speaks words without quotation marks, by what is printed beside them.

SMITH: We won.                        Mark Smith, whom the article names in full
Q: Did you win?                       whoever asks: nobody is named
A: We did.                            the person the article names most, flagged
We won! — Ann Lee (@annlee)           Ann Lee
<tweet author="@annlee">We won!       Ann Lee, where the article names her, else the handle
The letter in full: I am sad …        who wrote the letter, flagged
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.analysis import attributions
from articles.analysis.attributions import Mention
from articles.analysis.cues import DOCUMENTS
from articles.analysis.entities import Entity
from articles.analysis.passages import Passage
from articles.analysis.pronouns import Resolved
from articles.analysis.references import Resolver

_ASKS = frozenset({"q", "question"})
_ANSWERS = frozenset({"a", "answer"})


def resolve(at: Passage, resolver: Resolver) -> Resolved:
    """Return the full name behind a label, a signature or a document, and the reason to doubt it."""
    printed = at.of(resolver.text)
    plain = printed.lstrip("@").casefold()
    people = list(dict.fromkeys(entity for _, entity in resolver.mentions.pairs if entity.kind == "person"))
    if plain in _ASKS:
        return None, "Who asks is not named."
    if plain in _ANSWERS:
        return _most_named(people), "The answer is read as given by the person whom the article names most."
    if plain in DOCUMENTS:
        return resolver.resolve(attributions.mention(resolver.mentions.tokens[at.start], resolver.inside))
    named = [person.name for person in people if _is_called(person, plain)]
    if len(named) == 1:
        return named[0], ""
    return resolver.resolve(Mention(start=at.start, end=at.end, head=at.start + printed.rfind(" ") + 1))


def _most_named(people: Sequence[Entity]) -> str | None:
    return max(people, key=lambda person: len(person.mentions)).name if people else None


def _is_called(person: Entity, plain: str) -> bool:
    """Say whether a label is the person's name, surname, or name without the spaces."""
    name = person.name.casefold()
    return plain in {name, name.replace(" ", ""), name.rpartition(" ")[2]}
