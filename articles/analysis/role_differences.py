"""Where outlets give one person roles that cannot both be right.

    A   Mark Smith, a second secretary in the embassy    B   Mark Smith, a first secretary in the embassy
        role: “second secretary …” in A, “first secretary …” in B

    A   Vice President Ann Lee                           B   President Ann Lee
        role: two ranks of one office

    A   Capt. Ann Lee                                    B   Sgt. Ann Lee
        role: two ranks of one service

    A   Ann Lee, the former director of the fund         B   Ann Lee, the director of the fund
        role, of low severity: the outlets differ in whether she still is

    A   Mark Smith, a senior diplomat                    B   Mark Smith, a second secretary in the embassy
        nothing: the one says it in general, the other exactly

    A   former counsel Bo Ek                             B   “Ann fired Bo Ek, the counsel at the time”
        nothing: both put it in the past, the one without the word

Only roles with one noun, of one body as far as it is named, are compared, and only their ranks. The short
title of somebody out of office ("President Carter") is a courtesy. An outlet that prints both sides takes no
part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from articles.analysis.content_words import reduced
from articles.analysis.discrepancies import Discrepancy, Evidence, Severity
from articles.analysis.entities import StoryEntity
from articles.analysis.roles import Role, StoryRole, join
from articles.analysis.word_lists import word_set
from articles.analysis.word_matching import FUNCTION_WORDS

_DEPUTIES = word_set("vice deputy under")
_LIEUTENANTS = word_set("lieutenant lt")
_ORDINALS = {
    "first": "first",
    "1st": "first",
    "second": "second",
    "2nd": "second",
    "third": "third",
    "3rd": "third",
}
_SENIORITY = word_set("senior junior")
_PAST = word_set("former ex retired then onetime ousted")
_ACTING = word_set("acting interim caretaker")
_COMING = word_set("elect designate incoming")
_EXCLUSIVE = (
    word_set("corporal sergeant lieutenant captain major colonel brigadier general admiral"),
    word_set("senator representative"),
)
"""Titles before a name of which a person has one at a time."""

_OF_ANOTHER_TIME = re.compile(
    r"\w(?:['’]s|s['’]) \w|\b(?:at the time|who|whom|when|until|under|from (?:19|20)\d\d)\b", re.IGNORECASE
)
"""Words in or right behind a role that may put it in the past: "Obama’s aide", "the aide who was fired"."""
_BEHIND = 15
_LEADS_BACK = re.compile(r"\b(?:was|had|served|worked|formerly|once|until)\b[\w ]*$", re.IGNORECASE)
"""Words between a name and a role that may put it in the past: "who was director"."""
_BEFORE = 25


@dataclass(frozen=True, slots=True)
class _Rank:
    """One way in which roles of one noun are ranked, and what the absence of its words means.

    ``unmarked`` is "other" where a role without such a word is another role, "printed in full" where it is so
    only behind the name, "general" where it says nothing. The words of a rank that ``names_apart`` are ranks
    each, those of another are all one.
    """

    words: frozenset[str]
    unmarked: Literal["other", "printed in full", "general"]
    severity: Severity
    names_apart: bool = False

    def of(self, given: "_Given") -> str | None:
        """Return the rank of a role, empty where it has none, and None where that says nothing."""
        marks = [word for word in given.qualifiers if word in self.words]
        if marks:
            return _ORDINALS.get(marks[0], marks[0]) if self.names_apart else "marked"
        says_nothing = {
            "other": given.role.indefinite or (self.words == _DEPUTIES and given.is_acting),
            "printed in full": given.role.bare or given.is_of_another_time,
            "general": True,
        }
        return None if says_nothing[self.unmarked] else ""


_RANKS = (
    _Rank(_DEPUTIES, "other", "medium"),
    _Rank(frozenset(_ORDINALS), "general", "medium", names_apart=True),
    _Rank(_SENIORITY, "general", "medium", names_apart=True),
    _Rank(_ACTING, "other", "low"),
    _Rank(_COMING, "other", "low"),
    _Rank(_PAST, "printed in full", "low"),
)
_RANK_WORDS = frozenset().union(*(rank.words for rank in _RANKS))


@dataclass(frozen=True, slots=True)
class _Given:
    """A role that the article with this index gives to a person."""

    article: int
    role: Role
    is_of_another_time: bool

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Return the words before the noun; a lieutenant governor is a deputy one."""
        words = self.role.qualifiers
        if self.role.head != "governor":
            return words
        return tuple("deputy" if word in _LIEUTENANTS else word for word in words)

    @property
    def is_acting(self) -> bool:
        """Say whether somebody only stands in, as deputies do."""
        return bool(_ACTING.intersection(self.role.qualifiers))

    @property
    def office(self) -> frozenset[str]:
        """Return what stands before the noun beside its ranks: "foreign" of "deputy foreign minister"."""
        return frozenset(reduced(word) for word in self.qualifiers if word not in _RANK_WORDS)

    @property
    def scope(self) -> frozenset[str]:
        """Return all that the role is limited by: "foreign", "minister of *Chile*"."""
        return self.office | {reduced(word) for word in self.role.scope if word not in FUNCTION_WORDS}

    def is_comparable(self, other: "_Given") -> bool:
        """Say whether two roles are ranks of one office, as far as they name it."""
        same_office = self.office <= other.office or other.office <= self.office
        same_scope = bool(self.scope & other.scope) or not (self.scope or other.scope)
        return self.role.head == other.role.head and same_office and same_scope


