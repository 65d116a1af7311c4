"""The entries of the ledger of figures: one thing that is counted or dated, and who prints what of it.

    Licences for weapons exports to Israel           contradicting, open
        £574 million, since 2008                     Quds News Network, in its sentence
        more than £576 million, Since 2008           NewsChain, in its sentence

Articles that print the same number with the same bound are one side.
"""

from dataclasses import dataclass
from datetime import date

from articles.analysis import figure_conversions
from articles.analysis.figure_subjects import TIME_UNITS
from articles.analysis.passages import Passage
from articles.selectors.comparison_columns import Column
from articles.selectors.figures_labels import Snippet, tells
from articles.selectors.figures_lines import LineMark, NumberLine
from articles.selectors.marked_text import Run

AGREEING = "agreeing"
DATED = "dated differently"
ALIKE = frozenset({"rounded", "converted currency", "converted unit"})
"""Verdicts that take two figures for one number."""

KINDS = {
    "money": "Money",
    "percent": "Percentages",
    "count": "People and things",
    "measure": "Measures",
    "time": "Times and ages",
    "order": "Ranks",
    "date": "Dates",
}
"""What a figure may be of, and how the pages call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlace(Passage):
    """Where one article prints a figure or a date: ``runs`` are its sentence, the figure marked in it.

    A very long sentence ``goes_before`` or ``goes_on`` beyond what is shown of it.
    """

    column: Column
    printed: str
    paragraph: int
    runs: tuple[Run, ...]
    goes_before: bool
    goes_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One article's places of a figure, in printed order."""

    column: Column
    places: tuple[FigurePlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the figures that are printed, with all who print it. ``mark`` is its place on the line.

    ``limits`` are what the count is said to hold for: "since 2008", the day of the count.
    """

    printed: str
    qualifier: str
    limits: tuple[str, ...]
    as_of: tuple[date, ...]
    mark: LineMark | None
    printings: tuple[Printing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """One thing that articles put a figure or a date on.

    ``anchor`` names it by its first passage, so that a link holds after the next comparison. ``name`` is
    empty where the print does not bear out what the machine calls it; ``words`` are the printed ones around
    the figure in any case, ``clause`` those that head the entry where the name does not.
    ``verdict`` is AGREEING where no discrepancy was found; ``discrepancy``, ``status`` and ``status_label``
    are empty then. ``sides`` stand in the order of the line, or of the print where there is none.
    ``outlets`` counts those that print it, reference witnesses aside.
    """

    anchor: str
    name: str
    words: Snippet
    clause: Snippet
    kind: str
    verdict: str
    discrepancy: int | None
    status: str
    status_label: str
    sides: tuple[Side, ...]
    line: NumberLine | None
    outlets: int

    @property
    def is_named(self) -> bool:
        """Say whether the name alone tells what is counted."""
        return tells(self.name)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of the articles that print it, in no order."""
        printed = {one.column.article: one.column for side in self.sides for one in side.printings}
        return tuple(printed.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneFigure(Passage):
    """A figure that one outlet alone prints, with the words around its first place.

    ``again`` are its other places with the same next word, by the numbers of their paragraphs.
    """

    kind: str
    words: Snippet
    again: tuple[tuple[int, Passage], ...]

    @property
    def count(self) -> int:
        """Count its places."""
        return 1 + len(self.again)


def kind_of(unit: str) -> str:
    """Return what a figure with this unit is of, by its key in KINDS."""
    if unit in ("percent", "ordinal"):
        return {"percent": "percent", "ordinal": "order"}[unit]
    if unit in TIME_UNITS or unit == "year-old":
        return "time"
    match figure_conversions.dimension(unit):
        case None:
            return "count"
        case "money":
            return "money"
        case _:
            return "measure"
