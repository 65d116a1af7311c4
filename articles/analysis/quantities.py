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


_ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_MAGNITUDES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "b": 10**9,
    "dozen": 12,
}
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

_SP = r"[ \u00a0\u202f]"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?|\.[0-9]{1,4})"
_HALF = r"[½¼¾⅓⅔]"
_BIG = r"(?:hundred|thousand|million|billion|trillion)"
_ONE = "(?:" + "|".join(sorted(_ONES, key=len, reverse=True)) + ")"
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[\-‑ \u00a0]{_ONE})?|{_ONE})"
_WORDS = (
    rf"(?:(?:{_WORD}|a(?={_SP}{_BIG}))(?:{_SP}{_BIG})*(?:{_SP}(?:and{_SP})?{_WORD}(?:{_SP}{_BIG})+)*"
    rf"(?:(?<=hundred|housand|million){_SP}(?:and{_SP})?{_WORD})?(?:{_SP}and{_SP}a{_SP}half(?:{_SP}{_BIG})?)?)"
)
_DOZEN = rf"(?:(?:half{_SP}a{_SP}|a{_SP}|{_WORD}{_SP})dozen)"
_HALF_BIG = rf"half{_SP}a{_SP}{_BIG}"
_MAGNITUDE = rf"(?:[\s\-‑]?{_BIG}(?:{_SP}{_BIG})?|{_SP}?(?:bn|tn|mn|m|k|K|M|B|b)(?![\w.]))"
_DIGIT_NUMBER = rf"(?:{_DIGITS}{_HALF}?|{_HALF})(?:{_MAGNITUDE})?"
_NUMBER = rf"(?:{_DIGIT_NUMBER}|{_HALF_BIG}|{_DOZEN}|{_WORDS})"
_SYMBOL = r"(?:(?:US|AU|CA|NZ|HK|A|C|S|R)?\$|[£€¥₹₽₪₩₦])"
_CURRENCY = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|British)[ \u00a0])?(?:dollars?|pounds?(?:[ \u00a0]sterling)?|euros?|yen|yuan|"
    r"renminbi|rupees?|r(?:o)?ubles?|shekels?|Swiss francs?|cents|pence|USD|GBP|EUR)"
)
_PERCENT = r"(?:[ \u00a0]?%|[ \u00a0-](?:percentage[ \u00a0]points?|per[ \u00a0]?cent|percent|pct)(?![a-z]))"
_JOIN = rf"(?:{_SP}?[-–—‑]{_SP}?|{_SP}(?:to|and){_SP})"
_BOUNDARY = r"(?<![\w@#/.:$£€%])(?<![A-Za-z0-9][-‑–.,])"

