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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Words of an article that follow one another: ``start`` to ``end`` of one of its stretches."""

    stretch: int
    start: int
    end: int


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
    return {
        (index, other): _shared(article, runs)
        for index, article in enumerate(articles)
        for other, runs in _runs(index, article, holders).items()
    }


def _runs(index: int, article: OwnWords, holders: Mapping[Shingle, set[int]]) -> dict[int, list[_Run]]:
    """Return for each other article the runs of words that stand in both; shingles that touch are one run."""
    found: dict[int, list[_Run]] = defaultdict(list)
    for stretch, at, shingle in article.shingles():
        for other in holders[shingle]:
            runs = found[other]
            if runs and runs[-1].stretch == stretch and at <= runs[-1].end:
                runs[-1] = _Run(stretch=stretch, start=runs[-1].start, end=at + _RUN)
            elif other != index:
                runs.append(_Run(stretch=stretch, start=at, end=at + _RUN))
    return {other: runs for other, runs in found.items() if runs}


def _shared(article: OwnWords, runs: Sequence[_Run]) -> Shared:
    longest = max(runs, key=lambda run: run.end - run.start)
    words = article.stretches[longest.stretch]
    return Shared(
        words=sum(run.end - run.start for run in runs),
        longest=Passage(start=words[longest.start].start, end=words[longest.end - 1].end),
    )


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
