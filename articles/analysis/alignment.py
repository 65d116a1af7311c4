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
from articles.analysis.rulings import Pairs, Ruling, ruled
from articles.analysis.speaker_identity import Person, identities, may_be_one
from articles.analysis.statement_groups import Member, grouped
from articles.analysis.statement_order import in_story_order
from articles.analysis.statement_units import Unit, units
from articles.analysis.suggestions import suggested
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
    """What alignment looks at: the articles' texts, quotes and units, and how alike those are."""

    texts: Sequence[str]
    quotes: Sequence[Sequence[Quote]]
    members: Sequence[Member]
    similarity: UnitSimilarity


def align(
    units_of: Sequence[Sequence[Unit]],
    *,
    texts: Sequence[str],
    quotes: Sequence[Sequence[Quote]],
    entities: Sequence[StoryEntity],
    rulings: Sequence[Ruling] = (),
) -> tuple[Statement, ...]:
    """Join the units of a story's articles into statements: first what several print, as the story
    unfolds, then what one alone has.

    A statement is kept when two articles print it, or when one alone prints it between quotation marks.
    ``entities`` are the story's, so that speakers are compared as persons and not as printed names;
    ``rulings`` are what editors decided. The articles are taken in the order of their texts and speakers, so
    that what is joined does not depend on who comes first.
    """
    speakers = identities(quotes, entities, texts)
    members = [
        Member(
            article=article,
            unit=unit,
            words=tuple(token.norm for token in tokens(texts[article], unit)),
            speaker=None if unit.quote is None else speakers[article][unit.quote],
            inside_marks=unit.quote is not None and bool(quotes[article][unit.quote].segments),
        )
        for article in sorted(range(len(texts)), key=lambda at: (texts[at], _said_by(quotes[at])))
        for unit in units_of[article]
    ]
    similarity = UnitSimilarity([member.unit for member in members], _names(entities, texts))
    voices = [(member.speaker, member.inside_marks) for member in members]
    edges = [edge for edge in similarity.pairs(voices) if _comparable(members[edge[0]], members[edge[1]])]
    placed = [(member.article, member.unit) for member in members]
    different = ruled(rulings, placed, same=False)
    story = _Story(texts, quotes, members, similarity)
    same = ruled(rulings, placed, same=True)
    groups = grouped(members, similarity, edges, same=same, different=different)
    kept = [group for group in groups if _is_row(story, group)]
    suggestions = suggested(groups, kept, members, similarity, edges, different=different)
    names = _speaker_names(story, entities)
    added = _added_to_reports(members, same)
    statements = [
        Statement(
            speaker=_speaker(story, [at for at in group if at not in added] or group, names),
            readings=tuple(_readings(story, group, suggestions.get(at, []))),
        )
        for at, group in enumerate(kept)
    ]
    order = in_story_order(
        [[(r.article, r.start) for r in s.readings if not r.suggested] for s in statements]
    )
    return tuple(statements[at] for at in order)


def _added_to_reports(members: Sequence[Member], same: Pairs) -> frozenset[int]:
    """Return the quotes that an editor joined to what an outlet reports itself: they give it no speaker."""
    return frozenset(
        at
        for pair in same
        for at in pair
        if members[at].unit.quote is not None and any(members[other].unit.quote is None for other in pair)
    )


def _said_by(quotes: Sequence[Quote]) -> list[str]:
    """Return what sets articles of one text apart: whom editors or the machine take for the speakers."""
    return [quote.speaker or "" for quote in quotes]


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
    return any(member.inside_marks for member in members)


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
    quoted = {_sentence(story, at) for at in group if story.members[at].inside_marks}
    pieces: list[list[int]] = []
    for at in group:
        if not story.members[at].inside_marks and _sentence(story, at) in quoted:
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
    if not member.inside_marks:
        return "reported"
    if piece != fullest and story.members[fullest[0]].inside_marks:
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
    """Return who speaks: all who speak together where one outlet names all and another one of them.

    Where outlets differ, it is whom most readings name.
    """
    known = [who for at in group if (who := story.members[at].speaker)]
    if known:
        named = {who: sum(may_be_one([who, other]) for other in known) for who in known}
        return joined_names(
            names[person] for person in max(known, key=lambda who: (named[who], len(set(who))))
        )
    printed = Counter(
        speaker
        for at in group
        if (quote := story.members[at].unit.quote) is not None
        and (speaker := story.quotes[story.members[at].article][quote].speaker)
    )
    return printed.most_common(1)[0][0] if printed else None
