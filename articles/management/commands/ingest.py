"""Take in articles: manage.py ingest PATH."""

import logging
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from articles.models import Story
from articles.services.bring_up_to_date import unread_revisions
from articles.services.incoming.delivery import Delivery, Problem, UnreadableDelivery
from articles.services.ingest import StoryCounts, count_story, read_delivery, store_incoming
from articles.tasks import refresh_story

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Take in articles from a folder with a manifest.toml, a folder of .txt files or a .jsonl file, "
        "and compare their stories. Taking in the same texts again changes nothing. See docs/ingest.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a folder, a .txt file or a .jsonl file")
        parser.add_argument("--story", default="", metavar="TITLE", help="the story, where PATH names none")
        parser.add_argument("--outlet", default="", metavar="NAME", help="the outlet, where PATH names none")

    def handle(self, *, path: Path, story: str, outlet: str, **_options: Any) -> None:
        try:
            delivery = read_delivery(path, story=story, outlet=outlet)
        except UnreadableDelivery as error:
            raise CommandError(str(error)) from error
        self.problems = list(delivery.problems)
        stories, outcomes = self._store(delivery)
        for its_story in stories:
            self._read(its_story)
        self._report(delivery, stories, outcomes)
        if self.problems:
            raise CommandError(
                f"{_counted(len(self.problems), 'problem')}: see above. All else was taken in."
            )

    def _store(self, delivery: Delivery) -> tuple[list[Story], Counter[str]]:
        stories: dict[int, Story] = {}
        outcomes: Counter[str] = Counter()
        with _progress() as progress:
            for incoming in progress.track(delivery.articles, description="Storing"):
                stored = store_incoming(incoming)
                if isinstance(stored, Problem):
                    self.problems.append(stored)
                else:
                    stories[stored.article.story_id] = stored.article.story
                    outcomes[stored.outcome] += 1
        return list(stories.values()), outcomes

    def _read(self, story: Story) -> None:
        """Read and compare a story. A story that cannot be read stops no other."""
        unread = len(unread_revisions(story))
        try:
            with _progress() as progress:
                bar = progress.add_task("Reading", total=unread, visible=unread > 0)
                refresh_story(story, on_read=lambda _revision: progress.advance(bar))
        except Exception as error:
            logger.exception("The story %s could not be read.", story.slug)
            self.problems.append(
                Problem(
                    place=story.slug,
                    reason=f"Its articles are stored, but could not be read and compared ({error!r}).",
                    remedy="Try again with: manage.py reanalyse " + story.slug,
                )
            )

    def _report(self, delivery: Delivery, stories: list[Story], outcomes: Counter[str]) -> None:
        for incoming in delivery.articles:
            if incoming.warning:
                self.stdout.write(self.style.WARNING(f"Warning: {incoming.place}: {incoming.warning}"))
        for note in delivery.notes:
            self.stdout.write(self.style.WARNING(f"Note: {note}"))
        counts = [count_story(story) for story in stories]
        for warning in (warning for count in counts for warning in count.warnings):
            self.stdout.write(self.style.WARNING(f"Warning: {warning}"))
        for problem in self.problems:
            self.stderr.write(self.style.ERROR(f"Problem: {problem}"))
        decoding_warnings = sum(bool(incoming.warning) for incoming in delivery.articles)
        self._summarise(counts, outcomes, decoding_warnings)
        if settings.NEWSROOM_ANALYSIS == "worker":
            self.stdout.write("The worker reads and compares what is new.")

    def _summarise(self, counts: list[StoryCounts], outcomes: Counter[str], decoding_warnings: int) -> None:
        self.stdout.write(
            f"Articles: {outcomes['added']} added, {outcomes['revised']} revised, "
            f"{outcomes['unchanged']} unchanged"
        )
        self.stdout.write(f"Stories: {len(counts)}")
        self.stdout.write(f"Quotes: {sum(count.quotes for count in counts)}")
        self.stdout.write(f"Statements: {sum(count.statements for count in counts)}")
        self.stdout.write(f"Discrepancies: {sum(count.discrepancies for count in counts)}")
        warnings = decoding_warnings + sum(len(count.warnings) for count in counts)
        self.stdout.write(f"Warnings: {warnings}")


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
