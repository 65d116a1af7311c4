"""Where somebody's words stand.

    “We won,” she said.                                   one direct quote
    “We won,” she said, “and we will again.”              one quote in two segments
    He called it “deeply troubling”.                      one mixed quote
    She said: “It is over.⏎⏎“We will go home.”            one quote over two paragraphs, a segment in each
    “We won, she said.                                    one quote to the end of its paragraph, and a warning
    SMITH: We won.                                        one direct quote, if it stands in an interview

A walk over the paragraphs, each read by ``marks``: a stretch left open at the end of a paragraph goes on in
the next one when that begins with a mark again, and else ends there with a warning, so that a missing mark
never makes half the page a quotation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from articles.analysis import block_texts, dialogue_dashes, interviews, tweets
from articles.analysis.cleaning import blank
from articles.analysis.cues import CUE_FORMS
from articles.analysis.marks import Stretch, begins_with_mark, stretches
from articles.analysis.passages import Passage, paragraphs, sentences
from articles.analysis.unmarked_words import UnmarkedWords

QuoteType = Literal["direct", "mixed", "indirect"]

_WORD = re.compile(r"\w")
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")
_BEGINS_ANEW = re.compile(r"\s+(?:He|She|They|We|It)\b")
_BREAK = re.compile(r"[!?…;:\n\r]")
_TOGETHER = "; "
_GAP = 120
"""The longest clause, in characters, that can stand between the two halves of one split quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Passage):
    """A passage with somebody's words, marks included.

    ``segments`` are the stretches inside the outermost marks, one for each paragraph or part of a split
    quotation, marks excluded; an indirect quote has none. The answers of an interview, posts and lines of
    dialogue are direct quotes without marks. ``speaker`` is the resolved name, None when
    unknown, several names joined where several speak together; ``speaker_as_printed`` is the mention it was
    resolved from, at ``speaker_at``. ``review`` asks for a human's look and ``review_reason`` says why.
    """

    segments: tuple[Passage, ...]
    type: QuoteType
    speaker: str | None = None
    speaker_as_printed: str | None = None
    speaker_at: Passage | None = None
    cue: str | None = None
    review: bool = False
    review_reason: str = ""

    @property
    def unmarked(self) -> bool:
        """Say whether the words stand without quotation marks."""
        return not self.segments or self.segments[0].start == self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning(Passage):
    """Something in the text that an editor should look at before trusting its reading."""

    message: str


def names_in(speaker: str) -> list[str]:
    """Return the names of those who speak together as one speaker: "Ann Lee; Bob Ray"."""
    return speaker.split(_TOGETHER)


def joined_names(names: Iterable[str]) -> str:
    """Return the speaker that stands for all who are named, each once."""
    return _TOGETHER.join(dict.fromkeys(names))


def find(text: str) -> tuple[tuple[Quote, ...], tuple[Warning, ...]]:
    """Return the quotes between marks, and others that show in print, and a warning for every unpaired mark.

    Their speakers are still open; ``speaker_at`` is set where a label, a signature or a document tells.
    Give it the text with its omitted passages blanked.
    """
    unmarked = _unmarked(text)
    hidden = blank(text, [words for one in unmarked for words in one.words], filler="_")
    marked, warnings = _marked(hidden)
    without_marks = [_without_marks(one) for one in unmarked]
    return tuple(sorted([*marked, *without_marks], key=lambda quote: quote.start)), warnings


def _unmarked(text: str) -> list[UnmarkedWords]:
    """Return what is printed as somebody's without marks, each passage once."""
    body = paragraphs(text)
    forms = (interviews, tweets, dialogue_dashes, block_texts)
    kept: list[UnmarkedWords] = []
    for one in sorted((one for form in forms for one in form.find(text, body)), key=lambda one: one.start):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def _without_marks(unmarked: UnmarkedWords) -> Quote:
    return Quote(
        start=unmarked.start,
        end=unmarked.end,
        segments=unmarked.words if unmarked.verbatim else (),
        type="direct" if unmarked.verbatim else "indirect",
        speaker_at=unmarked.speaker_at,
        review=bool(unmarked.doubt),
        review_reason=unmarked.doubt,
    )


