"""Have stories read and compared again: manage.py reanalyse [STORY]."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.management.stories import named_story
from articles.models import Story
from articles.services.bring_up_to_date import is_up_to_date
from articles.tasks import refresh_story


class Command(BaseCommand):
    help = (
        "Read again what another version of the analysis read, and compare its stories. "
        "What editors corrected and decided stays."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "story", nargs="?", metavar="STORY", help="a story's slug; every story without it"
        )
        parser.add_argument("--all", action="store_true", help="read also what this version has read before")

    def handle(self, *, story: str | None, all: bool, **_options: Any) -> None:  # noqa: A002 - the option
        stories = [named_story(story)] if story else list(Story.objects.order_by("pk"))
        stale = [its_story for its_story in stories if all or not is_up_to_date(its_story)]
        for its_story in stale:
            done = refresh_story(its_story, again=all)
            self.stdout.write(f"{its_story.slug}: {'read and compared' if done else 'left to the worker'}")
        self.stdout.write(f"{len(stale)} of {len(stories)} stories had to be read.")
