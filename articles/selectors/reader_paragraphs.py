"""One of two texts, paragraph by paragraph, cut at everything the Reader shows in it.

A stretch is covered by the same marks throughout: the links it belongs to, words that the other text prints
otherwise, a discrepancy, the reason for which it is left out. The stretches joined are the text as printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage
from articles.models import Omission
from articles.selectors.marked_text import Mark, Run, cut, mark_paragraphs
from articles.selectors.reader_flags import FlagMark
from articles.selectors.reader_words import WordMark

_OPENING = "\"'“‘«„‚(["
_CLOSING = "\"'”’»“)],.;:?!…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Where a linked passage begins: its name on the page and that of its partner.

    ``paragraph`` is the partner's, counted from 1. ``statement`` is the key of the row that both carry.
    ``is_level`` tells that the texts can be kept level by it.
    """

    number: int
    name: str
    partner: str
    paragraph: int
    statement: int
    suggested: bool
    is_level: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMark(Mark):
    """A linked passage."""

    layer: str = "link"
    joint: Joint


@dataclass(frozen=True, slots=True, kw_only=True)
class OmissionMark(Mark):
    """A passage that is left out of the comparison, and why."""

    layer: str = "omitted"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a text with what is shown in it.

    ``links`` are the numbers of the links that cover it, ``sure`` whether one of them is. ``joints`` begin
    with it; ``reason`` is that of an omission that begins with it; ``flags`` end with it.
    """

    text: str
    links: tuple[int, ...]
    sure: bool
    joints: tuple[Joint, ...]
    word: WordMark | None
    omitted: bool
    reason: str
    flagged: str
    flags: tuple[FlagMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """What the other text prints for a passage that begins in a paragraph, for pages too narrow for both."""

    joint: Joint
    stretches: tuple[Stretch, ...]
    other_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph in its stretches. ``omitted`` tells that nothing of it is compared."""

    number: int
    stretches: tuple[Stretch, ...]
    partners: tuple[Partner, ...]
    omitted: bool


def link_mark(passage: Passage, *, joint: Joint, text: str) -> LinkMark:
    """Return the mark of a linked passage, with the quotation marks and punctuation that stand against it."""
    start, end = passage.start, passage.end
    while start and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return LinkMark(start=start, end=end, joint=joint)


def omission_marks(omissions: Iterable[Omission]) -> list[OmissionMark]:
    """Return the marks of what is left out of a text."""
    return [OmissionMark(start=one.start, end=one.end, reason=one.reason) for one in omissions]


def set_paragraphs(
    text: str, *, marks: Sequence[Mark], partners: Sequence[tuple[LinkMark, Partner]]
) -> tuple[Paragraph, ...]:
    """Return the text's paragraphs, each with the partners of the passages that begin in it."""
    found = []
    for paragraph in mark_paragraphs(text, marks=marks):
        stretches = tuple(map(_stretch, paragraph.runs))
        found.append(
            Paragraph(
                number=paragraph.number,
                stretches=stretches,
                partners=tuple(
                    partner for mark, partner in partners if paragraph.start <= mark.start < paragraph.end
                ),
                omitted=all(one.omitted or not one.text.strip() for one in stretches),
            )
        )
    return tuple(found)


def set_passage(text: str, *, passage: Passage, words: Iterable[WordMark]) -> tuple[Stretch, ...]:
    """Return one passage in its stretches, only its words marked."""
    return tuple(_stretch(run) for run in cut(text, within=passage, marks=words))


def _stretch(run: Run) -> Stretch:
    joints = [mark.joint for mark in run.marks if isinstance(mark, LinkMark)]
    words = [mark for mark in run.marks if isinstance(mark, WordMark)]
    flags = [mark for mark in run.marks if isinstance(mark, FlagMark)]
    return Stretch(
        text=run.text,
        links=tuple(dict.fromkeys(joint.number for joint in joints)),
        sure=any(not joint.suggested for joint in joints),
        joints=tuple(mark.joint for mark in run.begins if isinstance(mark, LinkMark)),
        word=min(words, key=lambda word: word.slight, default=None),
        omitted=run.carries("omitted"),
        reason=next((mark.reason for mark in run.begins if isinstance(mark, OmissionMark)), ""),
        flagged=_flagged(flags),
        flags=tuple(mark for mark in run.ends if isinstance(mark, FlagMark)),
    )


def _flagged(flags: Sequence[FlagMark]) -> Literal["", "between", "elsewhere"]:
    """Say with whom words are at odds: with the text beside them, or with an outlet that is not shown."""
    if not flags:
        return ""
    return "between" if any(flag.between for flag in flags) else "elsewhere"
