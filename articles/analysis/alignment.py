"""Which passages of which articles carry the same statement.

    A   He called the plan “a serious mistake”.
    B   “This plan is a serious mistake, and we will pay for it,” Mr Brown said.
    C   Brown described the plan as seriously mistaken.

are three readings of one statement: a fragment, a full quotation, a report. What joins them is the words they
share, weighted by their rarity in the story; who speaks keeps apart what sounds alike. Numbers do not: "52
votes" and "48 votes" in otherwise equal sentences are one statement printed two ways, for an editor to see.

A statement has several readings of one article where that article prints it twice, or in two pieces.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from articles.analysis.content_words import reduced
from articles.analysis.entities import StoryEntity
from articles.analysis.passages import Passage, tokens
from articles.analysis.quotes import Quote, joined_names, names_in
from articles.analysis.speaker_identity import Person, identities, may_be_one
from articles.analysis.statement_groups import Member, grouped
from articles.analysis.statement_order import in_story_order
from articles.analysis.statement_units import Unit, units
from articles.analysis.unit_similarity import CERTAIN, UnitSimilarity

__all__ = ["Reading", "ReadingKind", "Statement", "Unit", "align", "units"]

ReadingKind = Literal["verbatim", "partial", "reworded", "reported"]

_SAME_WORDS = 0.75
"""The share of a quotation's words, in order, that it has in common with the others, or else is reworded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Passage):
    """The passage in which one article prints a statement.

    ``article`` is its index among the compared ones, ``quote`` the index of the quote in that article,
    ``context`` the sentence around it. ``similarity`` (0 to 1) is how sure the machine is that it carries
    the statement; ``suggested`` readings lie below the certain threshold and wait for an editor.
    """

    article: int
    quote: int | None
    context: Passage
    kind: ReadingKind
    similarity: float
    suggested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing somebody said, or one reported fact, with its readings in the order of the articles.

    ``speaker`` is None for a reported fact and for an unknown speaker.
    """

    speaker: str | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class _Story:
    """What alignment looks at: the articles' texts, quotes and units, and who is who."""

    texts: Sequence[str]
    quotes: Sequence[Sequence[Quote]]
    members: Sequence[Member]
    similarity: UnitSimilarity
    edges: Sequence[tuple[int, int, float]]


def align(
    units_of: Sequence[Sequence[Unit]],
    *,
    texts: Sequence[str],
    quotes: Sequence[Sequence[Quote]],
    entities: Sequence[StoryEntity],
) -> tuple[Statement, ...]:
    """Join the units of a story's articles into statements: first what several print, as the story
    unfolds, then what one alone has.

    A statement is kept when two articles print it, or when one alone prints it between quotation marks.
    ``entities`` are the story's, so that speakers are compared as persons and not as printed names. The
    articles are taken in the order of their texts, so that what is joined does not depend on who comes first.
    """
    speakers = identities(quotes, entities, texts)
    members = [
        Member(
            article=article,
            unit=unit,
            speaker=None if unit.quote is None else speakers[article][unit.quote],
        )
        for article in sorted(range(len(texts)), key=lambda article: texts[article])
        for unit in units_of[article]
    ]
    similarity = UnitSimilarity([member.unit for member in members], _names(entities, texts))
    edges = [edge for edge in similarity.pairs() if _comparable(members[edge[0]], members[edge[1]])]
    story = _Story(texts, quotes, members, similarity, edges)
    groups = grouped(members, similarity, edges)
    kept = [group for group in groups if _is_row(story, group)]
    suggestions = _suggestions(story, groups, kept)
    names = _speaker_names(story, entities)
    statements = [
        Statement(
            speaker=_speaker(story, group, names),
            readings=tuple(_readings(story, group, suggestions.get(at, []))),
        )
        for at, group in enumerate(kept)
    ]
    order = in_story_order(
        [[(r.article, r.start) for r in s.readings if not r.suggested] for s in statements]
    )
    return tuple(statements[at] for at in order)


def _names(entities: Sequence[StoryEntity], texts: Sequence[str]) -> frozenset[str]:
    """Return the words of the story's names, reduced as the units' content words are."""
    printed = {mention.of(texts[mention.article]) for entity in entities for mention in entity.mentions}
    return frozenset(
        reduced(token.norm) for form in printed for token in tokens(form, Passage(start=0, end=len(form)))
    )


def _comparable(one: Member, other: Member) -> bool:
    """Say whether a pair may be one statement at all: an article repeats itself only in quotations."""
    if one.article != other.article:
        return True
    return one.unit.quote is not None or other.unit.quote is not None


def _is_row(story: _Story, group: Sequence[int]) -> bool:
    members = [story.members[at] for at in group]
    if len({member.article for member in members}) > 1:
        return True
    return any(_inside_marks(story, member) for member in members)


def _inside_marks(story: _Story, member: Member) -> bool:
    quote = member.unit.quote
    return quote is not None and bool(story.quotes[member.article][quote].segments)


def _suggestions(
    story: _Story, groups: Sequence[Sequence[int]], kept: Sequence[Sequence[int]]
) -> Mapping[int, list[tuple[int, float]]]:
    """Return for each kept group the lone units that may carry its statement in articles that lack it."""
    row_of = {at: row for row, group in enumerate(kept) for at in group}
    alone = {group[0] for group in groups if len(group) == 1}
    best: dict[int, tuple[float, int]] = {}
    for one, other, overlap in story.edges:
        for lone, row in ((one, row_of.get(other)), (other, row_of.get(one))):
            if lone not in alone or row is None or row == row_of.get(lone):
                continue
            if not _may_be_suggested(story, lone, kept[row], overlap):
                continue
            best[lone] = max(best.get(lone, (0.0, 0)), (overlap, row))
    found: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    taken = set()
    for lone, (overlap, row) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        if (row, story.members[lone].article) not in taken:
            taken.add((row, story.members[lone].article))
            found[row].append((lone, overlap))
    return found


