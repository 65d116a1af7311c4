"""Which of a sentence's verbs of saying announces a quote.

“We won,” Smith said, “and we will again.”       said: it stands between the halves
Smith wrote that they expressed “regret”.        wrote: a verb of thought gives way to the one that reports it
Smith said those who refused were “nuts”.        said: the refusal ends before the quote
Asked about the plan, Smith called it “over”.    called: nobody is named who asked
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from articles.analysis.attributions import Attribution
from articles.analysis.nlp import text_of
from articles.analysis.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WEAK = frozenset(
    {"believe", "feel", "express", "think", "hope", "fear", "imply", "indicate", "claim", "call", "describe"}
)

_LEADS_ON = re.compile(r"[^.,:“\"]{0,30}[,:] [“\"]")

_ENDS = frozenset(",.?!…—–-")


class CueChoice:
    """Chooses among the verbs of one article that can announce words between marks."""

    def __init__(self, doc: Doc, reports: Sequence[Attribution], inside: Set[int]) -> None:
        self.doc, self.text, self.inside = doc, text_of(doc), inside
        self.cues = tuple(cue for cue in reports if not cue.only_reports)
        self._starts = [cue.start for cue in self.cues]

    def choose(self, quote: Quote, before: tuple[int, int], behind: tuple[int, int]) -> Attribution | None:
        """Return the verb that announces a quote, given what stands before and behind it, as offsets.

        It is looked for between the quote's halves, else before it, else behind it.
        """
        for one, next_one in pairwise(quote.segments):
            between = self._within(one.end, next_one.start)
            if between:
                return between[0]
        ahead, after = self._ahead(before), self._behind(quote, behind)
        if ahead and after and self._announces_next(after[0], quote):
            after = ()
        if after and (not ahead or self._is_closed(quote, ahead, after[0])):
            return after[0]
        return self._outer(ahead, quote.start) if ahead else None

    def _is_closed(self, quote: Quote, ahead: Sequence[Attribution], after: Attribution) -> bool:
        """Say whether the words belong to the verb behind them: He is asked to go, which is “mad,” Lee said.

        No verb before them has a speaker and reaches them; nothing but a name stands before the one behind,
        which does not announce another quotation.
        """
        begins = min(after.start, after.speaker.start) if after.speaker else after.start
        unsaid = not any(self._may_announce(cue) for cue in ahead)
        if unsaid and any(self._governs(after, cue) for cue in ahead):
            return True
        return (
            self.text[quote.segments[-1].end - 1] in _ENDS
            and not self.text[quote.end : begins].strip()
            and self.text[after.end : after.end + 1] != ":"
            and not any(self._may_announce(cue) and self._reaches(cue, quote.start) for cue in ahead)
        )

    def _announces_next(self, cue: Attribution, quote: Quote) -> bool:
        """Say whether a verb leads to the next quotation: He was asked “why?” Smith replied, “Because.”"""
        ended = self.text[quote.segments[-1].end - 1] in "?!"
        return ended and bool(_LEADS_ON.match(self.text, cue.end))

    def _may_announce(self, cue: Attribution) -> bool:
        """Say whether a verb has a speaker, or keeps him back: Asked whether it is “mad,” Lee said no."""
        return cue.speaker is not None or (cue.unsaid and self.doc[cue.token].dep_ == "advcl")

    def _reaches(self, cue: Attribution, position: int) -> bool:
        return self.doc[cue.token].right_edge.idx >= position

    def _within(self, start: int, end: int) -> tuple[Attribution, ...]:
        return self.cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _ahead(self, before: tuple[int, int]) -> tuple[Attribution, ...]:
        """Return the cues before a quote; a noun must reach it: Lee's claim that it is “mad”."""
        return tuple(
            cue
            for cue in self._within(*before)
            if not cue.noun or (self._leads_to(cue, before[1]) and self._is_next(cue, before[1]))
        )

    def _leads_to(self, noun: Attribution, position: int) -> bool:
        """Say whether a noun reaches a quote: Lee's claim that it is “mad”; Lee's claim is “mad”."""
        token = self.doc[noun.token]
        is_it = token.dep_ == "nsubj" and token.head.lemma_ == "be"
        return self._reaches(noun, position) or (is_it and token.head.right_edge.idx >= position)

    def _is_next(self, cue: Attribution, position: int) -> bool:
        return not any(mark in self.text[cue.end : position - 1] for mark in '“”"')

    def _behind(self, quote: Quote, behind: tuple[int, int]) -> tuple[Attribution, ...]:
        """Return the cues behind a quote; what looks passive needs a sign of the end: “X,” tweeted Smith.

        A noun must follow at once, and its owner stand before the quote: Smith's “too late” comment.
        """
        ended = self.text[quote.segments[-1].end - 1] in _ENDS
        return tuple(
            cue
            for cue in self._within(*behind)
            if (self._frames(cue, quote) if cue.noun else ended or not cue.unsaid)
            and not self._belongs_to_words(cue)
        )

    def _belongs_to_words(self, cue: Attribution) -> bool:
        """Say whether a verb only tells of what is quoted: “records” that answer it; “faith” to deny it."""
        verb = self.doc[cue.token]
        return any(
            (child.dep_ == "aux" and child.lower_ == "to")
            or (child.dep_ == "nsubj" and child.lower_ == "that" and verb.head.i in self.inside)
            for child in verb.children
        )

    def _frames(self, noun: Attribution, quote: Quote) -> bool:
        owner = noun.speaker
        return owner is not None and owner.end <= quote.start and noun.start <= quote.end + 1

    def _outer(self, ahead: Sequence[Attribution], start: int) -> Attribution:
        """Return the nearest cue whose clause reaches a quote, or the one that reports it in turn."""
        reaching = [cue for cue in ahead if self._reaches(cue, start)]
        nearest = (reaching or [cue for cue in ahead if not cue.unsaid] or ahead)[-1]
        weakness = self._weakness(nearest)
        outer = [cue for cue in ahead[:-1] if self._weakness(cue) < weakness and self._governs(cue, nearest)]
        return outer[-1] if outer else nearest

    def _weakness(self, cue: Attribution) -> int:
        """Return 0 for a verb of saying, 1 for one of thought, 2 for what nobody says, or not yet."""
        if cue.unsaid or self.doc[cue.token].tag_ == "VB":
            return 2
        return 1 if cue.lemma in _WEAK else 0

    def _governs(self, outer: Attribution, inner: Attribution) -> bool:
        """Say whether one verb reports another's clause; not: He said no, while Ray called it “bad”."""
        verb = self.doc[inner.token]
        if (
            verb.dep_ == "advcl"
            and verb.tag_ != "VB"
            and any(child.dep_ == "nsubj" for child in verb.children)
        ):
            return False
        return any(ancestor.i == outer.token for ancestor in verb.ancestors)
