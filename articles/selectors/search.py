"""A page of what a search finds, over all stories."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Count

from articles.analysis.search_words import folded
from articles.models import Outlet, Story
from articles.selectors.search_articles import FoundArticle, can_rank, count_articles, show_articles
from articles.selectors.search_filter import PARTS, Wanted, fitting_readings
from articles.selectors.search_query import NOTHING, Query, read_query
from articles.selectors.search_statements import FoundStatement, Ranked, rank_statements, show_statements

RESULTS_A_PAGE = 20
OWN_WORDS_SHOWN = 3
"""Articles with the words in their own text that stand under the statements, until all are asked for."""

_NARROWINGS_SHOWN = 8
_NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Another search that one may go to, by its address, and how much it finds."""

    label: str
    count: int
    address: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of a search. ``parts`` are what can be searched, each with its number of results.

    ``results`` is the page of the part that was asked for; ``own_words`` are the first articles with the
    words in their own text, where the page is of statements; ``named`` are the searches for all that people
    say whose names hold the words. ``looser`` are searches for one thing less,
    where nothing was found. ``is_unranked`` tells that the newest stand first, since they are too many.
    """

    parts: tuple[Choice, ...]
    results: Page[FoundStatement] | Page[FoundArticle]
    own_words: tuple[FoundArticle, ...]
    named: tuple[Choice, ...]
    speakers: tuple[Choice, ...]
    stories: tuple[Choice, ...]
    looser: tuple[Choice, ...]
    is_unranked: bool


def search(wanted: Wanted, *, page: int | str = 1) -> Found:
    """Return one page of what is wanted. ``page`` counts from 1; one that is not there gives the nearest."""
    counts, ranked = _articles(wanted), rank_statements(wanted)
    counts["statements"] = len(ranked)
    results = _page(wanted, ranked, count=counts[wanted.part], number=page)
    of_statements = wanted.part == "statements"
    shows_own_words = of_statements and counts["own"] and results.number == 1 and wanted.query.groups
    return Found(
        parts=_parts(wanted, counts),
        results=results,
        own_words=show_articles(wanted, part="own", count=counts["own"], rows=slice(OWN_WORDS_SHOWN))
        if shows_own_words
        else (),
        named=_named(wanted) if of_statements and results.number == 1 else (),
        speakers=_speakers(wanted, ranked) if of_statements else (),
        stories=_stories(wanted, ranked) if of_statements else (),
        looser=() if counts[wanted.part] else _looser(wanted),
        is_unranked=not (of_statements or wanted.by_day or can_rank(counts[wanted.part])),
    )


def without_common_words(query: Query) -> Query:
    """Return the query without the words that are too common to be indexed: the, and, what."""
    terms = [term.words for term in query.terms]
    if not terms:
        return query
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT term FROM unnest(%s::text[]) term WHERE numnode(phraseto_tsquery('english', term)) = 0",
            [terms],
        )
        return query.but_for(frozenset(term for (term,) in cursor))


def outlets_to_choose() -> list[tuple[int, str]]:
    """Return the outlets that published anything, by name."""
    return list(Outlet.objects.filter(articles__isnull=False).distinct().values_list("pk", "name"))


def _articles(wanted: Wanted) -> dict[str, int]:
    """Count the articles that fit, none where something is asked for that only statements have."""
    return dict.fromkeys(PARTS, 0) if wanted.is_of_statements else count_articles(wanted)


def _page(
    wanted: Wanted, ranked: list[Ranked], *, count: int, number: int | str
) -> Page[FoundStatement] | Page[FoundArticle]:
    """Return the page, counted already, with its rows made results."""
    page: Page[Any] = Paginator(range(count), RESULTS_A_PAGE).get_page(number)
    rows = slice(max(0, page.start_index() - 1), page.end_index())
    if wanted.part == "statements":
        page.object_list = show_statements(wanted, ranked[rows])
    else:
        page.object_list = show_articles(wanted, part=wanted.part, count=count, rows=rows)
    return page


def _parts(wanted: Wanted, counts: dict[str, int]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            label=label,
            count=counts[part],
            address=wanted.address(**{"in": "" if part == "statements" else part}),
            is_chosen=part == wanted.part,
        )
        for part, label in PARTS.items()
    )


def _speakers(wanted: Wanted, ranked: list[Ranked]) -> tuple[Choice, ...]:
    """Return the speakers of most of the results."""
    counted = Counter(row.speaker for row in ranked if row.speaker)
    return tuple(
        Choice(label=speaker, count=count, address=wanted.address(speaker=speaker))
        for speaker, count in counted.most_common(_NARROWINGS_SHOWN)
    )


def _named(wanted: Wanted) -> tuple[Choice, ...]:
    """Return the searches for all that people say whose names hold the words, the most quoted first."""
    if wanted.speaker or not wanted.query.is_a_name:
        return ()
    words = folded(wanted.query.typed)
    by_them = fitting_readings(replace(wanted, query=NOTHING, speaker=words)).order_by()
    speakers = by_them.values("reading__statement__speaker").annotate(
        count=Count("reading__statement", distinct=True)
    )
    names = [
        name
        for name in speakers.order_by("-count").values_list("reading__statement__speaker", flat=True)
        if ";" not in name and set(words.split()) <= set(folded(name).split())
    ]
    searches = [replace(wanted, query=NOTHING, speaker=name) for name in names[:_NAMES_SHOWN]]
    return tuple(
        Choice(label=asked.speaker, count=_count(asked), address=asked.address()) for asked in searches
    )


def _stories(wanted: Wanted, ranked: list[Ranked]) -> tuple[Choice, ...]:
    """Return the stories of most of the results, in one query."""
    counted = Counter(row.story for row in ranked).most_common(_NARROWINGS_SHOWN)
    stories = Story.objects.in_bulk([story for story, _count in counted])
    return tuple(
        Choice(label=stories[story].title, count=count, address=wanted.address(story=stories[story].slug))
        for story, count in counted
        if story in stories
    )


def _looser(wanted: Wanted) -> tuple[Choice, ...]:
    """Return the searches for one thing less, or for any of the words, that find something."""
    searches = list(wanted.loosened())
    if any_word := wanted.query.with_any_word:
        searches.insert(0, ("all", replace(wanted, query=read_query(any_word))))
    found = [(name, looser, _count(looser)) for name, looser in searches]
    return tuple(
        Choice(label=name, count=count, address=looser.address()) for name, looser, count in found if count
    )


def _count(wanted: Wanted) -> int:
    if wanted.part == "statements":
        counted = fitting_readings(wanted).aggregate(count=Count("reading__statement", distinct=True))
        return counted["count"] or 0
    return _articles(wanted)[wanted.part]
