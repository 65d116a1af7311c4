"""Which of a sentence's verbs of saying announces a quote.

“We won,” Smith said, “and we will again.”       said: it stands between the halves
Smith wrote that they expressed “regret”.        wrote: a verb of thought gives way to the one that reports it
Smith said those who refused were “nuts”.        said: the refusal ends before the quote
Asked about the plan, Smith called it “over”.    called: nobody is named who asked
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from articles.analysis.attributions import Attribution
from articles.analysis.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WEAK = frozenset(
    {"believe", "feel", "express", "think", "hope", "fear", "imply", "indicate", "claim", "call", "describe"}
)

_ENDS = frozenset(",.?!…—–-")


class CueChoice:
    """Chooses among the verbs of one article that can announce words between marks."""

    def __init__(self, doc: Doc, reports: Sequence[Attribution]) -> None:
        self.doc, self.text = doc, doc.text
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
        ahead, after = self._within(*before), self._behind(quote, behind)
        if after and not self.text[slice(*before)].strip():
            return after[0]
        return self._outer(ahead, quote.start) if ahead else after[0] if after else None

    def _within(self, start: int, end: int) -> tuple[Attribution, ...]:
        return self.cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _behind(self, quote: Quote, behind: tuple[int, int]) -> tuple[Attribution, ...]:
        """Return the cues behind a quote; what looks passive needs a sign of the end: “X,” tweeted Smith."""
        ended = self.text[quote.segments[-1].end - 1] in _ENDS
        return tuple(cue for cue in self._within(*behind) if ended or not cue.unsaid)

    def _outer(self, ahead: Sequence[Attribution], start: int) -> Attribution:
        """Return the nearest cue whose clause reaches a quote, or the one that reports it in turn."""
        reaching = [cue for cue in ahead if self.doc[cue.token].right_edge.idx >= start]
        nearest = (reaching or [cue for cue in ahead if not cue.unsaid] or ahead)[-1]
        if not self._is_weak(nearest):
            return nearest
        outer = [cue for cue in ahead[:-1] if not self._is_weak(cue) and self._governs(cue, nearest)]
        return outer[-1] if outer else nearest

    def _is_weak(self, cue: Attribution) -> bool:
        """Say whether a verb tells of a thought, or of speech that is nobody's or has not happened."""
        return cue.unsaid or cue.lemma in _WEAK or self.doc[cue.token].tag_ == "VB"

    def _governs(self, outer: Attribution, inner: Attribution) -> bool:
        return any(ancestor.i == outer.token for ancestor in self.doc[inner.token].ancestors)
