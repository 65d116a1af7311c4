"""Write a story for other programs: manage.py export STORY."""

import json
from argparse import ArgumentParser
from typing import Any, Literal, cast

from django.core.management.base import BaseCommand

from articles.analysis.story_export import ArticleDetails, document
from articles.management.stories import named_story
from articles.models import Article
from articles.selectors.origins import stated_copy
from articles.selectors.stored_story import stored_story


class Command(BaseCommand):
    help = "Write a story, with what editors corrected and decided, to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", metavar="STORY", help="a story's slug")
        parser.add_argument(
            "--format", choices=["json"], default="json", help="json: the format newsroom-story/1 (default)"
        )

    def handle(self, *, story: str, **_options: Any) -> None:
        named = named_story(story)
        stored = stored_story(named)
        written = document(
            slug=named.slug,
            title=named.title,
            witnesses=stored.witnesses,
            details=[_details(revision.article) for revision in stored.revisions],
            comparison=stored.comparison,
            statuses=stored.statuses,
        )
        self.stdout.write(json.dumps(written, ensure_ascii=False, indent=1))


def _details(article: Article) -> ArticleDetails:
    return ArticleDetails(
        id=article.pk,
        outlet_basis=cast(Literal["stated", "inferred", "unknown"], article.outlet_basis),
        source=article.source or None,
        url=article.url or None,
        title=article.title,
        copy_of=stated_copy(article),
        published_at=article.published_at,
        reference=article.is_reference,
    )
