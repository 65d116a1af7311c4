"""Where somebody's words stand."""

from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage

QuoteType = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Passage):
    """A passage with somebody's words, marks included.

    ``segments`` are the stretches inside the outermost marks, one for each paragraph or part of a split
    quotation, marks excluded; an indirect quote has none. ``speaker`` is the resolved name, None when
    unknown; ``speaker_as_printed`` is the mention it was resolved from, at ``speaker_at``. ``review`` asks
    for a human's look and ``review_reason`` says why.
    """

    segments: tuple[Passage, ...]
    type: QuoteType
    speaker: str | None = None
    speaker_as_printed: str | None = None
    speaker_at: Passage | None = None
    cue: str | None = None
    review: bool = False
    review_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning(Passage):
    """Something in the text that an editor should look at before trusting its reading."""

    message: str
