"""The columns of a story's comparison: its articles, with whose report each one is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.analysis.copies import Origin as ReadOrigin
from articles.analysis.languages import ENGLISH, NAMES
from articles.analysis.passages import paragraphs
from articles.models import Article, Reading, Revision, Story
from articles.selectors.origins import ToldOrigin, told_origin
from articles.selectors.printings import PRINTING_FIELDS, Row, printing_groups, told_origins

_FIELDS = (
    "pk",
    "text",
    "language",
    "analysis_version",
    "article__outlet",
    "article__outlet_basis",
    "article__published",
    "article__extent",
    "article__copy_note",
    *PRINTING_FIELDS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An article as a column. ``copy_of`` is the outlet whose report it copies, as people know.

    ``origin`` is what its text tells of that, None where people know better. Articles of one ``group``, named
    by the article that stands for it, are one printing. ``text`` is that of its current ``revision``,
    ``is_read`` whether the machine has read it, ``foreign`` the language that it was not read for, empty for
    English; ``paragraph_starts`` are the offsets at which its paragraphs begin. A reference is no outlet's
    report, and counts as none.
    """

    article: int
    revision: int
    outlet: str
    outlet_id: int
    basis: str
    published: date | None
    extent: str
    copy_of: str
    copy_note: str
    origin: ToldOrigin | None
    group: int
    text: str
    is_read: bool
    is_reference: bool
    foreign: str
    paragraph_starts: tuple[int, ...]

    @property
    def copied(self) -> str:
        """Return whose report the article copies, as people know or its text tells; empty for its own."""
        if self.copy_of:
            return f"copy of {self.copy_of}"
        return f"{self.origin.relation} {self.origin.source}" if self.origin else ""

    @property
    def gap(self) -> str:
        """Return what a cell without a reading says."""
        if not self.is_read:
            return "Not read yet"
        if self.foreign:
            return f"Not read: the text is in {self.foreign}"
        return "Not printed" if self.extent == Article.Extent.FULL else "Not in the text we hold"

    @property
    def gap_kind(self) -> str:
        """Return which kind of gap that is: unread, unheld or unprinted."""
        if not self.is_read or self.foreign:
            return "unread"
        return "unprinted" if self.extent == Article.Extent.FULL else "unheld"

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph at an offset, counted from 1."""
        return max(1, bisect_right(self.paragraph_starts, offset))


def kind_in(column: Column, kind: str) -> str:
    """Return in words how a column prints a reading. A reference witness itself reports nobody."""
    if column.is_reference and kind == Reading.Kind.REPORTED:
        return "as in the reference"
    return str(Reading.Kind(kind).label)


def read_columns(story: Story) -> tuple[Column, ...]:
    """Return the columns in their order, in one query."""
    rows = list(
        Revision.objects.filter(article__story=story, is_current=True)
        .order_by("article__position", "article")
        .values(*_FIELDS)
    )
    outlets = [row["article__outlet__name"] for row in rows]
    origins = told_origins(rows)
    return tuple(
        _column(
            row,
            group=rows[group]["article"],
            origin=_told(origins[at], text=row["text"], outlets=outlets) if at in origins else None,
        )
        for at, (row, group) in enumerate(zip(rows, printing_groups(rows), strict=True))
    )


def _told(origin: ReadOrigin, *, text: str, outlets: Sequence[str]) -> ToldOrigin:
    return told_origin(origin, text=text, outlet="" if origin.other is None else outlets[origin.other])


def _column(row: Row, *, group: int, origin: ToldOrigin | None) -> Column:
    return Column(
        article=row["article"],
        revision=row["pk"],
        outlet=row["article__outlet__name"],
        outlet_id=row["article__outlet"],
        basis=row["article__outlet_basis"],
        published=row["article__published"],
        extent=row["article__extent"],
        copy_of=row["article__copy_of__name"] or "",
        copy_note=row["article__copy_note"],
        origin=origin,
        group=group,
        text=row["text"],
        is_read=row["analysis_version"] is not None,
        is_reference=row["article__is_reference"],
        foreign="" if row["language"] == ENGLISH else NAMES[row["language"]],
        paragraph_starts=tuple(paragraph.start for paragraph in paragraphs(row["text"])),
    )
