"""Who of the story a quote's speaker is, whatever the outlet calls them.

Smith, Mr Smith, Mark Smith                               one person
the FCDO, a Foreign Office spokesperson, Foreign Office   one organisation
officials, a source, critics                              nobody in particular: may be anyone
Ann Lee; Bob Ray                                          two who speak together, each of them known

Two who speak together are neither of the two alone, but an outlet that names only one of them does not
contradict another that names both.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from articles.analysis.entities import StoryEntity
from articles.analysis.passages import Passage, normalise
from articles.analysis.quotes import Quote, names_in
from articles.analysis.speaking_nouns import is_person

_WORD = re.compile(r"\w[\w'’.&-]*")
_PEOPLE = frozenset("men people police staff women".split())
_TITLES = frozenset("mr mrs ms miss dr prof sir dame lord lady the a an".split())

Person = int | str
"""An index into the story's entities, or the folded name of somebody who is not among them."""
Identity = tuple[Person, ...]
"""Who speaks, as the outlet orders them: one, or several who speak together."""


def identities(
    quotes: Sequence[Sequence[Quote]], entities: Sequence[StoryEntity], texts: Sequence[str]
) -> tuple[tuple[Identity | None, ...], ...]:
    """Return for each article's quotes who speaks, None where that is unknown or nobody in particular."""
    by_name = _names(entities, texts)
    mentions = [
        sorted(
            (mention.start, mention.end, index)
            for index, entity in enumerate(entities)
            for mention in entity.mentions
            if mention.article == article and entity.kind != "place"
        )
        for article in range(len(texts))
    ]
    return tuple(
        tuple(_identity(quote, by_name, mentions[article]) for quote in of_article)
        for article, of_article in enumerate(quotes)
    )


def may_be_one(speakers: Iterable[Identity]) -> bool:
    """Say whether outlets may mean one speaker: of any two, one names nobody whom the other does not."""
    sets = {frozenset(speaker) for speaker in speakers}
    return all(one <= other or other <= one for one, other in combinations(sets, 2))


def _names(entities: Sequence[StoryEntity], texts: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return each printed form of a person or organisation; one that two share is the more frequent's."""
    found: dict[tuple[str, ...], int] = {}
    ranked = sorted(range(len(entities)), key=lambda index: -len(entities[index].mentions))
    for index in ranked:
        entity = entities[index]
        if entity.kind == "place":
            continue
        for form in (entity.name, *(mention.of(texts[mention.article]) for mention in entity.mentions)):
            found.setdefault(_folded(form), index)
    found.pop((), None)
    return found


def _identity(
    quote: Quote, by_name: Mapping[tuple[str, ...], int], mentions: Sequence[tuple[int, int, int]]
) -> Identity | None:
    if not quote.speaker:
        return None
    together = names_in(quote.speaker)
    if len(together) > 1:
        return tuple(_one_of_several(name, by_name) for name in together)
    name = _folded(quote.speaker)
    known: Person | None = _known(quote.speaker, by_name)
    if known is None and quote.speaker_at:
        known = _mentioned(quote.speaker_at, mentions)
    if known is None and name and _is_name(quote.speaker):
        known = " ".join(name)
    return None if known is None else (known,)


def _is_name(printed: str) -> bool:
    """Say whether a capital makes a name, and not the start of a sentence, as in "Security experts"."""
    *_, last = printed.lower().split()
    return printed[:1].isupper() and not (last in _PEOPLE or (last[-1] == "s" and is_person(last[:-1])))


def _one_of_several(printed: str, by_name: Mapping[tuple[str, ...], int]) -> Person:
    known = _known(printed, by_name)
    return " ".join(_folded(printed)) if known is None else known


def _known(printed: str, by_name: Mapping[tuple[str, ...], int]) -> int | None:
    """Return the entity of that name, or of the longest part of it that is a name."""
    name = _folded(printed)
    if name in by_name:
        return by_name[name]
    for width in range(len(name) - 1, 0, -1):
        for start in range(len(name) - width + 1):
            if name[start : start + width] in by_name:
                return by_name[name[start : start + width]]
    return None


def _mentioned(passage: Passage, mentions: Sequence[tuple[int, int, int]]) -> int | None:
    return next(
        (index for start, end, index in mentions if start < passage.end and passage.start < end), None
    )


def _folded(name: str) -> tuple[str, ...]:
    words = [normalise(word.strip(".").removesuffix("’s").removesuffix("'s")) for word in _WORD.findall(name)]
    return tuple(word for word in words if word not in _TITLES)
