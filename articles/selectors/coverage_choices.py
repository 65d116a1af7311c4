"""What a reader chose to see on the coverage matrix, and the address that says so.

Every choice lives in the URL, and only what departs from the default is written there:

    /stories/a-story/coverage/?without=3&order=wide
"""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

UNNAMED = "-"
"""The value that stands for quotations without a speaker's name; no speaker is printed so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageChoices:
    """What to show. The defaults are the whole matrix in the order of the story.

    ``speaker`` is a full name or UNNAMED, ``kind`` "statements" or "facts"; ``without`` is the key of an
    outlet that leaves the rows out, ``only`` that of one which alone prints them; ``shared`` keeps what two
    outlets or more print. ``order`` is "wide" for what most outlets print first, ``columns`` "likeness" for
    outlets beside those that print the same.
    """

    speaker: str = ""
    kind: str = ""
    without: int | None = None
    only: int | None = None
    shared: bool = False
    order: str = ""
    columns: str = ""
    page: int = 1

    @property
    def filters(self) -> bool:
        """Say whether any choice hides rows."""
        return bool(self.speaker or self.kind or self.without or self.only or self.shared)

    @property
    def query(self) -> str:
        """Return the choices as the end of an address, question mark included; empty for the defaults."""
        values = {
            "speaker": self.speaker,
            "kind": self.kind,
            "without": self.without,
            "only": self.only,
            "shared": 1 if self.shared else None,
            "order": self.order,
            "columns": self.columns,
            "page": self.page if self.page > 1 else None,
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    @property
    def unfiltered(self) -> "CoverageChoices":
        """Return the choices without those that hide rows."""
        return CoverageChoices(order=self.order, columns=self.columns)

    def but(self, **changes: Any) -> "CoverageChoices":
        """Return the same choices with some of them changed, on the first page."""
        return replace(self, **{"page": 1, **changes})
