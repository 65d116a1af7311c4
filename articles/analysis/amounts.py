"""Several printed words that are one amount.

80 per cent, eighty percent                  80%
two thousand, 2,000                          2000
$1.5 billion, 1.5bn dollars                  $1500000000
one hundred and five                         105
one or two, 200 and 50 others                no amount of several words
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from articles.analysis.word_keys import NUMBERS

_DIGITS = re.compile(r"([£$€¥₹]?)\s?(\d+(?:,\d{3})*(?:\.\d+)?)(m|mn|bn|tn|k)?(%|pc)?")
_MAGNITUDES = {
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_CURRENCIES = {
    **dict.fromkeys(("dollar", "dollars"), "$"),
    **dict.fromkeys(("pound", "pounds"), "£"),
    **dict.fromkeys(("euro", "euros"), "€"),
}
_PER_CENT = frozenset({"%", "percent", "pc"})


def amount(keys: Sequence[str]) -> tuple[int, str] | None:
    """Return how many of the first keys are one amount and the amount's own key; None for no number."""
    if digits := _DIGITS.fullmatch(keys[0]):
        if digits[2].startswith("0") and digits[2][1:2] != ".":
            return None
        sign, value = digits[1], Decimal(digits[2].replace(",", ""))
        percent = "%" if digits[4] else ""
        value *= _MAGNITUDES.get(digits[3], 1)
        width = 1
    elif keys[0] in NUMBERS or (keys[0] == "a" and keys[1:2] and keys[1] in _MAGNITUDES):
        sign, percent = "", ""
        width, value = _in_words(keys)
    else:
        return None
    while width < len(keys) and keys[width] in _MAGNITUDES and not percent:
        value, width = value * _MAGNITUDES[keys[width]], width + 1
    sign, percent, unit = _unit(keys[width:], sign, percent)
    return width + unit, f"{sign}{value.normalize():f}{percent}"


def _unit(keys: Sequence[str], sign: str, percent: str) -> tuple[str, str, int]:
    """Return the sign and the per cent of an amount with the words behind it, and how many those are."""
    if sign or percent or not keys:
        return sign, percent, 0
    if keys[0] in _PER_CENT:
        return "", "%", 1
    if list(keys[:2]) == ["per", "cent"]:
        return "", "%", 2
    if keys[0] in _CURRENCIES:
        return _CURRENCIES[keys[0]], "", 1
    return "", "", 0


def _in_words(keys: Sequence[str]) -> tuple[int, Decimal]:
    """Read "two thousand five hundred and six" as far as it is one number: its words and its value."""
    total, current, width = 0, 1 if keys[0] == "a" else NUMBERS[keys[0]], 1
    while width < len(keys):
        word = keys[width]
        joined = width + 1 < len(keys) and word == "and" and keys[width - 1] == "hundred"
        following = keys[width + 1] if joined else word
        if word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in _MAGNITUDES and current:
            total, current = total + current * _MAGNITUDES[word], 0
        elif following in NUMBERS and _may_follow(current, NUMBERS[following], keys[width - 1]):
            current, width = current + NUMBERS[following], width + joined
        else:
            break
        width += 1
    return width, Decimal(total + current)


def _may_follow(current: int, value: int, before: str) -> bool:
    """Say whether a number word goes on with the number before it: "twenty five", "thousand two"."""
    if before in _MAGNITUDES:
        return value > 0
    return current % 100 in range(20, 100, 10) and 0 < value < 10
