"""The ledger of a story's figures: what is counted, who prints which number, and what the difference is.

every figure and date that two articles print      the gravest difference first
figures that one outlet alone prints               by outlet
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.models import Discrepancy, Story
from articles.selectors.column_counts import count_outlets, unread
from articles.selectors.comparison_columns import Column, read_columns
from articles.selectors.figures_choices import ALONE, VERDICTS, FiguresWanted
from articles.selectors.figures_entries import FigureEntry, LoneFigure
from articles.selectors.figures_reader import EntryReader
from articles.selectors.figures_stored import StoredFigure, StoredFigures, read_figures
from articles.selectors.folding import folded
from articles.selectors.stored_discrepancies import StoredDiscrepancy


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCount:
    """How many entries have a verdict, the other choices applied. An empty verdict is all of them."""

    verdict: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletAlone:
    """The figures that one article alone prints."""

    column: Column
    figures: tuple[LoneFigure, ...]

    @property
    def count(self) -> int:
        """Count the figures, each once however often it is printed."""
        return len(self.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresLedger:
    """A story's figures as its page shows them.

    Whatever the choices: ``together`` counts the things that two articles or more put a number or date on,
    ``single`` the figures that one alone prints, ``printed`` all figures as often as they are printed.
    ``outlets`` are the story's, ``unread`` the articles of which nothing is known, since they wait or are in
    another language.
    """

    entries: tuple[FigureEntry, ...]
    alone: tuple[OutletAlone, ...]
    counts: tuple[VerdictCount, ...]
    together: int
    single: int
    printed: int
    outlets: int
    columns: tuple[Column, ...]
    unread: tuple[Column, ...]

    @property
    def total(self) -> int:
        """Count all that is counted or dated."""
        return self.together + self.single

    @property
    def shown(self) -> int:
        """Count what the choices leave of it."""
        return len(self.entries) + _count_alone(self.alone)

    @property
    def forms(self) -> frozenset[str]:
        """Return the forms of the marks that stand on the entries' lines."""
        return frozenset(side.mark.form for entry in self.entries for side in entry.sides if side.mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresSource:
    """What the ledger is made of, read once: what a form may ask for depends on it, too."""

    columns: tuple[Column, ...]
    stored: StoredFigures


def figures_source(story: Story) -> FiguresSource:
    """Read a story's columns and figures, in six queries."""
    columns = read_columns(story)
    return FiguresSource(columns=columns, stored=read_figures(story, columns=columns))


def figures_ledger(source: FiguresSource, *, wanted: FiguresWanted) -> FiguresLedger:
    """Return the ledger with what the choices leave of it."""
    reader = EntryReader(source.stored, columns=source.columns)
    grouped, single = _grouped(source.stored.figures)
    entries = _entries(source.stored, grouped, reader)
    fitting = [entry for entry in entries if _fits(entry, wanted)]
    alone = _alone(single, source.columns, reader, wanted)
    return FiguresLedger(
        entries=_ordered([entry for entry in fitting if wanted.verdict in ("", entry.verdict)], wanted.order),
        alone=alone if wanted.verdict in ("", ALONE) else (),
        counts=_counts(fitting, alone, wanted),
        together=len(entries),
        single=_count_alone(_alone(single, source.columns, reader, FiguresWanted())),
        printed=len(source.stored.figures),
        outlets=count_outlets(source.columns),
        columns=source.columns,
        unread=unread(source.columns),
    )


def _grouped(figures: Sequence[StoredFigure]) -> tuple[list[list[StoredFigure]], list[StoredFigure]]:
    """Part the figures that several articles have in common from those that one has alone."""
    together: dict[int, list[StoredFigure]] = {}
    for figure in figures:
        if figure.counted is not None:
            together.setdefault(figure.counted, []).append(figure)
    shared = {
        key for key, readings in together.items() if len({reading.column.article for reading in readings}) > 1
    }
    return (
        [readings for key, readings in together.items() if key in shared],
        [figure for figure in figures if figure.counted not in shared],
    )


def _entries(
    stored: StoredFigures, grouped: Iterable[Sequence[StoredFigure]], reader: EntryReader
) -> list[FigureEntry]:
    found: dict[int, StoredDiscrepancy] = {
        difference.counted: difference for difference in stored.differences if difference.counted is not None
    }
    return [
        *(reader.entry(readings, found.get(readings[0].counted or 0)) for readings in grouped),
        *(
            reader.dated(difference)
            for difference in stored.differences
            if difference.kind == Discrepancy.Kind.DATE and difference.places
        ),
    ]


def _fits(entry: FigureEntry, wanted: FiguresWanted) -> bool:
    if wanted.kind and wanted.kind != entry.kind:
        return False
    if wanted.outlet and wanted.outlet not in {column.outlet_id for column in entry.columns}:
        return False
    words = folded(wanted.words)
    return words in folded(entry.name) or any(
        words in folded("".join(run.text for run in place.runs))
        for side in entry.sides
        for printing in side.printings
        for place in printing.places
    )


def _ordered(entries: Iterable[FigureEntry], order: str) -> tuple[FigureEntry, ...]:
    gravity = {verdict: at for at, verdict in enumerate(VERDICTS)}
    if order == "story":
        return tuple(entries)
    if order == "outlets":
        return tuple(sorted(entries, key=lambda entry: (-entry.outlets, gravity[entry.verdict])))
    return tuple(
        sorted(entries, key=lambda entry: (gravity[entry.verdict], _is_settled(entry), -entry.outlets))
    )


def _is_settled(entry: FigureEntry) -> bool:
    return entry.status == Discrepancy.Status.DISMISSED


def _alone(
    figures: Sequence[StoredFigure], columns: Iterable[Column], reader: EntryReader, wanted: FiguresWanted
) -> tuple[OutletAlone, ...]:
    words = folded(wanted.words)
    by_column: dict[int, list[StoredFigure]] = {}
    for figure in figures:
        by_column.setdefault(figure.column.article, []).append(figure)
    found = []
    for column in columns:
        if wanted.outlet and wanted.outlet != column.outlet_id:
            continue
        lone = [
            figure
            for figure in reader.alone(by_column.get(column.article, ()), words=words)
            if wanted.kind in ("", figure.kind)
        ]
        if lone:
            found.append(OutletAlone(column=column, figures=tuple(lone)))
    return tuple(found)


def _counts(
    fitting: Sequence[FigureEntry], alone: Iterable[OutletAlone], wanted: FiguresWanted
) -> tuple[VerdictCount, ...]:
    """Count the verdicts that occur; contradicting ones always, so that it is said when there are none."""
    by_verdict = Counter(entry.verdict for entry in fitting)
    by_verdict[ALONE] = _count_alone(alone)
    always = {"contradicting", wanted.verdict}
    return (
        VerdictCount(verdict="", label="All", count=len(fitting) + by_verdict[ALONE]),
        *(
            VerdictCount(verdict=verdict, label=label, count=by_verdict[verdict])
            for verdict, label in VERDICTS.items()
            if by_verdict[verdict] or verdict in always
        ),
    )


def _count_alone(alone: Iterable[OutletAlone]) -> int:
    return sum(one.count for one in alone)
