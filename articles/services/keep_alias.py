"""An editor adds, changes or removes an alias, and the stories that print its forms are compared anew."""

from django.db import transaction

from articles.models import Alias, Story
from articles.selectors.aliases import stories_that_print
from articles.services.outdate import outdate_story


@transaction.atomic
def keep_alias(alias: Alias) -> list[Story]:
    """Store an alias. Return the stories that it touches, or touched before, marked for a new comparison."""
    before = Alias.objects.filter(pk=alias.pk).first()
    touched = _touched(before) | _touched(alias)
    alias.save()
    return _outdated(touched)


@transaction.atomic
def remove_alias(alias: Alias) -> list[Story]:
    """Delete an alias. Return the stories that it touched, marked for a new comparison."""
    touched = _touched(alias)
    alias.delete()
    return _outdated(touched)


def _touched(alias: Alias | None) -> set[Story]:
    return set(stories_that_print(alias.forms, only=alias.story)) if alias else set()


def _outdated(stories: set[Story]) -> list[Story]:
    for story in stories:
        outdate_story(story)
    return sorted(stories, key=lambda story: story.pk)
