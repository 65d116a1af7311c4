"""When two printed words count as the same word, and how near two words are when they do not.

Of two outlets' words

    organisation, organization            the same (``Token.norm`` has one spelling)
    whistle blowing, whistleblowing       the same: one place of the table, two tokens in one cell
    80%, 80 per cent, eighty percent      the same
    do not, don't                         the same
    knowing, knowledge                    near: they stand in one column, as different words
    concern, concerns                     near, and different
    service, committee                    neither; they share a column only where nothing else fits

Sameness is strict, since a variant that is called accidental is hidden by default; nearness is generous,
since it only decides which words stand under each other.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from articles.analysis.passages import Token

FUNCTION_WORDS = frozenset(
    "a about above after again against all also although am among an and any are as at be because "
    "been before being between both but by can could did do does doing done down during each either "
    "even ever every few for from further had has have having he her here hers him his how however i "
    "if in into is it its itself just may me might more most much must my neither no nor not now of "
    "off on once only or other our out over own per quite rather s same shall she should since so "
    "some such than that the their them then there these they this those though through thus to too "
    "under until up upon us very via was we were what when where whether which while whilst who whom "
    "whose why will with within without would yet you your".split()
)
"""Words that hold a sentence together and say little of what it is about."""

_CONTRACTIONS = (
    (re.compile(r"^(ca|wo|sha)n't$"), {"ca": "cannot", "wo": "willnot", "sha": "shallnot"}),
    (re.compile(r"^(\w+)n't$"), "not"),
    (re.compile(r"^(i|you|we|they)'ve$"), "have"),
    (re.compile(r"^(you|we|they)'re$"), "are"),
    (re.compile(r"^(i|you|he|she|it|we|they)'ll$"), "will"),
    (re.compile(r"^(i)'m$"), "am"),
    (re.compile(r"^(he|she|it|that|there|what|who|here)'s$"), "is"),
)

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: str(value) for value, word in enumerate(_BELOW_TWENTY)} | {
    word: str(10 * value) for value, word in enumerate(_TENS, start=2)
}
_NUMBER = re.compile(r"[£$€¥₹]?\s?(\d+(?:[.,]\d+)*)")
_PER_CENT = frozenset({"%", "percent", "pc"})
_MULTIPLIERS = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_SHORT_MULTIPLIER = re.compile(r"(.*\d)(mn?|bn|tn)")

NEAR = 0.6
"""The share of letters, in order, that near words have in common."""


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
    """Return each reading as words; tokens are put together where another reading prints them as one."""
    keys = [[_key(token.norm) for token in reading] for reading in readings]
    alone = {key for reading in keys for key in reading}
    return tuple(
        tuple(_joined(reading, reading_keys, alone))
        for reading, reading_keys in zip(readings, keys, strict=True)
    )


def key_of(cell: Sequence[Token]) -> str:
    """Return the key of the tokens that one reading prints in one column; empty for a gap."""
    if len(cell) == 1:
        return _key(cell[0].norm)
    return "".join(word.key for word in words([cell])[0])


@lru_cache(maxsize=65536)
def similarity(one: str, other: str) -> float | None:
    """Return how much it speaks for one column that two keys share it; None when they never may.

    Equal content words give 1, equal function words 0.5, equal punctuation 0.2. Near words give less, other
    pairs of words nothing. Punctuation never stands against a word.
    """
    if is_punctuation(one) != is_punctuation(other):
        return None
    if is_punctuation(one):
        return 0.2 if one == other else 0.1
    if one == other:
        return 0.5 if one in FUNCTION_WORDS else 1.0
    if _is_number(one) and _is_number(other):
        return 0.5
    likeness = fuzz.ratio(one, other) / 100
    if likeness >= NEAR:
        return 0.6 * likeness if _is_long(one, other) else 0.2
    return 0.0 if (one in FUNCTION_WORDS) == (other in FUNCTION_WORDS) else -0.05


@lru_cache(maxsize=65536)
def is_punctuation(key: str) -> bool:
    """Say whether a key has no letter, digit or symbol in it."""
    return not key or (key not in _PER_CENT and all(unicodedata.category(c)[0] in "PZC" for c in key))


def _joined(reading: Sequence[Token], keys: Sequence[str], alone: set[str]) -> list[Word]:
    found = []
    at = 0
    while at < len(reading):
        width, key = _compound(keys[at : at + 4], alone)
        found.append(Word(tuple(reading[at : at + width]), key))
        at += width
    return found


def _compound(keys: Sequence[str], alone: set[str]) -> tuple[int, str]:
    """Return how many of the next keys are one word, and its key."""
    if _is_number(keys[0]):
        return _number_with_unit(keys)
    for width in (3, 2):
        whole = "".join(keys[:width])
        if len(keys) >= width and whole in alone and len(whole) > 3 and all(map(str.isalpha, keys[:width])):
            return width, whole
    return 1, keys[0]


def _number_with_unit(keys: Sequence[str]) -> tuple[int, str]:
    if len(keys) > 1 and keys[1] in _PER_CENT:
        return 2, keys[0] + "%"
    if list(keys[1:3]) == ["per", "cent"]:
        return 3, keys[0] + "%"
    if len(keys) > 1 and keys[1] in _MULTIPLIERS.values():
        return 2, keys[0] + keys[1]
    return 1, keys[0]


@lru_cache(maxsize=65536)
def _key(norm: str) -> str:
    if norm in _NUMBERS:
        return _NUMBERS[norm]
    if short := _SHORT_MULTIPLIER.fullmatch(norm):
        return short[1].replace(",", "") + _MULTIPLIERS[short[2]]
    if norm[-1:].isdigit():
        return norm.replace(",", "")
    for pattern, ending in _CONTRACTIONS:
        if found := pattern.match(norm):
            return ending[found[1]] if isinstance(ending, dict) else found[1] + ending
    return norm


def _is_long(one: str, other: str) -> bool:
    """Say whether near words may be forms of one: "sad" and "sadness", but not "sad" and "said"."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 4:
        return True
    return len(shorter) == 3 and longer.startswith(shorter) and not {one, other} & FUNCTION_WORDS


def _is_number(key: str) -> bool:
    return _NUMBER.match(key) is not None
