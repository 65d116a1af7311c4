"""The aliases that editors added, as the analysis wants them, and the stories that they touch."""

from collections.abc import Iterable
from typing import cast

from django.db.models import Q

from articles.analysis.aliases import Alias as AddedAlias
from articles.analysis.aliases import Kind
from articles.analysis.person_names import fold
from articles.models import Alias, EntityForm, Revision, Story


def aliases_of(story: Story) -> tuple[AddedAlias, ...]:
    """Return the aliases that hold in a story: the general ones first, so that its own have the last word."""
    general = Alias.objects.filter(story=None).order_by("pk")
    own = Alias.objects.filter(story=story).order_by("pk")
    return tuple(
        AddedAlias(name=row.name, kind=cast(Kind, row.kind), forms=tuple(row.forms))
        for row in (*general, *own)
    )


def stories_that_print(forms: Iterable[str], *, only: Story | None = None) -> list[Story]:
    """Return the stories, or ``only`` this one, whose current texts print one of the forms."""
    printed = Q()
    for form in forms:
        printed |= Q(text__contains=form.replace("’", "'")) | Q(text__contains=form.replace("'", "’"))
    revisions = Revision.objects.filter(printed, is_current=True)
    stories = Story.objects.filter(articles__revisions__in=revisions).distinct().order_by("pk")
    return list(stories.filter(pk=only.pk) if only else stories)


def names_printed_as(forms: Iterable[str], *, story: Story) -> set[str]:
    """Return the names that a story has for printed forms: two, until an alias makes them one."""
    folded = {fold(form) for form in forms}
    printed = EntityForm.objects.filter(entity__story=story).values_list("entity__name", "text")
    return {name for name, text in printed if fold(text) in folded}
