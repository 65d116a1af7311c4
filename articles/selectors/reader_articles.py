"""The articles of a story that can be read side by side, and which two to open first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg

from articles.models import Reading, Revision, Story
from articles.selectors.printings import PRINTING_FIELDS, printing_groups
from articles.selectors.written_days import dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An article to choose. ``group`` is the same for all articles of one printing.

    ``name`` is its outlet's, with the day or a number where another article of the outlet could be meant.
    ``shared`` counts the statements it surely prints too, in the order of the offers; with itself, its own.
    """

    article: int
    revision: int
    name: str
    is_reference: bool
    group: int
    shared: tuple[int, ...]


def offers(story: Story) -> tuple[Offer, ...]:
    """Return the story's articles in the order of their columns, in two queries."""
    rows = list(
        Revision.objects.filter(article__story=story, is_current=True)
        .order_by("article__position", "article")
        .values("pk", "article__published", "article__is_reference", *PRINTING_FIELDS)
    )
    names = _names([(row["article__outlet__name"], row["article__published"]) for row in rows])
    shared = _shared(story, revisions=[row["pk"] for row in rows])
    return tuple(
        Offer(
            article=row["article"],
            revision=row["pk"],
            name=names[at],
            is_reference=row["article__is_reference"],
            group=group,
            shared=shared[at],
        )
        for at, (row, group) in enumerate(zip(rows, printing_groups(rows), strict=True))
    )


def closest(offered: Sequence[Offer], *, left: int | None, right: int | None) -> tuple[Offer, Offer] | None:
    """Return the two articles asked for, or those with most in common; None where there are no two.

    One that is asked for is kept, and gets the other that shares most with it. Two texts of one printing,
    which are all but the same, and references, which are no outlet's report, are chosen only where nothing
    else is.
    """
    pairs = [
        (one, other)
        for one in range(len(offered))
        for other in range(len(offered))
        if one != other
        and left in (None, offered[one].article)
        and right in (None, offered[other].article)
        and (one < other or left is not None or right is not None)
    ]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: _worth(offered, *pair))
    return offered[one], offered[other]


def _worth(offered: Sequence[Offer], one: int, other: int) -> tuple[bool, int, int, int]:
    shared = offered[one].shared[other]
    is_copy = offered[one].group == offered[other].group
    is_reference = offered[one].is_reference or offered[other].is_reference
    return shared > 0 and not is_copy and not is_reference, shared, -one, -other


def _names(published: Sequence[tuple[str, date | None]]) -> list[str]:
    """Return the outlets' names; those that occur twice with their day, and a number on the same day."""
    outlets = Counter(outlet for outlet, _ in published)
    seen: Counter[tuple[str, date | None]] = Counter()
    names = []
    for outlet, day in published:
        seen[outlet, day] += 1
        told = [dated(day)]
        told += [f"no. {seen[outlet, day]}"] if seen[outlet, day] > 1 else []
        names.append(f"{outlet}, {', '.join(told)}" if outlets[outlet] > 1 else outlet)
    return names


def _shared(story: Story, *, revisions: Sequence[int]) -> list[tuple[int, ...]]:
    """Return how many statements any two of the revisions both print."""
    places = {revision: at for at, revision in enumerate(revisions)}
    carriers = (
        Reading.objects.filter(statement__story=story, suggested=False)
        .order_by()
        .values("statement")
        .annotate(revisions=ArrayAgg("revision", distinct=True))
        .values_list("revisions", flat=True)
    )
    rows = [[revision in held for revision in places] for held in map(set, carriers)]
    printed = np.array(rows, dtype=np.int32).reshape(len(rows), len(places))
    return [tuple(row) for row in (printed.T @ printed).tolist()]
