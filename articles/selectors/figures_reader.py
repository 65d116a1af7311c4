"""Stored figures set into their sentences, and gathered into the entries of the ledger."""

from collections import Counter
from collections.abc import Iterable, Sequence

from articles.analysis import figure_conversions
from articles.analysis.passages import Passage
from articles.selectors.column_counts import count_outlets
from articles.selectors.comparison_columns import Column
from articles.selectors.evidence import SentenceFinder
from articles.selectors.figures_entries import (
    AGREEING,
    ALIKE,
    DATED,
    FigureEntry,
    FigurePlace,
    LoneFigure,
    Printing,
    Side,
    kind_of,
)
from articles.selectors.figures_labels import Snippet, clause, name_of, snippet
from articles.selectors.figures_lines import Amount, LineMark, number_line
from articles.selectors.figures_stored import StoredFigure, StoredFigures
from articles.selectors.folding import folded
from articles.selectors.marked_text import Mark, cut
from articles.selectors.stored_discrepancies import StoredDiscrepancy

_LONGEST = 260
"""The most characters of a sentence that are shown on either side of a figure."""

_PUNCTUATION = ".,;:!?…\"')]"


class EntryReader:
    """Sets stored figures into their sentences."""

    def __init__(self, stored: StoredFigures, *, columns: Iterable[Column]) -> None:
        self._finders = {
            column.article: SentenceFinder(column.text, omitted=stored.omitted.get(column.revision, ()))
            for column in columns
        }

    def entry(self, readings: Sequence[StoredFigure], difference: StoredDiscrepancy | None) -> FigureEntry:
        """Return what several articles print of one thing, with the discrepancy found in it."""
        first = readings[0]
        sides = self._sides(readings)
        verdict = difference.verdict if difference else AGREEING
        line = (
            number_line([_amount(side[0]) for side in sides], alike=verdict in ALIKE)
            if len(sides) > 1
            else None
        )
        order = sorted(range(len(sides)), key=lambda at: line.marks[at].at if line else 0)
        return FigureEntry(
            anchor=f"figure-{first.column.article}-{first.start}",
            name=name_of(readings),
            words=self._words(first.column, first),
            clause=self._clause(first.column, first),
            kind=kind_of(first.unit),
            verdict=verdict,
            discrepancy=difference.key if difference else None,
            status=difference.status if difference else "",
            status_label=difference.status_label if difference else "",
            sides=tuple(self._side(sides[at], mark=line.marks[at] if line else None) for at in order),
            line=line,
            outlets=count_outlets(reading.column for reading in readings),
        )

    def dated(self, difference: StoredDiscrepancy) -> FigureEntry:
        """Return what several articles print of one date."""
        (column, first), *_ = difference.places
        sides: dict[str, list[FigurePlace]] = {}
        for its_column, passage in difference.places:
            place = self._place(its_column, passage)
            sides.setdefault(place.printed.casefold(), []).append(place)
        return FigureEntry(
            anchor=f"date-{column.article}-{first.start}",
            name="",
            words=self._words(column, first),
            clause=self._clause(column, first),
            kind="date",
            verdict=difference.verdict or DATED,
            discrepancy=difference.key,
            status=difference.status,
            status_label=difference.status_label,
            sides=tuple(
                Side(
                    printed=places[0].printed,
                    qualifier="",
                    limits=(),
                    as_of=(),
                    mark=None,
                    printings=_printings(places),
                )
                for places in sides.values()
            ),
            line=None,
            outlets=count_outlets(its_column for its_column, _ in difference.places),
        )

    def alone(self, figures: Iterable[StoredFigure], *, words: str) -> tuple[LoneFigure, ...]:
        """Return an article's own figures in printed order, those with the same next word as one.

        Only those are kept that stand among the words, which are folded.
        """
        found: dict[tuple[str, str], list[tuple[StoredFigure, Snippet]]] = {}
        for figure in figures:
            around = self._words(figure.column, figure)
            if words in folded(around.whole):
                following = (folded(around.after).split() or [""])[0].strip(_PUNCTUATION)
                found.setdefault((folded(around.figure), following), []).append((figure, around))
        return tuple(self._lone(same) for same in found.values())

    def _lone(self, same: Sequence[tuple[StoredFigure, Snippet]]) -> LoneFigure:
        (first, words), *others = same
        return LoneFigure(
            start=first.start,
            end=first.end,
            kind=kind_of(first.unit),
            words=words,
            again=tuple((figure.column.paragraph(figure.start), figure) for figure, _ in others),
        )

    def _sides(self, readings: Sequence[StoredFigure]) -> list[list[StoredFigure]]:
        sides: dict[tuple[object, ...], list[StoredFigure]] = {}
        for reading in readings:
            unit = reading.unit if figure_conversions.dimension(reading.unit) else ""
            sides.setdefault((reading.value, reading.second, unit, reading.bound), []).append(reading)
        return list(sides.values())

    def _side(self, readings: Sequence[StoredFigure], *, mark: LineMark | None) -> Side:
        """Return one side, headed by the print that most of its readings have."""
        printed = Counter((reading.qualifier, reading.printed) for reading in readings)
        qualifier, figure = printed.most_common(1)[0][0]
        return Side(
            printed=figure,
            qualifier=qualifier,
            limits=tuple(dict.fromkeys(reading.scope for reading in readings if reading.scope)),
            as_of=tuple(dict.fromkeys(reading.as_of for reading in readings if reading.as_of)),
            mark=mark,
            printings=_printings(self._place(reading.column, reading) for reading in readings),
        )

    def _place(self, column: Column, passage: Passage) -> FigurePlace:
        paragraph, sentence = self._finders[column.article].around(passage)
        shown = _near(passage, sentence=sentence, text=column.text)
        mark = Mark(start=passage.start, end=passage.end, layer="figure")
        return FigurePlace(
            start=passage.start,
            end=passage.end,
            column=column,
            printed=" ".join(passage.of(column.text).split()),
            paragraph=paragraph,
            runs=cut(column.text, within=shown, marks=[mark]),
            goes_before=sentence.start < shown.start,
            goes_on=shown.end < sentence.end,
        )

    def _words(self, column: Column, passage: Passage) -> Snippet:
        _, sentence = self._finders[column.article].around(passage)
        return snippet(column.text, passage, sentence=sentence)

    def _clause(self, column: Column, passage: Passage) -> Snippet:
        _, sentence = self._finders[column.article].around(passage)
        return clause(column.text, passage, sentence=sentence)


def _amount(reading: StoredFigure) -> Amount:
    return Amount(value=reading.value, second=reading.second, unit=reading.unit, bound=reading.bound)


def _printings(places: Iterable[FigurePlace]) -> tuple[Printing, ...]:
    by_article: dict[int, list[FigurePlace]] = {}
    for place in places:
        by_article.setdefault(place.column.article, []).append(place)
    return tuple(Printing(column=found[0].column, places=tuple(found)) for found in by_article.values())


def _near(passage: Passage, *, sentence: Passage, text: str) -> Passage:
    """Return what to show of a sentence: all of it, but of a very long one the words next to the passage."""
    start, end = sentence.start, sentence.end
    if passage.start - start > _LONGEST:
        start = passage.start - len(text[passage.start - _LONGEST : passage.start].split(None, 1)[-1])
    if end - passage.end > _LONGEST:
        end = passage.end + len(text[passage.end : passage.end + _LONGEST].rsplit(None, 1)[0])
    return Passage(start=min(start, passage.start), end=max(end, passage.end))
