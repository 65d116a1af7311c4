"""Where outlets agree on the words and not on who said them, or on how they were said.

    A   “We will appeal,” Mr Brown said.       B   “We will appeal,” Mr Green said.
        speaker: Brown in A, Green in B

    A   “We knew,” she said.                   B   “We knew,” she admitted.
        cue: “said” in A, “admitted” in B

A cue counts when it judges what was said: "claimed" doubts it, "admitted" takes it as true and damaging.
"Added" and "told" do not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from articles.analysis.alignment import Reading, Statement
from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.entities import StoryEntity
from articles.analysis.passages import Passage, tokens
from articles.analysis.quotes import Quote
from articles.analysis.speaker_identity import Identity, identities, may_be_one

_LOADED = frozenset(
    "claim claims claimed claiming allege alleges alleged alleging purport purports purported "
    "insist insists insisted insisting admit admits admitted admitting concede concedes conceded "
    "conceding confess confesses confessed deny denies denied denying boast boasts boasted boasting "
    "brag brags bragged threaten threatens threatened threatening fume fumes fumed rant rants "
    "ranted blast blasts blasted slam slams slammed".split()
)
"""Forms of verbs that judge what they report."""

_NEUTRAL = frozenset(
    "say says said saying tell tells told write writes wrote writing add adds added adding state "
    "states stated read reads post posts posted tweet tweets tweeted announce announces announced "
    "explain explains explained note notes noted continue continues continued conclude concludes "
    "concluded".split()
)
"""Forms of verbs that only report."""

_SIMILAR = 0.35
_SAME_WORDS = 0.75
_LONGEST = 80
_LONG_ENOUGH = 50
"""Two people may well say the same few words; not the same so many characters."""


def find(
    *,
    statements: Sequence[Statement],
    quotes: Sequence[Sequence[Quote]],
    entities: Sequence[StoryEntity],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return the differences of speaker and of cue word, statement by statement.

    A quotation of several statements is reported once. The arguments belong together as for
    ``alignment.align``.
    """
    speakers = identities(quotes, entities, texts)
    found: dict[tuple[object, ...], Discrepancy] = {}
    for at, statement in enumerate(statements):
        for key, discrepancy in _of_statement(at, statement, quotes, speakers, entities, texts, outlets):
            found.setdefault(key, discrepancy)
    return tuple(found.values())


