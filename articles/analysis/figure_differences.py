"""Where outlets put different figures on one thing, and what the difference amounts to.

"£576 million" here, "£574 million" there                        contradicting
"1.24 million", "1.2 million"                                    rounded
"more than 300", "312"; "hundreds", "412"                        compatible range
"since October 7", "between October 7 2023 and May 31 2024"      different scope
38 dead in Monday's report, 41 in Wednesday's                    updated since
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from articles.analysis import dates
from articles.analysis.discrepancies import Discrepancy, Evidence, Severity, Verdict
from articles.analysis.figure_concepts import concept
from articles.analysis.figures import Figure, FigureSubject, StoryFigure

_GRAVEST_FIRST: tuple[Verdict, ...] = (
    "contradicting",
    "different scope",
    "updated since",
    "compatible range",
    "rounded",
)
_SEVERITIES: dict[Verdict, Severity] = {
    "contradicting": "high",
    "different scope": "medium",
    "updated since": "medium",
    "compatible range": "low",
    "rounded": "low",
}
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
_GROWING = frozenset(
    {"death", "injury", "arrest", "missing", "case", "infection", "victim", "casualty", "person"}
)
_FAR = Decimal("1.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
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

    @property
    def side(self) -> tuple[Decimal, Decimal | None]:
        return self.figure.value, self.figure.second


def find(
    *,
    subjects: Sequence[FigureSubject],
    figures: Sequence[Sequence[Figure]],
    texts: Sequence[str],
    outlets: Sequence[str],
    published: Sequence[date | None],
) -> tuple[Discrepancy, ...]:
    """Return one discrepancy for each subject whose figures differ, in the order of the subjects.

    ``figures[i]``, ``texts[i]``, ``outlets[i]`` and ``published[i]`` belong to the article that the subjects'
    readings call ``i``. ``Discrepancy.subject`` is the index of the subject.
    """
    found = []
    for index, subject in enumerate(subjects):
        printed = [
            _Printed(
                reading=reading,
                figure=figures[reading.article][reading.figure],
                outlet=outlets[reading.article],
                text=reading.of(texts[reading.article]),
                published=published[reading.article],
            )
            for reading in subject.readings
        ]
        if discrepancy := _difference(index, subject, printed):
            found.append(discrepancy)
    return tuple(found)


def _difference(index: int, subject: FigureSubject, printed: Sequence[_Printed]) -> Discrepancy | None:
    sides: dict[tuple[Decimal, Decimal | None], list[_Printed]] = {}
    definite = [item for item in printed if not item.is_indefinite]
    for item in printed:
        # "Hundreds" beside 412 says less, not something else.
        if item.is_indefinite and any(_ranges_meet(item.figure, other.figure) for other in definite):
            continue
        sides.setdefault(item.side, []).append(item)
    if len(sides) < 2:
        return None
    verdicts = {
        _verdict(one, other)
        for first, second in combinations(sides.values(), 2)
        for one, other in product(first, second)
    }
    verdict = next(verdict for verdict in _GRAVEST_FIRST if verdict in verdicts)
    return Discrepancy(
        kind="figure",
        severity=_SEVERITIES[verdict],
        verdict=verdict,
        summary=_summary(subject, list(sides.values())),
        readings=tuple(
            Evidence(start=item.reading.start, end=item.reading.end, article=item.reading.article)
            for item in printed
            if item.side in sides
        ),
        subject=index,
    )


def _verdict(one: _Printed, other: _Printed) -> Verdict:
    if _scopes_differ(one, other):
        return "different scope"
    if _is_bound(one.figure) or _is_bound(other.figure):
        if _ranges_meet(one.figure, other.figure):
            return "compatible range"
    elif _rounded(one.figure, other.figure):
        return "rounded"
    elif _ranges_meet(one.figure, other.figure):
        return "compatible range"
    if _updated(one, other):
        return "updated since"
    return "contradicting"


def _scopes_differ(one: _Printed, other: _Printed) -> bool:
    """Two stated scopes differ when the days they name do; a scope that is not stated differs from none."""
    if one.figure.scope is None or other.figure.scope is None:
        return False
    named = [
        {mention.value for mention in dates.find(item.figure.scope or "", published=item.published)}
        for item in (one, other)
    ]
    return all(named) and named[0] != named[1]


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


def _ranges_meet(one: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _range(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return the values a printed figure leaves room for: "more than 300" is 300 to 450."""
    value, qualifier = figure.value, figure.qualifier or ""
    if figure.unit in {"vote", "score"}:
        return value, value
    if figure.second is not None:
        return min(value, figure.second), max(value, figure.second)
    if qualifier.endswith(_AT_LEAST_ENDS) or (qualifier.endswith(_AT_LEAST) and "no more" not in qualifier):
        return value, value * _FAR
    if qualifier.endswith(_AT_MOST):
        return (value / 2 if qualifier == "up to" else value * Decimal("0.9")), value
    if qualifier.endswith(_ABOUT):
        return value * Decimal("0.95"), value * Decimal("1.05")
    return value, value


def _updated(one: _Printed, other: _Printed) -> bool:
    """Say whether the later report, or later day that a figure holds for, counts more of what only grows."""
    for first, second in ((one.figure.as_of, other.figure.as_of), (one.published, other.published)):
        if first and second and first != second:
            earlier, later = (one, other) if first < second else (other, one)
            return later.figure.value > earlier.figure.value and _grows(one.figure) and _grows(other.figure)
    return False


def _grows(figure: Figure) -> bool:
    return bool(_GROWING & {*figure.subject_lemmas, concept(figure.unit or "")})


def _summary(subject: FigureSubject, sides: Sequence[Sequence[_Printed]]) -> str:
    parts = [
        f"{', '.join(dict.fromkeys(item.outlet for item in side))}: "
        f"{' '.join(filter(None, [side[0].figure.qualifier, side[0].text]))}"
        for side in sides
    ]
    return f"{subject.subject[:1].upper()}{subject.subject[1:]} — {'; '.join(parts)}."
