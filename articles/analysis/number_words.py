"""Numbers as printed, in digits, in words or in both, and their values.

"40,000", "2.3 million", "5m", "2½"      digits, with a magnitude or a fraction
"twenty-five", "one hundred and five"    words
"two dozen", "a quarter of a million"    shorthand
"2.5 lakh crore", "1,50,000"             as counted in India
"two and a half million"                 both
"""

import re
from decimal import Decimal

_ONES = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *(
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ),
        )
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_MAGNITUDES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "dozen": 12,
}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_FRACTIONS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.333"),
    "⅔": Decimal("0.667"),
}

SPACE = r"[ \u00a0\u202f]"
DIGITS = (
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,15})(?:\.[0-9]{1,9})?|"
    r"\.[0-9]{1,4})"
)
BIG = r"(?:hundred|thousand|million|billion|trillion|lakhs?|crores?)"
_FRACTION = f"[{''.join(_FRACTIONS)}]"
_ONE = "(?:" + "|".join(sorted(_ONES, key=len, reverse=True)) + ")"
WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[\-‑ \u00a0]{_ONE})?|{_ONE})"
_WORDS = (
    rf"(?:(?:{WORD}|a(?={SPACE}{BIG}))(?:{SPACE}{BIG})*(?:{SPACE}(?:and{SPACE})?{WORD}(?:{SPACE}{BIG})+)*"
    rf"(?:(?<=hundred|housand|million){SPACE}(?:and{SPACE})?{WORD})?"
    rf"(?:{SPACE}and{SPACE}a{SPACE}half(?:{SPACE}{BIG})?)?)"
)
_PART = rf"(?:half{SPACE}a|(?:a{SPACE}quarter|three{SPACE}quarters){SPACE}of{SPACE}a)"
_SHORTHAND = rf"(?:{_PART}{SPACE}{BIG}|(?:half{SPACE}a{SPACE}|a{SPACE}|{WORD}{SPACE})dozen)"
_LONG_MAGNITUDE = rf"[ \u00a0\u202f\-‑]?{BIG}(?:{SPACE}{BIG})?"
_COUNT_MAGNITUDE = rf"(?:{_LONG_MAGNITUDE}|{SPACE}?(?:bn|tn|mn|k)(?![\w.])|m(?={SPACE}(?:[a-z]+s|people)\b))"
_MONEY_MAGNITUDE = rf"(?:{_LONG_MAGNITUDE}|{SPACE}?(?:bn|tn|mn|m|k|b)(?![\w.]))"
_IN_DIGITS = rf"(?:{DIGITS}{_FRACTION}?|{_FRACTION})"

NUMBER = rf"(?:{_IN_DIGITS}(?:{_COUNT_MAGNITUDE})?|{_SHORTHAND}|{_WORDS})"
"""A number as it stands in running text: "5m" is five million only before what it counts, else metres."""

AMOUNT = rf"(?:{_IN_DIGITS}(?:{_MONEY_MAGNITUDE})?|{_SHORTHAND}|{_WORDS})"
"""A number after a currency sign, where "5m" and "2b" have one meaning."""

_READ_DIGITS = re.compile(rf"({DIGITS})?({_FRACTION})?[ ]?(.*)$")
_MAGNITUDE_AT_END = re.compile(rf"({BIG}|bn|tn|mn|m|k|b)$")


def value(printed: str) -> Decimal:
    """Return the value of what NUMBER or AMOUNT matched."""
    plain = re.sub(r"[\s\-‑]+", " ", printed.lower()).strip()
    digits = _READ_DIGITS.match(plain)
    if digits and (digits[1] or digits[2]):
        number = Decimal((digits[1] or "0").replace(",", "")) + _FRACTIONS.get(digits[2] or "", 0)
        for magnitude in digits[3].split():
            number *= _magnitude(magnitude)
        return number
    return _in_words(plain.split())


def scale(printed: str) -> int:
    """Return the magnitude that a number ends in: 1000000 of "15 million", 1 of "15"."""
    match = _MAGNITUDE_AT_END.search(printed.lower())
    return _magnitude(match[1]) if match else 1


def _in_words(printed: list[str]) -> Decimal:
    if printed[-2:-1] == ["a"] and printed[-1] != "half":
        part = next((share for word, share in _PARTS.items() if word in printed), Decimal(1))
        return part * _magnitude(printed[-1])
    if "half" in printed:
        position = printed.index("half")
        magnitude = _magnitude(printed[-1]) if printed[-1] != "half" else 1
        return (_in_words(printed[: position - 2]) + Decimal("0.5")) * magnitude
    total, current = Decimal(0), Decimal(0)
    for word in printed:
        magnitude = _magnitude(word)
        if magnitude > 100:
            total, current = total + (current or Decimal(1)) * magnitude, Decimal(0)
        elif magnitude > 1:
            current = (current or Decimal(1)) * magnitude
        else:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
    return total + current


def _magnitude(word: str) -> int:
    """Return 1000000 for "million", 1 for what is no magnitude."""
    return _MAGNITUDES.get(word.removesuffix("s"), 1)
