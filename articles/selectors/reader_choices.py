"""What a reader chose to see of two articles, and the address that says so.

Only what departs from the default is written there: /stories/a-story/reader/?left=3&right=5&dim=1
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

Marks = Literal["changed", "every", "none"]
Scroll = Literal["together", "freely"]
Shown = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderChoices:
    """What to show. The articles are None where the address names none.

    ``marks`` are the words marked in linked passages: those changed, every variant, or none. ``scroll`` tells
    whether the texts scroll together. ``dim`` puts back what only one of them prints. ``shown`` is the text
    that a page too narrow for both shows first.
    """

    left: int | None = None
    right: int | None = None
    marks: Marks = "changed"
    scroll: Scroll = "together"
    dim: bool = False
    shown: Shown = "left"

    @property
    def query(self) -> str:
        """Return the choices as the end of an address, question mark included; empty for the defaults."""
        values = {
            "left": self.left,
            "right": self.right,
            "marks": self.marks if self.marks != "changed" else None,
            "scroll": self.scroll if self.scroll != "together" else None,
            "dim": 1 if self.dim else None,
            "shown": self.shown if self.shown != "left" else None,
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""
