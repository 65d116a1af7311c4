"""Where outlets put different figures on one thing: one difference for each thing, with its verdict.

A   more than £576 million      B   £574 million        contradicting
A   £576 million                B   $731 million        converted currency
A   £576m ($731m)               B   $731 million        nothing: A prints B's amount too
A   hundreds of demonstrators   B   412 of them         nothing: the one says less, not something else

What a difference amounts to is told by ``figure_verdicts``.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from articles.analysis import figure_conversions
from articles.analysis.discrepancies import Discrepancy, Evidence, Severity, Verdict
from articles.analysis.figure_verdicts import PrintedFigure, ranges_meet, verdict_on
from articles.analysis.figures import Figure, FigureSubject

_GRAVEST_FIRST: tuple[Verdict, ...] = (
    "contradicting",
    "different scope",
    "updated since",
    "compatible range",
    "rounded",
    "converted currency",
    "converted unit",
)
_SEVERITIES: dict[Verdict, Severity] = {
    "contradicting": "high",
    "different scope": "medium",
    "updated since": "medium",
    "compatible range": "low",
    "rounded": "low",
    "converted currency": "low",
    "converted unit": "low",
}

_Side = tuple[Decimal, Decimal | None, str | None]


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
            PrintedFigure(
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


def _difference(index: int, subject: FigureSubject, printed: Sequence[PrintedFigure]) -> Discrepancy | None:
    sides: dict[_Side, list[PrintedFigure]] = {}
    definite = [item for item in printed if not item.is_indefinite]
    for item in printed:
        # "Hundreds" beside 412 says less, not something else.
        if item.is_indefinite and any(ranges_meet(item.figure, other.figure) for other in definite):
            continue
        sides.setdefault(_side(item), []).append(item)
    verdicts = _verdicts(sides, printed)
    if not verdicts:
        return None
    verdict = next(verdict for verdict in _GRAVEST_FIRST if verdict in verdicts.values())
    differing = {side: items for side, items in sides.items() if any(side in pair for pair in verdicts)}
    return Discrepancy(
        kind="figure",
        severity=_SEVERITIES[verdict],
        verdict=verdict,
        summary=_summary(subject, list(differing.values())),
        readings=tuple(
            Evidence(start=item.reading.start, end=item.reading.end, article=item.reading.article)
            for item in printed
            if _side(item) in differing
        ),
        subject=index,
    )


def _verdicts(
    sides: Mapping[_Side, Sequence[PrintedFigure]], printed: Sequence[PrintedFigure]
) -> dict[tuple[_Side, _Side], Verdict]:
    """Return the gravest verdict on each two sides that are to be compared."""
    rates = _printed_rates(printed)
    verdicts = {}
    for first, second in combinations(sides, 2):
        found = {
            verdict_on(one, other, rates=rates)
            for one, other in product(sides[first], sides[second])
            if not _print_a_common_unit(one, other, printed)
        }
        if found:
            verdicts[first, second] = min(found, key=_GRAVEST_FIRST.index)
    return verdicts


def _side(item: PrintedFigure) -> _Side:
    figure = item.figure
    return figure.value, figure.second, figure.unit if figure_conversions.dimension(figure.unit) else None


def _print_a_common_unit(one: PrintedFigure, other: PrintedFigure, printed: Sequence[PrintedFigure]) -> bool:
    """Say whether two figures in different units need not be compared, as their articles share a unit.

    One article that prints both is such a pair, too.
    """
    if _side(one)[2] == _side(other)[2]:
        return False
    mine, theirs = (
        {_side(item)[2] for item in printed if item.reading.article == figure.reading.article}
        for figure in (one, other)
    )
    return bool(mine & theirs)


def _printed_rates(printed: Sequence[PrintedFigure]) -> dict[tuple[str, str], Decimal]:
    """Return the exchange rates between the amounts of articles that print two: "£576m ($731m)"."""
    rates = {}
    for one, other in product(printed, repeat=2):
        mine, theirs = one.figure, other.figure
        if (
            one.reading.article == other.reading.article
            and mine.unit
            and theirs.unit
            and mine.unit != theirs.unit
            and mine.value
        ):
            rates[mine.unit, theirs.unit] = theirs.value / mine.value
    return rates


def _summary(subject: FigureSubject, sides: Sequence[Sequence[PrintedFigure]]) -> str:
    parts = [
        f"{', '.join(dict.fromkeys(item.outlet for item in side))}: "
        f"{' '.join(filter(None, [side[0].figure.qualifier, side[0].text]))}"
        for side in sides
    ]
    return f"{subject.subject[:1].upper()}{subject.subject[1:]} — {'; '.join(parts)}."
