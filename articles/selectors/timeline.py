"""A story in time: when each outlet published, what was copied from whom, who carried a statement first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from articles.models import Revision, Story
from articles.selectors.coverage_source import CoveringOutlet, coverage_source
from articles.selectors.coverage_words import Words, words_of
from articles.selectors.timeline_copies import Copy, read_copies
from articles.selectors.timeline_firsts import First, Shared, counted, first_of, shared_statements
from articles.selectors.timeline_moments import UNDATED, Moment, delay, moment
from articles.selectors.timeline_picture import Picture, picture

FIRSTS_A_PAGE = 50
LEADS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """One text of an article that we hold, by its revision's number, and when it came."""

    number: int
    received: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An article in time: when it was published, and which texts of it came when, the first one first."""

    article: int
    outlet: str
    is_reference: bool
    moment: Moment
    texts: tuple[HeldText, ...]
    copy: Copy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyInTime:
    """A copy, who made it, and how long after what it copies; ``delay`` is empty where nobody knows."""

    copy: Copy
    outlet: str
    delay: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An outlet and how many statements it carried before all others that are dated."""

    outlet: str
    count: int
    per_cent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The story in time. ``firsts`` is one page of the ``shared`` statements that two outlets or more print.

    For ``told`` of those the dates tell who came first; in ``alone`` only one outlet is dated. ``words`` are
    theirs, by their keys.
    """

    picture: Picture | None
    publications: tuple[Publication, ...]
    copies: tuple[CopyInTime, ...]
    leads: tuple[Lead, ...]
    firsts: tuple[First, ...]
    words: dict[int, Words]
    shared: int
    told: int
    alone: int
    page: int
    pages: int


def timeline(story: Story, *, page: int = 1) -> Timeline:
    """Return the story in time, in seven queries. A page that does not exist gives the last."""
    source = coverage_source(story)
    texts = _held_texts(story)
    copies = read_copies(story)
    publications = _publications(source.outlets, texts, copies)
    rows = shared_statements(source)
    pages = max(1, -(-len(rows) // FIRSTS_A_PAGE))
    page = min(page, pages)
    shown = rows[(page - 1) * FIRSTS_A_PAGE : page * FIRSTS_A_PAGE]
    return Timeline(
        picture=picture(
            source.outlets,
            copies=copies,
            received={article: [text.received for text in held] for article, held in texts.items()},
        ),
        publications=publications,
        copies=tuple(_in_time(copy, publications) for copy in copies),
        leads=_leads(source.outlets, rows),
        firsts=tuple(first_of(row) for row in shown),
        words=words_of([row.statement.key for row in shown]),
        shared=len(rows),
        told=sum(row.is_told for row in rows),
        alone=sum(row.is_alone for row in rows),
        page=page,
        pages=pages,
    )


def _held_texts(story: Story) -> dict[int, list[HeldText]]:
    texts: dict[int, list[HeldText]] = defaultdict(list)
    for article, number, received in (
        Revision.objects.filter(article__story=story)
        .order_by("article", "number")
        .values_list("article", "number", "created_at")
    ):
        texts[article].append(HeldText(number=number, received=received))
    return texts


def _publications(
    outlets: tuple[CoveringOutlet, ...], texts: dict[int, list[HeldText]], copies: tuple[Copy, ...]
) -> tuple[Publication, ...]:
    copy_of = {copy.article: copy for copy in copies}
    return tuple(
        Publication(
            article=article.article,
            outlet=outlet.name,
            is_reference=outlet.is_reference,
            moment=moment(article.published, article.published_at),
            texts=tuple(texts[article.article]),
            copy=copy_of.get(article.article),
        )
        for outlet in outlets
        for article in outlet.articles
    )


def _in_time(copy: Copy, publications: tuple[Publication, ...]) -> CopyInTime:
    by_key = {publication.article: publication for publication in publications}
    own = by_key[copy.article]
    after = by_key[copy.of].moment if copy.of in by_key else UNDATED
    return CopyInTime(copy=copy, outlet=own.outlet, delay=delay(own.moment, after=after))


def _leads(outlets: tuple[CoveringOutlet, ...], rows: list[Shared]) -> tuple[Lead, ...]:
    """Return the outlets that were first with most statements."""
    names = {outlet.key: outlet.name for outlet in outlets if not outlet.is_reference}
    most = counted(rows).most_common(LEADS)
    return tuple(
        Lead(outlet=names[key], count=count, per_cent=round(100 * count / most[0][1])) for key, count in most
    )