_QUANTITY = re.compile(
    rf"""{_BOUNDARY}(?:
      (?P<votes>(?P<ayes>{_DIGITS}|{_WORD}){_SP}(?P<voted>votes?|seats?|goals?|points?){_SP}to{_SP}(?P<noes>{_DIGITS}|{_WORD}))
    | (?P<ratio>(?P<part>{_WORD}|[0-9]{{1,3}}){_SP}(?:in(?:{_SP}every)?|out{_SP}of(?:{_SP}every)?){_SP}(?P<whole>[0-9][0-9,]{{0,6}}|{_WORD}))
            (?!{_SP}(?:minutes?|hours?|days?|weeks?|months?|years?|games?|matches)|[\w%,.]?[0-9])
    | (?P<share>(?:(?P<shares>{_WORD}|a){_SP}?[-‑ ])?(?P<share_of>half|thirds?|quarters?|fifths?|tenths?))(?={_SP}(?:of|the|its|their|all|his|her)\b)
    | (?P<symbol>{_SYMBOL}){_SP}?(?P<low>{_NUMBER})(?:{_JOIN}{_SYMBOL}?(?P<high>{_NUMBER}))?(?P<code>)
    | (?P<vague>(?:(?:tens|hundreds){_SP}of{_SP})?(?:thousands|millions|billions)|dozens|hundreds|scores(?={_SP}of\b))
    | (?P<first>{_NUMBER})(?P<first_percent>{_PERCENT})?(?:(?P<join>{_JOIN})(?P<last>{_NUMBER}))?
    )
    (?:(?P<percent>{_PERCENT})|(?:{_SP}|-)(?P<currency>{_CURRENCY})(?![\w]))?
    (?P<plus>\+)?
    (?![\w]|[.,:/][0-9]|°)""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<qualifier>(?:just|well|only|slightly|a little|significantly)[ \u00a0](?:over|under|above|below|more than|"
    r"less than)|(?:no|not|slightly|far|many)?[ \u00a0]?(?:more|less|fewer|greater|higher|lower|better)[ \u00a0]than|"
    r"at[ \u00a0](?:least|most)|up[ \u00a0]to|as[ \u00a0](?:many|much|few|little|high|low)[ \u00a0]as|upwards?[ \u00a0]of|"
    r"in[ \u00a0]excess[ \u00a0]of|close[ \u00a0]to|(?:an[ \u00a0])?estimated|a[ \u00a0]total[ \u00a0]of|a[ \u00a0]record|"
    r"over|under|above|below|about|around|approximately|roughly|nearly|almost|some|exactly|only|just|between|from|"
    r"minimum[ \u00a0]of|maximum[ \u00a0]of|more[ \u00a0]than|exceeding|exceeded|topped|nearing|another|additional|a[ \u00a0]further)"
    r"(?:[ \u00a0]a(?:n)?)?[ \u00a0]$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ \u00a0](or (?:more|less|fewer|so))\b", re.IGNORECASE)
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
    if match["votes"]:
        return _quantity(match, text, _value(match["ayes"]), _value(match["noes"]), _singular(match["voted"]))
    if match["ratio"]:
        return _ratio(match, text)
    if match["share"]:
        return _share(match, text)
    if match["vague"]:
        low, high = _VAGUE.get(re.sub(r"\s+", " ", match["vague"].lower()), (0, 0))
        return _quantity(match, text, Decimal(low), Decimal(high), _unit(match)) if high else None
    if match["symbol"]:
        low_value, high_value = _ends(match["low"], match["high"], money=True)
        unit = _SYMBOLS.get(match["symbol"].upper(), "USD")
        return _quantity(match, text, low_value, high_value, unit)
    return _number(match, text)


def _number(match: re.Match[str], text: str) -> Quantity | None:
    unit = _unit(match)
    money = unit is not None and unit.isupper()
    first, last = match["first"], match["last"]
    between = bool(
        re.search(r"\bbetween[ \u00a0]$", text[max(0, match.start() - 9) : match.start()], re.IGNORECASE)
    )
    if last and " and " in match["join"].replace("\u00a0", " ") and not between:
        # "two and three", "40,000 and 2 million": two quantities; the second is found on its own by a new search.
        return _first_only(match, text)
    value, second = _ends(first, last, money=money)
    if value is None:
        return None
    if second is not None and last and not re.search(r"[ \u00a0]", match["join"]) and unit is None:
        if value > second or (
            value == second and _VOTING.search(text, match.start() - min(60, match.start()), match.end() + 40)
        ):
            unit = "vote" if _VOTING.search(text, max(0, match.start() - 60), match.end() + 40) else "score"
    elif second is not None and second < value:
        return _first_only(match, text)
    return _quantity(match, text, value, second, unit)


def _first_only(match: re.Match[str], text: str) -> Quantity | None:
    end = match.end("first_percent") if match["first_percent"] else match.end("first")
    value = _value(match["first"])
    if value is None:
        return None
    unit = "percent" if match["first_percent"] else None
    return Quantity(
        start=match.start(),
        end=end,
        value=value,
        second=None,
        unit=unit,
        qualifier=_qualifier(text, match.start(), end),
        plain=bool(re.fullmatch(r"[0-9]+", match["first"])) and unit is None,
    )


def _ratio(match: re.Match[str], text: str) -> Quantity | None:
    part, whole = _value(match["part"]), _value(match["whole"])
    if part is None or whole is None or not 0 < part < whole or 1500 < whole < 2100:
        return None
    return _quantity(match, text, round(part * 100 / whole, 2), None, "percent")


def _share(match: re.Match[str], text: str) -> Quantity | None:
    before = text[max(0, match.start() - 12) : match.start()].lower()
    if re.search(
        r"\b(?:first|second|third|other|latter|better|top|bottom|final|last|in|the|this|next|fourth)[ \u00a0]$",
        before,
    ):
        return None
    parts = _SHARES[match["share_of"].lower().removesuffix("s")]
    shares = match["shares"]
    if parts > 2 and not shares:
        return None
    count = Decimal(1) if not shares or shares.lower() == "a" else _value(shares)
    if not count or count >= parts:
        return None
    return _quantity(match, text, round(count * 100 / parts, 2), None, "percent")


def _quantity(
    match: re.Match[str], text: str, value: Decimal | None, second: Decimal | None, unit: str | None
) -> Quantity | None:
    if value is None:
        return None
    end = match.start("plus") if match["plus"] else match.end()
    return Quantity(
        start=match.start(),
        end=end,
        value=value,
        second=second,
        unit=unit,
        qualifier="+" if match["plus"] else _qualifier(text, match.start(), end),
        plain=unit is None and second is None and bool(re.fullmatch(r"[0-9]+", text[match.start() : end])),
    )


def _ends(first: str, last: str | None, *, money: bool) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends of a range; "10-15 million" multiplies both, and "$5-10bn" too."""
    low = _value(first, money=money)
    if last is None:
        return low, None
    high = _value(last, money=money)
    plain = re.fullmatch(_DIGITS, first)
    scaled = _scale(last, money=money)
    if (
        low is not None
        and plain
        and scaled > 1
        and high is not None
        and low < high / scaled * 10
        and low * scaled <= high
    ):
        low *= scaled
    return low, high


def _scale(printed: str, *, money: bool) -> int:
    match = re.search(rf"({_BIG}|bn|tn|mn|m|k|b)$", printed.lower())
    return _MAGNITUDES[match.group(1)] if match else 1


def _unit(match: re.Match[str]) -> str | None:
    if match["percent"] or match["first_percent"]:
        sign = match["percent"] or match["first_percent"]
        return "percentage point" if "point" in sign.lower() else "percent"
    if not match["currency"]:
        return None
    word = re.sub(r"\s+", " ", match["currency"].lower().replace(".", ""))
    singular = word.replace("pounds", "pound").removesuffix("s")
    if singular in {"pound", "cent", "pence"}:
        return "GBP" if singular == "pound" and _BIG_END.search(match.group()) else singular
    return _CURRENCY_WORDS.get(singular)


_BIG_END = re.compile(rf"(?:{_BIG}|bn|m)[ \u00a0-]pounds?", re.IGNORECASE)


def _qualifier(text: str, start: int, end: int) -> str | None:
    before = _BEFORE.search(text[max(0, start - 30) : start])
    if before and before["qualifier"].lower() not in {"from", "between"}:
        return re.sub(r"\s+", " ", before["qualifier"].strip().lower())
    after = _AFTER.match(text, end)
    return after.group(1).lower() if after else None


def _value(printed: str, *, money: bool = True) -> Decimal | None:
    """Read a number printed in digits or in words. None for what is none after all."""
    words = re.sub(r"[\s\u00a0\-‑]+", " ", printed.lower()).strip()
    digits = re.match(rf"({_DIGITS})?({_HALF})?[ ]?(.*)$", words)
    if digits and (digits[1] or digits[2]):
        value = Decimal((digits[1] or "0").replace(",", "")) + _vulgar(digits[2])
        for magnitude in digits[3].split():
            value *= _MAGNITUDES.get(magnitude, 1)
        return value
    return _in_words(words.split())


def _vulgar(sign: str | None) -> Decimal:
    shares = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667"}
    return Decimal(shares.get(sign or "", "0"))


def _in_words(words: list[str]) -> Decimal | None:
    """Read "two hundred and five thousand", "half a million", "a dozen", "three and a half million"."""
    if words[:2] == ["half", "a"]:
        return Decimal(_MAGNITUDES[words[2]]) / 2 if len(words) == 3 else None
    if len(words) > 3 and words[-4:-1] == ["and", "a", "half"]:
        whole = _in_words(words[:-4])
        return (whole + Decimal("0.5")) * _MAGNITUDES[words[-1]] if whole is not None else None
    if words[-3:] == ["and", "a", "half"]:
        whole = _in_words(words[:-3])
        return whole + Decimal("0.5") if whole is not None else None
    total, current = Decimal(0), Decimal(0)
    for word in words:
        if word in _ONES:
            current += _ONES[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in {"hundred", "dozen"}:
            current = (current or Decimal(1)) * _MAGNITUDES[word]
        elif word in _MAGNITUDES:
            total, current = total + (current or Decimal(1)) * _MAGNITUDES[word], Decimal(0)
    return total + current


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")
