"""The witnesses of a report: each article with all that a reader needs to find it and to check its text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from articles.models import Article, Revision, Story
from articles.selectors.comparison_columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An article as a report names it: ``label`` is its outlet, with a number where one outlet has several.

    ``known_by`` says how its outlet is known, ``extent`` what we hold, empty for a full text. The text is
    that of revision ``number``, taken in at ``taken_in``; ``text_hash`` is the SHA-256 of its UTF-8.
    """

    label: str
    article: int
    title: str
    url: str
    published: date | None
    known_by: str
    copied: str
    extent: str
    foreign: str
    is_reference: bool
    number: int
    text_hash: str
    taken_in: datetime
    analysis_version: int | None


def labels_of(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the columns' outlets: Gazette, Courier; where one has several articles, Gazette 1, Gazette 2."""
    often = Counter(column.outlet for column in columns)
    seen: Counter[str] = Counter()
    labels = []
    for column in columns:
        seen[column.outlet] += 1
        number = f" {seen[column.outlet]}" if often[column.outlet] > 1 else ""
        labels.append(f"{column.outlet}{number}")
    return tuple(labels)


def read_witnesses(story: Story, *, columns: Sequence[Column], shown: Sequence[int]) -> tuple[Witness, ...]:
    """Return the shown columns' articles in the order of the columns, in one query."""
    rows = Revision.objects.filter(article__story=story, is_current=True).values(
        "pk",
        "number",
        "text_hash",
        "created_at",
        "analysis_version",
        "article__title",
        "article__url",
    )
    of_revision = {row["pk"]: row for row in rows}
    labels = labels_of(columns)
    return tuple(
        Witness(
            label=labels[at],
            article=column.article,
            title=row["article__title"],
            url=row["article__url"],
            published=column.published,
            known_by=str(Article.OutletBasis(column.basis).label),
            copied=column.copied,
            extent="" if column.extent == Article.Extent.FULL else str(Article.Extent(column.extent).label),
            foreign=column.foreign,
            is_reference=column.is_reference,
            number=row["number"],
            text_hash=row["text_hash"],
            taken_in=row["created_at"],
            analysis_version=row["analysis_version"],
        )
        for at in shown
        for column in (columns[at],)
        for row in (of_revision[column.revision],)
    )
