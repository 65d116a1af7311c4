"""What a reader chose to see on Compare, and the address that says so.

Every choice lives in the URL, and only what departs from the default is written there:

    /stories/a-story/?base=3&show=every&speaker=Mark+Smith
"""

from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlencode

Show = Literal["changed", "every"]

UNNAMED = "-"
"""The value that stands for statements without a speaker's name; no speaker is printed so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What to show. The defaults are the whole board.

    ``base`` is an article's key, None for the one with the most readings. ``show`` is whether slight variants
    (case, spelling, punctuation) are marked too. ``changes_only`` hides rows in which nothing differs,
    ``shared_only`` those that one outlet alone has. ``collapse`` leaves out columns of copies. ``speaker``
    is a full name or UNNAMED, ``outlet`` an outlet's key, ``kind`` a kind of discrepancy or "any", ``words``
    are looked for in the printed readings and in the speaker's name.
    """

    base: int | None = None
    show: Show = "changed"
    changes_only: bool = False
    shared_only: bool = False
    collapse: bool = False
    speaker: str = ""
    outlet: int | None = None
    kind: str = ""
    words: str = ""

    @property
    def filters(self) -> bool:
        """Say whether any choice hides rows."""
        return bool(
            self.changes_only or self.shared_only or self.speaker or self.outlet or self.kind or self.words
        )

    @property
    def query(self) -> str:
        """Return the choices as the end of an address, question mark included; empty for the defaults."""
        values = {
            "base": self.base,
            "show": self.show if self.show != "changed" else None,
            "changes": 1 if self.changes_only else None,
            "shared": 1 if self.shared_only else None,
            "collapse": 1 if self.collapse else None,
            "speaker": self.speaker,
            "outlet": self.outlet,
            "kind": self.kind,
            "words": self.words,
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    @property
    def unfiltered(self) -> "Choices":
        """Return the choices without those that hide rows."""
        return Choices(base=self.base, show=self.show, collapse=self.collapse)

    def but(self, **changes: Any) -> "Choices":
        """Return the same choices with some of them changed."""
        return replace(self, **changes)
