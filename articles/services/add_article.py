"""A text comes in.

The same text again changes nothing. Another text of an article that is held becomes its next revision, and
what the first one said stays readable. Which article a text belongs to is told by its source (the file or
address it is read from); a pasted text has none, and is known again by its outlet and its words.

    Added, revision 1     002_1c3b.txt is new to the story
    Unchanged             002_1c3b.txt comes again with the same text
    Revised, revision 2   002_1c3b.txt comes again and one comma is another
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db import transaction
from django.db.models import Max

from articles.models import Article, Outlet, Revision, Story
from articles.services.revise_article import check_text, hash_of, revise_article

Outcome = Literal["added", "revised", "unchanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """What is known about an article beside its text. ``outlet`` and ``copy_of`` are outlets' names.

    ``published_at`` is the exact time on, or within a day of, the day ``published``.
    """

    outlet: str
    outlet_basis: str = Article.OutletBasis.STATED.value
    title: str = ""
    url: str = ""
    source: str = ""
    published: date | None = None
    published_at: datetime | None = None
    extent: str = Article.Extent.FULL.value
    copy_of: str = ""
    copy_note: str = ""
    is_reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The article that holds the text now, its current revision, and what had to be done for it."""

    article: Article
    revision: Revision
    outcome: Outcome


@transaction.atomic
def add_article(text: str, *, story: Story, facts: ArticleFacts) -> Added:
    """Store a text as an article of a story, or as the next revision of the article it belongs to.

    The facts are taken when the article is new; afterwards the admin panel is where they are changed.
    Raises UnusableText.
    """
    check_text(text)
    Story.objects.select_for_update().get(pk=story.pk)
    article = _held_article(text, story=story, facts=facts)
    if article is None:
        article = _new_article(story=story, facts=facts)
    revision, is_new = revise_article(text, article=article)
    if not is_new:
        return Added(article=article, revision=revision, outcome="unchanged")
    return Added(article=article, revision=revision, outcome="added" if revision.number == 1 else "revised")


def _held_article(text: str, *, story: Story, facts: ArticleFacts) -> Article | None:
    """Return the story's article that the text belongs to, None when it is a new one."""
    if facts.source:
        return story.articles.filter(source=facts.source).first()
    return story.articles.filter(
        outlet__name__iexact=facts.outlet, revisions__text_hash=hash_of(text), revisions__is_current=True
    ).first()


def _new_article(*, story: Story, facts: ArticleFacts) -> Article:
    return Article.objects.create(
        story=story,
        outlet=named_outlet(facts.outlet),
        outlet_basis=facts.outlet_basis,
        title=facts.title,
        url=facts.url,
        source=facts.source,
        published=facts.published,
        published_at=facts.published_at,
        extent=facts.extent,
        copy_of=named_outlet(facts.copy_of) if facts.copy_of else None,
        copy_note=facts.copy_note,
        is_reference=facts.is_reference,
        position=next_position(story),
    )


def next_position(story: Story) -> int:
    """Return the place after the story's last column, 0 for its first article."""
    last: int | None = story.articles.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def named_outlet(name: str) -> Outlet:
    """Return the outlet of this name, whatever its case, and add it when there is none."""
    return Outlet.objects.filter(name__iexact=name).first() or Outlet.objects.get_or_create(name=name)[0]
