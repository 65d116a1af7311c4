"""A story's comparison is made to say what its articles say now.

Nothing is done where nothing changed: the second call costs a few queries and loads no language model.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from articles.analysis import VERSION
from articles.models import Revision, Story
from articles.services.analyse_revision import analyse_revision
from articles.services.compare_story import compare_story

OnRead = Callable[[Revision], None]

_UNREAD = Q(analysis__isnull=True) | ~Q(analysis_version=VERSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What had to be done: how many revisions were read, and whether the story was compared."""

    revisions_read: int
    compared: bool


def pass_over(_revision: Revision) -> None:
    """Take no notice of a revision that was read."""


def bring_up_to_date(story: Story, *, again: bool = False, on_read: OnRead = pass_over) -> Work:
    """Read the current revisions that this version of the analysis has not read, then compare the story.

    ``again`` reads and compares all of them. ``on_read`` is called after each revision that was read.
    """
    unread = unread_revisions(story, again=again)
    for revision in unread:
        analyse_revision(revision, again=again)
        on_read(revision)
    is_stale = again or not is_up_to_date(story)
    if is_stale:
        compare_story(story)
    return Work(revisions_read=len(unread), compared=is_stale)


def unread_revisions(story: Story, *, again: bool = False) -> list[Revision]:
    """Return the current revisions that this version has not read; with ``again`` all current ones."""
    current = Revision.objects.filter(article__story=story, is_current=True).select_related("article__outlet")
    return list(current if again else current.filter(_UNREAD))


def is_up_to_date(story: Story) -> bool:
    """Say whether this version has read the current revisions and the story was compared after that."""
    compared_at = Story.objects.values_list("compared_at", flat=True).get(pk=story.pk)
    if compared_at is None:
        return False
    behind = _UNREAD | Q(analysed_at__gt=compared_at)
    return not Revision.objects.filter(behind, article__story=story, is_current=True).exists()
