"""How much of their own words two articles of a story have in common.

    Gazette   The council voted to close all four depots by the end of May. “A disgrace,” said Low.
    Courier   “A disgrace,” said Low. The council voted to close all four depots by the end of May.

share the first sentence, thirteen words in one run. The quotation, which everybody prints, does not count;
nor do a post, a statement or an answer that stands without marks, a sentence in the first person, and what is
no part of the article. Runs shorter than eight words are chance.

The words are compared by their runs of eight ("shingles", after Broder, "On the resemblance and containment
of documents", 1997), kept in one table for the story: the time grows with the length of the texts and with
what they share.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.analysis.cleaning import blank
from articles.analysis.passages import Passage, Token, paragraphs, sentences, tokens
from articles.analysis.quotes import Quote

_RUN = 8

_SPEAKS = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Mm]y|[Oo]ur)\b")

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """An article's own words, in stretches without a gap that are long enough to be compared."""

    stretches: tuple[tuple[Token, ...], ...]

    @property
    def total(self) -> int:
        """Return how many words they are."""
        return sum(map(len, self.stretches))

    def shingles(self) -> Iterator[tuple[int, int, Shingle]]:
        """Return each run of eight words with its place: the number of its stretch, and of its first word."""
        for number, stretch in enumerate(self.stretches):
            norms = [token.norm for token in stretch]
            for at in range(len(norms) - _RUN + 1):
                yield number, at, tuple(norms[at : at + _RUN])


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one article shares with another: how many of its own words, and its longest run of them."""

    words: int
    longest: Passage


def own_words(text: str, *, omitted: Sequence[Passage], quotes: Sequence[Quote]) -> OwnWords:
    """Return the words that are the outlet's: neither quoted, nor spoken in the first person, nor omitted."""
    spoken = [quote for quote in quotes if quote.type != "indirect"]
    own = blank(text, [*omitted, *spoken])
    stretches = [
        stretch
        for paragraph in paragraphs(own)
        for sentence in sentences(own, paragraph)
        if not _SPEAKS.search(own, sentence.start, sentence.end)
        for stretch in _unbroken(text, tokens(own, sentence))
    ]
    return OwnWords(stretches=tuple(stretch for stretch in _joined(text, stretches) if len(stretch) >= _RUN))


def shared_text(articles: Sequence[OwnWords]) -> dict[tuple[int, int], Shared]:
    """Return what each article shares with each other, by their indices; pairs without a run are absent."""
    holders: dict[Shingle, set[int]] = defaultdict(set)
    for index, article in enumerate(articles):
        for _, _, shingle in article.shingles():
            holders[shingle].add(index)
    found = {}
    for index, article in enumerate(articles):
        for other, places in _shared_places(index, article, holders).items():
            found[index, other] = _shared(article, places)
    return found


def _shared_places(
    index: int, article: OwnWords, holders: dict[Shingle, set[int]]
) -> dict[int, set[tuple[int, int]]]:
    """Return for each other article the words, by stretch and number, that stand in runs of both."""
    places: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for stretch, at, shingle in article.shingles():
        for other in holders[shingle] - {index}:
            places[other].update((stretch, word) for word in range(at, at + _RUN))
    return places


def _shared(article: OwnWords, places: set[tuple[int, int]]) -> Shared:
    ordered = sorted(places)
    # Words that follow one another keep the same distance from their number in the list.
    runs = groupby(enumerate(ordered), key=lambda numbered: (numbered[1][0], numbered[1][1] - numbered[0]))
    first, last = max(((run[0][1], run[-1][1]) for run in (list(group) for _, group in runs)), key=_length)
    stretch = article.stretches[first[0]]
    return Shared(
        words=len(ordered), longest=Passage(start=stretch[first[1]].start, end=stretch[last[1]].end)
    )


def _length(run: tuple[tuple[int, int], tuple[int, int]]) -> int:
    return run[1][1] - run[0][1]


def _unbroken(text: str, words: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Cut a sentence's words where a quotation that was left out stood between two of them."""
    start = 0
    for at in range(1, len(words)):
        if not _follows(text, words[at - 1], words[at]):
            yield tuple(words[start:at])
            start = at
    if words:
        yield tuple(words[start:])


def _joined(text: str, stretches: Sequence[tuple[Token, ...]]) -> Iterator[tuple[Token, ...]]:
    """Put sentences together that follow one another, for a copy copies them so."""
    current: tuple[Token, ...] = ()
    for stretch in stretches:
        if current and _follows(text, current[-1], stretch[0]):
            current += stretch
        else:
            yield current
            current = stretch
    yield current


def _follows(text: str, word: Token, following: Token) -> bool:
    return not any(character.isalnum() for character in text[word.end : following.start])
