"""Who is printed near a quote, where no verb of saying with a subject announces it.

“We won.” ⏎ – Ann Lee, UN rapporteur             the signature below
Ann Lee: “We won.”                               the label before; no clause: She had one message: “…”
“We won!” beamed Ann Lee                         the person behind any verb that follows at once
“We won,” tweeted Berg's spokesman Jon Park      the phrase behind a verb without a parsed subject
“Go!” came shouts from the crowd                 the crowd; nobody in: he walked in to chants of “Go!”
“We won.” ⏎ Former mayor Ann Lee                 a line that is all name
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
from articles.analysis.speaking_nouns import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BULLETS = " \t\u00a0•·*–—-"
_SIGNATURE = re.compile(r"\s*[–—―-]+\s*([A-Z][^,(\n\r]*)")
_MARKS = "“”\"'"
_LINE_BELOW = re.compile(r"[“”\"']*[^\S\n]*\n\s*([A-Z][^\n.?!:]{2,80})[.\"”]*[^\S\n]*(?:\n|$)")
_LABEL = re.compile(r"([A-Z][^:.!?\n]{1,120}):\s*$")


_CRIES = frozenset("boo call chant cheer chorus cry jeer roar scream shout yell".split())
_RAISING = frozenset(
    "answer begin break burst erupt explode join launch lead raise repeat reply reprise respond resume "
    "start".split()
)
"""Verbs whose subject raises a cry: it broke into chants; not: it drew them."""


class NearbyMentions:
    """Finds the mentions near the quotes of one article; ``inside`` holds the tokens between marks."""

    def __init__(self, doc: Doc, mentions: MentionIndex, inside: Set[int]) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.mentions, self.inside = mentions, inside

    def beside(self, cue: Attribution, before: tuple[int, int], behind: tuple[int, int]) -> Mention | None:
        """Return who is named nearest to a cue for which the parse gives no subject."""
        if cue.start < before[1]:
            person = self.mentions.person_at(before[0], cue.start)
            return self._whose(person) if person else self._noun_phrase(before[0], cue.start)
        between = self._noun_phrase(behind[0], cue.start)
        return (
            between
            or self._right_behind(cue)
            or self.mentions.person_at(cue.end, min(behind[1], cue.end + 80))
            or self._noun_phrase(cue.end, min(behind[1], cue.end + 40))
        )

    def _whose(self, person: Mention) -> Mention:
        """Return the people whom a name only tells apart: the Lee supporters, with Lee."""
        last = self.mentions.entities_in(person)[0][0].end
        span = self.doc.char_span(person.start, last, alignment_mode="expand")
        if span is None:
            return person
        noun = span.root.head
        told_apart = span.root.dep_ == "compound" and noun.i == span.end and noun.tag_ == "NNS"
        return attributions.mention(noun, self.inside) if told_apart and can_speak(noun.lemma_) else person

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

    def name_below(self, quote: Quote) -> Mention | None:
        """Read a line that is all name below words set apart: “We won.” ⏎ Former mayor Ann Lee."""
        line = _LINE_BELOW.match(self.text, quote.end)
        if not line or self.text[self._paragraph_start(quote) : quote.start].strip(_BULLETS + _MARKS):
            return None
        person = self.mentions.person_at(line.start(1), line.end(1))
        span = self.doc.char_span(line.start(1), line.end(1), alignment_mode="contract")
        if person is None or not span or any(token.pos_ in {"VERB", "AUX"} for token in span):
            return None
        named, _ = self.mentions.entities_in(person)[0]
        if self.text[named.end : line.end(1)].strip()[:1] not in {"", ","}:
            return None
        titles = self.doc.char_span(line.start(1), person.start, alignment_mode="contract")
        return None if any(token.pos_ in {"ADP", "DET", "PUNCT"} for token in titles or ()) else person

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

    def cry(self, quote: Quote) -> Token | None:
        """Return the noun in chants of “Go!”; the chant “Go!”; “Go!” chants; “Go!” came the shout."""
        opening = self.mentions.tokens.get(quote.start)
        before = [*opening.doc[max(0, opening.i - 2) : opening.i]] if opening is not None else []
        if before and before[-1].lower_ == "of":
            before.pop()
        following = self.mentions.tokens.get(quote.end + 1)
        behind = [*following.doc[following.i : following.i + 3]] if following is not None else []
        if behind and behind[0].lower_ == "came":
            behind = [token for token in behind[1:] if token.pos_ != "DET"]
        near = [*before[-1:], *behind[:1]]
        return next((token for token in near if token.pos_ == "NOUN" and token.lemma_ in _CRIES), None)

    def who_cries(self, cry: Token) -> Mention | None:
        """Return who raises a cry: the crowd's; from the crowd; they broke into one; not: they heard one."""
        named = [child for child in cry.lefts if child.dep_ == "poss" or child.tag_ == "NNS"]
        named += [one for child in cry.rights if child.lower_ in {"by", "from"} for one in child.children]
        verb = cry.head.head if cry.dep_ == "pobj" else cry.head
        if not named and verb.lemma_ in _RAISING:
            named = [child for child in verb.lefts if child.dep_ == "nsubj"]
        return attributions.mention(named[0], self.inside) if named else None

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
