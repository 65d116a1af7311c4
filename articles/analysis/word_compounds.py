"""A reading cut into words, so that what one outlet prints as two words and another as one is one place.

    whistle blowing     whistleblowing
    80 per cent         80%
    two thousand        2,000
    He is not           He isn't           He's not
    they would          they'd, unless a third outlet prints "they had"

Which tokens belong together therefore depends on all the readings, and not on their order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from articles.analysis.amounts import amount
from articles.analysis.passages import Token
from articles.analysis.word_keys import IN_WORDS, key, masked, spellings

_WIDEST = 3
_SHORTEST = 3
"""Shorter words are not put together: "a s", "as"."""

_LONGEST_AMOUNT = 8

_Keys = Sequence[str]


@dataclass(frozen=True, slots=True)
class Word:
    """One place's worth of a reading: mostly one token, more where several spell what elsewhere is one."""

    tokens: tuple[Token, ...]
    key: str

    @property
    def printed(self) -> tuple[str, ...]:
        """What is printed, white space and the punctuation around it aside."""
        return tuple(token.text.strip() for token in self.tokens)


def words(readings: Sequence[Sequence[Token]]) -> tuple[tuple[Word, ...], ...]:
    """Return each reading as words; tokens are put together where another reading prints them otherwise."""
    keys = [[key(token.norm, token.text) for token in reading] for reading in readings]
    keys = _unmasked(keys)
    divided = _divided(keys)
    return tuple(
        tuple(_joined(reading, of_reading, divided))
        for reading, of_reading in zip(readings, keys, strict=True)
    )


def key_of(cell: Sequence[Token]) -> str:
    """Return the key of the tokens that one reading prints in one column; empty for a gap."""
    return _key_of(tuple((token.norm, token.text) for token in cell))


@lru_cache(maxsize=16_384)
def _key_of(printed: tuple[tuple[str, str], ...]) -> str:
    """Return the key of tokens, each given by ``norm`` and ``text``: the same words come again and again."""
    keys = _unmasked([[key(norm, text) for norm, text in printed]])
    return "".join(found for _, found in _cut(keys[0], _divided(keys)))


def _unmasked(keys: list[list[str]]) -> list[list[str]]:
    """Return the keys with "f***ing" as the word that another reading prints in full."""
    patterns = {found: pattern for reading in keys for found in reading if (pattern := masked(found))}
    if not patterns:
        return keys
    full = sorted({found for reading in keys for found in reading} - set(patterns))
    meant = {
        found: next((word for word in full if pattern.fullmatch(word)), found)
        for found, pattern in patterns.items()
    }
    return [[meant.get(found, found) for found in reading] for reading in keys]


def _divided(readings: Sequence[_Keys]) -> frozenset[str]:
    return _divided_otherwise(readings) if any(len(reading) > 1 for reading in readings) else frozenset()


def _divided_otherwise(readings: Sequence[_Keys]) -> frozenset[str]:
    """Return the letters that readings divide into words in more than one way.

    Letters that stand for one contraction in two ways decide nothing and are left out.
    """
    alone = {letters for found in _not_everywhere(readings) for letters in spellings(found)}
    alone |= {letters for pair in _negated(readings) for letters in _letters(pair)}
    initials = {letters[:1] for letters in alone}
    ways: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for window in _windows(readings, initials):
        for letters in _letters(window):
            if letters in alone:
                ways[letters].add(window)
    divided = {letters for letters, found in ways.items() if len(found) > 1 and len(letters) >= _SHORTEST}
    for found in {found for reading in readings for found in reading}:
        if len(meant := divided.intersection(spellings(found))) > 1:
            divided -= meant
    return frozenset(divided)


def _not_everywhere(readings: Sequence[_Keys]) -> set[str]:
    """Return the keys that some reading lacks: only these can be printed otherwise there."""
    in_how_many = Counter(found for reading in readings for found in set(reading))
    full = sum(1 for reading in readings if reading)
    return {found for found, count in in_how_many.items() if count < full}


def _negated(readings: Sequence[_Keys]) -> Iterator[tuple[str, ...]]:
    """Yield "he's not", which others print as "he isn't": neither word alone is divided otherwise."""
    for reading in readings:
        for pair in pairwise(reading):
            if pair[1] == "not" and len(spellings(pair[0])) > 1:
                yield pair


def _windows(readings: Sequence[_Keys], initials: Set[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of one to three words that begin with one of these letters."""
    for reading in readings:
        for at, first in enumerate(reading):
            if not initials.isdisjoint((first[:1], IN_WORDS.get(first, first)[:1])):
                yield from (
                    tuple(reading[at:end]) for end in range(at + 1, min(at + _WIDEST, len(reading)) + 1)
                )


def _letters(window: Sequence[str]) -> Iterator[str]:
    """Yield what a run of words may be written as in one: numbers in words, two numbers with a hyphen."""
    if len(window) == 1:
        yield from spellings(window[0])
        return
    yield from map("".join, product(*map(spellings, window)))
    if any(found in IN_WORDS for found in window):
        yield "".join(IN_WORDS.get(part, part) for part in window)
        yield "-".join(window)


def _joined(reading: Sequence[Token], keys: _Keys, divided: frozenset[str]) -> Iterator[Word]:
    at = 0
    for width, found in _cut(keys, divided):
        yield Word(tuple(reading[at : at + width]), found)
        at += width


def _cut(keys: _Keys, divided: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield how many keys at a time are one word, and its key."""
    at = 0
    while at < len(keys):
        width, found = _next(keys[at : at + _LONGEST_AMOUNT], divided)
        yield width, found
        at += width


def _next(keys: _Keys, divided: frozenset[str]) -> tuple[int, str]:
    """Return how many of the next keys are one word, and its key."""
    number = amount(keys)
    if number and number[0] > 1:
        return number
    for width in range(min(_WIDEST, len(keys)), 1, -1):
        if whole := divided.intersection(_letters(keys[:width])):
            return width, min(whole)
    if number:
        return number
    return 1, min(divided.intersection(spellings(keys[0])), default=keys[0])
