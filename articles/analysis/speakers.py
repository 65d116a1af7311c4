"""Whose the quoted words are.

    “We won,” said Smith.                    Smith is Mark Smith, whom the article names in full
    “We won.” ⏎ – Mark Smith, chairman       Mark Smith, named on the line below
    An FCDO spokesperson said: “No.”         the FCDO
    “We won,” the letter read.               the person who wrote it, where the article tells
    “We won,” she said.                      the person last spoken of, flagged for review
    “We won,” Smith said. “Again.”           Smith goes on

A speaker nobody is named for stays None; nothing is guessed without a flag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.analysis import attributions
from articles.analysis.attributions import Attribution
from articles.analysis.entities import Entity
from articles.analysis.passages import Passage, paragraphs
from articles.analysis.quotes import Quote
from articles.analysis.references import Resolver

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SIGNATURE = re.compile(r"\s*[–—―-]+\s*(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?…](?=[\s”\"’')]|$)|[\n\r]")


def attribute(doc: Doc, quotes: Sequence[Quote], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Return the quotes with their speakers, and the indirect quotes of the text among them, in printed order."""
    return _Attributor(doc, quotes, entities).run()


class _Attributor:
    def __init__(self, doc: Doc, quotes: Sequence[Quote], entities: Sequence[Entity]) -> None:
        self.doc, self.text, self.quotes = doc, doc.text, quotes
        self.body = paragraphs(self.text)
        self.segments = [segment for quote in quotes for segment in quote.segments]
        self.cues = attributions.find(doc, [*self.segments])
        self.resolver = Resolver(doc, entities, quotes)

    def run(self) -> tuple[Quote, ...]:
        done: list[Quote] = []
        for quote in self.quotes:
            done.append(self._attributed(quote, done[-1] if done else None))
        return tuple(done)

    def _attributed(self, quote: Quote, before: Quote | None) -> Quote:
        cue = self._cue(quote)
        if cue and cue.speaker:
            return self._with_speaker(quote, cue.speaker, cue.of(self.text))
        if signature := self._signature(quote):
            return self._with_speaker(quote, signature, None)
        if before and before.speaker and self._follows(before, quote):
            return replace(
                quote,
                speaker=before.speaker,
                speaker_as_printed=before.speaker_as_printed,
                speaker_at=before.speaker_at,
                cue=before.cue,
                review=before.review,
                review_reason=before.review_reason,
            )
        return replace(
            quote, cue=cue.of(self.text) if cue else None, review=True, review_reason="No speaker found."
        )

    def _with_speaker(self, quote: Quote, at: Passage, cue: str | None) -> Quote:
        name, reason = self.resolver.resolve(at, quote)
        return replace(
            quote,
            speaker=name,
            speaker_as_printed=at.of(self.text),
            speaker_at=at,
            cue=cue,
            review=bool(reason),
            review_reason=reason,
        )

    def _cue(self, quote: Quote) -> Attribution | None:
        before, after = self._before(quote), self._after(quote)
        ends = self.text[quote.segments[-1].end - 1]
        if ends in ",?!—-" and after:
            return after[0]
        if before:
            return before[-1]
        return after[0] if after else None

    def _before(self, quote: Quote) -> list[Attribution]:
        paragraph_start = (
            max(self.text.rfind("\n", 0, quote.start), self.text.rfind("\r", 0, quote.start)) + 1
        )
        start = paragraph_start
        for end in _SENTENCE_END.finditer(self.text, paragraph_start, quote.start):
            if not any(segment.start <= end.start() < segment.end for segment in self._near(quote)):
                start = end.end()
        return [cue for cue in self.cues if start <= cue.start and cue.end <= quote.start]

    def _after(self, quote: Quote) -> list[Attribution]:
        end = _SENTENCE_END.search(self.text, quote.end)
        limit = end.start() if end else len(self.text)
        following = [other.start for other in self._near(quote) if other.start >= quote.end]
        limit = min([limit, *following])
        return [cue for cue in self.cues if quote.end <= cue.start and cue.end <= limit]

    def _near(self, quote: Quote) -> list[Passage]:
        return [segment for segment in self.segments if abs(segment.start - quote.start) < 2000]

    def _signature(self, quote: Quote) -> Passage | None:
        match = _SIGNATURE.match(self.text, quote.end)
        if not match:
            return None
        end = re.compile(r"[,(\n\r]|$").search(self.text, match.end())
        return Passage(start=match.end(), end=end.start() if end else len(self.text))

    def _follows(self, before: Quote, quote: Quote) -> bool:
        gap = self.text[before.end : quote.start]
        return len(gap) < 400 and gap.count("\n\n") < 2
