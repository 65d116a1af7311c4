"""What in a text is not the article: front matter, navigation, teasers, source lines, pull-quotes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from articles.analysis.passages import Passage

Reason = Literal["navigation", "teaser", "source line", "pull-quote", "front matter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission(Passage):
    """A passage that the later steps do not read, and why. It is marked, never deleted."""

    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text's omitted passages in order, and the publication date its front matter gives."""

    omitted: tuple[Omission, ...]
    published: date | None
