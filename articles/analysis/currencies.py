"""Money as printed: signs, codes and words, and the currency each of them stands for.

"£", "US$", "Rs", "EUR"            before the number
"dollars", "Swiss francs", "USD"   behind it
"99 cents", "20p"                  small change: 0.99 USD, 0.20 GBP

A sign or word that several countries use stands for the one that prints it most ("$", "cents": US dollars;
"Rs": Indian rupees). A "pound" may weigh something: see ``MAYBE_WEIGHT``.
"""

import re
from decimal import Decimal

_SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₺": "TRY",
    "₴": "UAH",
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
    "RS": "INR",
    "RS.": "INR",
}
_CODES = ("USD", "GBP", "EUR", "AUD", "CAD", "NZD", "JPY", "CNY", "INR", "CHF", "SEK", "NOK", "DKK", "ZAR")
_WORDS = {
    "dollar": "USD",
    "us dollar": "USD",
    "american dollar": "USD",
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
    "naira": "NGN",
    "real": "BRL",
    "reai": "BRL",
    "lira": "TRY",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "baht": "THB",
    "ringgit": "MYR",
    "south korean won": "KRW",
    **{code.lower(): code for code in _CODES},
}
_SMALL_CHANGE = {"cent": "USD", "pence": "GBP", "penny": "GBP", "p": "GBP"}

SIGN = (
    r"(?:(?:US|AU|CA|NZ|HK|A|C|S|R)?\$|[£€¥₹₽₪₩₦₺₴]|"
    rf"(?:Rs\.?|{'|'.join(_CODES)})(?=[ \u00a0]?[0-9]))"
)
"""What stands before an amount of money."""

WORDS = (
    r"(?:(?:US|U\.S\.|American|Australian|Canadian|British)[ \u00a0])?"
    r"(?:dollars?|pounds?(?:[ \u00a0]sterling)?)|"
    r"euros?|yen|yuan|renminbi|rupees?|rou?bles?|shekels?|Swiss[ \u00a0]francs?|nairas?|liras?|"
    r"hryvnias?|reals|reais|"
    rf"zlotys?|baht|ringgit|South[ \u00a0]Korean[ \u00a0]won|cents?|pence|{'|'.join(_CODES)}"
)
"""What stands behind an amount of money, after a space or a hyphen."""

PENCE = r"(?<=[0-9])(?<![0-9]{3})p(?!\.?m\b)"
"""The "p" of "20p", which touches its number; "720p" is a television picture."""

MAYBE_WEIGHT = "pound"
"""The unit of "20 pounds", which may be money or a weight."""

_BIG_POUNDS = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|bn|m)[ \u00a0-]pounds?$", re.IGNORECASE
)
_PAYING = re.compile(
    r"\b(?:fin(?:e|ed)|pa(?:y|id|ys|ying)|costs?|worth|spen[dt]|earn\w*|pric\w+|salar\w+|donat\w+|raised|owe\w*)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)


def of_sign(printed: str) -> str:
    """Return the ISO 4217 code of a currency's sign or code, as SIGN matched it."""
    return _SIGNS.get(printed.upper(), printed.upper())


def of_words(printed: str, *, amount: str, before: str) -> tuple[str | None, Decimal]:
    """Return the code of a currency in words, and what part of it one is: a cent is 0.01 USD.

    ``amount`` is the whole print up to the word's end, ``before`` the text before it: both tell whether
    "pounds" are money. The code is MAYBE_WEIGHT where they do not.
    """
    word = re.sub(r"\s+", " ", printed.lower().replace(".", ""))
    singular = word if word in {"p", "pence"} else word.replace("pounds", "pound").removesuffix("s")
    if singular in _SMALL_CHANGE:
        return _SMALL_CHANGE[singular], Decimal("0.01")
    if singular == "pound":
        is_money = _BIG_POUNDS.search(amount) or _PAYING.search(before[-60:])
        return ("GBP" if is_money else MAYBE_WEIGHT), Decimal(1)
    return _WORDS.get(singular), Decimal(1)
