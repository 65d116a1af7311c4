"""Where outlets agree on the words and not on who said them.

A   “We will appeal,” Mr Brown said.       B   “We will appeal,” Mr Green said.
    speaker: Brown in A, Green in B; one of them is wrong

A   “We will appeal,” Mr Brown said.       B   “We will appeal,” a senior official said.
    speaker: A names whom B keeps anonymous

A   “We will appeal,” Mr Brown told Mr Green.   B   “We will appeal,” Mr Green said.
    nothing: where an outlet prints both names beside the words, we may have read the wrong one
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from articles.analysis.alignment import Reading, Statement
from articles.analysis.discrepancies import Discrepancy, Evidence, Severity
from articles.analysis.entities import StoryEntity
from articles.analysis.passages import tokens
from articles.analysis.quotes import Quote
from articles.analysis.speaker_identity import Identity, identities, may_be_one

_SAME_WORDS = 0.75
_LONGEST = 80
_IN_A_SENTENCE = 45
_LONG_ENOUGH = 50
"""Two people may well say the same few words; not the same so many characters."""
_BESIDE = 40
"""A name so many characters around a quote and its speaker may be the speaker's."""

_ANONYMOUS = re.compile(
    r"(?:(?:an?|one|some|several|two|three|senior|unnamed|anonymous)\s)?(?:[\w.’'-]+\s){0,5}?"
    r"(?:official|source|aide|diplomat|adviser|advisor|insider|staffer|lawmaker|person|people)s?\b.*"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A reading with the quote that it is part of, and who is said to speak."""

    reading: Reading
    quote: Quote
    speaker: Identity | None

    @property
    def key(self) -> tuple[int, int]:
        return self.reading.article, self.quote.start


@dataclass(frozen=True, slots=True)
class _Story:
    """Who is who in the articles."""

    quotes: Sequence[Sequence[Quote]]
    speakers: Sequence[Sequence[Identity | None]]
    entities: Sequence[StoryEntity]
    texts: Sequence[str]
    outlets: Sequence[str]


def find(
    *,
    statements: Sequence[Statement],
    quotes: Sequence[Sequence[Quote]],
    entities: Sequence[StoryEntity],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return the differences of speaker, statement by statement; a quotation of several is reported once.

    The arguments belong together as for ``alignment.align``.
    """
    story = _Story(quotes, identities(quotes, entities, texts), entities, texts, outlets)
    found: dict[tuple[tuple[int, int], ...], Discrepancy] = {}
    for at, statement in enumerate(statements):
        said = list(_same_words(story, statement))
        for one, other in permutations(said, 2):
            if difference := _difference(story, at, one, other):
                found.setdefault(tuple(sorted((one.key, other.key))), difference)
                break
    return tuple(found.values())


def _same_words(story: _Story, statement: Statement) -> Iterator[_Said]:
    """Yield the readings that are surely the same words, and long enough to be one person's."""
    for reading in statement.readings:
        if reading.quote is None or reading.similarity < _SAME_WORDS:
            continue
        if reading.kind != "reported" and reading.end - reading.start >= _LONG_ENOUGH:
            quote = story.quotes[reading.article][reading.quote]
            yield _Said(reading, quote, story.speakers[reading.article][reading.quote])


def _difference(story: _Story, at: int, one: _Said, other: _Said) -> Discrepancy | None:
    """Return how the speaker of a sure reading differs from that of another article's reading."""
    if one.reading.suggested or one.reading.article == other.reading.article or not _is_named(one.quote):
        return None
    names = [story.outlets[said.reading.article] for said in (one, other)]
    words = " ".join(_opening(story, one, _IN_A_SENTENCE).of(story.texts[one.reading.article]).split())
    if _is_another(story, one, other):
        summary = f"{names[0]} gives “{words} …” to {one.quote.speaker}, {names[1]} to {other.quote.speaker}."
        return _discrepancy(story, at, (one, other), summary, "high")
    if _is_person(story, one) and _is_anonymous(other.quote):
        printed = other.quote.speaker_as_printed
        summary = f"{names[0]} gives “{words} …” to {one.quote.speaker}, {names[1]} to “{printed}”."
        return _discrepancy(story, at, (one, other), summary, "medium")
    return None


def _is_named(quote: Quote) -> bool:
    """Say whether the outlet names the speaker: who "she" or "the letter" is, is our reading."""
    if quote.review or not quote.speaker or not quote.speaker_as_printed:
        return False
    printed = quote.speaker_as_printed.lower().split()
    return any(word in printed for word in quote.speaker.lower().split() if len(word) > 2)


def _is_anonymous(quote: Quote) -> bool:
    return _ANONYMOUS.fullmatch(quote.speaker_as_printed or "") is not None


def _is_person(story: _Story, said: _Said) -> bool:
    return bool(said.speaker) and all(
        isinstance(who, int) and story.entities[who].kind == "person" for who in said.speaker or ()
    )


def _is_another(story: _Story, one: _Said, other: _Said) -> bool:
    """Say whether nobody of one speaker is of the other, and neither is named beside the other's words."""
    if not one.speaker or not other.speaker or not _is_named(other.quote):
        return False
    return (
        not may_be_one([one.speaker, other.speaker])
        and all(_are_two(story, mine, theirs) for mine in one.speaker for theirs in other.speaker)
        and not _stands_beside(story, one, other.speaker)
        and not _stands_beside(story, other, one.speaker)
    )


def _are_two(story: _Story, mine: int | str, theirs: int | str) -> bool:
    """Say whether two speakers are surely two: not a ministry and its spokesman, not Ash and Ashton."""
    if isinstance(mine, str) or isinstance(theirs, str):
        return False
    one, other = story.entities[mine], story.entities[theirs]
    shared = {word[:4] for word in one.name.lower().split()} & {
        word[:4] for word in other.name.lower().split()
    }
    return one is not other and one.kind == other.kind and not shared


def _stands_beside(story: _Story, said: _Said, others: Identity) -> bool:
    """Say whether the article prints one of the others' last names around the words, outside the marks."""
    text = story.texts[said.reading.article]
    around = [said.reading.context, said.quote, *filter(None, [said.quote.speaker_at])]
    start = max(0, min(passage.start for passage in around) - _BESIDE)
    end = max(passage.end for passage in around) + _BESIDE
    names = [story.entities[who].name.split()[-1] for who in others if isinstance(who, int)]
    printed = re.finditer(rf"\b(?:{'|'.join(map(re.escape, names))})\b", text[start:end]) if names else ()
    return any(
        not any(segment.start <= start + found.start() < segment.end for segment in said.quote.segments)
        for found in printed
    )


def _discrepancy(
    story: _Story, at: int, sides: Sequence[_Said], summary: str, severity: Severity
) -> Discrepancy:
    evidence = [_opening(story, said, _LONGEST) for said in sides]
    evidence += [
        Evidence(start=name.start, end=name.end, article=said.reading.article)
        for said in sides
        if (name := said.quote.speaker_at)
    ]
    return Discrepancy(
        kind="speaker",
        severity=severity,
        verdict=None,
        summary=summary,
        readings=tuple(sorted(evidence, key=lambda item: (item.article, item.start))),
        statement=at,
    )


def _opening(story: _Story, said: _Said, longest: int) -> Evidence:
    """Return the first words of a reading, no more than so many characters."""
    reading = said.reading
    end = reading.start
    for token in tokens(story.texts[reading.article], reading):
        if token.end - reading.start > longest:
            break
        end = token.end
    return Evidence(start=reading.start, end=max(end, reading.start + 1), article=reading.article)
