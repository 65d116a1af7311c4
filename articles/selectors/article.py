"""One article for reading: its text as printed, everything the machine read marked in it, notes beside it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from django.db.models import Prefetch, QuerySet

from articles.analysis.passages import Passage
from articles.models import Article, Origin, Revision
from articles.selectors.article_facts import ArticleFacts, article_facts
from articles.selectors.article_notes import Name, Notes, OmissionNote, QuoteNote, ReportNote, read_notes
from articles.selectors.marked_text import Mark, MarkedParagraph, Run, mark_paragraphs
from articles.selectors.warned_places import WarnedPlace, warned_places

NoteT = TypeVar("NoteT", QuoteNote, ReportNote, OmissionNote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its marks, and the notes on what starts in it."""

    number: int
    runs: tuple[Run, ...]
    quotes: tuple[QuoteNote, ...]
    reports: tuple[ReportNote, ...]
    omissions: tuple[OmissionNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionEntry:
    """One of the texts that we hold of the article."""

    number: int
    received: datetime
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article in one of its revisions, ready to be set."""

    facts: ArticleFacts
    revision: RevisionEntry
    text_hash: str
    words: int
    revisions: tuple[RevisionEntry, ...]
    paragraphs: tuple[Paragraph, ...]
    names: tuple[Name, ...]
    quotes: int
    review: int
    figures: int
    omissions: int
    warnings: tuple[WarnedPlace, ...]
    is_cited: bool


def article_page(article: Article, *, number: int | None = None, cited: Passage | None = None) -> ArticlePage:
    """Return the article in its revision of that number, or in its current one.

    ``cited`` is a passage that a link points at; it is marked as such where the text reaches so far.
    Raises Revision.DoesNotExist where there is no such revision.
    """
    revision = _revision(article.revisions.all(), number)
    notes = read_notes(revision)
    text = revision.text
    cited = cited if cited and cited.end <= len(text) and cited.of(text).strip() else None
    citation = [Mark(start=cited.start, end=cited.end, layer="cited", anchor="passage")] if cited else []
    marked = mark_paragraphs(text, marks=[*notes.marks, *citation])
    place = _paragraph_finder(marked)
    return ArticlePage(
        facts=article_facts(article, revision=revision),
        revision=_revision_entry(revision),
        text_hash=revision.text_hash,
        words=len(text.split()),
        revisions=tuple(
            map(_revision_entry, article.revisions.defer("text", "analysis").order_by("-number"))
        ),
        paragraphs=_with_notes(marked, notes, place),
        names=notes.names,
        quotes=len(notes.quotes),
        review=sum(quote.review for quote in notes.quotes),
        figures=notes.figures,
        omissions=len(notes.omissions),
        warnings=warned_places(revision),
        is_cited=bool(cited),
    )


def _revision(revisions: QuerySet[Revision], number: int | None) -> Revision:
    held = revisions.prefetch_related(Prefetch("origins", Origin.objects.select_related("other__outlet")))
    return held.get(is_current=True) if number is None else held.get(number=number)


def _paragraph_finder(marked: Sequence[MarkedParagraph]) -> Callable[[int], int]:
    """Return a function from an offset to the number of the paragraph it stands in or before."""
    ends = [paragraph.end for paragraph in marked]
    return lambda offset: min(bisect_right(ends, offset), len(ends) - 1) + 1


def _with_notes(
    marked: Sequence[MarkedParagraph], notes: Notes, place: Callable[[int], int]
) -> tuple[Paragraph, ...]:
    quotes = _by_paragraph(notes.quotes, place)
    reports = _by_paragraph(notes.reports, place)
    omissions = _by_paragraph(notes.omissions, place)
    return tuple(
        Paragraph(
            number=one.number,
            runs=one.runs,
            quotes=tuple(replace(quote, last_paragraph=place(quote.end - 1)) for quote in quotes[one.number]),
            reports=tuple(reports[one.number]),
            omissions=tuple(omissions[one.number]),
        )
        for one in marked
    )


def _by_paragraph(notes: Iterable[NoteT], place: Callable[[int], int]) -> dict[int, list[NoteT]]:
    found: dict[int, list[NoteT]] = defaultdict(list)
    for note in notes:
        found[place(note.start)].append(note)
    return found


def _revision_entry(revision: Revision) -> RevisionEntry:
    return RevisionEntry(number=revision.number, received=revision.created_at, is_current=revision.is_current)
