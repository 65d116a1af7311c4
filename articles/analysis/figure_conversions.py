"""Amounts in different units that may be one: "£576 million" and "$731 million", "30 miles" and "48km".

Units of measure have fixed sizes, so that only rounding is allowed for. Exchange rates are not fixed, and
none is fetched: where an article of the story prints both amounts ("£576m ($731m)") its rate counts,
elsewhere the rough bands below, in which the rates of some fifteen years lie. Two amounts outside the band
are not said to contradict each other, as they may be of other years.
"""

from collections.abc import Mapping
from decimal import Decimal

from articles.analysis import measures

Rates = Mapping[tuple[str, str], Decimal]
"""What one of the first currency was worth in the second, as articles of the story print it."""

_DOLLARS_FOR_ONE = {
    # Rough: the lowest and the highest yearly average of 2010 to 2024, rounded outwards. The Federal
    # Reserve's release H.10 has the exact rates of most, the countries' central banks those of the last six.
    "USD": ("1", "1"),
    "GBP": ("1.2", "1.7"),
    "EUR": ("1.0", "1.45"),
    "AUD": ("0.64", "1.06"),
    "CAD": ("0.7", "1.03"),
    "NZD": ("0.58", "0.85"),
    "CHF": ("0.95", "1.2"),
    "JPY": ("0.0063", "0.0128"),
    "CNY": ("0.137", "0.165"),
    "INR": ("0.0117", "0.0225"),
    "KRW": ("0.00072", "0.00096"),
    "SEK": ("0.09", "0.156"),
    "NOK": ("0.091", "0.182"),
    "DKK": ("0.138", "0.19"),
    "HKD": ("0.127", "0.13"),
    "SGD": ("0.7", "0.82"),
    "BRL": ("0.18", "0.61"),
    "ZAR": ("0.053", "0.14"),
    "THB": ("0.028", "0.034"),
    "MYR": ("0.21", "0.34"),
    "ILS": ("0.25", "0.32"),
    "PLN": ("0.22", "0.35"),
    "RUB": ("0.0105", "0.035"),
    "TRY": ("0.03", "0.67"),
    "UAH": ("0.024", "0.127"),
    "NGN": ("0.0006", "0.0067"),
}
_PRINTED_RATE = Decimal("0.04")
"""How far a rate may be off that an article prints: both of its amounts are rounded."""
_ROUNDING = Decimal("0.06")
_DEGREES = Decimal(1)
"""How far two measures of one thing may be off after rounding: "30 miles", "50 kilometres"."""


def dimension(unit: str | None) -> str | None:
    """Return what amounts of a unit are amounts of: "money", "length"; None for counts and shares."""
    if unit in _DOLLARS_FOR_ONE:
        return "money"
    return measures.dimension(unit) if unit else None


def is_conversion(
    value: Decimal, unit: str, other: Decimal, other_unit: str, *, rates: Rates | None = None
) -> bool:
    """Say whether an amount may be another, of the same dimension and another unit, converted.

    ``rates`` narrow the band for money where they know the two currencies.
    """
    if dimension(unit) == "money":
        low, high = _band(unit, other_unit, rates or {})
        return low * value <= other <= high * value
    mine, theirs = measures.in_base_unit(value, unit), measures.in_base_unit(other, other_unit)
    allowed = _DEGREES if dimension(unit) == "temperature" else _ROUNDING * max(abs(mine), abs(theirs))
    return abs(mine - theirs) <= allowed


def converted(value: Decimal, unit: str, into: str) -> Decimal:
    """Return an amount in another unit of its dimension: measures exactly, money at a middling rate."""
    if unit == into:
        return value
    if dimension(unit) == "money":
        low, high = _band(unit, into, {})
        return value * (low + high) / 2
    one, zero = measures.in_base_unit(Decimal(1), into), measures.in_base_unit(Decimal(0), into)
    return (measures.in_base_unit(value, unit) - zero) / (one - zero)


def _band(unit: str, other: str, rates: Rates) -> tuple[Decimal, Decimal]:
    """Return the least and the most of the other currency that one of a currency can be."""
    if rate := rates.get((unit, other)):
        return rate * (1 - _PRINTED_RATE), rate * (1 + _PRINTED_RATE)
    low, high = (Decimal(bound) for bound in _DOLLARS_FOR_ONE[unit])
    other_low, other_high = (Decimal(bound) for bound in _DOLLARS_FOR_ONE[other])
    return low / other_high, high / other_low
