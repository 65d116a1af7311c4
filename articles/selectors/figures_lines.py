"""Figures on a number line, so that one sees who is where.

    574 million          576 million                     the least and the most of what is printed
    ──●──────────────────────────────                    “£574 million”: a point
    ─────────────────────●━━━━━━━━━━▶                    “more than £576 million”: from there on
    ◀━━━━━━━━━━━━━━━━━━━━●───────────                    “up to £576 million”: up to there
    ───────────●━━━━━━━━━●───────────                    “£575 million to £576 million”: from end to end

Places are hundredths of the line's width. Its ends leave room around the numbers, and it need not begin at
nought. Measures in two units are drawn in the first one's. Amounts in two currencies are not drawn: that
takes an exchange rate, and which one is a question of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from articles.analysis import figure_conversions
from articles.analysis.figure_verdicts import Bound

_MARGIN = 12.0
_AROUND = Decimal("0.05")
"""How far “about” reaches to both sides, as a part of the number."""
_ALIKE = Decimal("0.25")
"""What part of the larger number the line spans at least, where the numbers are alike."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GROUPS = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_TWO_SIDED = frozenset({"vote", "score"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What is to be drawn: a number, its other end where it is a range, its unit and how it is bound."""

    value: Decimal
    second: Decimal | None
    unit: str
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """A figure on the line: a point ``at`` its number, and what it covers, from ``start`` to ``end``."""

    form: Literal["exactly", "at least", "at most", "about", "range"]
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """The marks in the order of the amounts, and the least and the most number with their places.

    ``apart`` says how far these two are from each other, as a part of the larger one: "2.5 %".
    """

    marks: tuple[LineMark, ...]
    low: str
    high: str
    low_at: float
    high_at: float
    apart: str


def number_line(amounts: Sequence[Amount], *, alike: bool = False) -> NumberLine | None:
    """Return the amounts on one line; None where they are all one number, or stand on no common line.

    The line stretches from the least to the most of them. Numbers that are ``alike``, one the other rounded
    or converted, stand as close as they are.
    """
    drawn = _in_one_unit(amounts)
    ends = [end for amount in drawn for end in (amount.value, amount.second) if end is not None]
    if not ends or min(ends) == max(ends):
        return None
    low, high = min(ends), max(ends)
    largest = max(abs(low), abs(high))
    room = max(high - low, largest * _ALIKE) if alike else high - low

    def place(number: Decimal) -> float:
        part = (number - (low + high) / 2) / room + Decimal("0.5")
        return round(min(max(_MARGIN + float(part) * (100 - 2 * _MARGIN), 0), 100), 2)

    return NumberLine(
        marks=tuple(_mark(amount, place) for amount in drawn),
        low=short_number(low),
        high=short_number(high),
        low_at=place(low),
        high_at=place(high),
        apart=_share((high - low) / largest),
    )


def _mark(amount: Amount, place: Callable[[Decimal], float]) -> LineMark:
    at = place(amount.value)
    if amount.second is not None:
        second = place(amount.second)
        return LineMark(form="range", at=at, start=min(at, second), end=max(at, second))
    match amount.bound:
        case "at least":
            return LineMark(form="at least", at=at, start=at, end=100)
        case "at most":
            return LineMark(form="at most", at=at, start=0, end=at)
        case "about":
            around = abs(amount.value) * _AROUND
            start, end = place(amount.value - around), place(amount.value + around)
            return LineMark(form="about", at=at, start=start, end=end)
        case _:
            return LineMark(form="exactly", at=at, start=at, end=at)


def _share(part: Decimal) -> str:
    """Return a part of the whole in hundredths: "0.35 %", "2.8 %", "61 %"."""
    hundredths = part * 100
    places = 0 if hundredths >= 10 else 1 if hundredths >= 1 else 2
    return f"{_plain(round(hundredths, places))}\u00a0%"


def short_number(number: Decimal) -> str:
    """Return a number as it is written beside a line: 1,250, 576 million, 2.5 × 10³⁸."""
    size = abs(number)
    if size >= Decimal(10) ** 15:
        digits, exponent = f"{number:.1e}".split("e")
        return f"{digits.removesuffix('.0')} × 10{str(int(exponent)).translate(_SUPERSCRIPT)}"
    for group, name in _GROUPS:
        if size >= group:
            return f"{_plain(number / group)} {name}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    return f"{round(number, 2).normalize():,f}"


def _in_one_unit(amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts in the first one's unit; none where a rate would be needed, or sides are counted."""
    if any(amount.unit in _TWO_SIDED and amount.second is not None for amount in amounts):
        return []
    dimensions = {amount.unit: figure_conversions.dimension(amount.unit) for amount in amounts}
    if len(dimensions) < 2 or not any(dimensions.values()):
        return list(amounts)
    if len(set(dimensions.values())) > 1 or "money" in dimensions.values():
        return []
    return [_converted(amount, amounts[0].unit) for amount in amounts]


def _converted(amount: Amount, unit: str) -> Amount:
    def into(number: Decimal) -> Decimal:
        return figure_conversions.converted(number, amount.unit, unit)

    second = None if amount.second is None else into(amount.second)
    return Amount(value=into(amount.value), second=second, unit=unit, bound=amount.bound)
