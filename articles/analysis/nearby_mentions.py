"""Who is printed near a quote, where no verb of saying with a subject announces it.

“We won.” ⏎ – Ann Lee, UN rapporteur             the signature below
Ann Lee: “We won.”                               the label before; no clause: She had one message: “…”
“We won!” beamed Ann Lee                         the person behind any verb that follows at once
“We won,” tweeted Berg's spokesman Jon Park      the phrase behind a verb without a parsed subject
Ann Lee went even further: “…”                   the subject of the outlet's own words
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.analysis import attributions
from articles.analysis.attributions import Attribution, Mention
from articles.analysis.nlp import text_of
from articles.analysis.pronouns import MentionIndex
from articles.analysis.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BULLETS = " \t\u00a0•·*–—-"
_SIGNATURE = re.compile(r"\s*[–—―-]+\s*([A-Z][^,(\n\r]*)")
_LABEL = re.compile(r"([A-Z][^:.!?\n]{1,60}):\s*$")


class NearbyMentions:
    """Finds the mentions near the quotes of one article; ``inside`` holds the tokens between marks."""

    def __init__(self, doc: Doc, mentions: MentionIndex, inside: Set[int]) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.mentions, self.inside = mentions, inside

    def beside(self, cue: Attribution, before: tuple[int, int], behind: tuple[int, int]) -> Mention | None:
        """Return who is named nearest to a cue for which the parse gives no subject."""
        if cue.start < before[1]:
            return self.mentions.person_at(before[0], cue.start) or self._noun_phrase(before[0], cue.start)
        between = self._noun_phrase(behind[0], cue.start)
        return (
            between
            or self._right_behind(cue)
            or self.mentions.person_at(cue.end, min(behind[1], cue.end + 80))
            or self._noun_phrase(cue.end, min(behind[1], cue.end + 40))
        )

    def _right_behind(self, cue: Attribution) -> Mention | None:
        """Return the noun phrase that begins behind the cue: “X,” tweeted Brown's spokesman Jon Park."""
        found = self._noun_phrase(cue.end, min(cue.end + 60, len(self.text)))
        if found is None or found.start > cue.end + 1:
            return None
        # The parser may take the verb itself for a part of the phrase.
        return replace(found, start=max(found.start, cue.end + 1))

    def _noun_phrase(self, start: int, end: int) -> Mention | None:
        """Return the first noun phrase between two offsets outside the marks."""
        span = self.doc.char_span(start, end, alignment_mode="contract") if start < end else None
        for token in span or ():
            if (
                token.i not in self.inside
                and token.pos_ in {"PROPN", "NOUN", "PRON"}
                and token.dep_ != "compound"
            ):
                return attributions.mention(token, self.inside)
        return None

    def signature(self, quote: Quote) -> Mention | None:
        """Read the name behind a dash on the line below the words: – Ann Lee, UN rapporteur."""
        match = _SIGNATURE.match(self.text, quote.end, quote.end + 200)
        if not match:
            return None
        # Behind a quotation on the same line a dash may open an aside.
        opening = self.text[self._paragraph_start(quote) : quote.start]
        if "\n" not in match.group() and opening.strip(_BULLETS):
            return None
        printed = match[1].rstrip()
        return Mention(
            start=match.start(1),
            end=match.start(1) + len(printed),
            head=match.start(1) + printed.rfind(" ") + 1,
        )

    def label(self, before: tuple[int, int]) -> Mention | None:
        """Read “Ann Lee: “We won.”” or a line like it, but no clause: "She had one message: “…”"."""
        match = _LABEL.match(self.text, *before)
        if not match:
            return None
        span = self.doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        if any(token.pos_ in {"VERB", "AUX"} for token in span or ()):
            return self.mentions.person_ending_at(match.end(1))
        return self.mentions.person_at(match.start(1), match.end(1)) or Mention(
            start=match.start(1), end=match.end(1), head=match.start(1) + match[1].rfind(" ") + 1
        )

    def inverted(self, quote: Quote, behind: tuple[int, int]) -> Mention | None:
        """Read “We won!” beamed Smith: any verb right behind a quotation, with a person right behind it."""
        if self.text[quote.segments[-1].end - 1] not in ",?!—":
            return None
        return self.mentions.person_at(behind[0], min(behind[1], behind[0] + 100))

    def main_subject(self, start: int, end: int) -> Mention | None:
        """Return the subject of the outlet's own words between two offsets."""
        span = self.doc.char_span(start, end, alignment_mode="contract")
        for token in span or ():
            if (
                token.dep_ in {"nsubj", "nsubjpass"}
                and token.i not in self.inside
                and self._is_main(token.head, start, end)
            ):
                return attributions.mention(token, self.inside)
        return None

    def _is_main(self, verb: Token, start: int, end: int) -> bool:
        """Say whether no other verb of the outlet's own words between two offsets governs this one."""
        return verb.dep_ == "ROOT" or verb.head.i in self.inside or not start <= verb.head.idx < end

    def _paragraph_start(self, quote: Quote) -> int:
        return max(self.text.rfind("\n", 0, quote.start), self.text.rfind("\r", 0, quote.start)) + 1
