"""What the difference of two figures on one thing amounts to.

"£576 million" here, "£574 million" there                        contradicting
"1.24 million", "1.2 million"                                    rounded
"£576 million", "$731 million"; "30 miles", "48km"               converted currency, converted unit
"more than 300", "312"; "200 to 300", "250"                      compatible range
"since October 7", "between October 7 2023 and May 31 2024"      different scope
38 dead in Monday's report, 41 in Wednesday's                    updated since
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from articles.analysis import dates, figure_conversions
from articles.analysis.discrepancies import Verdict
from articles.analysis.figure_concepts import concept
from articles.analysis.figure_conversions import Rates
from articles.analysis.figures import Figure, StoryFigure

_AT_LEAST = (
    "more than",
    "at least",
    "over",
    "above",
    "upwards of",
    "upward of",
    "in excess of",
    "greater than",
    "+",
)
_AT_LEAST_ENDS = ("or more", "more than", "higher than", "exceeding", "exceeded", "topped", "as many as")
_AT_MOST = (
    "less than",
    "fewer than",
    "under",
    "below",
    "up to",
    "at most",
    "nearly",
    "almost",
    "close to",
    "nearing",
)
_ABOUT = ("about", "around", "approximately", "roughly", "some", "estimated", "or so")

Bound = Literal["at least", "at most", "about", "exactly"]
"""What a printed figure says of the number: "more than 300" is at least, "nearly 300" at most 300."""

_GROWING = frozenset(
    {"death", "injury", "arrest", "missing", "case", "infection", "victim", "casualty", "person"}
)
_FAR = Decimal("1.5")
_CONTESTS = frozenset({"vote", "score"})
"""Units whose second value is the other side's, and no end of a range."""
_OPENING = re.compile(r"^(?:so far|in|over|during|for|within)?[ \u00a0]*(?:the[ \u00a0])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """A figure of a subject with what its article adds to its meaning."""

    reading: StoryFigure
    figure: Figure
    outlet: str
    text: str
    published: date | None

    @property
    def is_indefinite(self) -> bool:
        """Whether it is a plural that nobody counted: "dozens", "tens of thousands"."""
        return (
            self.figure.second is not None and self.text[-1:] == "s" and self.text.replace(" ", "").isalpha()
        )


def verdict_on(one: PrintedFigure, other: PrintedFigure, *, rates: Rates) -> Verdict:
    """Return what the difference of two printed figures amounts to.

    ``rates`` are exchange rates that articles of the story print, from one currency to the other.
    """
    if _scopes_differ(one, other):
        return "different scope"
    if conversion := _conversion(one.figure, other.figure, rates):
        return conversion
    mine, theirs = one.figure, _in_unit_of(one.figure, other.figure)
    if mine.unit in _CONTESTS and mine.second is not None and theirs.second is not None:
        return "contradicting"
    if _is_bound(mine) or _is_bound(theirs):
        if ranges_meet(mine, theirs):
            return "compatible range"
    elif _rounded(mine, theirs):
        return "rounded"
    elif ranges_meet(mine, theirs):
        return "compatible range"
    if _updated(one, other):
        return "updated since"
    return "contradicting"


def _conversion(one: Figure, other: Figure, rates: Rates) -> Verdict | None:
    dimension = figure_conversions.dimension(one.unit)
    if one.unit is None or other.unit is None or one.unit == other.unit or dimension is None:
        return None
    if not figure_conversions.is_conversion(one.value, one.unit, other.value, other.unit, rates=rates):
        return None
    return "converted currency" if dimension == "money" else "converted unit"


def _in_unit_of(one: Figure, other: Figure) -> Figure:
    """Return a figure with its value in another's unit, so that both can be compared."""
    if one.unit is None or other.unit is None or figure_conversions.dimension(one.unit) is None:
        return other
    return replace(
        other, value=figure_conversions.converted(other.value, other.unit, one.unit), unit=one.unit
    )


def _scopes_differ(one: PrintedFigure, other: PrintedFigure) -> bool:
    """Two stated scopes differ when the days or periods that they name do; no scope differs from none."""
    if one.figure.scope is None or other.figure.scope is None:
        return False
    named = [
        {mention.value for mention in dates.find(item.figure.scope or "", published=item.published)}
        for item in (one, other)
    ]
    if any(named):
        return all(named) and named[0] != named[1]
    first, second = (_OPENING.sub("", item.figure.scope or "").casefold() for item in (one, other))
    return first != second


def _rounded(one: Figure, other: Figure) -> bool:
    """Say whether one value is the other at fewer digits, within a twentieth: 1.2 and 1.24 million."""
    if one.second is not None or other.second is not None:
        return False
    coarse, fine = sorted((one.value, other.value), key=_significant_digits)
    if _significant_digits(coarse) == _significant_digits(fine) or not fine or coarse < 1:
        return False
    return abs(coarse - fine) * 20 <= abs(fine) and abs(coarse - fine) * 2 <= _last_place(coarse)


def _significant_digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _last_place(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent)


def _is_bound(figure: Figure) -> bool:
    """Say whether the print gives limits, "more than 300" or "200 to 300", and no value of its own."""
    return figure.second is not None or (figure.qualifier or "").endswith(
        (*_AT_LEAST, *_AT_LEAST_ENDS, *_AT_MOST)
    )


def bound_of(qualifier: str | None) -> Bound:
    """Return what a qualifier, as printed, makes of its number."""
    printed = qualifier or ""
    if printed.endswith(_AT_LEAST_ENDS) or (printed.endswith(_AT_LEAST) and "no more" not in printed):
        return "at least"
    if printed.endswith(_AT_MOST):
        return "at most"
    return "about" if printed.endswith(_ABOUT) else "exactly"


def ranges_meet(one: Figure, other: Figure) -> bool:
    """Say whether there is a value that both printed figures leave room for."""
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _range(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return the values a printed figure leaves room for: "more than 300" is 300 to 450."""
    value = figure.value
    if figure.unit in _CONTESTS:
        return value, value
    if figure.second is not None:
        return min(value, figure.second), max(value, figure.second)
    match bound_of(figure.qualifier):
        case "at least":
            return value, value * _FAR
        case "at most":
            return (value / 2 if figure.qualifier == "up to" else value * Decimal("0.9")), value
        case "about":
            return value * Decimal("0.95"), value * Decimal("1.05")
        case _:
            return value, value


def _updated(one: PrintedFigure, other: PrintedFigure) -> bool:
    """Say whether the later report, or later day that a figure holds for, counts more of what only grows."""
    for first, second in ((one.figure.as_of, other.figure.as_of), (one.published, other.published)):
        if first and second and first != second:
            earlier, later = (one, other) if first < second else (other, one)
            return later.figure.value > earlier.figure.value and _grows(one.figure) and _grows(other.figure)
    return False


def _grows(figure: Figure) -> bool:
    return bool(_GROWING & {*figure.subject_lemmas, concept(figure.unit or "")})
