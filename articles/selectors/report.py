"""A story's comparison for paper and for citing: witnesses, rows with their apparatus, discrepancies.

The choices are those of Compare, so that a report shows what its reader had on the screen. Unlike there, all
the rows stand on one page: what is cut off on paper is lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.models import Story
from articles.selectors.comparison_arrangement import Unshown, arranged, unshown
from articles.selectors.comparison_base import Base, chosen_base
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_columns import kind_in
from articles.selectors.comparison_filter import is_wanted
from articles.selectors.comparison_forms import HeldAgainst
from articles.selectors.comparison_marks import Piece, as_printed
from articles.selectors.comparison_order import ordered
from articles.selectors.comparison_rows import speaker_of
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement
from articles.selectors.discrepancies import DiscrepancyEntry, DiscrepancyFilter, list_discrepancies
from articles.selectors.report_apparatus import Entry, apparatus
from articles.selectors.report_witnesses import Witness, labels_of, read_witnesses


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedReading:
    """Where one outlet prints a row, as what kind of reading; ``words`` only where they are its own."""

    label: str
    kind: str
    paragraph: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Why some outlets have no reading, and which."""

    reason: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A row: the base's words in ``pieces``, who else prints it and where the words differ.

    ``base`` is None where the words are those of the majority; ``falls_back`` tells that another witness
    stands in for the base. ``possible`` are outlets of which the machine is not sure, ``discrepancies`` the
    numbers of the report's list.
    """

    key: int
    number: int
    heading: str
    speaker: str
    is_named: bool
    pieces: tuple[Piece, ...]
    base: PrintedReading | None
    falls_back: bool
    others: tuple[PrintedReading, ...]
    entries: tuple[Entry, ...]
    possible: tuple[str, ...]
    gaps: tuple[Gap, ...]
    discrepancies: tuple[int, ...]

    @property
    def in_other_words(self) -> tuple[PrintedReading, ...]:
        """Return the reports in words of their own, which have no place in the apparatus."""
        return tuple(reading for reading in self.others if reading.words)

    @property
    def differs(self) -> bool:
        """Say whether any outlet's words are not the base's."""
        return bool(self.entries or self.in_other_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report. ``base`` names what the others are compared with, ``total`` counts all the rows of
    the story, ``discrepancies`` are numbered from 1 in their order.
    """

    choices: Choices
    base: str
    has_majority: bool
    witnesses: tuple[Witness, ...]
    unshown: Unshown
    rows: tuple[ReportRow, ...]
    total: int
    discrepancies: tuple[DiscrepancyEntry, ...]


def report(story: Story, *, source: Source, choices: Choices) -> Report:
    """Return the report that the choices ask for."""
    shown = arranged(source, choices=choices)
    wanted = [one for one in shown.statements if is_wanted(one, source=shown, choices=choices)]
    listed = _discrepancies(story, statements=wanted if choices.filters else None)
    frame = _Frame(
        source=shown,
        base=chosen_base(shown, choices=choices),
        choices=choices,
        labels=labels_of(shown.columns),
        number_of={entry.pk: number for number, entry in enumerate(listed, start=1)},
    )
    headed = ordered(wanted, source=shown, by=choices.by)
    rows = [_row(statement, heading=heading, frame=frame) for heading, statement in headed]
    return Report(
        choices=choices,
        base=frame.labels[frame.base.column] if frame.labels else "",
        has_majority=frame.base.is_majority,
        witnesses=read_witnesses(story, columns=shown.columns, shown=shown.shown),
        unshown=unshown(source, shown=shown, choices=choices),
        rows=tuple(row for row in rows if row.differs or not choices.changes_only),
        total=len(source.statements),
        discrepancies=listed,
    )


def _discrepancies(
    story: Story, *, statements: Iterable[StoredStatement] | None
) -> tuple[DiscrepancyEntry, ...]:
    """Return the story's discrepancies, or only those that the statements are flagged with."""
    found = list_discrepancies(story, wanted=DiscrepancyFilter()).found
    if statements is None:
        return found
    flagged = {flag.key for statement in statements for flag in statement.flags}
    return tuple(entry for entry in found if entry.pk in flagged)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What the rows have in common."""

    source: Source
    base: Base
    choices: Choices
    labels: tuple[str, ...]
    number_of: Mapping[int, int]

    def printed(self, reading: StoredReading, *, is_retold: bool = False) -> PrintedReading:
        """Return where a reading stands; what it prints only where it is told in words of its own."""
        column = self.source.columns[reading.column]
        return PrintedReading(
            label=self.labels[reading.column],
            kind=kind_in(column, reading.kind),
            paragraph=column.paragraph(reading.start),
            words=reading.context.of(column.text).strip() if is_retold else "",
        )


def _row(statement: StoredStatement, *, heading: str, frame: _Frame) -> ReportRow:
    held = HeldAgainst(statement, source=frame.source, base=frame.base)
    base = held.base
    others = [one for one in statement.readings if one.key != base.reading.key and not one.suggested]
    compared = apparatus(
        [one for one in others if one.column != base.column],
        held=held,
        columns=frame.source.columns,
        labels=frame.labels,
        show=frame.choices.show,
    )
    retold = {one.key for one in compared.other_words}
    suggested = (frame.labels[one.column] for one in statement.readings if one.suggested)
    return ReportRow(
        key=statement.key,
        number=statement.number,
        heading=heading,
        speaker=speaker_of(statement),
        is_named=bool(statement.speaker),
        pieces=base.majority.pieces if base.majority else as_printed(base.reading, text=base.text).pieces,
        base=None if base.majority else frame.printed(base.reading),
        falls_back=not base.is_chosen and bool(others),
        others=tuple(frame.printed(one, is_retold=one.key in retold) for one in others),
        entries=compared.entries,
        possible=tuple(dict.fromkeys(suggested)),
        gaps=_gaps(statement, frame=frame),
        discrepancies=tuple(
            frame.number_of[flag.key] for flag in statement.flags if flag.key in frame.number_of
        ),
    )


def _gaps(statement: StoredStatement, *, frame: _Frame) -> tuple[Gap, ...]:
    printing = {reading.column for reading in statement.readings}
    lacking: dict[str, list[str]] = {}
    for at in frame.source.shown:
        if at not in printing:
            lacking.setdefault(frame.source.columns[at].gap, []).append(frame.labels[at])
    return tuple(Gap(reason=reason, labels=tuple(outlets)) for reason, outlets in lacking.items())
