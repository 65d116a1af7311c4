"""The articles of a story, as a list."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q

from articles.analysis.passages import Passage, paragraphs
from articles.models import Origin, Quote, Revision, Story
from articles.selectors.article_facts import ArticleFacts, article_facts

OPENING_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """An article as the list shows it, by its current text.

    ``opening`` are the first words of the first paragraph that is the article's own. ``words`` leaves out
    the ``omitted`` passages, which are counted apart. ``review`` counts the quotes the machine is unsure of.
    """

    facts: ArticleFacts
    opening: str
    revision: int
    words: int
    quotes: int
    review: int
    omitted: int


def list_articles(story: Story) -> tuple[ArticleEntry, ...]:
    """Return the story's articles in the order of their columns."""
    revisions = (
        Revision.objects.filter(article__story=story, is_current=True)
        .select_related("article__outlet", "article__copy_of")
        .prefetch_related("omissions", Prefetch("origins", Origin.objects.select_related("other__outlet")))
        .order_by("article__position", "article__pk")
    )
    quotes = {
        revision: (count, review)
        for revision, count, review in Quote.objects.filter(revision__in=revisions)
        .order_by()
        .values_list("revision")
        .annotate(count=Count("pk"), unsure=Count("pk", filter=Q(review=True)))
    }
    return tuple(_entry(revision, *quotes.get(revision.pk, (0, 0))) for revision in revisions)


def opening(text: str, *, omitted: list[Passage], words: int = OPENING_WORDS) -> str:
    """Return the first words of the first paragraph that is not omitted; empty when all of it is."""
    for paragraph in paragraphs(text):
        start = max(
            [passage.end for passage in omitted if passage.overlaps(paragraph)], default=paragraph.start
        )
        own = text[start : paragraph.end].split()
        if own:
            return " ".join(own[:words]) + (" …" if len(own) > words else "")
    return ""


def _entry(revision: Revision, quotes: int, review: int) -> ArticleEntry:
    omitted = [Passage(start=one.start, end=one.end) for one in revision.omissions.all()]
    left_out = sum(len(passage.of(revision.text).split()) for passage in omitted)
    return ArticleEntry(
        facts=article_facts(revision.article, revision=revision),
        opening=opening(revision.text, omitted=omitted),
        revision=revision.number,
        words=len(revision.text.split()) - left_out,
        quotes=quotes,
        review=review,
        omitted=len(omitted),
    )
