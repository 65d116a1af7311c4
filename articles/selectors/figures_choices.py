"""What a reader chose to see of a story's figures, and the address that says so."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from articles.selectors.figures_entries import AGREEING, DATED

ALONE = "alone"
"""Stands among the verdicts for the figures that one outlet alone prints."""

VERDICTS = {
    "contradicting": "Contradicting",
    DATED: "Dated differently",
    "different scope": "Different scope",
    "updated since": "Updated since",
    "compatible range": "Compatible range",
    "rounded": "Rounded",
    "converted currency": "Converted currency",
    "converted unit": "Converted unit",
    AGREEING: "Agreeing",
    ALONE: "One outlet only",
}
"""What may come of what articles print, the gravest first, and how the pages call it."""

ORDERS = {"": "Gravest first", "outlets": "Most outlets first", "story": "As printed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresWanted:
    """Which entries to show, and in which order. An empty field asks for all.

    ``verdict`` is a key of VERDICTS, ``outlet`` an outlet's key, ``kind`` a key of KINDS and ``order`` one of
    ORDERS.
    """

    verdict: str = ""
    outlet: int | None = None
    kind: str = ""
    words: str = ""
    order: str = ""

    @property
    def filters(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.verdict or self.outlet or self.kind or self.words)

    @property
    def query(self) -> str:
        """Return the end of the address that asks for this, question mark included."""
        values = {
            "verdict": self.verdict,
            "outlet": self.outlet,
            "kind": self.kind,
            "words": self.words,
            "order": self.order,
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"?{urlencode(chosen)}" if chosen else "?"

    def but(self, **changes: Any) -> "FiguresWanted":
        """Return the same choices with some of them changed."""
        return replace(self, **changes)
