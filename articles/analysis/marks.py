"""Quotation marks of one paragraph: which open, which close, and what is an apostrophe.

    He said: “It’s ‘over’.”             one stretch; the single marks inside it are not looked at
    “We won," she said.                 opened curly, closed straight: one stretch
    'Mark Smith's courage,' she said    one stretch in single marks; the apostrophe closes nothing
    the voters' 'patience'              patience; the possessive opens nothing
    the '90s · 6'2" tall                nothing: a decade, feet and inches
    “One. “Two,” he said.               the first is never closed: it ends where the second opens

Double marks (" “ ” „ « » `` '') face one way by their form or, when straight, by the characters beside
them: a mark opens before a word and closes after one. Decisions look at neighbours or at counts made
beforehand, so the time is linear in the length of the paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage

_MARK = re.compile(r"<[a-zA-Z/!][^<>\n]{0,500}>|(?P<mark>``|''|’’|‘‘|[\"“”„‟«»＂‘’'‚‛‹›])")
"""A mark, or the tag of a page's source, whose marks enclose attributes."""

_SINGLES = frozenset("‘’'‚‛‹›")
_OPENING_FORMS = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
_CLOSING_FORMS = frozenset({"”", "»", "''", "’’"})
_BRACKETS = frozenset("([{<")
_DASHES = frozenset("—–-/:=|*…")
_ENDS = frozenset(",.;:!?)]}")
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d|em|til|till|tis|twas|n|cos|cuz)\b", re.IGNORECASE)
_MAYBE_INCHES = re.compile(r"\d\"(?=\s+[a-z]|[)\]]|$)")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")

