"""Whose the quoted words are.

    “We won,” said Smith.                    Smith is Mark Smith, whom the article names in full
    Smith: “We won.”                         so is this
    “We won.” ⏎ – Mark Smith, chairman       Mark Smith, named on the line below
    An FCDO spokesperson said: “No.”         the FCDO
    “We won,” the letter read.               the person who wrote it, where the article tells
    “We won,” she said.                      the person last spoken of, flagged for review
    “We won,” Smith said. “Again.”           Smith goes on
    The “robust” regime …                    nobody says so: no speaker, flagged

Where no verb of saying announces the words (see ``cue_choice``), the speaker of the quote before goes on, or
the subject of the sentence speaks, with a flag. A speaker nobody is named for stays None; nothing is guessed
without a flag.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.analysis import attributions, indirect, printed_speakers
from articles.analysis.attributions import Attribution, Mention
from articles.analysis.cue_choice import CueChoice
from articles.analysis.entities import Entity
from articles.analysis.nearby_mentions import NearbyMentions
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage, paragraphs, sentences
from articles.analysis.pronouns import PERSONAL_PRONOUNS
from articles.analysis.quotes import Quote
from articles.analysis.references import Resolver
from articles.analysis.speech import is_speech

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINT = re.compile(r"(and|but|or|so|then|yet|also|specifically|again|still|plus)\b[\s,:–—-]*", re.IGNORECASE)
_FAR = 1000
"""No sentence is so long: the characters of it that are looked at on either side of a quote."""

_NAMED_BEFORE = "Who is named before the verb is read as its subject."
_NO_VERB = "No verb of saying stands beside the words."
_NOBODY = frozenset({"that", "which", "who", "what", "this"})


def attribute(doc: Doc, quotes: Sequence[Quote], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Return the quotes with their speakers, and the indirect quotes among them, in printed order."""
    return _Attributor(doc, quotes, entities).run()


