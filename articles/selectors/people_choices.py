"""What a reader chose to see of a story's people and names."""

from dataclasses import dataclass

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
    def filters(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.kind or self.outlet or self.words or self.conflicts)
