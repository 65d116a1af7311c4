"""The apparatus of a row: beside the base's words, what other witnesses print in their place.

    the base             We will close the two depots in the spring.
    the Courier          We will shut the two depots in spring.
    the Herald           We will shut the two old depots in the spring.

make, in the manner of a critical edition,

    close ] shut  Courier, Herald
    two ] added: old  Herald
    the ] left out  Courier

in the order of the base's words. Witnesses that print the same words there share one variant. A report in
words of its own has no place in it: nearly every word would be a variant.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.collation import Mark
from articles.analysis.passages import Token
from articles.selectors.comparison_choices import Show
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_forms import HeldAgainst
from articles.selectors.comparison_marks import is_in_other_words, is_shown
from articles.selectors.comparison_source import StoredReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What some outlets print in place of the base's words: ``words``, empty where they leave them out.

    ``added`` tells that the words come after the base's.
    """

    words: str
    added: bool
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of the base where others differ. ``words`` are the base's; empty where it has not begun yet."""

    words: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """The places of a row where witnesses depart from the base, and who tells it in other words."""

    entries: tuple[Entry, ...]
    other_words: tuple[StoredReading, ...]


_Place = tuple[int, int]
_Words = tuple[str, bool]


def apparatus(
    readings: Sequence[StoredReading],
    *,
    held: HeldAgainst,
    columns: Sequence[Column],
    labels: Sequence[str],
    show: Show,
) -> Apparatus:
    """Return how the readings depart from the base's; ``show`` says whether slight variants count.

    ``labels`` name the columns' outlets.
    """
    found: dict[_Place, dict[_Words, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    other_words = []
    for reading in readings:
        marks = held.marks(reading) or ()
        if is_in_other_words(marks, reading=reading, base=held.base.reading):
            other_words.append(reading)
            continue
        for at, mark in enumerate(marks):
            if is_shown(mark, show):
                place, words = _variant(marks, at, text=columns[reading.column].text)
                found[place][words][labels[reading.column]] = None
    return Apparatus(
        entries=tuple(_entry(held.base.text, place, found[place]) for place in sorted(found)),
        other_words=tuple(other_words),
    )


def _variant(marks: Sequence[Mark], at: int, *, text: str) -> tuple[_Place, _Words]:
    """Return the base's place of a mark, and the witness's words there."""
    mark = marks[at]
    words = _stretch(mark.tokens)
    printed = text[words[0] : words[1]] if mark.tokens else ""
    if mark.base_tokens:
        return _stretch(mark.base_tokens), (" ".join(printed.split()), False)
    before = next((one.base_tokens[-1:] for one in reversed(marks[:at]) if one.base_tokens), ())
    return _stretch(before), (" ".join(printed.split()), True)


def _stretch(tokens: Sequence[Token]) -> _Place:
    """Return from where to where words stand; before the first word there is nothing."""
    return (tokens[0].start, tokens[-1].end) if tokens else (0, 0)


def _entry(text: str, place: _Place, variants: dict[_Words, dict[str, None]]) -> Entry:
    start, end = place
    return Entry(
        words=" ".join(text[start:end].split()),
        variants=tuple(
            Variant(words=words, added=added, outlets=tuple(outlets))
            for (words, added), outlets in variants.items()
        ),
    )