class _Attributor:
    def __init__(self, doc: Doc, quotes: Sequence[Quote], entities: Sequence[Entity]) -> None:
        self.doc, self.text, self.quotes = doc, text_of(doc), quotes
        inside = _tokens_inside(doc, quotes)
        masked = _masked(self.text, quotes)
        self.body = paragraphs(self.text)
        self.sentences = [one for paragraph in paragraphs(masked) for one in sentences(masked, paragraph)]
        self.sentence_starts = [sentence.start for sentence in self.sentences]
        self.reports = attributions.find(doc, inside)
        self.report_starts = [report.start for report in self.reports]
        self.cues = CueChoice(doc, self.reports, inside)
        self.resolver = Resolver(doc, entities, inside, self.sentences)
        self.nearby = NearbyMentions(doc, self.resolver.mentions, inside)
        self.masked = masked
        for report in self.reports:
            if report.speaker and (name := self.resolver.name_over(report.speaker)):
                self.resolver.pronouns.note_speaker(report.speaker.start, name)

    def run(self) -> tuple[Quote, ...]:
        spoken = [quote for quote in self.quotes if self._is_speech(quote)]
        reported = {
            clause: cue
            for cue, clause in indirect.find(self.doc, self.reports, self.sentences, spoken)
            if not cue.unsaid
        }
        clauses = [
            Quote(start=clause.start, end=clause.end, segments=(), type="indirect") for clause in reported
        ]
        done: list[Quote] = []
        before: Quote | None = None
        for quote in sorted([*spoken, *clauses], key=lambda one: (one.start, one.end)):
            cue = reported.get(Passage(start=quote.start, end=quote.end))
            if cue:
                attributed = self._reported(quote, cue)
            elif quote.speaker_at or not quote.segments:
                attributed = before = self._as_printed(quote, done[-1] if done else None)
            else:
                attributed = before = self._attributed(quote, before)
            if attributed:
                done.append(attributed)
                if attributed.speaker and attributed.speaker_at:
                    self.resolver.pronouns.remember(attributed.speaker_at.start, attributed.speaker)
        return tuple(done)

    def _is_speech(self, quote: Quote) -> bool:
        if quote.unmarked:
            return True
        cue = self.cues.choose(quote, *self._zones(quote))
        behind = self.resolver.mentions.tokens.get(quote.end + 1)
        noun = behind.lemma_.lower() if behind is not None and behind.pos_ in {"NOUN", "PROPN"} else ""
        return is_speech(self.text, quote, cue, noun=noun)

    def _as_printed(self, quote: Quote, before: Quote | None) -> Quote:
        """Return words without marks with the speaker whom their print names, else with the last one."""
        if quote.speaker_at:
            name, reason = printed_speakers.resolve(quote.speaker_at, self.resolver)
            printed = quote.speaker_at.of(self.text)
            reason = reason or quote.review_reason
            return replace(
                quote, speaker=name, speaker_as_printed=printed, review=bool(reason), review_reason=reason
            )
        if before and before.speaker and self._follows(before, quote):
            return replace(_like(before, quote), review=True, review_reason=quote.review_reason)
        return quote

    def _follows(self, before: Quote, quote: Quote) -> bool:
        return self._sentence_place(quote.start) <= self._sentence_place(before.end - 1) + 1

    def _reported(self, clause: Quote, cue: Attribution) -> Quote | None:
        if cue.speaker is None:
            sentence = self.sentences[self._sentence_place(cue.start)]
            named = self.resolver.mentions.person_at(max(sentence.start, cue.start - _FAR), cue.start)
            return _doubted(self._with_speaker(clause, named, cue), _NAMED_BEFORE) if named else None
        if cue.speaker.of(self.text).lower() in _NOBODY:
            return None
        return self._with_speaker(clause, cue.speaker, cue)

    def _attributed(self, quote: Quote, before: Quote | None) -> Quote:
        """Return a quote with its speaker."""
        if (noun := self.nearby.cry(quote)) is not None:
            at = self.nearby.who_cries(noun)
            return self._with_speaker(quote, at, None) if at else _without_speaker(quote, noun.text)
        zone_before, zone_behind = self._zones(quote)
        cue = self.cues.choose(quote, zone_before, zone_behind)
        if cue:
            at = cue.speaker
            if cue.unsaid and cue.start < quote.start:
                return _without_speaker(quote, cue.of(self.text))
            if at and at.of(self.text).lower() not in _NOBODY:
                return self._with_speaker(quote, at, cue)
            if at := self.nearby.beside(cue, zone_before, zone_behind):
                attributed = self._with_speaker(quote, at, cue)
                return attributed if cue.start > quote.start else _doubted(attributed, _NAMED_BEFORE)
        if at := self.nearby.signature(quote) or self.nearby.label(zone_before):
            return self._with_speaker(quote, at, None)
        if at := self.nearby.inverted(quote, zone_behind) or self.nearby.name_below(quote):
            return _doubted(self._with_speaker(quote, at, None), _NO_VERB)
        if before and before.speaker_at and self._goes_on(before, quote, zone_before):
            return _like(before, quote)
        if before and before.speaker_at and self._stands_alone_behind(before, quote, zone_before):
            return _doubted(_like(before, quote), "The last speaker is read as going on.")
        subject = self._subject_near(quote, zone_before)
        if subject and not self.resolver.is_voiceless(subject):
            attributed = self._with_speaker(quote, subject, None)
            if attributed.speaker or subject.of(self.text).lower() in PERSONAL_PRONOUNS:
                return _doubted(attributed, _NO_VERB)
        return _without_speaker(quote, cue.of(self.text) if cue else None)

    def _with_speaker(self, quote: Quote, at: Mention, cue: Attribution | None) -> Quote:
        name, reason = self.resolver.resolve(at, said=quote.segments)
        printed = self.resolver.printed(at)
        return replace(
            quote,
            speaker=name,
            speaker_as_printed=printed.of(self.text),
            speaker_at=printed,
            cue=cue.of(self.text) if cue else None,
            review=bool(reason),
            review_reason=reason,
        )

    def _zones(self, quote: Quote) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return what stands in the quote's own sentence before it and behind it, as offsets.

        A line that ends in a colon, or in a comma, belongs to the quote that begins the next line.
        """
        place = self._sentence_place(quote.start)
        start = self.sentences[place].start
        if not self.text[start : quote.start].strip() and place:
            previous = self.sentences[place - 1]
            if self.text[previous.end - 1] in ":,":
                start = previous.start
        behind = self.sentences[self._sentence_place(quote.end - 1)].end
        start, behind = max(start, quote.start - _FAR), min(behind, quote.end + _FAR)
        return (min(start, quote.start), quote.start), (quote.end, max(behind, quote.end))

    def _sentence_place(self, position: int) -> int:
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def _goes_on(self, before: Quote, quote: Quote, zone: tuple[int, int]) -> bool:
        """Say whether the speaker of the quote before goes on: “X,” she said. “Y.” – “X,” she said. But “Y.”

        Nothing stands between the two but the cue of the first and a word that joins them.
        """
        behind = max(before.end, self.sentences[self._sentence_place(before.end - 1)].end)
        between = self.masked[min(behind, quote.start) : quote.start]
        return not between.strip() or (
            between.strip() == self.masked[slice(*zone)].strip() and bool(_JOINT.fullmatch(between.strip()))
        )

    def _stands_alone_behind(self, before: Quote, quote: Quote, zone: tuple[int, int]) -> bool:
        """Say whether a quotation is a sentence of its own, in the paragraph in which somebody has spoken."""
        same = "\n" not in self.text[before.end : quote.start]
        return same and quote.type == "direct" and not self.text[slice(*zone)].strip()

    def _subject_near(self, quote: Quote, zone: tuple[int, int]) -> Mention | None:
        """Return the subject of the quote's own sentence, else, if it has none, of the sentence before it."""
        if self.text[slice(*zone)].strip():
            return self.nearby.main_subject(*zone)
        place = self._sentence_place(quote.start)
        if not place:
            return None
        previous = self.sentences[place - 1]
        if reporter := self._reporter(previous):
            return reporter
        subject = self.nearby.main_subject(previous.start, previous.end)
        return subject if subject and self.resolver.has_voice(subject) else None

    def _reporter(self, sentence: Passage) -> Mention | None:
        """Return whose words a sentence of the outlet's reports: Lee announced a new plan. “It will work.”"""
        first = bisect_left(self.report_starts, sentence.start)
        last = bisect_left(self.report_starts, sentence.end)
        named = (report.speaker for report in self.reports[first:last] if report.speaker)
        return next((at for at in named if self.resolver.name_over(at)), None)


