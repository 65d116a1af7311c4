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
from articles.selectors.search_query import Query

_FOUND = "\ue000"
"""Stands before a word that was found. It is for private use, and folding drops it from every text."""


def headline(words: str, query: SearchQuery | CombinedSearchQuery | None) -> SearchHeadline | Value:
    """Return the expression for the column's words with a sign before each that was found."""
    if query is None:
        return Value("", output_field=TextField())
    return SearchHeadline(words, query, config="english", start_sel=_FOUND, stop_sel="", highlight_all=True)


def found_places(told: str, *, query: Query, text: str, passages: Sequence[Passage]) -> list[Passage]:
    """Return where the found words stand; neighbours are one place. ``told`` is the headline's answer about
    these passages of the text, folded with a break between two.
    """
    places: list[Passage | None] = []
    for passage in passages:
        printed: list[Passage | None] = list(folded_words(text, within=passage))
        if printed and places:
            places += [None] * len(BREAK.split())
        places += printed
    is_found = _found(told.split(), query=query)
    return _joined(place if found else None for found, place in zip(is_found, places, strict=False))


def _found(told: Sequence[str], *, query: Query) -> list[bool]:
    """Say of each word whether it was found: the database tells it, but for words to be found as printed.

    Of those it tells every one wherever it stands, and leaves out common ones: in “what the board said”, the
    phrase “the board” is both words, and another “board” is nothing.
    """
    wanted = [term for group in query.groups for term in group]
    only_exact = all(term.exact for term in wanted)
    found = [word.startswith(_FOUND) and not only_exact for word in told]
    words = [word.removeprefix(_FOUND) for word in told]
    for phrase in (term.words.split() for term in wanted if term.exact):
        for at in range(len(words) - len(phrase) + 1):
            if words[at : at + len(phrase)] == phrase:
                found[at : at + len(phrase)] = [True] * len(phrase)
    return found


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
