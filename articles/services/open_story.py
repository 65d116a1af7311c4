"""The story that articles go into: found by its slug or title, or opened."""

from django.db import transaction
from django.utils.text import slugify

from articles.models import Story
from articles.services.revise_article import hash_of

_SLUG_LENGTH = 110


@transaction.atomic
def open_story(title: str, *, slug: str = "", summary: str = "") -> Story:
    """Return the story with this slug, or else with this title, or else a new one.

    A slug is made from the title where none is given: "Vote on Gaza" is found under vote-on-gaza.
    """
    held = _held(title, slug=slug)
    if held:
        return held
    return Story.objects.create(title=title, slug=slug or _free_slug(title), summary=summary)


def _held(title: str, *, slug: str) -> Story | None:
    if slug:
        return Story.objects.filter(slug=slug).first()
    return Story.objects.filter(title=title).first() or Story.objects.filter(slug=title).first()


def _free_slug(title: str) -> str:
    """Return a slug that no story has. A title without a Latin letter is named by its hash."""
    slug = slugify(title)[:_SLUG_LENGTH].strip("-") or f"story-{hash_of(title)[:8]}"
    taken = set(Story.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    if slug not in taken:
        return slug
    return next(f"{slug}-{n}" for n in range(2, len(taken) + 3) if f"{slug}-{n}" not in taken)
