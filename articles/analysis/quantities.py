"""Quantities as printed: a number in digits or words, with its currency or per cent sign and its qualifier.

    "more than £576 million"   -> 576000000 GBP, "more than"
    "$1.2bn", "1.2 billion US dollars"  -> 1200000000 USD
    "two dozen"                -> 24
    "over half of", "80 per cent"       -> 50 percent, "over"; 80 percent
    "10 to 15", "10-15"        -> 10, second 15
    "hundreds of"              -> 100, second 999: a range that nobody counted
    "52 votes to 48", "52-48"  -> 52, second 48, unit "vote"
    "one in five"              -> 20 percent

What a number counts is not known here: see ``figures``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from articles.analysis.number_words import AMOUNT, BIG, DIGITS, NUMBER, SPACE, WORD, scale, value
from articles.analysis.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Passage):
    """A printed quantity. ``second`` is the other end of a range, or the other side of a vote or score.

    ``start:end`` covers the number and a currency or per cent sign, not the qualifier. ``plain`` tells a bare
    number of digits, the kind that may turn out to be a year, a label or a part of a name.
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
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_SYMBOLS = {
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
}
_CURRENCY_WORDS = {
    "dollar": "USD",
    "us dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "shekel": "ILS",
    "swiss franc": "CHF",
    "usd": "USD",
    "gbp": "GBP",
    "eur": "EUR",
}

_CURRENCY = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|British)[ \u00a0])?(?:dollars?|pounds?(?:[ \u00a0]sterling)?|"
    r"euros?|yen|yuan|renminbi|rupees?|r(?:o)?ubles?|shekels?|Swiss francs?|cents|pence|USD|GBP|EUR)"
)
_SYMBOL = r"(?:(?:US|AU|CA|NZ|HK|A|C|S|R)?\$|[£€¥₹₽₪₩₦])"
_PERCENT = r"(?:[ \u00a0]?%|[ \u00a0-](?:percentage[ \u00a0]points?|per[ \u00a0]?cent|percent|pct)(?![a-z]))"
_JOIN = rf"(?:{SPACE}?[-–—‑]{SPACE}?|{SPACE}(?:to|and){SPACE})"
_VOTES = (
    rf"(?P<ayes>{DIGITS}|{WORD}){SPACE}(?P<voted>votes?|seats?|goals?|points?){SPACE}to{SPACE}"
    rf"(?P<noes>{DIGITS}|{WORD})"
)
_RATIO = (
    rf"(?P<part>{WORD}|[0-9]{{1,3}}){SPACE}(?:in(?:{SPACE}every)?|out{SPACE}of(?:{SPACE}every)?){SPACE}"
    rf"(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})?|{WORD})"
    rf"(?!{SPACE}(?:minutes?|hours?|days?|weeks?|months?|years?|games?|matches)|[\w%,.]?[0-9])"
)
_SHARE = (
    rf"(?:(?P<shares>{WORD}|a){SPACE}?[-‑ ])?(?P<share>half|thirds?|quarters?|fifths?|sixths?|tenths?)"
    rf"(?={SPACE}(?:of|the|its|their|all|his|her)\b)"
)
_MONEY = rf"(?P<symbol>{_SYMBOL}){SPACE}?(?P<low>{AMOUNT})(?:{_JOIN}{_SYMBOL}?(?P<high>{AMOUNT}))?"
_INDEFINITE = (
    rf"(?P<vague>(?:(?:tens|hundreds){SPACE}of{SPACE})?(?:thousands|millions|billions)|dozens|hundreds|"
    rf"scores(?={SPACE}of\b))"
)
_PLAIN = rf"(?P<first>{NUMBER})(?P<first_percent>{_PERCENT})?(?:(?P<join>{_JOIN})(?P<last>{NUMBER}))?"
_QUANTITY = re.compile(
    rf"(?<![\w@#/.:$£€%])(?<![A-Za-z0-9][-‑–.,])"
    rf"(?:{_VOTES}|{_RATIO}|{_SHARE}|{_MONEY}|{_INDEFINITE}|{_PLAIN})"
    rf"(?:(?P<percent>{_PERCENT})|(?:{SPACE}|-)(?P<currency>{_CURRENCY})(?![\w]))?(?P<plus>\+)?"
    rf"(?![\w]|[.,:/][0-9]|°)",
    re.IGNORECASE,
)
_QUALIFIERS = (
    r"(?:just|well|only|slightly|a little|significantly) (?:over|under|above|below|more than|less than)",
    r"(?:no |not |slightly |far |many )?(?:more|less|fewer|greater|higher|lower|better) than",
    r"at (?:least|most)",
    r"up to",
    r"as (?:many|much|few|little|high|low) as",
    r"upwards? of",
    r"in excess of",
    r"close to",
    r"(?:an )?estimated",
    r"an? (?:total of|record|further|minimum of|maximum of)",
    r"over|under|above|below|about|around|approximately|roughly|nearly|almost|some|exactly|only|just",
    r"exceeding|exceeded|topped|nearing|another|additional",
)
_BEFORE = re.compile(
    rf"\b({'|'.join(_QUALIFIERS)})(?: an?)? $".replace(" ", r"[ \u00a0]"),
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ \u00a0](or (?:more|less|fewer|so))\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween[ \u00a0]$", re.IGNORECASE)
_BIG_POUNDS = re.compile(rf"(?:{BIG}|bn|m)[ \u00a0-]pounds?", re.IGNORECASE)
_NO_SHARE = re.compile(
    r"\b(?:first|second|third|other|latter|better|top|bottom|final|last|in|the|this|next|fourth)[ \u00a0]$",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|rul(?:e|ed|ing)|decision|majority|pass(?:ed)?|approved|senate|court)\b",
    re.IGNORECASE,
)


