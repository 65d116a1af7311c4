"""Found words marked in the print.

The database says which words of a folded text it found, and every folded word has its place in the print. So
the print is cut into runs by offsets, and nothing that came in with an article is ever taken for markup.
"""

from collections.abc import Iterable, Sequence

from django.contrib.postgres.search import CombinedSearchQuery, SearchHeadline, SearchQuery
from django.db.models import TextField, Value

from articles.analysis.passages import Passage
from articles.analysis.search_words import BREAK, folded_words
from articles.selectors.marked_text import Mark

_FOUND = "\ue000"
"""Stands before a word that was found. It is for private use, and folding drops it from every text."""


def headline(words: str, query: SearchQuery | CombinedSearchQuery | None) -> SearchHeadline | Value:
    """Return the expression for the column's words with a sign before each that was found."""
    if query is None:
        return Value("", output_field=TextField())
    return SearchHeadline(words, query, config="english", start_sel=_FOUND, stop_sel="", highlight_all=True)


def found_places(told: str, *, text: str, passages: Sequence[Passage]) -> list[Passage]:
    """Return where the found words stand; neighbours are one place. ``told`` is the headline's answer about
    these passages of the text, folded with a break between two.
    """
    places: list[Passage | None] = []
    for passage in passages:
        printed: list[Passage | None] = list(folded_words(text, within=passage))
        if printed and places:
            places += [None] * len(BREAK.split())
        places += printed
    return _joined(
        place if place and word.startswith(_FOUND) else None
        for word, place in zip(told.split(), places, strict=False)
    )


def as_marks(places: Iterable[Passage]) -> list[Mark]:
    """Return the places as marks to be shown."""
    return [Mark(start=place.start, end=place.end, layer="found") for place in places]


def _joined(found: Iterable[Passage | None]) -> list[Passage]:
    """Join places that follow each other without another word between them."""
    joined: list[Passage] = []
    last: Passage | None = None
    for place in found:
        if place and last:
            joined[-1] = Passage(start=joined[-1].start, end=place.end)
        elif place:
            joined.append(place)
        last = place
    return joined


def stretch_around(places: Sequence[Passage], *, within: Passage, longest: int) -> Passage:
    """Return a stretch of the passage, no longer than asked, that shows as many of the places as fit from the
    first on, with more after than before them.
    """
    if within.end - within.start <= longest:
        return within
    first = places[0].start if places else within.start
    last = max((place.end for place in places if place.end - first <= longest), default=first)
    before = max(0, (longest - (last - first)) // 3)
    start = max(within.start, min(first - before, within.end - longest))
    return Passage(start=start, end=min(within.end, start + longest))
