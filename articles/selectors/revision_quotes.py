"""What became of the quotations of an article from one of its texts to the next.

    before                                 after
    “We close six depots,” Ms Low said.    “We close two depots,” Ms Low said.    changed
    “No comment,” the firm said.           “No comment,” Mr Ek said.              other speaker
    “It is a shame,” a driver said.                                               removed

A quotation that is only cut otherwise (“We close. We leave.” as “We close,” and “we leave.”) is no news, nor
is one with other quotation marks or commas.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from articles.analysis.passages import Passage, normalised_words, paragraphs
from articles.analysis.revision_words import Piece, word_changes
from articles.models import Quote, Revision

Kind = Literal["changed", "speaker", "removed", "added"]

_ALIKE = 0.5
"""The part of their words that two quotations share from which one is taken for the other changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteChange:
    """A quotation that is not what it was. ``was`` is its former speaker where that is another.

    ``paragraph`` counts from 1, in the new text; in the old one for what was removed.
    """

    kind: Kind
    speaker: str
    was: str
    pieces: tuple[Piece, ...]
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What stands between one pair of marks: as printed, and as the words alone.

    A quotation over several paragraphs is several, so that a new paragraph in it changes none of the others.
    """

    start: int
    speaker: str
    printed: str
    words: tuple[str, ...]
    paragraph: int


def quote_changes(older: Revision, newer: Revision) -> tuple[QuoteChange, ...]:
    """Return the quotations that are not what they were, in one query: first the changed, then the others."""
    quotes = (
        Quote.objects.filter(revision__in=[older.pk, newer.pk])
        .exclude(type=Quote.Type.INDIRECT)
        .order_by("start", "end")
    )
    before, after = (
        _said([quote for quote in quotes if quote.revision_id == revision.pk], revision.text)
        for revision in (older, newer)
    )
    held = {one.words for one in after}
    gone = [one for one in before if one.words not in held]
    held = {one.words for one in before}
    come = [one for one in after if one.words not in held]
    pairs = _pairs(gone, come)
    return (
        *(_changed(one, other) for one, other in sorted(pairs, key=lambda pair: pair[1].start)),
        *_given_to_others(before, after),
        *_left_over("removed", _unpaired(gone, [one for one, _ in pairs]), elsewhere=after),
        *_left_over("added", _unpaired(come, [other for _, other in pairs]), elsewhere=before),
    )


def _said(quotes: Iterable[Quote], text: str) -> list[_Said]:
    starts = [paragraph.start for paragraph in paragraphs(text)]
    return [
        _Said(
            start=start,
            speaker=quote.speaker,
            printed=text[start:end],
            words=tuple(normalised_words(text, Passage(start=start, end=end))),
            paragraph=max(1, bisect_right(starts, start)),
        )
        for quote in quotes
        for start, end in quote.segments or [(quote.start, quote.end)]
    ]


def _pairs(gone: Sequence[_Said], come: Sequence[_Said]) -> list[tuple[_Said, _Said]]:
    """Return the quotations that became others, the likest first."""
    ranked = sorted(
        (
            (likeness, at, to)
            for at, one in enumerate(gone)
            for to, other in enumerate(come)
            if (likeness := LCSseq.normalized_similarity(one.words, other.words)) >= _ALIKE
        ),
        key=lambda ranked: (-ranked[0], ranked[1:]),
    )
    pairs: dict[int, int] = {}
    for _, at, to in ranked:
        if at not in pairs and to not in pairs.values():
            pairs[at] = to
    return [(gone[at], come[to]) for at, to in pairs.items()]


def _changed(one: _Said, other: _Said) -> QuoteChange:
    whole = (Passage(start=0, end=len(one.printed)), Passage(start=0, end=len(other.printed)))
    return QuoteChange(
        kind="changed",
        speaker=other.speaker,
        was=one.speaker if one.speaker != other.speaker else "",
        pieces=word_changes(one.printed, whole[0], other.printed, whole[1]),
        paragraph=other.paragraph,
    )


def _given_to_others(before: Iterable[_Said], after: Iterable[_Said]) -> Iterator[QuoteChange]:
    """Yield the quotations in the same words that have another speaker now."""
    speakers: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in before:
        speakers[one.words].append(one.speaker)
    for other in after:
        known = speakers[other.words]
        if known and other.speaker not in known:
            yield QuoteChange(
                kind="speaker",
                speaker=other.speaker,
                was=known[0],
                pieces=(Piece("same", other.printed),),
                paragraph=other.paragraph,
            )


def _left_over(
    kind: Literal["removed", "added"], said: Iterable[_Said], *, elsewhere: Iterable[_Said]
) -> Iterator[QuoteChange]:
    """Yield what has no counterpart, but for words that the other text quotes in other pieces."""
    quoted = f" {' '.join(word for one in elsewhere for word in one.words)} "
    for one in said:
        if f" {' '.join(one.words)} " not in quoted:
            yield QuoteChange(
                kind=kind,
                speaker=one.speaker,
                was="",
                pieces=(Piece(kind, one.printed),),
                paragraph=one.paragraph,
            )


def _unpaired(said: Iterable[_Said], paired: Sequence[_Said]) -> list[_Said]:
    return [one for one in said if one not in paired]
