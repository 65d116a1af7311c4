"""How near two words are that are not the same.

    knowing, knowledge        near: they stand in one column, as different words
    concern, concerns         near
    £576m, £574m              near, as numbers are
    service, committee        not near; they share a column only where nothing else fits

Words are compared by their keys, and those with one key are the same (``word_compounds``). Sameness is
strict, since a variant that is called accidental is hidden by default; nearness is generous, since it only
decides which words stand under each other.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

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

_NUMBER = re.compile(r"[£$€¥₹]?\s?\d")

NEAR = 0.6
"""The share of letters, in order, that near words have in common."""


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
    if likeness := fuzz.ratio(one, other, score_cutoff=100 * NEAR) / 100:
        return 0.6 * likeness if _is_long(one, other) else 0.2
    return 0.0 if (one in FUNCTION_WORDS) == (other in FUNCTION_WORDS) else -0.05


@lru_cache(maxsize=65536)
def is_punctuation(key: str) -> bool:
    """Say whether a key has no letter, digit or symbol in it."""
    return not key or (key != "%" and all(unicodedata.category(c)[0] in "PZC" for c in key))


def _is_long(one: str, other: str) -> bool:
    """Say whether near words may be forms of one: "sad" and "sadness", but not "sad" and "said"."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 4:
        return True
    return len(shorter) == 3 and longer.startswith(shorter) and not {one, other} & FUNCTION_WORDS


def _is_number(key: str) -> bool:
    return _NUMBER.match(key) is not None
