"""One key for a word however it is printed, where one word is enough to tell.

    don't, do not                    donot
    they'd                           they'd, which may stand for "they would" and for "they had"
    gonna                            goingto
    Sept., Sen., OK                  september, senator, okay
    U.S., but not "us"               unitedstates
    twelfth, 12th                    12th
    COVID-19, 3-year-old             covid19, threeyearold

Keys are compared, never shown, and know nothing of the words beside them: see ``word_compounds``.
"""

import re
from functools import lru_cache

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_BELOW_TWENTIETH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

NUMBERS = {
    **{word: value for value, word in enumerate(_BELOW_TWENTY)},
    **{
        ten + one: value + digit
        for value, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for digit, one in enumerate(["", *_BELOW_TWENTY[1:10]])
    },
}
"""Number words below a hundred, without their hyphens."""

IN_WORDS = {str(value): word for word, value in NUMBERS.items()}
"""The same from digits to words."""

_ORDINALS = {
    **{word: value for value, word in enumerate(_BELOW_TWENTIETH, start=1)},
    **{ten[:-1] + "ieth": value for value, ten in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        ten + one: value + digit
        for value, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for digit, one in enumerate(_BELOW_TWENTIETH[:9], start=1)
    },
}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}

_WORDS = {
    # initialisms that are no words of their own
    "uk": "unitedkingdom",
    "eu": "europeanunion",
    "ok": "okay",
    "tv": "television",
    # months and titles
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "capt": "captain",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "mister": "mr",
    "prof": "professor",
    "rep": "representative",
    "sen": "senator",
    "sgt": "sergeant",
    "st": "saint",
    "vs": "versus",
    # words written as they are spoken
    "em": "them",
    "alright": "allright",
    "gimme": "giveme",
    "gonna": "goingto",
    "gotta": "gotto",
    "kinda": "kindof",
    "lemme": "letme",
    "n": "and",
    "outta": "outof",
    "sorta": "sortof",
    "tho": "though",
    "thru": "through",
    "till": "until",
    "wanna": "wantto",
    "y'all": "youall",
}
_NOT = {"ca": "cannot", "wo": "willnot", "sha": "shallnot"}
_ENDINGS = (
    (re.compile(r"(\w+)'ve"), ("have",)),
    (re.compile(r"(\w+)'re"), ("are",)),
    (re.compile(r"(\w+)'ll"), ("will",)),
    (re.compile(r"(i)'m"), ("am",)),
    (re.compile(r"(let)'s"), ("us",)),
    (re.compile(r"(\w+)'d"), ("would", "had")),
    (re.compile(r"(\w+)'s"), ("is", "has")),
)
_LEADING_NUMBER = re.compile(r"(\d{1,2})(?=-?[^\W\d])")
_MASK = "**"


def key(norm: str, printed: str) -> str:
    """Return the key of one token; where it may stand for several words in full, its own letters."""
    if norm == "us" and printed.isupper():
        return "unitedstates"
    return _key(norm)


@lru_cache(maxsize=65536)
def spellings(key: str) -> tuple[str, ...]:
    """Return what a key may stand for, written in full and without spaces; mostly the key itself.

    A possessive is read as a possessive and as "is" and "has": the words beside it tell.
    """
    for pattern, endings in _ENDINGS:
        if found := pattern.fullmatch(key):
            return tuple(found[1] + ending for ending in endings)
    return (key,)


def masked(key: str) -> re.Pattern[str] | None:
    """Return the pattern of the words that a masked one may stand for: "f***ing"; None for any other."""
    start, hidden, end = key.partition(_MASK)
    return re.compile(rf"{re.escape(start)}[a-z]+{re.escape(end)}") if start and hidden else None


@lru_cache(maxsize=65536)
def _key(norm: str) -> str:
    if norm in _WORDS:
        return _WORDS[norm]
    if norm in _ORDINALS:
        return _ordinal(_ORDINALS[norm])
    if norm[:1].isdigit() and not norm[-1:].isdigit():
        return _spelled_number(norm.replace("'s", "s"))
    if "-" in norm and norm[0].isalpha():
        return norm.replace("-", "")
    if norm.endswith("s's"):
        return norm.removesuffix("'s")
    if norm.endswith("n't"):
        return _NOT.get(norm[:-3], norm[:-3] + "not")
    full = spellings(norm)
    return full[0] if len(full) == 1 else norm


def _spelled_number(norm: str) -> str:
    """Return "threeyearold" for "3-year-old" and "9am" for "9am"; amounts stay as they are."""
    found = _LEADING_NUMBER.match(norm)
    if not found or "-" not in norm:
        return norm
    return (IN_WORDS.get(found[1], found[1]) + norm[found.end() :]).replace("-", "")


def _ordinal(value: int) -> str:
    suffix = "th" if value in (11, 12, 13) else _SUFFIXES.get(value % 10, "th")
    return f"{value}{suffix}"
