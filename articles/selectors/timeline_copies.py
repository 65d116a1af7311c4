"""Whose report the articles of a story are: what people know of it, else what the texts tell."""

from dataclasses import dataclass
from datetime import date

from articles.models import Article, Origin, Story
from articles.selectors.origins import ToldOrigin, told_origin

_WHOLE = (Origin.Relation.COPY_OF, Origin.Relation.SAME_TEXT_AS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article with whose report it is, or is in part.

    ``source`` is a name; ``of`` is the key of the story's article that it copies, None where we do not hold
    that. A part leaves the article a report of its own. People's ``note`` and what the text told exclude each
    other.
    """

    article: int
    source: str
    of: int | None
    relation: str
    is_whole: bool
    note: str
    told: ToldOrigin | None


def read_copies(story: Story) -> tuple[Copy, ...]:
    """Return the copies in the order of the columns, in two queries."""
    articles = list(
        Article.objects.filter(story=story, revisions__is_current=True)
        .select_related("outlet", "copy_of")
        .order_by("position", "pk")
    )
    origins = {
        origin.revision.article_id: origin
        for origin in Origin.objects.filter(revision__article__story=story, revision__is_current=True)
        .select_related("revision", "other__outlet")
        .defer("revision__analysis")
    }
    found = (_copy(article, origins.get(article.pk), articles) for article in articles)
    return tuple(copy for copy in found if copy)


def _copy(article: Article, origin: Origin | None, articles: list[Article]) -> Copy | None:
    if article.copy_of:
        return Copy(
            article=article.pk,
            source=article.copy_of.name,
            of=_held(article.copy_of.name, but=article, articles=articles),
            relation="copy of",
            is_whole=True,
            note=article.copy_note,
            told=None,
        )
    if article.own_report or origin is None:
        return None
    return Copy(
        article=article.pk,
        source=origin.source,
        of=origin.other_id or _held(origin.source, but=article, articles=articles),
        relation=origin.relation,
        is_whole=origin.relation in _WHOLE,
        note="",
        told=told_origin(
            origin,
            text=origin.revision.text,
            outlet=origin.other.outlet.name if origin.other else "",
        ),
    )


def _held(name: str, *, but: Article, articles: list[Article]) -> int | None:
    """Return the story's article by the outlet of that name; of several the earliest."""
    theirs = [other for other in articles if other.outlet.name.casefold() == name.casefold() and other != but]
    first = min(theirs, key=lambda other: other.published or date.max, default=None)
    return first.pk if first else None
