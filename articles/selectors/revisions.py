"""The dated texts of one article, and what changed from one of them to another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import groupby, zip_longest

from django.core.paginator import Paginator

from articles.analysis.languages import ENGLISH
from articles.analysis.revision_changes import Change, changes
from articles.models import Article, Revision
from articles.selectors.revision_quotes import QuoteChange, quote_changes

ON_A_PAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCounts:
    """What changed, in numbers. ``slight`` counts the changed paragraphs with nothing but slight changes."""

    changed: int
    slight: int
    added: int
    removed: int
    moved: int
    words_added: int
    words_removed: int

    @property
    def is_nothing(self) -> bool:
        """Say whether nothing but white space differs."""
        return not (self.changed or self.added or self.removed or self.moved)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionEntry:
    """One text of an article. ``counts`` is what changed since the one before; None for the first."""

    number: int
    received: datetime
    is_current: bool
    words: int
    text_hash: str
    counts: ChangeCounts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionPage:
    """A page of an article's texts, the newest first; one of ``pages``."""

    entries: tuple[RevisionEntry, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring paragraphs: ``folded`` ones stayed as they were, and there is more than one of them."""

    changes: tuple[Change, ...]
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of an article from an older text to a newer one.

    ``quotes`` is None where the machine has not read both texts, and ``later`` how long after the older one
    the newer one came.
    """

    older: RevisionEntry
    newer: RevisionEntry
    later: timedelta
    counts: ChangeCounts
    quotes: tuple[QuoteChange, ...] | None
    stretches: tuple[Stretch, ...]


def revision_numbers(article: Article) -> tuple[int, ...]:
    """Return the numbers of the article's texts, the first one first."""
    return tuple(article.revisions.order_by("number").values_list("number", flat=True))


def revision_page(article: Article, *, page: str | int = 1) -> RevisionPage:
    """Return a page of the article's texts, the newest first; a page that there is none of is the nearest."""
    texts = article.revisions.defer("analysis").order_by("-number")
    pages = Paginator(texts, ON_A_PAGE)
    wanted = pages.get_page(page).number
    first = ON_A_PAGE * (wanted - 1)
    held = list(texts[first : first + ON_A_PAGE + 1])
    entries = [_entry(one, older) for one, older in zip_longest(held, held[1:])]
    return RevisionPage(entries=tuple(entries[:ON_A_PAGE]), number=wanted, pages=pages.num_pages)


def compared_revisions(article: Article, *, older: int, newer: int) -> Comparison:
    """Return what changed between two of the article's texts, given by their numbers."""
    texts = article.revisions.defer("analysis").filter(number__in=[older, newer]).order_by("number")
    one, other = texts
    found = changes(one.text, other.text)
    is_read = all(text.analysis_version is not None and text.language == ENGLISH for text in (one, other))
    return Comparison(
        older=_entry(one, None),
        newer=_entry(other, None),
        later=other.created_at - one.created_at,
        counts=count_changes(found),
        quotes=quote_changes(one, other) if is_read else None,
        stretches=tuple(_stretches(found)),
    )


def count_changes(found: Iterable[Change]) -> ChangeCounts:
    """Return changes in numbers."""
    found = list(found)
    kinds = Counter(change.kind for change in found)
    words = Counter[str]()
    for change in found:
        for piece in change.pieces:
            if not piece.slight:
                words[piece.kind] += len(piece.text.split())
    return ChangeCounts(
        changed=kinds["changed"],
        slight=sum(change.kind == "changed" and _is_slight(change) for change in found),
        added=kinds["added"],
        removed=kinds["removed"],
        moved=kinds["moved"],
        words_added=words["added"],
        words_removed=words["removed"],
    )


def _is_slight(change: Change) -> bool:
    return all(piece.slight for piece in change.pieces if piece.kind != "same")


def _entry(revision: Revision, older: Revision | None) -> RevisionEntry:
    return RevisionEntry(
        number=revision.number,
        received=revision.created_at,
        is_current=revision.is_current,
        words=len(revision.text.split()),
        text_hash=revision.text_hash,
        counts=_counts(older.text, revision.text) if older else None,
    )


@lru_cache(maxsize=64)
def _counts(older: str, newer: str) -> ChangeCounts:
    """Count once: a text that was received never changes."""
    return count_changes(changes(older, newer))


def _stretches(found: Sequence[Change]) -> Iterable[Stretch]:
    for is_same, group in groupby(found, key=lambda change: change.kind == "same"):
        together = tuple(group)
        if is_same and len(together) > 1:
            yield Stretch(changes=together, folded=True)
        else:
            yield from (Stretch(changes=(change,), folded=False) for change in together)