Facing = Literal["opens", "closes", "either"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one pair of marks encloses in one paragraph, marks included.

    ``opened`` or ``closed`` is False where a mark is missing and the border of the paragraph, or of the next
    stretch, stands for it. ``inner`` is what lies between the marks, and may be empty.
    """

    start: int
    end: int
    inner: tuple[int, int]
    double: bool
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    printed: str
    facing: Facing
    elided: bool

    @property
    def is_double(self) -> bool:
        return self.printed not in _SINGLES


def stretches(
    text: str,
    paragraph: Passage,
    *,
    carried: bool = False,
    single_goes_on: bool = False,
    double_goes_on: bool = False,
) -> tuple[list[Stretch], list[Passage]]:
    """Return the outermost stretches of a paragraph in order, and the closing marks that close nothing.

    ``carried``: a double mark of the paragraph before was left open, so that a mark that closes here first
    may belong to it. ``single_goes_on``, ``double_goes_on``: the next paragraph begins with such a mark, so
    that one here may stay open.
    """
    marks = [
        _mark(text, match, paragraph)
        for match in _MARK.finditer(text, paragraph.start, paragraph.end)
        if match.lastgroup == "mark"
    ]
    scan = _Scan(text, paragraph, marks, single_goes_on=single_goes_on, double_goes_on=double_goes_on)
    return scan.run(carried=carried)


def begins_with_mark(text: str, paragraph: Passage, *, double: bool) -> bool:
    """Say whether the paragraph's first character opens a quotation, in double or in single marks."""
    match = _MARK.match(text, paragraph.start, paragraph.end)
    if not match or match.lastgroup != "mark":
        return False
    mark = _mark(text, match, paragraph)
    return mark.is_double == double and mark.facing != "closes" and not mark.elided


def _mark(text: str, match: re.Match[str], paragraph: Passage) -> _Mark:
    start, end = match.span()
    before = text[start - 1] if start > paragraph.start else ""
    after = text[end] if end < paragraph.end else ""
    printed = match.group()
    if printed in _SINGLES:
        facing = _facing_single(printed, before, after)
        elided = bool(_ELISION.match(text, start, min(end + 6, paragraph.end)))
    else:
        facing = _facing(printed, before, after)
        elided = printed == '"' and bool(
            _FEET_AND_INCHES.search(text[max(paragraph.start, start - 6) : start])
        )
    return _Mark(start, end, printed, facing, elided)


def _facing(printed: str, before: str, after: str) -> Facing:
    free_before, free_after = not before or before.isspace(), not after or after.isspace()
    if printed in _OPENING_FORMS:
        return "either" if (free_after or after in _ENDS) and not free_before else "opens"
    if printed in _CLOSING_FORMS:
        return "either" if free_before and not free_after else "closes"
    if free_before != free_after:
        return "opens" if free_before else "closes"
    if before in _BRACKETS and before:
        return "opens"
    return "closes" if after in _ENDS and after and not free_before else "either"


def _facing_single(printed: str, before: str, after: str) -> Facing:
    """A single mark faces one way only where it cannot be an apostrophe: "either" means it is one."""
    free_before = not before or before.isspace() or before in _BRACKETS or before in _DASHES
    if printed not in "’›" and free_before and after and not after.isspace() and after not in _ENDS:
        return "opens"
    if printed not in "‚‹" and before and not before.isspace() and not after.isalnum():
        return "closes"
    return "either"


class _Scan:
    """One walk over the marks of a paragraph."""

    def __init__(
        self,
        text: str,
        paragraph: Passage,
        marks: Sequence[_Mark],
        *,
        single_goes_on: bool,
        double_goes_on: bool,
    ) -> None:
        self.text, self.paragraph, self.marks = text, paragraph, marks
        self.single_goes_on, self.double_goes_on = single_goes_on, double_goes_on
        self.found: list[Stretch] = []
        self.strays: list[Passage] = []
        self.open: list[_Mark] = []
        self.doubles_ahead = self._closing_less_opening_ahead()
        self.firm, self.weak, self.next_opening = self._single_marks_ahead()

    def run(self, *, carried: bool) -> tuple[list[Stretch], list[Passage]]:
        index = 0
        while index < len(self.marks):
            mark = self.marks[index]
            if mark.is_double:
                if not mark.elided:
                    self._meet_double(index, carried=carried)
                    carried = False
            elif not self.open and mark.facing == "opens" and not mark.elided:
                index = self._meet_single(index)
            index += 1
        if self.open:
            self._emit(self.open[0], None, self.paragraph.end)
        return self.found, self.strays

    def _meet_double(self, index: int, *, carried: bool) -> None:
        mark = self.marks[index]
        closes = mark.facing == "closes" or (mark.facing == "either" and bool(self.open))
        if closes and self._is_inches(index, carried=carried):
            return
        if not closes:
            # A mark that opens inside an open stretch is nested only if closing marks are left for both.
            if self.open and self.doubles_ahead[index + 1] + self._owed(mark) <= len(self.open):
                self._emit(self.open[0], None, mark.start)
                self.open = []
            self.open.append(mark)
        elif self.open:
            opening = self.open.pop()
            if not self.open:
                self._emit(opening, mark, mark.end)
        elif carried:
            self._emit(None, mark, mark.end)
        else:
            self.strays.append(Passage(start=mark.start, end=mark.end))

    def _is_inches(self, index: int, *, carried: bool) -> bool:
        """Say whether a mark behind a number closes nothing, or leaves enough closing marks without it."""
        mark = self.marks[index]
        if not _MAYBE_INCHES.match(self.text, max(mark.start - 1, self.paragraph.start), self.paragraph.end):
            return False
        return not carried and self.doubles_ahead[index + 1] >= len(self.open)

    def _owed(self, mark: _Mark) -> int:
        """Count the closing mark that stands in a later paragraph: "He “knows” it.⏎⏎"And so do we."

        Only marks of two forms tell it from a mark that was forgotten.
        """
        begins = self.open[0].start == self.paragraph.start
        return int(self.double_goes_on and begins and self.open[0].printed == '"' and mark.printed == "“")

    def _meet_single(self, index: int) -> int:
        """Emit the stretch that this single mark opens, if one closes it. Return its last mark's index."""
        firm, weak = self.firm[index + 1], self.weak[index + 1]
        closing = firm
        if weak is not None and (firm is None or self.next_opening[weak] < firm):
            closing = weak
        mark = self.marks[index]
        if closing is not None:
            self._emit(mark, self.marks[closing], self.marks[closing].end)
            return closing
        if self.single_goes_on and mark.printed == "‘":
            self._emit(mark, None, self.paragraph.end)
            return len(self.marks)
        return index

    def _emit(self, opening: _Mark | None, closing: _Mark | None, end: int) -> None:
        start = opening.start if opening else self.paragraph.start
        inner_start = opening.end if opening else start
        inner_end = closing.start if closing else end
        known = opening or closing
        while not closing and end > start + 1 and self.text[end - 1].isspace():
            end = inner_end = end - 1
        self.found.append(
            Stretch(
                start=start,
                end=end,
                inner=(inner_start, max(inner_start, inner_end)),
                double=known is not None and known.is_double,
                opened=opening is not None,
                closed=closing is not None,
            )
        )

    def _closing_less_opening_ahead(self) -> list[int]:
        """For each place, how many more double marks from there on close than open."""
        ahead = [0] * (len(self.marks) + 1)
        for index in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[index]
            step = {"closes": 1, "opens": -1, "either": 0}[mark.facing] if mark.is_double else 0
            ahead[index] = ahead[index + 1] + step
        return ahead

    def _single_marks_ahead(self) -> tuple[list[int | None], list[int | None], list[float]]:
        """For each place, the next single mark that surely closes, that may be a possessive, that opens."""
        size = len(self.marks)
        firm: list[int | None] = [None] * (size + 1)
        weak: list[int | None] = [None] * (size + 1)
        opening = [float("inf")] * (size + 1)
        for index in range(size - 1, -1, -1):
            mark = self.marks[index]
            firm[index], weak[index], opening[index] = firm[index + 1], weak[index + 1], opening[index + 1]
            if mark.is_double or mark.elided:
                continue
            if mark.facing == "opens":
                opening[index] = index
            elif mark.facing == "closes":
                possessive = (
                    self.text[mark.start - 1] in "sS" and self.text[mark.end : mark.end + 1].isspace()
                )
                (weak if possessive else firm)[index] = index
        return firm, weak, opening