def _marked(text: str) -> tuple[list[Quote], tuple[Warning, ...]]:
    groups: list[list[Stretch]] = []
    warnings: list[Warning] = []
    for found, stray in _by_paragraph(text):
        warnings += [
            Warning(start=mark.start, end=mark.end, message="This quotation mark closes nothing.")
            for mark in stray
        ]
        for stretch, goes_on in found:
            if goes_on or (groups and _is_split(text, groups[-1][-1], stretch)):
                groups[-1].append(stretch)
            else:
                groups.append([stretch])
    warnings += [
        Warning(start=stretch.start, end=stretch.start + 1, message="This quotation is never closed.")
        for group in groups
        for place, stretch in enumerate(group, start=1)
        if not stretch.closed and place == len(group)
    ]
    quotes = [quote for group in groups if (quote := _quote(text, group))]
    return quotes, tuple(sorted(warnings, key=lambda warning: warning.start))


def _by_paragraph(text: str) -> Iterator[tuple[list[tuple[Stretch, bool]], list[Passage]]]:
    """Yield each paragraph's stretches, with whether they continue the one before, and its stray marks."""
    body = paragraphs(text)
    left_open: Stretch | None = None
    for paragraph, following in zip_longest(body, body[1:]):
        found, stray = stretches(
            text,
            paragraph,
            carried=left_open is not None and left_open.double,
            single_goes_on=following is not None and begins_with_mark(text, following, double=False),
            double_goes_on=following is not None and begins_with_mark(text, following, double=True),
        )
        yield (
            [
                (stretch, left_open is not None and index == 0 and _continues(left_open, stretch, paragraph))
                for index, stretch in enumerate(found)
            ],
            stray,
        )
        last = found[-1] if found else None
        left_open = last if last and not last.closed and last.end == paragraph.end else None


def _continues(left_open: Stretch, stretch: Stretch, paragraph: Passage) -> bool:
    return stretch.start == paragraph.start and stretch.double == left_open.double


def _is_split(text: str, before: Stretch, after: Stretch) -> bool:
    """Say whether only "she said," stands between two stretches, with no full stop: “X,” she said, “Y.”

    What follows "adding" is another quotation.
    """
    gap = text[before.end : after.start]
    return (
        0 < len(gap) <= _GAP
        and before.closed
        and gap.rstrip().endswith(",")
        and not _BREAK.search(gap)
        and not _BEGINS_ANEW.match(gap)
        and len(sentences(text, Passage(start=before.end, end=after.start))) == 1
        and any(word.lower() in CUE_FORMS and word[-3:] != "ing" for word in re.findall(r"\w+", gap))
        and (gap[0] == "," or text[before.inner[0] : before.inner[1]].rstrip()[-1:] in (*",!?—–-…",))
    )


def _quote(text: str, group: Sequence[Stretch]) -> Quote | None:
    segments = tuple(
        Passage(start=start, end=end)
        for stretch in group
        if (span := _inner(text, stretch))
        for start, end in [span]
    )
    if not segments:
        return None
    return Quote(
        start=group[0].start,
        end=group[-1].end,
        segments=segments,
        type=_type(text, segments),
    )


def _inner(text: str, stretch: Stretch) -> tuple[int, int] | None:
    """Return the words between the marks without the space around them; None where there is no word."""
    start, end = stretch.inner
    printed = text[start:end]
    if not _WORD.search(printed):
        return None
    start += len(printed) - len(printed.lstrip())
    return start, start + len(printed.strip())


def _type(text: str, segments: Sequence[Passage]) -> QuoteType:
    """Tell whole sentences from a fragment inside the outlet's own sentence."""
    opening = segments[0].of(text).lstrip("[(‘'…. ")[:1]
    ending = segments[-1].of(text).rstrip("’'")[-1:]
    whole = ending in (*".,!?…—–",) or len(segments) > 1
    begins = opening.isupper() or opening.isdigit() or opening in "$£€"
    several = bool(_NEW_SENTENCE.search(segments[0].of(text)))
    return "direct" if whole and (begins or several) else "mixed"
