"""What a search asks for, and the rows of the index that fit it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, OrderBy, Q, QuerySet

from articles.analysis.search_words import folded
from articles.models import ArticleWords, ReadingWords
from articles.selectors.search_query import NOTHING, Query, Term

_NO_LIMIT = 2**31 - 1

PARTS = {
    "statements": "Quotations and statements",
    "own": "Articles’ own words",
    "whole": "Whole articles",
}
"""What can be searched: what somebody said or several outlets report, what surrounds it, or all of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A search. An empty value asks for nothing; ``speaker`` is a name or some words of it, in any order.

    Articles without a date fit no dates.
    """

    query: Query = NOTHING
    speaker: str = ""
    outlet: int | None = None
    story: str = ""
    since: date | None = None
    until: date | None = None
    kind: str = ""
    part: str = "statements"
    order: str = "best"

    @property
    def narrows(self) -> bool:
        """Say whether anything is asked for; without it there is nothing to find."""
        return bool(self.query.groups or self.speaker or self.outlet or self.story or self._has_dates)

    @property
    def _has_dates(self) -> bool:
        return self.since is not None or self.until is not None

    @property
    def is_of_statements(self) -> bool:
        """Say whether it asks for what only statements have."""
        return bool(self.speaker or self.kind)

    @property
    def parameters(self) -> dict[str, str]:
        """Return the choices as the address holds them."""
        held = {
            "words": self.query.typed,
            "speaker": self.speaker,
            "outlet": self.outlet,
            "story": self.story,
            "since": self.since,
            "until": self.until,
            "kind": self.kind,
            "in": "" if self.part == "statements" else self.part,
            "order": "" if self.order == "best" else self.order,
        }
        return {name: str(value) for name, value in held.items() if value}

    def in_order(self, day: F) -> list[str | OrderBy]:
        """Return the order of the results, which have a rank: by that or by their day, the other then."""
        newest = day.desc(nulls_last=True)
        return [newest, "-rank"] if self.by_day else ["-rank", newest]

    @property
    def by_day(self) -> bool:
        """Say whether the newest come first: on request, and where there are no words to rank by."""
        return self.order == "newest" or not self.query.groups

    def address(self, **but: object) -> str:
        """Return the query of the address with some choices changed; an empty one is left out."""
        changed = {**self.parameters, **{name.rstrip("_"): str(value) for name, value in but.items()}}
        return f"?{urlencode({name: value for name, value in changed.items() if value})}"

    def loosened(self) -> Iterator[tuple[str, "Wanted"]]:
        """Yield the search without each of its choices, one by one, with what is dropped."""
        if self.query.groups and self.speaker:
            yield "words", replace(self, query=NOTHING)
        for name in ("speaker", "outlet", "story", "since", "until", "kind"):
            if getattr(self, name):
                looser: Wanted = replace(self, **{name: getattr(_ANYTHING, name)})
                if looser.narrows:
                    yield name, looser


_ANYTHING = Wanted()


def fitting_readings(wanted: Wanted) -> QuerySet[ReadingWords]:
    """Return the words of the readings that fit."""
    fitting = ReadingWords.objects.filter(
        _has_words(wanted.query, text="sentence"),
        _is_in(wanted, revision="reading__revision"),
    )
    if wanted.speaker:
        fitting = fitting.filter(names_vector=_name(wanted.speaker))
    if wanted.kind:
        fitting = fitting.filter(reading__kind=wanted.kind)
    return fitting


def fitting_articles(wanted: Wanted) -> QuerySet[ArticleWords]:
    """Return the words of the articles, both their own and all, that fit, whoever speaks and however.

    The words are looked for apart, before anything else is asked: the limit, which is none, keeps the planner
    from reading every article's words along another index.
    """
    fitting = ArticleWords.objects.filter(_is_in(wanted, revision="revision"))
    if not wanted.query.terms:
        return fitting
    with_words = ArticleWords.objects.filter(_has_words(wanted.query, text="words")).order_by()
    return fitting.filter(pk__in=with_words.values("pk")[:_NO_LIMIT])


def _has_words(query: Query, *, text: str) -> Q:
    """Return the condition on the words: the index finds their stems, exact ones are then read as printed."""
    fits = Q()
    looked_for = query.wanted
    if looked_for is not None:
        for term in query.without:
            if not term.exact:
                looked_for &= ~term.query  # in one query with the rest, which the index answers by itself
        fits &= Q(vector=looked_for)
    for group in query.groups:
        if any(term.exact for term in group):
            fits &= reduce(or_, [_has_term(term, text=text) for term in group])
    for term in query.without:
        if term.exact or looked_for is None:
            fits &= ~_has_term(term, text=text)
    return fits


def _has_term(term: Term, *, text: str) -> Q:
    if term.exact:
        return Q(**{f"{text}__contains": f" {term.words} "})
    return Q(vector=term.query)


def _is_in(wanted: Wanted, *, revision: str) -> Q:
    asked = {
        "article__outlet": wanted.outlet,
        "article__story__slug": wanted.story,
        "article__published__gte": wanted.since,
        "article__published__lte": wanted.until,
    }
    return Q(
        **{f"{revision}__is_current": True},
        **{f"{revision}__{name}": value for name, value in asked.items() if value},
    )


def _name(speaker: str) -> SearchQuery:
    """Return the query for all words of a name, of the last one perhaps only its beginning."""
    words = [f"'{word}'" for word in folded(speaker).split()]
    return SearchQuery(" & ".join(words) + ":*" if words else "''", config="simple", search_type="raw")
