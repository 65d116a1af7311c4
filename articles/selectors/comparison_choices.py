"""What a reader chose to see on Compare, and the address that says so.

Every choice lives in the URL, and only what departs from the default is written there:

    /stories/a-story/?base=3&order=5.3&hide=4&show=every&speaker=Mark+Smith

Articles are named by their keys, several of them with dots between them.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlencode

Show = Literal["changed", "every"]
Majority = Literal["majority"]

UNNAMED = "-"
"""The value that stands for statements without a speaker's name; no speaker is printed so."""

MAJORITY: Majority = "majority"
"""The base that is no article: in each row, the words that most outlets print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What to show. The defaults are the whole board.

    Of columns: ``base`` is an article's key or MAJORITY, None for the usual one. ``order`` are the articles
    that stand first, ``hide`` those that are not shown, ``pin`` the one that stays in sight while the others
    scroll. ``foreign`` shows articles in languages that are not read, ``collapse`` leaves out copies.

    Of rows: ``by`` is the article in whose printed order they stand, None for the story's. ``show`` is
    whether slight variants (case, spelling, punctuation) are marked too. ``changes_only`` hides rows in which
    nothing differs, ``shared_only`` those that one outlet alone has. ``speaker`` is a full name or UNNAMED,
    ``outlet`` an outlet's key, ``kind`` a kind of discrepancy or "any", ``words`` are looked for in the
    printed readings and in the speaker's name. Of many rows, the page opens at the one with the key ``row``.
    """

    base: int | Majority | None = None
    order: tuple[int, ...] = ()
    hide: tuple[int, ...] = ()
    pin: int | None = None
    foreign: bool = False
    collapse: bool = False
    by: int | None = None
    show: Show = "changed"
    changes_only: bool = False
    shared_only: bool = False
    speaker: str = ""
    outlet: int | None = None
    kind: str = ""
    words: str = ""
    row: int | None = None

    @property
    def filters(self) -> bool:
        """Say whether any choice hides rows."""
        return bool(
            self.changes_only or self.shared_only or self.speaker or self.outlet or self.kind or self.words
        )

    @property
    def filter_count(self) -> int:
        """Return how many choices hide rows."""
        chosen = (self.changes_only, self.shared_only, self.speaker, self.outlet, self.kind, self.words)
        return sum(map(bool, chosen))

    @property
    def query(self) -> str:
        """Return the choices as the end of an address, question mark included; empty for the defaults."""
        values = {
            "base": self.base,
            **dict(self.arrangement),
            "collapse": 1 if self.collapse else None,
            "by": self.by,
            "show": self.show if self.show != "changed" else None,
            "changes": 1 if self.changes_only else None,
            "shared": 1 if self.shared_only else None,
            "speaker": self.speaker,
            "outlet": self.outlet,
            "kind": self.kind,
            "words": self.words,
            "row": self.row,
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    @property
    def unfiltered(self) -> "Choices":
        """Return the choices without those that hide rows."""
        return replace(
            self,
            changes_only=False,
            shared_only=False,
            speaker="",
            outlet=None,
            kind="",
            words="",
            row=None,
        )

    @property
    def arrangement(self) -> tuple[tuple[str, str], ...]:
        """Return the choices that have no field of their own on the page, as names with their values."""
        return (
            ("order", ".".join(map(str, self.order))),
            ("hide", ".".join(map(str, self.hide))),
            ("pin", str(self.pin or "")),
            ("foreign", "1" if self.foreign else ""),
        )

    def with_hidden(self, article: int) -> "Choices":
        """Return the choices with one more article hidden, and nothing chosen that it cannot be."""
        return replace(
            self,
            hide=(*self.hide, article),
            base=None if self.base == article else self.base,
            pin=None if self.pin == article else self.pin,
            by=None if self.by == article else self.by,
        )

    def without_hidden(self, article: int) -> "Choices":
        """Return the choices with one article shown again."""
        return replace(self, hide=tuple(key for key in self.hide if key != article))

    def but(self, **changes: Any) -> "Choices":
        """Return the same choices with some of them changed."""
        return replace(self, **changes)