def find(text: str) -> list[Quantity]:
    """Return the quantities of a text in printed order, none overlapping another."""
    return list(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    position = 0
    while match := _QUANTITY.search(text, position):
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
    if match["vague"]:
        low, high = _VAGUE[re.sub(r"\s+", " ", match["vague"].lower())]
        return _quantity(match, text, Decimal(low), second=Decimal(high), unit=_unit(match))
    if match["symbol"]:
        amount, second = _ends(match["low"], match["high"])
        return _quantity(match, text, amount, second=second, unit=_SYMBOLS[match["symbol"].upper()])
    return _number(match, text)


def _number(match: re.Match[str], text: str) -> Quantity:
    """Read one number or two: a range ("10 to 15"), a vote or score ("52-48"), a list ("two and three")."""
    first, second = _ends(match["first"], match["last"])
    if second is None:
        return _quantity(match, text, first, unit=_unit(match))
    joined = match["join"].strip()
    between = _BETWEEN.search(text[max(0, match.start() - 9) : match.start()])
    dash = joined not in {"to", "and"} and joined == match["join"]
    voting = _VOTING.search(text[max(0, match.start() - 60) : match.end() + 40])
    if dash and _unit(match) is None and (first > second or (first == second and voting)):
        return _quantity(match, text, first, second=second, unit="vote" if voting else "score")
    if first > second or (joined == "and" and not between):
        return _first_only(match, text)
    return _quantity(match, text, first, second=second, unit=_unit(match))


def _first_only(match: re.Match[str], text: str) -> Quantity:
    """Read the first number of a list; the second is found by the next search."""
    end = match.end("first_percent") if match["first_percent"] else match.end("first")
    return Quantity(
        start=match.start(),
        end=end,
        value=value(match["first"]),
        second=None,
        unit="percent" if match["first_percent"] else None,
        qualifier=_qualifier(text, match.start(), end),
        plain=match["first"].isdecimal() and not match["first_percent"],
    )


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
        qualifier="+" if match["plus"] else _qualifier(text, match.start(), end),
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


def _unit(match: re.Match[str]) -> str | None:
    sign = match["percent"] or match["first_percent"]
    if sign:
        return "percentage point" if "point" in sign.lower() else "percent"
    if not match["currency"]:
        return None
    word = re.sub(r"\s+", " ", match["currency"].lower().replace(".", ""))
    singular = word.replace("pounds", "pound").removesuffix("s")
    if singular in {"pound", "cent", "pence"}:
        return "GBP" if singular == "pound" and _BIG_POUNDS.search(match.group()) else singular
    return _CURRENCY_WORDS.get(singular)


def _qualifier(text: str, start: int, end: int) -> str | None:
    before = _BEFORE.search(text[max(0, start - 30) : start])
    if before:
        return re.sub(r"\s+", " ", before[1].lower())
    after = _AFTER.match(text, end)
    return after[1].lower() if after else None