def find(
    *,
    entities: Sequence[StoryEntity],
    roles: Sequence[Sequence[Role]],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return the conflicts between the roles that outlets give to one person, at most one for each noun.

    ``roles``, ``texts`` and ``outlets`` belong to the articles that the entities' mentions call by index.
    """
    return tuple(
        _discrepancy(entity, sides, severity, texts, outlets)
        for entity, of_entity in zip(entities, join(entities, roles), strict=True)
        if entity.kind == "person"
        for sides, severity in _conflicts([_given(one, texts[one.article]) for one in of_entity])
    )


def _given(given: StoryRole, text: str) -> _Given:
    role = given.role
    around, before = text[role.start : role.end + _BEHIND], text[: role.start][-_BEFORE:]
    is_of_another_time = bool(_OF_ANOTHER_TIME.search(around) or _LEADS_BACK.search(before))
    return _Given(given.article, role, is_of_another_time)


def _conflicts(given: Sequence[_Given]) -> Iterator[tuple[list[_Given], Severity]]:
    heads = dict.fromkeys(item.role.head for item in given)
    for head in heads:
        of_head = [item for item in given if item.role.head == head]
        for rank in _RANKS:
            if sides := _ranked_apart(of_head, rank):
                yield sides, rank.severity
                break
    for titles in _EXCLUSIVE:
        if sides := _titled_apart([item for item in given if _is_title(item.role, titles)]):
            yield sides, "medium"


def _ranked_apart(given: Sequence[_Given], rank: _Rank) -> list[_Given]:
    """Return the roles of articles that agree in the noun and give it other ranks throughout."""
    marks: dict[int, set[str]] = {}
    for item in given:
        marks.setdefault(item.article, set()).add(rank.of(item) or "")
    apart = [
        pair
        for pair in combinations(given, 2)
        if not marks[pair[0].article] & marks[pair[1].article]
        and None not in (rank.of(pair[0]), rank.of(pair[1]))
        and pair[0].is_comparable(pair[1])
    ]
    return _first_of_each_article(apart)


def _is_title(role: Role, titles: frozenset[str]) -> bool:
    return role.bare and not role.scope and role.head in titles


def _titled_apart(given: Sequence[_Given]) -> list[_Given]:
    titles: dict[int, set[str]] = {}
    for item in given:
        titles.setdefault(item.article, set()).add(item.role.head)
    apart = [pair for pair in combinations(given, 2) if not titles[pair[0].article] & titles[pair[1].article]]
    return _first_of_each_article(apart)


def _first_of_each_article(pairs: Sequence[tuple[_Given, _Given]]) -> list[_Given]:
    first: dict[int, _Given] = {}
    for item in sorted((item for pair in pairs for item in pair), key=lambda item: item.role.start):
        first.setdefault(item.article, item)
    return [first[article] for article in sorted(first)]


def _discrepancy(
    person: StoryEntity,
    sides: Sequence[_Given],
    severity: Severity,
    texts: Sequence[str],
    outlets: Sequence[str],
) -> Discrepancy:
    printed = [
        f"“{' '.join(side.role.of(texts[side.article]).split())}” in {outlets[side.article]}"
        for side in sides
    ]
    return Discrepancy(
        kind="role",
        severity=severity,
        verdict=None,
        summary=f"{person.name} has different roles: {', '.join(printed)}.",
        readings=tuple(
            Evidence(start=side.role.start, end=side.role.end, article=side.article) for side in sides
        ),
    )
