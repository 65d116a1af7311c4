"""Units of length, area, weight, volume, speed and temperature, as words and as abbreviations.

"30 miles", "48km", "12,000 acres", "3.2kg", "90mph", "40°C", "5ft 10in"

A number touches its abbreviation or stands before the word. "m" and "in" are not read: "5m" is five million
as often as five metres. Whether two measures say the same is told by ``conversions``.
"""

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class _Measure:
    """A unit: its singular noun, what it measures, its size in the dimension's base unit, its prints."""

    unit: str
    dimension: str
    size: Decimal
    printed: str


_KILOMETRES = r"(?:kilomet(?:re|er)s?|kms?)"
_METRES = r"met(?:re|er)s?"
_SQUARE = r"(?:square[ \u00a0-]|sq\.?[ \u00a0]?)"
_AN_HOUR = r"[ \u00a0](?:per|an)[ \u00a0]hour"

_MEASURES = (
    # The first that matches counts, so that "miles per hour" is tried before "miles".
    _Measure("mile per hour", "speed", Decimal("1.609344"), rf"mph|miles?{_AN_HOUR}"),
    _Measure("kilometre per hour", "speed", Decimal(1), rf"km/h|kmh|kp?mp?h|{_KILOMETRES}{_AN_HOUR}"),
    _Measure("knot", "speed", Decimal("1.852"), r"knots?"),
    _Measure("square mile", "area", Decimal("258.999"), rf"{_SQUARE}miles?"),
    _Measure("square kilometre", "area", Decimal(100), rf"{_SQUARE}{_KILOMETRES}"),
    _Measure("square foot", "area", Decimal("0.0000092903"), rf"{_SQUARE}(?:feet|foot|ft)"),
    _Measure("square metre", "area", Decimal("0.0001"), rf"{_SQUARE}(?:{_METRES}|m)"),
    _Measure("acre", "area", Decimal("0.404686"), r"acres?"),
    _Measure("hectare", "area", Decimal(1), r"hectares?|(?-i:ha)"),
    _Measure("nautical mile", "length", Decimal(1852), r"nautical[ \u00a0]miles?"),
    _Measure("mile", "length", Decimal("1609.344"), r"miles?"),
    _Measure("kilometre", "length", Decimal(1000), _KILOMETRES),
    _Measure("centimetre", "length", Decimal("0.01"), r"centimet(?:re|er)s?|cm"),
    _Measure("millimetre", "length", Decimal("0.001"), r"millimet(?:re|er)s?|mm"),
    _Measure("metre", "length", Decimal(1), _METRES),
    _Measure("foot", "length", Decimal("0.3048"), r"feet|foot(?![ \u00a0](?:soldier|patrol|traffic))|ft"),
    _Measure("inch", "length", Decimal("0.0254"), r"inch(?:es)?"),
    _Measure("yard", "length", Decimal("0.9144"), r"yards?"),
    _Measure("kilogram", "weight", Decimal(1), r"kilogram(?:me)?s?|kilos?|kgs?"),
    _Measure("gram", "weight", Decimal("0.001"), r"gram(?:me)?s?"),
    _Measure("pound", "weight", Decimal("0.453592"), r"lbs?"),
    _Measure("ounce", "weight", Decimal("0.0283495"), r"ounces?|oz"),
    # A ton may be short, long or metric, and outlets seldom say which: the tenth between is no difference.
    _Measure("ton", "weight", Decimal(1000), r"tons?"),
    _Measure("tonne", "weight", Decimal(1000), r"tonnes?"),
    _Measure("litre", "volume", Decimal(1), r"lit(?:re|er)s?"),
    _Measure("gallon", "volume", Decimal("3.78541"), r"gallons?"),
    _Measure(
        "celsius", "temperature", Decimal(1), r"°[ \u00a0]?C|degrees?[ \u00a0](?:Celsius|centigrade|(?-i:C))"
    ),
    _Measure(
        "fahrenheit", "temperature", Decimal(5) / 9, r"°[ \u00a0]?F|degrees?[ \u00a0](?:Fahrenheit|(?-i:F))"
    ),
)
_OF_UNIT = {measure.unit: measure for measure in _MEASURES}
_OF_PRINT = [(re.compile(measure.printed, re.IGNORECASE), measure.unit) for measure in _MEASURES]
_BARE_DEGREES = {"C": "celsius", "F": "fahrenheit"}
_WEATHER = re.compile(
    r"temperatur|degrees|celsius|fahrenheit|\bhe?at|\bhot|warm|cold|freez|mercury|weather", re.IGNORECASE
)
_AROUND = 100
"""Characters on either side in which weather is spoken of, where "40C" is a temperature and no seat."""

MEASURE = "|".join(measure.printed for measure in _MEASURES)
"""What stands behind a number, with or without a space or hyphen."""

BARE_DEGREES = r"(?<=[0-9]{2})(?-i:[CF])"
"""The letter of "40C"; see ``of_print``."""

HEIGHT = (
    r"(?P<feet>[1-9])(?:[ \u00a0-]?(?:ft|feet|foot),?[ \u00a0-]?)(?P<inches>1[01]|[0-9])"
    r"(?:[ \u00a0-]?(?:inch(?:es)?|in))?(?!\w)"
)
"""How tall somebody is: "5ft 10in", "6-foot-4"."""


def of_print(printed: str, *, around: str) -> str | None:
    """Return the singular noun of a printed unit; None for "12C" where no weather is spoken of around it."""
    if printed in _BARE_DEGREES:
        return _BARE_DEGREES[printed] if _WEATHER.search(around) else None
    return next((unit for pattern, unit in _OF_PRINT if pattern.fullmatch(printed)), None)


def dimension(unit: str) -> str | None:
    """Return what a unit measures ("length"), None for what is no unit of measure."""
    measure = _OF_UNIT.get(unit)
    return measure.dimension if measure else None


def in_base_unit(value: Decimal, unit: str) -> Decimal:
    """Return a measure in its dimension's base unit: metres, hectares, kilograms, litres, km/h or °C.

    Raises KeyError for what is no unit of measure.
    """
    freezing = 32 if unit == "fahrenheit" else 0
    return (value - freezing) * _OF_UNIT[unit].size
