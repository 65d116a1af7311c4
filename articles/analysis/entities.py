"""People, organisations and places, and the forms in which they are printed.

    "Mark Smith, a diplomat at the Foreign, Commonwealth and Development Office (FCDO), resigned.
     Mr Smith …"
        person        "Mark Smith"   printed "Mark Smith", "Mr Smith"
        organisation  "Foreign, Commonwealth and Development Office"   printed so, and "FCDO"

``find`` reads one article, ``join`` brings the articles of a story together: the surname of exactly one
full name, an acronym, a well-known alias, a spelling that differs by a slip of the pen. What is joined
wrongly misleads an editor more than what is left apart, so that every doubt leaves names apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from articles.analysis import aliases, name_groups, name_spans
from articles.analysis.aliases import Alias, AliasTable
from articles.analysis.name_partition import PrintedName
from articles.analysis.passages import Passage
from articles.analysis.person_names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COMPARED = 400
"""The most different names of one article that are compared, each with each: three times what any has had."""

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


def find(doc: Doc) -> tuple[Entity, ...]:
    """Return the entities of one article in the order of their first mention.

    The doc needs the parse, the tags and the named entities of spaCy's English pipeline. A mention covers a
    courtesy title ("Mr Smith") but neither an office ("President") nor a possessive; ``name`` has no titles.
    """
    spans = name_spans.find(doc)
    names = _printed_names(spans)
    by_key: dict[str, list[name_spans.NameSpan]] = {}
    for span in spans:
        by_key.setdefault(fold(span.text), []).append(span)
    entities = []
    for group in _with_defined_acronyms(_grouped(names), names, spans):
        keys = {key for index in group for key in names[index].keys}
        kind = _kind([names[index] for index in group])
        mentions = sorted((span for key in keys for span in by_key[key]), key=lambda span: span.start)
        entities.append(
            Entity(
                name=name_groups.best_form(Counter(span.text for span in mentions), kind),
                kind=kind,
                mentions=tuple(Passage(start=span.start, end=span.end) for span in mentions),
            )
        )
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))


def join(
    articles: Sequence[Sequence[Entity]], texts: Sequence[str], *, added: Sequence[Alias] = ()
) -> tuple[StoryEntity, ...]:
    """Join the entities of a story's articles; ``texts[i]`` is the text that ``articles[i]`` point into.

    ``added`` are aliases beside those that ship. Their forms count wherever they are printed, found or not,
    and as of the kind that the alias says.
    Ordered by the number of articles that print the entity, then by its mentions, most first, then by name.
    """
    table = aliases.shipped().extended(added)
    owned = [
        (index, entity)
        for index, entities in enumerate(articles)
        for entity in _with_added(entities, texts[index], added)
    ]
    names = [_printed_name(index, entity, texts[index], AliasTable(tuple(added))) for index, entity in owned]
    joined: dict[tuple[EntityKind, str], list[StoryMention]] = {}
    for group in name_groups.group(names, table=table):
        mentions = [
            StoryMention(start=mention.start, end=mention.end, article=owned[member][0])
            for member in group
            for mention in owned[member][1].mentions
        ]
        kind = _kind([names[member] for member in group])
        forms = Counter(mention.of(texts[mention.article]) for mention in mentions)
        # Two that would be shown under one name and kind cannot be told apart by a reader either.
        joined.setdefault((kind, name_groups.best_form(forms, kind, table=table)), []).extend(mentions)
    story = [
        StoryEntity(
            name=name, kind=kind, mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.start)))
        )
        for (kind, name), mentions in joined.items()
    ]
    return tuple(
        sorted(
            story,
            key=lambda entity: (
                -len({m.article for m in entity.mentions}),
                -len(entity.mentions),
                entity.name,
            ),
        )
    )


def _with_added(entities: Sequence[Entity], text: str, added: Sequence[Alias]) -> list[Entity]:
    """Return an article's entities with what it prints of the added aliases and nobody found.

    "King Charles Street", once added, is no Charles Street; but "Amnesty International" holds no "Amnesty".
    """
    held = [mention for entity in entities for mention in entity.mentions]
    found = {
        alias: [
            place
            for place in aliases.places(text, alias.printed)
            if not any(mention.covers(place) for mention in held)
        ]
        for alias in added
    }
    taken = [place for places in found.values() for place in places]
    kept = [
        replace(
            entity,
            mentions=tuple(
                mention for mention in entity.mentions if not any(mention.overlaps(place) for place in taken)
            ),
        )
        for entity in entities
    ]
    new = [
        Entity(name=alias.name, kind=alias.kind, mentions=tuple(places)) for alias, places in found.items()
    ]
    return [entity for entity in (*kept, *new) if entity.mentions]


def _printed_name(article: int, entity: Entity, text: str, added: AliasTable) -> PrintedName:
    """Return the forms of an article's entity, of the kind that an added alias gives to one of them."""
    forms = Counter(mention.of(text) for mention in entity.mentions)
    said = [alias.kind for form in sorted(forms) if (alias := added.lookup(form))]
    return PrintedName(article=article, kind=said[0] if said else entity.kind, forms=tuple(forms.items()))


def _printed_names(spans: Sequence[name_spans.NameSpan]) -> list[PrintedName]:
    forms: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[EntityKind]] = {}
    for span in spans:
        key = fold(span.text)
        forms.setdefault(key, Counter())[span.text] += 1
        kinds.setdefault(key, Counter())[span.kind] += 1
    return [
        PrintedName(article=0, kind=kinds[key].most_common(1)[0][0], forms=tuple(counted.items()))
        for key, counted in forms.items()
    ]


def _grouped(names: Sequence[PrintedName]) -> list[list[int]]:
    """Group the names that are one entity's. Past the first few hundred each stays alone."""
    groups = name_groups.group(names[:_COMPARED])
    return [*groups, *([place] for place in range(_COMPARED, len(names)))]


def _with_defined_acronyms(
    groups: list[list[int]], names: Sequence[PrintedName], spans: Sequence[name_spans.NameSpan]
) -> list[list[int]]:
    """Join each acronym to the name that the article prints before its brackets."""
    position = {key: index for index, name in enumerate(names) for key in name.keys}
    starts = {span.start: position[fold(span.text)] for span in spans}
    for span in spans:
        if span.defines is None or span.defines not in starts:
            continue
        one = next(group for group in groups if starts[span.defines] in group)
        other = next(group for group in groups if position[fold(span.text)] in group)
        if one is not other:
            groups = [group for group in groups if group is not one and group is not other]
            groups.append(sorted(one + other))
    return groups


def _kind(names: Sequence[PrintedName]) -> EntityKind:
    votes: Counter[EntityKind] = Counter()
    for name in names:
        votes[name.kind] += sum(count for _form, count in name.forms)
    if any(name.kind == "person" and name.fullest and name.fullest.given for name in names):
        return "person"
    return votes.most_common(1)[0][0]
