"""Reading and comparing after an administrator saved something, and telling what came of it.

What was saved stays saved even where the reading fails, so that a fault of ours loses no pasted text.
"""

import logging

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from articles.models import Article, Reading, Statement, Story
from articles.selectors.origins import stated_copy
from articles.services.ingest import reading_warnings
from articles.services.outdate import outdate_story
from articles.tasks import refresh_story

logger = logging.getLogger(__name__)


def compare_again(request: HttpRequest, *stories: Story) -> bool:
    """Have changed stories compared. Say so where that has to wait or fails; return whether it is done."""
    outcomes = [_compare_again(request, story) for story in stories]
    return all(outcomes)


def _compare_again(request: HttpRequest, story: Story) -> bool:
    outdate_story(story)
    try:
        with transaction.atomic():
            done = refresh_story(story)
    except Exception:
        logger.exception("The story %s could not be read after a change in the admin panel.", story.slug)
        messages.error(
            request,
            f"It is stored, but “{story}” could not be read and compared. The server's log says why. "
            f"Once that is mended: manage.py reanalyse {story.slug}",
        )
        return False
    if not done:
        messages.info(request, f"The worker reads and compares “{story}” in a moment.")
    return done


def tell_what_was_read(request: HttpRequest, article: Article) -> None:
    """Say how much was read in an article, what the machine stumbled over, and where to look at it."""
    revision = article.revisions.get(is_current=True)
    doubtful = revision.quotes.filter(review=True).count()
    messages.info(
        request,
        format_html(
            "{} read, {} of them to be checked; {} shared with other articles. "
            '<a href="{}">The article, with what was read marked</a> · <a href="{}">Compare “{}”</a>',
            counted(revision.quotes.count(), "quote"),
            doubtful,
            counted(_shared_statements(article), "statement"),
            _page_of(article),
            reverse("compare", args=[article.story.slug]),
            article.story,
        ),
    )
    for warning in reading_warnings(revision):
        messages.warning(request, warning)
    origin = revision.origins.first()
    if origin and stated_copy(article) is None:
        messages.info(
            request,
            f"Read from its text: {origin} (“{Truncator(origin.text).words(20)}”). If that is wrong, tick "
            "“Own report”, under “References, excerpts, copies, order”.",
        )


def tell_of_same_text(request: HttpRequest, article: Article, *, held: Article) -> None:
    """Warn that another article holds the text that was just stored, and say what to do in its own story."""
    if held.story_id != article.story_id:
        told = format_html(
            'The story “{}” holds the same text: <a href="{}">{}</a>.', held.story, _page_of(held), held
        )
    else:
        told = format_html(
            'This story holds the same text already: <a href="{}">{}</a>. One of the two is likely a copy: '
            "set “Copy of”, under “References, excerpts, copies, order”, on the article that copies.",
            _page_of(held),
            held,
        )
    messages.warning(request, told)


def tell_of_new_revision(request: HttpRequest, article: Article) -> None:
    """Say that the text was kept beside the earlier ones, and where to see what changed."""
    number = article.revisions.get(is_current=True).number
    messages.info(
        request,
        format_html(
            'Revision {} kept: <a href="{}?from={}&amp;to={}">what changed</a>.',
            number,
            reverse("revisions", args=[article.story.slug, article.pk]),
            number - 1,
            number,
        ),
    )


def tell_of_unknown_outlet(request: HttpRequest, article: Article) -> None:
    """Say how pages will read where nobody told how the outlet is known; a reference witness needs none."""
    if article.outlet_basis == Article.OutletBasis.UNKNOWN and not article.is_reference:
        messages.warning(
            request,
            f"Pages will say “outlet unknown” beside {article.outlet}: “How we know” is unknown. If the text "
            "or the page it was published on names the outlet, choose that there.",
        )


def _page_of(article: Article) -> str:
    return reverse("article", args=[article.story.slug, article.pk])


def _shared_statements(article: Article) -> int:
    printed = Reading.objects.filter(revision__article=article).values("statement")
    return (
        Statement.objects.filter(pk__in=printed)
        .annotate(printings=Count("readings__revision__article", distinct=True))
        .filter(printings__gt=1)
        .count()
    )


def counted(number: int, noun: str) -> str:
    """Return "1 quote" or "3 quotes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