def _of_statement(
    at: int,
    statement: Statement,
    quotes: Sequence[Sequence[Quote]],
    speakers: Sequence[Sequence[Identity | None]],
    entities: Sequence[StoryEntity],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> Iterator[tuple[tuple[object, ...], Discrepancy]]:
    said = [
        (reading, quotes[reading.article][reading.quote])
        for reading in statement.readings
        if reading.quote is not None
    ]
    named = [(reading, quote) for reading, quote in said if _is_named(quote)]
    if by_another := _other_speaker(named, speakers, entities):
        one, other = by_another
        key = ("speaker", *sorted((_of(one), _of(other))))
        yield key, _speaker_difference(at, one, other, quotes, texts, outlets)
    cues = [
        (reading, quote, cue)
        for reading, quote in said
        if not reading.suggested
        and reading.similarity >= _SIMILAR
        and (cue := _cue_at(reading, quote, texts))
    ]
    loaded = [item for item in cues if (item[1].cue or "").lower() in _LOADED]
    judging = {reading.article for reading, _, _ in loaded}
    plain = [
        item for item in cues if (item[1].cue or "").lower() in _NEUTRAL and item[0].article not in judging
    ]
    if loaded and plain:
        key = ("cue", *sorted(_of(reading) for reading, _, _ in loaded))
        yield key, _cue_difference(at, loaded, plain, outlets)


def _of(reading: Reading) -> tuple[int, int]:
    return reading.article, -1 if reading.quote is None else reading.quote


def _is_named(quote: Quote) -> bool:
    """Say whether the outlet names the speaker: who "she" or "the letter" is, is our reading."""
    if quote.review or not quote.speaker or not quote.speaker_as_printed:
        return False
    printed = quote.speaker_as_printed.lower().split()
    return any(word in printed for word in quote.speaker.lower().split() if len(word) > 2)


def _other_speaker(
    said: Sequence[tuple[Reading, Quote]],
    speakers: Sequence[Sequence[Identity | None]],
    entities: Sequence[StoryEntity],
) -> tuple[Reading, Reading] | None:
    """Return a sure reading and one of the same words that somebody else is said to have spoken."""
    same = [reading for reading, _ in said if reading.similarity >= _SAME_WORDS]
    for one, other in permutations(same, 2):
        if one.suggested or one.quote is None or other.quote is None or one.article == other.article:
            continue
        mine, theirs = speakers[one.article][one.quote], speakers[other.article][other.quote]
        is_long = min(_length(one), _length(other)) >= _LONG_ENOUGH
        if is_long and mine and theirs and _are_others(mine, theirs, entities):
            return one, other
    return None


def _are_others(one: Identity, other: Identity, entities: Sequence[StoryEntity]) -> bool:
    """Say whether nobody of the one speaker is of the other: Lee in one outlet, Ray and Cole in another."""
    return not may_be_one([one, other]) and all(
        isinstance(mine, int) and isinstance(theirs, int) and _are_two(entities[mine], entities[theirs])
        for mine in one
        for theirs in other
    )


def _length(reading: Reading) -> int:
    return reading.end - reading.start


def _are_two(one: StoryEntity, other: StoryEntity) -> bool:
    """Say whether two speakers are surely two: not a ministry and its spokesman, not Ash and Ashton."""
    shared = {word[:4] for word in one.name.lower().split()} & {
        word[:4] for word in other.name.lower().split()
    }
    return one is not other and one.kind == other.kind and not shared


def _speaker_difference(
    at: int,
    one: Reading,
    other: Reading,
    quotes: Sequence[Sequence[Quote]],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> Discrepancy:
    evidence = []
    names = []
    for reading in (one, other):
        quote = quotes[reading.article][reading.quote or 0]
        names.append(f"{quote.speaker} in {outlets[reading.article]}")
        if quote.speaker_at:
            evidence.append(
                Evidence(start=quote.speaker_at.start, end=quote.speaker_at.end, article=reading.article)
            )
        evidence.append(_opening_words(reading, texts))
    return Discrepancy(
        kind="speaker",
        severity="high",
        verdict=None,
        summary=f"The same words are given to {names[0]} and to {names[1]}.",
        readings=tuple(sorted(evidence, key=lambda item: (item.article, item.start))),
        statement=at,
    )


def _opening_words(reading: Reading, texts: Sequence[str]) -> Evidence:
    end = reading.start
    for token in tokens(texts[reading.article], reading):
        if token.end - reading.start > _LONGEST:
            break
        end = token.end
    return Evidence(start=reading.start, end=max(end, reading.start + 1), article=reading.article)


def _cue_at(reading: Reading, quote: Quote, texts: Sequence[str]) -> Passage | None:
    """Return where a quote's cue word is printed: in its sentence, else close to it."""
    if not quote.cue:
        return None
    text = texts[reading.article]
    pattern = re.compile(rf"\b{re.escape(quote.cue)}\b", re.IGNORECASE)
    for start, end in ((reading.context.start, reading.context.end), (quote.start - 150, quote.end + 150)):
        found = pattern.finditer(text, max(0, start), min(len(text), end))
        places = [Passage(start=match.start(), end=match.end()) for match in found]
        outside = [
            place for place in places if not any(segment.overlaps(place) for segment in quote.segments)
        ]
        if outside:
            return min(
                outside, key=lambda place: min(abs(place.start - reading.end), abs(place.end - reading.start))
            )
    return None


def _cue_difference(
    at: int,
    loaded: Sequence[tuple[Reading, Quote, Passage]],
    plain: Sequence[tuple[Reading, Quote, Passage]],
    outlets: Sequence[str],
) -> Discrepancy:
    once = {reading.article: (quote.cue, place) for reading, quote, place in reversed([*plain, *loaded])}
    parts = [f"“{cue}” in {outlets[article]}" for article, (cue, _) in sorted(once.items())]
    return Discrepancy(
        kind="cue",
        severity="medium",
        verdict=None,
        summary=f"{', '.join(parts)}.",
        readings=tuple(
            Evidence(start=place.start, end=place.end, article=article)
            for article, (_, place) in sorted(once.items())
        ),
        statement=at,
    )
