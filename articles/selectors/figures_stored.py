"""A story's figures as they are stored: what each article prints, and what the comparison found in them.

Everything is read in five queries beside the columns, however many figures there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from articles.analysis.figure_verdicts import Bound, bound_of
from articles.analysis.passages import Passage
from articles.models import Discrepancy, Figure, Omission, Revision, Story
from articles.selectors.comparison_columns import Column
from articles.selectors.stored_discrepancies import StoredDiscrepancy, read_discrepancies

_KINDS = (Discrepancy.Kind.FIGURE, Discrepancy.Kind.DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFigure(Passage):
    """A figure as one article prints it. ``column`` is its article's.

    ``second`` is the other end of a range or the other side of a vote; ``subject`` says in the article's own
    words what is counted, ``counted`` is the key of what other articles count too, ``counted_as`` its name.
    """

    column: Column
    value: Decimal
    second: Decimal | None
    unit: str
    qualifier: str
    scope: str
    as_of: date | None
    subject: str
    counted: int | None
    counted_as: str

    @property
    def printed(self) -> str:
        """Return the figure as printed, without its qualifier."""
        return " ".join(self.of(self.column.text).split())

    @property
    def bound(self) -> Bound:
        """Return whether the number is printed as at least, at most, about or exactly this."""
        return bound_of(self.qualifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFigures:
    """A story's figures in the order of the columns and of the print, and the differences among them.

    ``omitted`` are the passages of each revision that are not the article.
    """

    figures: tuple[StoredFigure, ...]
    differences: tuple[StoredDiscrepancy, ...]
    omitted: Mapping[int, Sequence[Passage]]


def read_figures(story: Story, *, columns: Sequence[Column]) -> StoredFigures:
    """Return what is stored of the figures that the columns' articles print."""
    by_revision = {column.revision: column for column in columns}
    return StoredFigures(
        figures=tuple(_figures(by_revision)),
        differences=read_discrepancies(story, kinds=_KINDS, columns=by_revision),
        omitted=_omitted(by_revision),
    )


def _figures(columns: Mapping[int, Column]) -> Iterable[StoredFigure]:
    seconds = _seconds(columns)
    order = {revision: at for at, revision in enumerate(columns)}
    rows = Figure.objects.filter(revision__in=columns).select_related("counted").order_by("start")
    for row in sorted(rows, key=lambda row: order[row.revision_id]):
        yield StoredFigure(
            start=row.start,
            end=row.end,
            column=columns[row.revision_id],
            value=row.value.normalize(),
            second=seconds.get((row.revision_id, row.start, row.end)),
            unit=row.unit,
            qualifier=row.qualifier,
            scope=" ".join(row.scope.split()),
            as_of=row.as_of,
            subject=" ".join(row.subject.split()),
            counted=row.counted_id,
            counted_as=" ".join(row.counted.subject.split()) if row.counted else "",
        )


def _seconds(columns: Mapping[int, Column]) -> dict[tuple[int, int, int], Decimal]:
    """Return the second numbers of figures that have one, which only the stored analysis keeps."""
    rows = Revision.objects.filter(pk__in=columns).values_list("pk", "analysis__figures")
    return {
        (revision, figure["start"], figure["end"]): Decimal(figure["second"])
        for revision, figures in rows
        for figure in figures or ()
        if figure.get("second") is not None
    }


def _omitted(columns: Mapping[int, Column]) -> dict[int, list[Passage]]:
    omitted: dict[int, list[Passage]] = defaultdict(list)
    rows = Omission.objects.filter(revision__in=columns).order_by("start")
    for revision, start, end in rows.values_list("revision", "start", "end"):
        omitted[revision].append(Passage(start=start, end=end))
    return omitted
