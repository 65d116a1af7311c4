"""What was found at a path goes into the database, article by article, and its stories are compared.

Each article is stored on its own, so that one that cannot be stored stops no other.
"""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from articles.analysis.languages import ENGLISH, NAMES
from articles.models import Quote, Revision, Story
from articles.selectors.warned_places import warned_places
from articles.services.add_article import Added, add_article
from articles.services.incoming.delivery import Delivery, Incoming, Problem, UnreadableDelivery
from articles.services.incoming.folder import MANIFEST, read_manifest_folder, read_plain_folder, read_texts
from articles.services.incoming.json_lines import read_json_lines
from articles.services.open_story import open_story
from articles.services.revise_article import UnusableText


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCounts:
    """What a story holds after it was compared. ``warnings`` name the article and the place."""

    articles: int
    quotes: int
    statements: int
    discrepancies: int
    warnings: tuple[str, ...]


def read_delivery(path: Path, *, story: str = "", outlet: str = "") -> Delivery:
    """Return what a folder, a .txt file or a .jsonl file holds. Raises UnreadableDelivery.

    ``story`` is the title of the story for what does not name its own, ``outlet`` likewise.
    """
    if not path.exists():
        raise UnreadableDelivery(f"{path} does not exist. Name a folder, a .txt file or a .jsonl file.")
    if path.is_dir() and (path / MANIFEST).exists():
        if story or outlet:
            raise UnreadableDelivery(
                f"{path} has a {MANIFEST}, which names story and outlets: leave out --story and --outlet."
            )
        return read_manifest_folder(path)
    if path.suffix == ".jsonl":
        return read_json_lines(path, story=story, outlet=outlet)
    if not path.is_dir() and path.suffix != ".txt":
        raise UnreadableDelivery(f"{path} is neither a folder nor a .txt or .jsonl file.")
    if not story:
        raise UnreadableDelivery(f"{path} does not say which story it belongs to: add --story TITLE.")
    if path.is_dir():
        return read_plain_folder(path, story=story, outlet=outlet)
    return read_texts([path], story=story, outlet=outlet)


@transaction.atomic
def store_incoming(incoming: Incoming) -> Added | Problem:
    """Store one article in its story, which is opened where it does not exist yet."""
    story = open_story(incoming.story.title, slug=incoming.story.slug, summary=incoming.story.summary)
    try:
        return add_article(incoming.text, story=story, facts=incoming.facts)
    except UnusableText as error:
        transaction.set_rollback(True)
        return Problem(place=incoming.place, reason=str(error), remedy="Put the article's text there.")


def count_story(story: Story) -> StoryCounts:
    """Count what a story holds, with the warnings about its current texts."""
    current = list(
        Revision.objects.filter(article__story=story, is_current=True).select_related("article__outlet")
    )
    return StoryCounts(
        articles=len(current),
        quotes=Quote.objects.filter(revision__in=current).count(),
        statements=story.statements.count(),
        discrepancies=story.discrepancies.filter(superseded=False).count(),
        warnings=tuple(warning for revision in current for warning in reading_warnings(revision)),
    )


def reading_warnings(revision: Revision) -> list[str]:
    """Say what the machine stumbled over in a revision, and at which words, or why it was not read."""
    name = revision.article.source or revision.article.outlet.name
    if revision.language != ENGLISH:
        language = NAMES[revision.language]
        return [f"{name} is in {language}: it is shown, but not read, since Newsroom reads English."]
    return [
        f"{name}, paragraph {place.paragraph}: {place.message} {place.words}"
        for place in warned_places(revision)
    ]
