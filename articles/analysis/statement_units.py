"""A text cut into the units of alignment: sentences, and sentences' worths of quoted words.

    Asked about the delay, she called it “deeply troubling”. “We warned them. Nobody listened,” she said.

gives the units

    deeply troubling               a fragment; the words around it help to find the sentence it was taken from
    Asked about the delay, …       what the outlet's own sentence says before the fragment
    We warned them.                one quotation, two sentences, two units, because another outlet may print
    Nobody listened,               each as a quotation of its own

What only names the speaker of the quotation beside it is no unit: "– Ann Lee, chair", "She told reporters:".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.analysis import content_words
from articles.analysis.passages import Passage, paragraphs, sentences, tokens
from articles.analysis.quotes import Quote
from articles.analysis.word_matching import FUNCTION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING_WORDS_AT_LEAST = 4
"""An outlet's words before a quotation are a unit of their own when they say more than who spoke."""

_DASHES = ("–", "—", "―", "-")
_EDGES = " \t\n\r\u00a0\"“”'‘’«»,;:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Passage):
    """The unit of alignment: a sentence, or a sentence's worth of a quoted segment, marks excluded.

    ``quote`` is the index of the quote it belongs to in the article's analysis, None outside quotes.
    ``context`` is the whole sentence as printed around it. ``lemmas`` are its content words, and ``around``
    those that the outlet's own sentence prints around a fragment.
    """

    quote: int | None
    context: Passage
    lemmas: tuple[str, ...]
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part(Passage):
    """A stretch inside the marks of the quote with this index."""

    quote: int


def units(text: str, *, omitted: Sequence[Passage], quotes: Sequence[Quote], doc: Doc) -> tuple[Unit, ...]:
    """Return the units of a text in printed order; omitted passages have none.

    ``doc`` is spaCy's reading of the same text; only its lemmas are used.
    """
    lemma_at = content_words.lemmas(doc)
    segments = sorted(
        (
            _Part(start=segment.start, end=segment.end, quote=index)
            for index, quote in enumerate(quotes)
            for segment in quote.segments
        ),
        key=lambda part: part.start,
    )
    reported = [(quote.start, quote.end, index) for index, quote in enumerate(quotes) if not quote.segments]
    named = sorted(
        ((quote.speaker_at.start, quote) for quote in quotes if quote.segments and quote.speaker_at),
        key=lambda pair: pair[0],
    )
    found: list[Unit] = []
    for stretch in _kept(text, omitted):
        for sentence in sentences(text, stretch):
            if parts := list(_inside(sentence, segments, text)):
                found += _with_quotes(text, sentence, parts, quotes, lemma_at)
            elif not _only_names_speaker(text, sentence, named):
                found += _plain(text, sentence, sentence, lemma_at, quote=_overlapping(sentence, reported))
    return tuple(sorted(found, key=lambda unit: (unit.start, unit.end)))


def _kept(text: str, omitted: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the paragraphs without what is omitted of them."""
    cuts = sorted(omitted, key=lambda passage: passage.start)
    next_cut = 0
    for paragraph in paragraphs(text):
        start = paragraph.start
        while next_cut < len(cuts) and cuts[next_cut].end <= start:
            next_cut += 1
        at = next_cut
        while at < len(cuts) and cuts[at].start < paragraph.end:
            if start < cuts[at].start:
                yield Passage(start=start, end=cuts[at].start)
            start = max(start, cuts[at].end)
            at += 1
        if start < paragraph.end:
            yield Passage(start=start, end=paragraph.end)


def _inside(sentence: Passage, segments: Sequence[_Part], text: str) -> Iterator[_Part]:
    """Yield what a sentence holds of the quoted segments, which are in printed order."""
    at = max(0, bisect_left(segments, sentence.start, key=lambda part: part.start) - 1)
    while at < len(segments) and segments[at].start < sentence.end:
        part = segments[at]
        start, end = max(part.start, sentence.start), min(part.end, sentence.end)
        if text[start:end].strip():
            printed = text[start:end]
            start += len(printed) - len(printed.lstrip())
            yield _Part(start=start, end=start + len(printed.strip()), quote=part.quote)
        at += 1


def _with_quotes(
    text: str, sentence: Passage, parts: Sequence[_Part], quotes: Sequence[Quote], lemma_at: Mapping[int, str]
) -> Iterator[Unit]:
    own = _between(text, sentence, parts)
    around = tuple(word for stretch in own for word in content_words.content_words(text, stretch, lemma_at))
    for part in parts:
        fragment = quotes[part.quote].type == "mixed"
        yield Unit(
            start=part.start,
            end=part.end,
            quote=part.quote,
            context=sentence,
            lemmas=content_words.content_words(text, part, lemma_at),
            around=around if fragment else (),
        )
    if own and own[0].start < parts[0].start:
        opening = list(_plain(text, own[0], sentence, lemma_at, quote=None))
        yield from (unit for unit in opening if _says_something(text, unit))


def _only_names_speaker(text: str, sentence: Passage, named: Sequence[tuple[int, Quote]]) -> bool:
    """Say whether a sentence is the signature, the label or the "she said" of the quotation beside it.

    ``named`` are the quotations by the place where their speakers are printed.
    """
    first = bisect_left(named, sentence.start, key=lambda pair: pair[0])
    end = bisect_left(named, sentence.end, key=lambda pair: pair[0])
    return any(_is_attribution(text, sentence, quote) for _, quote in named[first:end])


def _is_attribution(text: str, sentence: Passage, quote: Quote) -> bool:
    behind = quote.end <= sentence.start and not text[quote.end : sentence.start].strip()
    before = sentence.end <= quote.start and not text[sentence.end : quote.start].strip()
    if quote.cue is not None:
        return (behind or before) and not _says_something(text, sentence)
    if behind:
        return sentence.of(text).startswith(_DASHES)
    return before and sentence.of(text).rstrip().endswith(":") and not quote.review


def _says_something(text: str, stretch: Passage) -> bool:
    """Say whether a stretch beside a quotation holds more than names and "he said"."""
    common = [token for token in tokens(text, stretch) if token.text.islower()]
    return len([t for t in common if t.norm not in FUNCTION_WORDS]) >= OPENING_WORDS_AT_LEAST


def _between(text: str, sentence: Passage, parts: Sequence[_Part]) -> list[Passage]:
    """Return the outlet's own stretches of a sentence, without the marks at their edges."""
    found = []
    start = sentence.start
    for end, following in [*((part.start, part.end) for part in parts), (sentence.end, sentence.end)]:
        printed = text[start:end]
        left = len(printed) - len(printed.lstrip(_EDGES))
        if stripped := printed.strip(_EDGES):
            found.append(Passage(start=start + left, end=start + left + len(stripped)))
        start = max(start, following)
    return found


def _plain(
    text: str, passage: Passage, context: Passage, lemma_at: Mapping[int, str], *, quote: int | None
) -> Iterator[Unit]:
    if words := content_words.content_words(text, passage, lemma_at):
        yield Unit(start=passage.start, end=passage.end, quote=quote, context=context, lemmas=words)


def _overlapping(sentence: Passage, reported: Sequence[tuple[int, int, int]]) -> int | None:
    """Return the index of the reported quote that covers most of a sentence, None where there is none."""
    shares = [
        (min(end, sentence.end) - max(start, sentence.start), -index)
        for start, end, index in reported
        if start < sentence.end and sentence.start < end
    ]
    return -max(shares)[1] if shares else None