def _doubted(quote: Quote, reason: str) -> Quote:
    return replace(quote, review=True, review_reason=reason)


def _without_speaker(quote: Quote, cue: str | None) -> Quote:
    return replace(quote, cue=cue, review=True, review_reason="No speaker is named.")


def _like(before: Quote, quote: Quote) -> Quote:
    return replace(
        quote,
        speaker=before.speaker,
        speaker_as_printed=before.speaker_as_printed,
        speaker_at=before.speaker_at,
        cue=before.cue,
        review=before.review,
        review_reason=before.review_reason,
    )


def _tokens_inside(doc: Doc, quotes: Sequence[Quote]) -> set[int]:
    found: set[int] = set()
    for quote in quotes:
        for segment in quote.segments:
            span = doc.char_span(segment.start, segment.end, alignment_mode="contract")
            found.update(token.i for token in span or ())
    return found


def _masked(text: str, quotes: Sequence[Quote]) -> str:
    """Blank what stands between marks, but keep its last full stop, which may end the sentence."""
    parts, done = [], 0
    for segment in (segment for quote in quotes for segment in quote.segments):
        keep = segment.end - 1 if text[segment.end - 1] == "." else segment.end
        parts += [text[done : segment.start], "_" * (keep - segment.start)]
        done = keep
    return "".join([*parts, text[done:]])
