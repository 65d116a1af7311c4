"""Articles that a search finds by their text, each with the paragraph that shows best what was found."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import Count, F

from articles.analysis.passages import Passage, paragraphs
from articles.models import ArticleWords
from articles.selectors.marked_text import Run, cut
from articles.selectors.search_filter import Wanted, fitting_articles
from articles.selectors.search_marks import as_marks, found_places, headline, stretch_around
from articles.selectors.search_query import Query

RANKED_AT_MOST = 1000
"""Of more articles than these the newest come first: to rank each would take longer than anybody waits."""

SHOWN_LENGTH = 420
"""Characters of a paragraph that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """One article, and a stretch of its text with the found words marked. ``places`` counts them all."""

    article: int
    title: str
    outlet: str
    published: date | None
    is_reference: bool
    story_slug: str
    story_title: str
    paragraph: int
    start: int
    end: int
    runs: tuple[Run, ...]
    opens: bool
    closes: bool
    places: int


def count_articles(wanted: Wanted) -> dict[str, int]:
    """Count the articles that fit by their own words and by all of them, in one query."""
    counted = fitting_articles(wanted).order_by().values_list("part").annotate(count=Count("pk"))
    with _by_the_index():
        return {part.value: 0 for part in ArticleWords.Part} | dict(counted)


def can_rank(count: int) -> bool:
    """Say whether the best of so many articles can be found in a moment."""
    return count <= RANKED_AT_MOST


def show_articles(wanted: Wanted, *, part: str, count: int, rows: slice) -> tuple[FoundArticle, ...]:
    """Return some of the ``count`` articles that fit, best or newest first, in one query."""
    day = F("revision__article__published")
    fitting = fitting_articles(wanted).filter(part=part)
    if can_rank(count):
        fitting = fitting.annotate(rank=wanted.query.rank("vector")).order_by(*wanted.in_order(day), "pk")
    else:
        fitting = fitting.order_by(day.desc(nulls_last=True), "pk")
    shown = fitting.annotate(told=headline("words", wanted.query.wanted)).select_related(
        "revision__article__outlet", "revision__article__story"
    )
    with _by_the_index():
        return tuple(_article(words, query=wanted.query) for words in shown.defer("words", "vector")[rows])


@contextmanager
def _by_the_index() -> Iterator[None]:
    """Keep the database from reading every article's words.

    Its planner takes that for cheap, since it does not count that long values lie outside their rows and have
    to be fetched; with half a million words it takes a hundred times as long as the index.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def _article(words: ArticleWords, *, query: Query) -> FoundArticle:
    revision, article = words.revision, words.revision.article
    passages = [Passage(start=start, end=end) for start, end in words.passages]
    told: str = words.told  # type: ignore[attr-defined]
    places = found_places(told, query=query, text=revision.text, passages=passages)
    number, paragraph = _tellingest(revision.text, passages=passages, places=places)
    inside = [place for place in places if place.overlaps(paragraph)]
    shown = stretch_around(inside, within=paragraph, longest=SHOWN_LENGTH)
    return FoundArticle(
        article=article.pk,
        title=article.title,
        outlet=article.outlet.name,
        published=article.published,
        is_reference=article.is_reference,
        story_slug=article.story.slug,
        story_title=article.story.title,
        paragraph=number,
        start=shown.start,
        end=shown.end,
        runs=cut(revision.text, within=shown, marks=as_marks(inside)),
        opens=shown.start == paragraph.start,
        closes=shown.end == paragraph.end,
        places=len(places),
    )


def _tellingest(text: str, *, passages: Sequence[Passage], places: Sequence[Passage]) -> tuple[int, Passage]:
    """Return the paragraph, cut to what was searched of it, with the most different words that were found.

    Where the words stand apart, the first paragraph with one; without words, the first of all.
    """
    best: tuple[int, Passage] | None = None
    most = -1
    for number, stretch in _stretches(text, passages=passages):
        found = {
            word for place in places if place.overlaps(stretch) for word in place.of(text).casefold().split()
        }
        if len(found) > most:
            best, most = (number, stretch), len(found)
    return best or (1, Passage(start=0, end=len(text)))


def _stretches(text: str, *, passages: Sequence[Passage]) -> Iterator[tuple[int, Passage]]:
    """Yield each stretch of a paragraph that lies in one of the passages, with the paragraph's number."""
    waiting = list(passages)
    for number, paragraph in enumerate(paragraphs(text), start=1):
        while waiting and waiting[0].end <= paragraph.start:
            waiting.pop(0)
        for passage in waiting:
            if passage.start >= paragraph.end:
                break
            start, end = max(passage.start, paragraph.start), min(passage.end, paragraph.end)
            printed = text[start:end]
            if body := printed.strip():
                start += printed.index(body)
                yield number, Passage(start=start, end=start + len(body))
