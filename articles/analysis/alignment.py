"""Which passages of which articles carry the same statement."""

from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage

ReadingKind = Literal["verbatim", "partial", "reworded", "reported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Passage):
    """The unit of alignment: a sentence, or a sentence's worth of a quoted segment, marks excluded.

    ``quote`` is the index of the quote it belongs to in the article's analysis, None outside quotes.
    ``context`` is the whole sentence as printed around it. ``lemmas`` are its content words.
    """

    quote: int | None
    context: Passage
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Passage):
    """The passage in which one article prints a statement.

    ``article`` is its index among the compared ones, ``quote`` the index of the quote in that article,
    ``context`` the sentence around it. ``similarity`` (0 to 1) is how sure the machine is that it carries
    the statement; ``suggested`` readings lie below the certain threshold and wait for an editor.
    """

    article: int
    quote: int | None
    context: Passage
    kind: ReadingKind
    similarity: float
    suggested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing somebody said, or one reported fact, with its readings in the order of the articles.

    ``speaker`` is None for a reported fact and for an unknown speaker.
    """

    speaker: str | None
    readings: tuple[Reading, ...]
