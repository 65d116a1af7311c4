"""Letters and statements that are printed as blocks of text, and what else is printed in the first person.

    The letter in full:                          announces what follows
    I am sad to resign after a long career.      reported words, flagged, by whoever wrote the letter
    The department has failed its staff.         so is this, as the first person comes back below
    I wish my colleagues well.                   the last of them

    The letter says nobody answered.
    I have raised this at every level.           reported, flagged: the outlet itself hardly says "I"

    I went to see the show on Friday.            nothing: in a column, many paragraphs say "I"

No marks tell whether these words were printed as they were written: they are reported, never quoted.
"""

import re
from collections.abc import Iterator, Sequence

from articles.analysis.cues import DOCUMENTS
from articles.analysis.passages import Passage
from articles.analysis.unmarked_words import UnmarkedWords

_DOUBT = "Printed in the first person without quotation marks."
_DOCUMENT = re.compile(rf"\b(?:{'|'.join(sorted(DOCUMENTS))})\b", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(
    r".*\b(?:in full:?|full (?:text|transcript|statement|letter|remarks|speech|e-?mail|memo)\b[^.!?]*:"
    r"|(?:statement|letter|e-?mail|memo)\b[^.!?]*\b(?:reads?|said|says|reading|follows|below|continues):)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I(?!\.)|[Mm]y|[Ww]e|[Oo]ur|[Uu]s)\b")
_SINGULAR = re.compile(r"\b(?:I(?!\.)|[Mm]y)\b")
_OPENS_SINGULAR = re.compile(r"(?:I['’]\w|(?:I|My) [a-z])")
_DOUBLE_MARK = re.compile("[\"“”„«»]|''|``")
_LONGEST_ANNOUNCEMENT = 200
_BETWEEN = 2
"""The most paragraphs of a letter in a row that may do without the first person."""

_COLUMN = 0.2
"""From this share of paragraphs on, it is the outlet's own writer who says "I"."""


def find(text: str, body: Sequence[Passage]) -> Iterator[UnmarkedWords]:
    """Yield each paragraph of a text that prints somebody's words in the first person, in printed order."""
    lone = _lone(text, body)
    ends = 0
    for place, paragraph in enumerate(body):
        if place < ends:
            continue
        if _announces(text, paragraph):
            document = _DOCUMENT.search(text, paragraph.start, paragraph.end)
            by = Passage(start=document.start(), end=document.end()) if document else None
            ends = _end_of_block(text, body, place + 1)
            yield from (_reported(one, by) for one in body[place + 1 : ends])
        elif paragraph in lone:
            yield _reported(paragraph, None)


def _reported(paragraph: Passage, by: Passage | None) -> UnmarkedWords:
    return UnmarkedWords(words=(paragraph,), speaker_at=by, verbatim=False, doubt=_DOUBT)


def _announces(text: str, paragraph: Passage) -> bool:
    return paragraph.end - paragraph.start <= _LONGEST_ANNOUNCEMENT and bool(
        _ANNOUNCEMENT.fullmatch(text, paragraph.start, paragraph.end)
    )


def _end_of_block(text: str, body: Sequence[Passage], first: int) -> int:
    """Return the place behind the last paragraph of a block, ``first`` where none begins there."""
    end = first
    for place in range(first, len(body)):
        paragraph = body[place]
        if place - end > _BETWEEN or _DOUBLE_MARK.search(text, paragraph.start, paragraph.end):
            break
        if _FIRST_PERSON.search(text, paragraph.start, paragraph.end):
            end = place + 1
    return end


def _lone(text: str, body: Sequence[Passage]) -> set[Passage]:
    """Return the paragraphs that open with "I", where the outlet's own writer does not speak as "I"."""
    unmarked = [one for one in body if not _DOUBLE_MARK.search(text, one.start, one.end)]
    singular = [one for one in unmarked if _SINGULAR.search(text, one.start, one.end)]
    if len(singular) > max(1, _COLUMN * len(unmarked)):
        return set()
    return {one for one in singular if one != body[0] and _OPENS_SINGULAR.match(text, one.start)}