def _may_be_suggested(story: _Story, lone: int, group: Sequence[int], overlap: float) -> bool:
    if story.members[lone].article in {story.members[at].article for at in group}:
        return False
    speakers = [speaker for at in [lone, *group] if (speaker := story.members[at].speaker)]
    return may_be_one(speakers) or overlap >= _SAME_WORDS


def _readings(
    story: _Story, group: Sequence[int], suggestions: Sequence[tuple[int, float]]
) -> Iterator[Reading]:
    """Yield the readings in the order of the articles, neighbouring pieces of one segment as one."""
    pieces = _pieces(story, group)
    fullest = max(pieces, key=lambda piece: (_is_whole(story, piece), _worth(story, piece), -piece[0]))
    readings = [_reading(story, piece, fullest) for piece in pieces]
    readings += [_reading(story, [at], fullest, suggested=overlap) for at, overlap in suggestions]
    yield from sorted(readings, key=lambda reading: (reading.article, reading.start))


def _pieces(story: _Story, group: Sequence[int]) -> list[list[int]]:
    """Return the members that are one reading together; a fragment stands for the sentence around it too."""
    quoted = {_sentence(story, at) for at in group if _inside_marks(story, story.members[at])}
    pieces: list[list[int]] = []
    for at in group:
        if not _inside_marks(story, story.members[at]) and _sentence(story, at) in quoted:
            continue
        if pieces and _continues(story, pieces[-1][-1], at):
            pieces[-1].append(at)
        else:
            pieces.append([at])
    return pieces


def _sentence(story: _Story, at: int) -> tuple[int, int]:
    return story.members[at].article, story.members[at].unit.context.start


def _continues(story: _Story, one: int, other: int) -> bool:
    before, after = story.members[one], story.members[other]
    if before.article != after.article or before.unit.quote is None or before.unit.quote != after.unit.quote:
        return False
    between = story.texts[before.article][before.unit.end : after.unit.start]
    return not between.strip() and "\n" not in between


def _reading(
    story: _Story, piece: Sequence[int], fullest: Sequence[int], *, suggested: float | None = None
) -> Reading:
    first, last = story.members[piece[0]], story.members[piece[-1]]
    if suggested is not None:
        similarity = suggested
    elif piece == fullest:
        similarity = 1.0
    else:
        similarity = max(CERTAIN, *(story.similarity.overlap(at, whole) for at in piece for whole in fullest))
    return Reading(
        start=first.unit.start,
        end=last.unit.end,
        article=first.article,
        quote=first.unit.quote,
        context=Passage(start=first.unit.context.start, end=last.unit.context.end),
        kind=_kind(story, piece, fullest),
        similarity=round(min(1.0, similarity), 3),
        suggested=suggested is not None,
    )


def _kind(story: _Story, piece: Sequence[int], fullest: Sequence[int]) -> ReadingKind:
    member = story.members[piece[0]]
    if not _inside_marks(story, member):
        return "reported"
    if piece != fullest and _inside_marks(story, story.members[fullest[0]]):
        ours, whole = _words(story, piece), _words(story, fullest)
        if LCSseq.similarity(ours, whole) < _SAME_WORDS * min(len(ours), len(whole)):
            return "reworded"
    return "verbatim" if _is_whole(story, piece) else "partial"


def _is_whole(story: _Story, piece: Sequence[int]) -> bool:
    member = story.members[piece[0]]
    return member.unit.quote is not None and story.quotes[member.article][member.unit.quote].type == "direct"


def _worth(story: _Story, piece: Sequence[int]) -> float:
    return sum(story.similarity.weight(at) for at in piece)


def _words(story: _Story, piece: Sequence[int]) -> list[str]:
    first, last = story.members[piece[0]], story.members[piece[-1]]
    passage = Passage(start=first.unit.start, end=last.unit.end)
    return [token.norm for token in tokens(story.texts[first.article], passage)]


def _speaker_names(story: _Story, entities: Sequence[StoryEntity]) -> dict[Person, str]:
    """Return how each person is called: as the story's entity, or as most of their quotes have it."""
    printed: defaultdict[Person, Counter[str]] = defaultdict(Counter)
    for member in story.members:
        if member.speaker is not None and member.unit.quote is not None:
            speaker = story.quotes[member.article][member.unit.quote].speaker or ""
            for person, name in zip(member.speaker, names_in(speaker), strict=False):
                printed[person][name] += 1
    return {
        person: entities[person].name if isinstance(person, int) else counted.most_common(1)[0][0]
        for person, counted in printed.items()
    }


def _speaker(story: _Story, group: Sequence[int], names: Mapping[Person, str]) -> str | None:
    """Return who speaks: all who speak together where one outlet names all and another one of them."""
    known = [who for at in group if (who := story.members[at].speaker)]
    if known:
        return joined_names(names[person] for person in max(known, key=lambda who: len(set(who))))
    printed = Counter(
        speaker
        for at in group
        if (quote := story.members[at].unit.quote) is not None
        and (speaker := story.quotes[story.members[at].article][quote].speaker)
    )
    return printed.most_common(1)[0][0] if printed else None
