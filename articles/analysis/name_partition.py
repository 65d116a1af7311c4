"""Printed names, and the partition of them that grows coarser as they turn out to be one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis import person_names
from articles.analysis.person_names import PersonName, fold

Kind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedName:
    """The forms known to be one name in one article, each with how often it is printed."""

    article: int
    kind: Kind
    forms: tuple[tuple[str, int], ...]

    @property
    def keys(self) -> frozenset[str]:
        """The folded forms."""
        return frozenset(fold(form) for form, _count in self.forms)

    @property
    def fullest(self) -> PersonName | None:
        """The person's name with the most given names, read from the forms."""
        parsed = [name for form, _count in self.forms if (name := person_names.parse(form))]
        return max(parsed, key=lambda name: len(name.given), default=None)


@dataclass(slots=True)
class Groups:
    """A partition of the names that only ever grows coarser."""

    parents: list[int]

    def find(self, index: int) -> int:
        while self.parents[index] != index:
            self.parents[index] = self.parents[self.parents[index]]
            index = self.parents[index]
        return index

    def join(self, one: int, other: int) -> None:
        roots = sorted((self.find(one), self.find(other)))
        self.parents[roots[1]] = roots[0]

    def lists(self) -> list[list[int]]:
        grouped: dict[int, list[int]] = {}
        for index in range(len(self.parents)):
            grouped.setdefault(self.find(index), []).append(index)
        return list(grouped.values())


def share_article(names: Sequence[PrintedName], groups: Groups, one: int, other: int) -> bool:
    """Two names of one article are two people: an outlet seldom spells one name in two ways."""
    roots = groups.find(one), groups.find(other)
    articles: list[set[int]] = [set(), set()]
    for index, name in enumerate(names):
        for side, root in enumerate(roots):
            if groups.find(index) == root:
                articles[side].add(name.article)
    return bool(articles[0] & articles[1])
