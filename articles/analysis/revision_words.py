"""Two texts of one passage, word by word: what was taken out and what was put in, exactly as printed.

    before   The depots close in May, he said.
    after    The depots close in early June he said.

falls into

    same      The depots close in
    removed   May,
    added     early June
    same       he said.

Words and signs are compared as they are printed, since a changed capital or comma is a change too; such a one
is ``slight``. A word that two rewritten stretches happen to share ("of", "the") is rewritten with them, or
sentences would have to be put together from splinters. The pieces that are same or added are the new text, to
the last character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

from articles.analysis.passages import Passage, normalise

_UNIT = re.compile(
    r"""
    \s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*      # the end of a paragraph
  | \w+(?:[-‐‑'’.,]\w+)*                               # word, whistle-blower, don’t, 10,000
  | [^\w\s]
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"(\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*)")
_WORD = re.compile(r"\w+(?:[-‐‑'’.,]\w+)*")
_SPLINTER = 3
"""The most words that may be rewritten with what stands around them although both texts have them."""

_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the two texts. ``slight`` tells that nothing but case, spelling or punctuation differs."""

    kind: Literal["same", "removed", "added"]
    text: str
    slight: bool = False

    @property
    def is_break(self) -> bool:
        """Say whether the piece is nothing but the end of a paragraph."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a sign of a text; the white space before it belongs to nothing."""

    start: int
    end: int
    text: str


class Alphabet:
    """One character for each word, so that texts are compared as strings, which is a hundred times faster."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def spell(self, words: Iterable[str]) -> str:
        """Return the words as a string, the same word always as the same character."""
        return "".join(self._letter(word) for word in words)

    def _letter(self, word: str) -> str:
        if word not in self._letters:
            at = len(self._letters)
            self._letters[word] = chr(at if at < _SURROGATES.start else at + len(_SURROGATES))
        return self._letters[word]


def units(text: str, within: Passage) -> list[Unit]:
    """Return the words and signs of a passage; the end of a paragraph inside it is a sign too."""
    return [
        Unit(match.start(), match.end(), match.group() if match.group().strip() else "\n")
        for match in _UNIT.finditer(text, within.start, within.end)
    ]


def word_changes(old_text: str, old: Passage, new_text: str, new: Passage) -> tuple[Piece, ...]:
    """Return how one passage became the other."""
    before, after = units(old_text, old), units(new_text, new)
    pieces: list[Piece] = []
    for block in _blocks(before, after):
        following = after[block.new_end].start if block.new_end < len(after) else new.end
        printed = (
            new_text[after[block.new_start].start : following] if block.new_end > block.new_start else ""
        )
        if block.same:
            pieces.append(Piece("same", printed))
        else:
            pieces += _changed(_removed(old_text, before, block), printed)
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Block:
    """Units of both texts, by index, that are the same or stand in each other's place."""

    same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _blocks(before: Sequence[Unit], after: Sequence[Unit]) -> list[_Block]:
    """Return the two texts as blocks, same and changed by turns."""
    alphabet = Alphabet()
    old, new = (alphabet.spell(unit.text for unit in side) for side in (before, after))
    blocks = [
        _Block(is_same, run[0].src_start, run[-1].src_end, run[0].dest_start, run[-1].dest_end)
        for is_same, group in groupby(LCSseq.opcodes(old, new), key=lambda step: step.tag == "equal")
        if (run := list(group))
    ]
    return _without_splinters(blocks, before, after)


def _without_splinters(
    blocks: Iterable[_Block], before: Sequence[Unit], after: Sequence[Unit]
) -> list[_Block]:
    """Return the blocks with a few same words between larger changes taken into one change with these."""

    def size(block: _Block) -> int:
        old, new = before[block.old_start : block.old_end], after[block.new_start : block.new_end]
        return max(_words(old), _words(new))

    kept: list[_Block] = []
    sizes: list[int] = []
    for block in blocks:
        kept.append(block)
        sizes.append(size(block))
        while len(kept) > 2 and not block.same and _is_splinter(*sizes[-3:]):
            first, last = kept[-3], kept[-1]
            whole = _Block(False, first.old_start, last.old_end, first.new_start, last.new_end)
            kept[-3:], sizes[-3:] = [whole], [size(whole)]
    return kept


def _is_splinter(before: int, words: int, after: int) -> bool:
    return words <= _SPLINTER and words < min(before, after)


def _words(stretch: Iterable[Unit]) -> int:
    return sum(unit.text[0].isalnum() for unit in stretch)


def _removed(text: str, before: Sequence[Unit], block: _Block) -> str:
    """Return what was taken out, with a space beside it where nothing takes its place."""
    if block.old_start == block.old_end:
        return ""
    start, end = before[block.old_start].start, before[block.old_end - 1].end
    if block.new_start < block.new_end:
        return text[start:end]
    following = before[block.old_end].start if block.old_end < len(before) else end
    if following > end:
        return text[start:following]
    return text[before[block.old_start - 1].end if block.old_start else start : end]


def _changed(removed: str, added: str) -> Iterator[Piece]:
    """Yield the pieces of a change. The space after new words is nobody's change."""
    slight = _plain(removed) == _plain(added)
    put_in = added.rstrip(" \t\xa0")
    for kind, text in (("removed", removed), ("added", put_in)):
        for part in _BREAK.split(text):
            if part:
                yield Piece(kind, part, slight)  # type: ignore[arg-type]
    if put_in != added:
        yield Piece("same", added[len(put_in) :])


def _plain(text: str) -> list[str]:
    return [normalise(word) for word in _WORD.findall(text)]
