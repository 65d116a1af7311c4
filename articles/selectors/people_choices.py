"""What a reader chose to see of a story's people and names, and the address that says so."""

from dataclasses import dataclass
from urllib.parse import urlencode

KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "other": "Other speakers",
}
"""What an entry may be of, and how the page calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWanted:
    """Which entries to show. An empty field asks for all; ``conflicts`` for those with a conflict only.

    ``kind`` is a key of KINDS, ``outlet`` an outlet's key, ``words`` are looked for in names, forms,
    roles and quoted words.
    """

    kind: str = ""
    outlet: int | None = None
    words: str = ""
    conflicts: bool = False

    @property
    def is_filter(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.kind or self.outlet or self.words or self.conflicts)

    @property
    def query(self) -> str:
        """Return the end of the address that asks for this, question mark included."""
        values = {
            "kind": self.kind,
            "outlet": self.outlet,
            "words": self.words,
            "conflicts": 1 if self.conflicts else None,
        }
        chosen = {name: value for name, value in values.items() if value}
        return f"?{urlencode(chosen)}" if chosen else "?"
