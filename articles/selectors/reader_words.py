"""The words in which two passages differ, marked in both texts as they are printed.

    left     We will close the two depots in the spring.
    right    We will shut both of the two depots soon in the spring.

marks "close" on the left and "shut both of" on the right as changed, and "soon" as printed by the right one
alone. Nothing is put into either text that it does not print, as both stand side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis.collation import Column, Mark, Table, against
from articles.analysis.passages import Passage, Token
from articles.models import Reading
from articles.selectors.comparison_marks import OTHER_WORDS_BELOW
from articles.selectors.marked_text import Mark as TextMark

Cells = Sequence[tuple[Token, ...]]

_RETOLD = (Reading.Kind.REWORDED, Reading.Kind.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMark(TextMark):
    """Words that the other text prints otherwise, or does not print. ``instead`` is what it prints.

    ``slight`` marks a difference of case, spelling or punctuation only.
    """

    layer: str = "word"
    name: Literal["changed", "alone"]
    instead: str
    slight: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWords:
    """How two passages differ. ``other_words`` tells that one retells the other in words of its own.

    ``places`` counts the substantive differences.
    """

    left: tuple[WordMark, ...]
    right: tuple[WordMark, ...]
    places: int
    other_words: bool


def pair_words(left: Cells, right: Cells, *, texts: tuple[str, str], kinds: tuple[str, str]) -> PairWords:
    """Return the marks for two readings, given their lines of the statement's alignment table."""
    columns = tuple(Column(cells=cells) for cells in zip(left, right, strict=True))
    marks = against(Table(witnesses=("left", "right"), columns=columns), base=0, witness=1)
    if _is_retold(marks, kinds):
        return PairWords(left=(), right=(), places=0, other_words=True)
    differing = [mark for mark in marks if mark.kind in ("changed", "added", "left_out") and mark.variant]
    return PairWords(
        left=tuple(_marks(differing, side=0, texts=texts)),
        right=tuple(_marks(differing, side=1, texts=texts)),
        places=sum(mark.variant == "substantive" for mark in differing),
        other_words=False,
    )


def _is_retold(marks: Sequence[Mark], kinds: tuple[str, str]) -> bool:
    """Say whether one of the two is a report that shares too few words to mark the others."""
    words = sum(len(mark.tokens) for mark in marks)
    same = sum(len(mark.tokens) for mark in marks if mark.kind == "same" or mark.variant == "accidental")
    return any(kind in _RETOLD for kind in kinds) and same < OTHER_WORDS_BELOW * words


def _marks(marks: Sequence[Mark], *, side: int, texts: tuple[str, str]) -> Iterator[WordMark]:
    """Yield one text's marks; ``side`` is 0 for the left, which is the base."""
    for mark in marks:
        tokens = (mark.base_tokens, mark.tokens)
        slight = mark.variant == "accidental"
        printed, other = (_stretch(each, pointed=slight) for each in (tokens[side], tokens[1 - side]))
        if printed:
            yield WordMark(
                start=printed.start,
                end=printed.end,
                name="changed" if other else "alone",
                instead=other.of(texts[1 - side]) if other else "",
                slight=slight,
            )


def _stretch(tokens: Sequence[Token], *, pointed: bool) -> Passage | None:
    """Return where words stand; with their punctuation where that may be the difference."""
    if not tokens:
        return None
    first, last = (tokens[0].pointed, tokens[-1].pointed) if pointed else (tokens[0], tokens[-1])
    return Passage(start=first.start, end=last.end)
