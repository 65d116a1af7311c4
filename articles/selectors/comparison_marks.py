"""A reading cut into pieces that show how it departs from the base.

The base prints      “We will close the two depots in the spring.”
another outlet       The firm said it would “shut the two depots” soon.

and the second reading falls into the pieces

    The firm said it would       context: the outlet's own words
    “                            same
    shut                         changed, instead of "close"
     the two depots”             same
     soon.                       context

Only what stands inside the reading is compared. Its quotation marks are shown as part of it, although the
stored passage leaves them out. Words that a fragment does not reach are neither left out nor added.
Where slight differences are marked, a marked word has its punctuation with it: that may be the difference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis.collation import Mark
from articles.analysis.passages import Passage, Token
from articles.models import Reading
from articles.selectors.comparison_choices import Show
from articles.selectors.comparison_source import StoredReading

PieceKind = Literal["context", "same", "changed", "added", "left_out"]

OTHER_WORDS_BELOW = 0.25
"""A report that shares a smaller part of its words with the base tells it in words of its own. To mark nearly
every word would hide that, so nothing is marked and the cell says so."""

_RETOLD = (Reading.Kind.REWORDED, Reading.Kind.REPORTED)

_OPENING = "\"'“‘«„‚([ "
_CLOSING = "\"'”’»“)],.;:?!… "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell. ``instead`` are the base's words where the reading has others.

    ``slight`` marks a difference of case, spelling or punctuation only.
    """

    kind: PieceKind
    text: str
    instead: str = ""
    slight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A reading as seen from the base. ``share`` (0 to 1) is the part of its words that differ.

    ``other_words`` tells that the reading is a report in words of its own.
    """

    pieces: tuple[Piece, ...]
    share: float = 0
    other_words: bool = False

    @property
    def is_marked(self) -> bool:
        """Say whether any piece is marked as departing from the base."""
        return any(piece.kind not in ("context", "same") for piece in self.pieces)


def as_printed(reading: StoredReading, *, text: str) -> Departure:
    """Return a reading with nothing marked: the base itself, or one that has no base."""
    pieces = _pieces(reading, text=text, marks=(), base_text="", show="changed")
    return Departure(pieces=tuple(pieces))


def departure(
    reading: StoredReading,
    *,
    text: str,
    base: StoredReading,
    base_text: str,
    marks: Sequence[Mark],
    show: Show,
) -> Departure:
    """Return a reading with its differences from the base marked: the substantive ones, or every one.

    ``marks`` are all that collation.against finds between the two.
    """
    share = share_of(marks, reading=reading, base=base, show=show)
    if is_in_other_words(marks, reading=reading, base=base):
        pieces = as_printed(reading, text=text).pieces
        return Departure(pieces=pieces, share=share, other_words=reading.kind in _RETOLD)
    return Departure(
        pieces=tuple(_pieces(reading, text=text, marks=marks, base_text=base_text, show=show)), share=share
    )


def share_of(marks: Sequence[Mark], *, reading: StoredReading, base: StoredReading, show: Show) -> float:
    """Return the part of a reading's words that differ from the base's, 0 to 1."""
    if is_in_other_words(marks, reading=reading, base=base):
        return 1
    words = sum(len(mark.tokens) for mark in marks)
    differing = sum(max(len(mark.tokens), len(mark.base_tokens)) for mark in marks if is_shown(mark, show))
    return min(1.0, differing / max(1, words))


def is_in_other_words(marks: Sequence[Mark], *, reading: StoredReading, base: StoredReading) -> bool:
    """Say whether one of the two reports what the other prints, but shares too few of its words."""
    words = sum(len(mark.tokens) for mark in marks)
    same = sum(len(mark.tokens) for mark in marks if mark.kind == "same" or mark.variant == "accidental")
    return same < OTHER_WORDS_BELOW * words and (reading.kind in _RETOLD or base.kind in _RETOLD)


def is_shown(mark: Mark, show: Show) -> bool:
    """Say whether a mark is one of the differences to show: the substantive ones, or every one."""
    if mark.kind in ("same", "not_carried"):
        return False
    return mark.variant == "substantive" or (mark.variant == "accidental" and show == "every")


def _pieces(
    reading: StoredReading, *, text: str, marks: Sequence[Mark], base_text: str, show: Show
) -> Iterator[Piece]:
    ink = reading if reading.kind == "reported" else _with_marks(reading, text=text)
    if reading.context.start < ink.start:
        yield Piece("context", text[reading.context.start : ink.start])
    written, reached = ink.start, reading.start
    for at, mark in enumerate(marks):
        if is_shown(mark, show):
            printed = _stretch(mark.tokens, show)
            start = printed.start if printed else _gap(marks, at, after=reached, base_text=base_text)
            start = max(start, written)
            if written < start:
                yield Piece("same", text[written:start])
            yield _piece(mark, text=text, base_text=base_text, show=show)
            written = printed.end if printed else start
        if mark.tokens:
            reached = mark.tokens[-1].end
    if written < ink.end:
        yield Piece("same", text[written : ink.end])
    if ink.end < reading.context.end:
        yield Piece("context", text[ink.end : reading.context.end])


def _gap(marks: Sequence[Mark], at: int, *, after: int, base_text: str) -> int:
    """Return where the words left out belong, ``after`` being the end of the word before them.

    Where the base prints a comma or dash before them they stand after the reading's own: of “repairs, however
    I can” and “repairs. I can”, after the full stop.
    """
    before = next((mark.base_tokens[-1].end for mark in reversed(marks[:at]) if mark.base_tokens), None)
    following = next((mark.tokens[0].start for mark in marks[at:] if mark.tokens), None)
    if before is None or following is None:
        return after
    return following if base_text[before : marks[at].base_tokens[0].start].strip() else after


def _piece(mark: Mark, *, text: str, base_text: str, show: Show) -> Piece:
    ours, slight = _printed(mark.base_tokens, base_text, show), mark.variant == "accidental"
    if not mark.tokens:
        return Piece("left_out", ours, slight=slight)
    kind: PieceKind = "changed" if mark.base_tokens else "added"
    return Piece(kind, _printed(mark.tokens, text, show), instead=ours, slight=slight)


def _printed(tokens: Sequence[Token], text: str, show: Show) -> str:
    stretch = _stretch(tokens, show)
    return stretch.of(text) if stretch else ""


def _stretch(tokens: Sequence[Token], show: Show) -> Passage | None:
    """Return where words stand, with the punctuation around them if slight differences are marked."""
    if not tokens:
        return None
    first, last = (tokens[0].pointed, tokens[-1].pointed) if show == "every" else (tokens[0], tokens[-1])
    return Passage(start=first.start, end=last.end)


def _with_marks(reading: StoredReading, *, text: str) -> Passage:
    """Return the reading with the quotation marks and closing punctuation that stand against it."""
    start, end = reading.start, reading.end
    while start > reading.context.start and text[start - 1] in _OPENING:
        start -= 1
    while end < reading.context.end and text[end] in _CLOSING:
        end += 1
    printed = text[start:end]
    return Passage(start=end - len(printed.lstrip()), end=start + len(printed.rstrip()))
