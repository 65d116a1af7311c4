"""What is reported of somebody's words without quotation marks.

    Smith said that he had raised the issue.       he had raised the issue
    Smith urged ministers to resign.               ministers to resign
    The plan is dead, according to the BBC.        The plan is dead

``reported_clauses`` tells what a verb reports. A clause that holds words between marks is left alone: those
words are a quote already. Nor is a clause taken from another quotation or from another clause: what a quoted
speaker reports is part of the quotation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from articles.analysis.attributions import Attribution
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.reported_clauses import candidates

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FAR = 1000
"""No clause is so far from its verb, in characters."""


def find(
    doc: Doc, cues: Sequence[Attribution], sentences: Sequence[Passage], quoted: Sequence[Passage]
) -> Iterator[tuple[Attribution, Passage]]:
    """Yield each cue with the clause it reports, in printed order of the cues; no two clauses overlap.

    ``sentences`` and ``quoted`` are in printed order, and no two of either overlap.
    """
    text = text_of(doc)
    sentence_ends = [sentence.end for sentence in sentences]
    quote_ends = [quote.end for quote in quoted]
    taken = 0
    for cue in cues:
        place = bisect_right(sentence_ends, cue.start)
        if cue.start < taken or place == len(sentences):
            continue
        for clause in candidates(doc, text, cue, _near(sentences[place], cue)):
            following = bisect_right(quote_ends, clause.start)
            is_quoted = following < len(quoted) and quoted[following].overlaps(clause)
            if clause.start >= taken and not is_quoted:
                taken = clause.end
                yield cue, clause
                break


def _near(sentence: Passage, cue: Attribution) -> Passage:
    return Passage(start=max(sentence.start, cue.start - _FAR), end=min(sentence.end, cue.end + _FAR))
