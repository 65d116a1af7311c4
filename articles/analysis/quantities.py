"""Quantities as printed: a number in digits or words, with its currency, unit of measure or per cent sign.

    "more than £576 million"            -> 576000000 GBP, "more than"
    "$1.2bn", "1.2 billion US dollars"  -> 1200000000 USD
    "two dozen"                         -> 24
    "over half of", "80 per cent"       -> 50 percent, "over"; 80 percent
    "10 to 15", "10-15"                 -> 10, second 15
    "from 5% to 7%" after a verb of rising or falling: two quantities
    "hundreds of"                       -> 100, second 999: a range that nobody counted
    "52 votes to 48", "voted 52-48"     -> 52, second 48, unit "vote"
    "won 3-2"                           -> 3, second 2, unit "score"
    "one in five"                       -> 20 percent
    "30 miles", "48km", "minus 12C"     -> 30 mile; 48 kilometre; -12 celsius
    "in his 30s"                        -> 30, second 39, unit "year-old"

What a number counts is not known here: see ``figures``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from articles.analysis import currencies, measures, qualifiers
from articles.analysis.number_words import DIGITS, scale, value
from articles.analysis.passages import Passage
from articles.analysis.quantity_pattern import QUANTITY


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Passage):
    """A printed quantity. ``second`` is the other end of a range, or the other side of a vote or score.

    ``start:end`` covers the number and a currency, unit of measure or per cent sign, not the qualifier.
    ``plain`` tells a bare number of digits, the kind that may turn out to be a year, a label or part of a
    name.
    """

    value: Decimal
    second: Decimal | None
    unit: str | None
    qualifier: str | None
    plain: bool


_VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
    "tens of millions": (10_000_000, 99_999_999),
    "hundreds of millions": (100_000_000, 999_999_999),
    "billions": (1_000_000_000, 9_999_999_999),
    "tens of billions": (10_000_000_000, 99_999_999_999),
    "hundreds of billions": (100_000_000_000, 999_999_999_999),
}
VAGUE_RANGES = frozenset((Decimal(low), Decimal(high)) for low, high in _VAGUE.values())
"""The value and second of plurals that nobody counted."""

_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_BETWEEN = re.compile(r"\bbetween[ \u00a0]$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[ \u00a0](?:about|around|roughly|nearly|some|over)?[ \u00a0]?$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:r[io]se(?:n|s)?|rising|rais\w+|f[ae]ll(?:s|en|ing)?|grow\w*|grew|increas\w+|drop\w*|cut\w*|declin\w+|"
    r"climb\w*|jump\w*|reduc\w+|lower\w*|chang\w+|went|go(?:es|ing)?|up|down|swell\w*|expand\w*|spread\w*|"
    r"revis\w+|plung\w+|slid\w*|soar\w*|surg\w+|doubl\w+|shr[aiu]nk\w*|slip\w*|moved?)\b",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(
    r"\b(?:first|second|third|other|latter|better|top|bottom|final|last|in|the|this|next|fourth)[ \u00a0]$",
    re.IGNORECASE,
)
_OF_A_POINT = re.compile(r"[ \u00a0]of[ \u00a0]a[ \u00a0](?:percentage[ \u00a0])?point\b", re.IGNORECASE)
_OF_LIFE = re.compile(
    r"\bin[ \u00a0](?:his|her|their)[ \u00a0](?:early[ \u00a0-]|mid[ \u00a0-]|late[ \u00a0-])?$",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:\bminus[ \u00a0]|(?<!\w)[-−–])$", re.IGNORECASE)
_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|rul(?:e|ed|ing)|decision|majority|pass(?:ed)?|approved|senate|court)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(
    r"\b(?:vot(?:ed?|es|ing)|ballot|rul(?:ed|ing)|pass(?:ed|es)|approved|rejected|confirmed|defeated|margin|majority)"
    r"(?:[ \u00a0][a-z]+){0,2}[ \u00a0]$",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"\b(?:beat(?:en)?|won|wins?|winning|lost|loses?|losing|drew|draw|defeat(?:ed|s)?|victory|thrash\w+|trail\w*|"
    r"final|match|game|half-?time)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"[ \u00a0](?:of\b|more\b|[a-z]+s\b|people\b|percent|per[ \u00a0]cent)")
"""What follows a range and no score: "won 20 to 30 seats"."""
_IDIOM = "idiom"
_IDIOMS = frozenset({"50-50", "24-7", "20-20"})


def find(text: str) -> list[Quantity]:
    """Return the quantities of a text in printed order, none overlapping another."""
    return list(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    position = 0
    while match := QUANTITY.search(text, position):
        quantity = _read(match, text)
        position = quantity.end if quantity else match.end()
        if quantity:
            yield quantity


def _read(match: re.Match[str], text: str) -> Quantity | None:
    if match["ayes"]:
        unit = match["voted"].lower().removesuffix("s")
        return _quantity(match, text, value(match["ayes"]), second=value(match["noes"]), unit=unit)
    if match["part"]:
        return _ratio(match, text)
    if match["share"]:
        return _share(match, text)
    if match["feet"]:
        height = value(match["feet"]) + value(match["inches"]) / 12
        return _quantity(match, text, round(height, 2), unit="foot")
    if match["vague"]:
        low, high = _VAGUE[re.sub(r"\s+", " ", match["vague"].lower())]
        return _quantity(match, text, Decimal(low), second=Decimal(high), unit=_unit(match, text)[0])
    if match["decade"]:
        return _decade_of_life(match, text)
    if match["sign"]:
        return _money(match, text)
    if match["bare_degrees"] and _unit(match, text)[0] is None:
        return None
    return _number(match, text)


def _money(match: re.Match[str], text: str) -> Quantity:
    """Read an amount or a range; of "£5m and $6m", "from £5m to £6m" after "rose" the first alone."""
    code = currencies.of_sign(match["sign"])
    low, high = _ends(match["low"], match["high"])
    if high is not None and (
        currencies.of_sign(match["sign_high"] or match["sign"]) != code or _is_list(match, "money_join", text)
    ):
        return _first_only(match, text, end=match.end("low"), unit=code)
    return _quantity(match, text, low, second=high, unit=code)


def _number(match: re.Match[str], text: str) -> Quantity | None:
    """Read one number or two: a range ("10 to 15"), a vote or score ("52-48"), a list ("two and three")."""
    first, second = _ends(match["first"], match["last"])
    unit, size = _unit(match, text)
    if second is None:
        return _signed(_quantity(match, text, first * size, unit=unit), text)
    if unit is None and (contest := _contest(match, text, first, second)):
        return None if contest == _IDIOM else _quantity(match, text, first, second=second, unit=contest)
    if first > second or _is_list(match, "join", text) or _has_two_units(match):
        sign = match["first_percent"]
        end = match.end("first_percent") if sign else match.end("first")
        return _first_only(match, text, end=end, unit=_share_unit(sign) if sign else None)
    return _quantity(match, text, first * size, second=second * size, unit=unit)


def _contest(match: re.Match[str], text: str, first: Decimal, second: Decimal) -> str | None:
    """Return "vote" or "score" for two numbers of a contest, _IDIOM for "50-50", None for a range."""
    if first < second and _COUNTS.match(text, match.end()):
        return None
    joined, before = match["join"], text[max(0, match.start() - 60) : match.start()]
    voting = _VOTING.search(before + text[match.end() : match.end() + 40])
    if joined.strip() == "to":
        if _FROM.search(before):
            return None
        return "vote" if _VOTED.search(before) else "score" if _PLAYED.search(before) else None
    if joined.strip() != joined or joined == "and":
        return None
    if match.group() in _IDIOMS and not voting:
        return _IDIOM
    if _PLAYED.search(before):
        return "score"
    if first < second:
        return "vote" if _VOTED.search(before) else None
    return "vote" if voting else "score"


def _is_list(match: re.Match[str], join: str, text: str) -> bool:
    """Say whether two numbers are a list ("two and three") or a change ("rose from 5 to 7"), and no range."""
    joined, before = match[join].strip().lower(), text[max(0, match.start() - 60) : match.start()]
    if joined == "and":
        return not _BETWEEN.search(before)
    return joined == "to" and bool(_FROM.search(before)) and bool(_CHANGING.search(before))


def _has_two_units(match: re.Match[str]) -> bool:
    """Tell "by 2.5 points to 71%", whose numbers do not measure the same."""
    first, last = match["first_percent"], match["percent"]
    return bool(first) and (not last or _share_unit(first) != _share_unit(last))


def _first_only(match: re.Match[str], text: str, *, end: int, unit: str | None) -> Quantity:
    """Read the first of two numbers; the second is found by the next search."""
    printed = match["first"] or match["low"]
    return Quantity(
        start=match.start(),
        end=end,
        value=value(printed),
        second=None,
        unit=unit,
        qualifier=qualifiers.of_number(text, match.start(), end),
        plain=unit is None and printed.isdecimal(),
    )


def _signed(quantity: Quantity, text: str) -> Quantity:
    """Return a temperature below zero with its sign: "minus 12C"."""
    sign = _MINUS.search(text, max(0, quantity.start - 6), quantity.start)
    if not sign or quantity.unit not in {"celsius", "fahrenheit"}:
        return quantity
    return replace(quantity, start=sign.start(), value=-quantity.value)


def _decade_of_life(match: re.Match[str], text: str) -> Quantity | None:
    if not _OF_LIFE.search(text, max(0, match.start() - 20), match.start()):
        return None
    start = value(match["decade"])
    return _quantity(match, text, start, second=start + 9, unit="year-old")


def _ratio(match: re.Match[str], text: str) -> Quantity | None:
    part, whole = value(match["part"]), value(match["whole"])
    if not 0 < part < whole or 1500 < whole < 2100:
        return None
    return _quantity(match, text, round(part * 100 / whole, 2), unit="percent")


def _share(match: re.Match[str], text: str) -> Quantity | None:
    parts = _SHARES[match["share"].lower().removesuffix("s")]
    shares = match["shares"]
    if (parts > 2 and not shares) or _NO_SHARE.search(text[max(0, match.start() - 12) : match.start()]):
        return None
    count = value(shares) if shares and shares.lower() != "a" else Decimal(1)
    if not 0 < count < parts:
        return None
    if _OF_A_POINT.match(text, match.end()):
        return _quantity(match, text, round(count / parts, 2), unit="percentage point")
    return _quantity(match, text, round(count * 100 / parts, 2), unit="percent")


def _quantity(
    match: re.Match[str], text: str, number: Decimal, *, second: Decimal | None = None, unit: str | None
) -> Quantity:
    end = match.start("plus") if match["plus"] else match.end()
    return Quantity(
        start=match.start(),
        end=end,
        value=number,
        second=second,
        unit=unit,
        qualifier=qualifiers.of_number(text, match.start(), end),
        plain=unit is None and second is None and text[match.start() : end].isdecimal(),
    )


def _ends(first: str, last: str | None) -> tuple[Decimal, Decimal | None]:
    """Return both ends of a range; "10-15 million" and "$5-10bn" multiply both."""
    low = value(first)
    if last is None:
        return low, None
    high = value(last)
    both = re.fullmatch(DIGITS, first) and low * scale(last) <= high
    return (low * scale(last) if both else low), high


def _unit(match: re.Match[str], text: str) -> tuple[str | None, Decimal]:
    """Return the unit printed behind a number, and how many of it one is: a cent is 0.01 USD."""
    if sign := match["percent"] or match["first_percent"]:
        return _share_unit(sign), Decimal(1)
    if printed := match["measure"] or match["bare_degrees"]:
        around = text[max(0, match.start() - 100) : match.end() + 100]
        return measures.of_print(printed, around=around), Decimal(1)
    if printed := match["currency"] or match["pence"]:
        before = text[max(0, match.start() - 60) : match.start()]
        return currencies.of_words(printed, amount=match.group(), before=before)
    return None, Decimal(1)


def _share_unit(sign: str) -> str:
    if "basis" in sign.lower():
        return "basis point"
    return "percentage point" if "point" in sign.lower() else "percent"
