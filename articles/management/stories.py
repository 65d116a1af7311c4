"""How the commands are told which story is meant."""

from django.core.management.base import CommandError

from articles.models import Story


def named_story(slug: str) -> Story:
    """Return the story with this slug. Raises CommandError, which names those there are."""
    story: Story | None = Story.objects.filter(slug=slug).first()
    if story:
        return story
    slugs = Story.objects.order_by("slug").values_list("slug", flat=True)
    known = "There are: " + ", ".join(slugs) if slugs else "There is none yet: manage.py ingest PATH"
    raise CommandError(f"There is no story {slug!r}. {known}.")
