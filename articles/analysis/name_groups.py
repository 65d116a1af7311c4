"""Which printed names are one person's, organisation's or place's, in one article or across a story.

"Mark Smith", "Smith", "Mr Smith"                  -> one person
"Mark Smith", "Jane Smith", "Smith"                -> three: nobody can tell whose the surname is
"Hind Hasan" here, "Hind Hassan" there             -> one person, printed in two spellings
"Foreign Office", "FCDO"                           -> one organisation, by the table of aliases
"Quds News Network", "QNN"                         -> one organisation, by its initials
"Kim Jong Un", "Kim Yo Jong"; "Steven Brown", "Stephen Braun"  -> never one
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis import aliases, name_spelling, person_names
from articles.analysis.aliases import Alias, AliasTable
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
class _Groups:
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


def group(names: Sequence[PrintedName], *, table: AliasTable | None = None) -> list[list[int]]:
    """Return the indices of the names that are one, in the order of each group's first name.

    ``table`` has the aliases to go by; without it they are those that ship.
    """
    table = table or aliases.shipped()
    groups = _Groups(parents=list(range(len(names))))
    people = [index for index, name in enumerate(names) if name.kind == "person"]
    others = [index for index, name in enumerate(names) if name.kind != "person"]
    _join_equal(names, others, groups)
    _join_aliases(names, table, groups)
    _join_acronyms(names, others, table, groups)
    _join_full_names(names, people, groups)
    _join_respelled_people(names, people, groups)
    _join_single_names(names, people, groups)
    _join_stray_kinds(names, people, others, groups)
    _join_respelled_organisations(names, others, groups)
    return groups.lists()


def alias_of(form: str, kind: Kind, table: AliasTable) -> Alias | None:
    """Return the alias that a name's form stands for: Washington is a town, but not where a man is meant."""
    plain = " ".join(person_names.without_titles(form.split())) if kind == "person" else form
    alias = table.lookup(plain)
    return alias if alias and (alias.kind == "person") == (kind == "person") else None


def best_form(forms: Counter[str], kind: Kind, *, table: AliasTable | None = None) -> str:
    """Return the fullest printed form; among equally full ones the most frequent.

    A well-known name that is printed in full under its usual name keeps that: "Gaza", not "Gaza Strip".
    """
    for form in sorted(forms):
        alias = alias_of(form, kind, table or aliases.shipped())
        if alias and fold(alias.name) == fold(form) and not form.isupper():
            return form
    if kind != "person":
        return max(
            sorted(forms), key=lambda form: (" " in form, not form.isupper(), len(form.split()), forms[form])
        )
    stripped: Counter[str] = Counter()
    for form, count in forms.items():
        stripped[" ".join(person_names.without_titles(form.split()))] += count
    return max(
        sorted(stripped),
        key=lambda form: (" " in form, not form.isupper(), stripped[form], not form.isascii(), len(form)),
    )


def _join_equal(names: Sequence[PrintedName], indices: list[int], groups: _Groups) -> None:
    first: dict[str, int] = {}
    for index in indices:
        for key in sorted(names[index].keys):
            groups.join(first.setdefault(key, index), index)


def _join_aliases(names: Sequence[PrintedName], table: AliasTable, groups: _Groups) -> None:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        for form, _count in name.forms:
            if alias := alias_of(form, name.kind, table):
                groups.join(first.setdefault(alias.name, index), index)


def _join_acronyms(
    names: Sequence[PrintedName], indices: list[int], table: AliasTable, groups: _Groups
) -> None:
    initials: dict[str, set[int]] = {}
    for index in indices:
        for form, _count in names[index].forms:
            capitals = [word[0] for word in re.findall(r"[^\W\d_][\w’']*", form) if word[0].isupper()]
            if len(capitals) >= 3 and " " in form:
                initials.setdefault("".join(capitals), set()).add(groups.find(index))
    for index in indices:
        for form, _count in names[index].forms:
            acronym = form.replace(".", "")
            owners = {groups.find(owner) for owner in initials.get(acronym, ())}
            if acronym.isupper() and not table.lookup(form) and len(owners) == 1:
                groups.join(owners.pop(), index)


def _join_full_names(names: Sequence[PrintedName], people: list[int], groups: _Groups) -> None:
    full = [(index, name) for index in people if (name := names[index].fullest) and name.given]
    full.sort(key=lambda pair: -len(pair[1].given))
    clusters: list[list[tuple[int, PersonName]]] = []
    for index, name in full:
        fitting = [
            cluster
            for cluster in clusters
            if all(
                name.family == member.family and person_names.same_given(name.given, member.given)
                for _, member in cluster
            )
        ]
        if len(fitting) == 1:
            groups.join(fitting[0][0][0], index)
            fitting[0].append((index, name))
        else:
            clusters.append([(index, name)])


def _join_respelled_people(names: Sequence[PrintedName], people: list[int], groups: _Groups) -> None:
    """Join two full names of different articles that differ by a slip in the given or in the family name."""
    full = [(index, name) for index in people if (name := names[index].fullest) and name.given]
    for position, (index, name) in enumerate(full):
        for other_index, other in full[position + 1 :]:
            if groups.find(index) == groups.find(other_index):
                continue
            same_family = name.family == other.family
            slip_in_family = name_spelling.respelled(name.family, other.family) and _same_first(name, other)
            slip_in_given = same_family and name_spelling.respelled(name.given[0], other.given[0])
            if (slip_in_family or slip_in_given) and not _share_article(names, groups, index, other_index):
                groups.join(index, other_index)


def _same_first(name: PersonName, other: PersonName) -> bool:
    return len(name.given[0]) > 1 and name.given[0] == other.given[0]


def _share_article(names: Sequence[PrintedName], groups: _Groups, one: int, other: int) -> bool:
    """Two names of one article are two people: an outlet seldom spells one name in two ways."""
    roots = groups.find(one), groups.find(other)
    articles: list[set[int]] = [set(), set()]
    for index, name in enumerate(names):
        for side, root in enumerate(roots):
            if groups.find(index) == root:
                articles[side].add(name.article)
    return bool(articles[0] & articles[1])


def _join_single_names(names: Sequence[PrintedName], people: list[int], groups: _Groups) -> None:
    """Join a surname alone to the one full name of the story that has it, maybe in another spelling."""
    full = [(index, name) for index in people if (name := names[index].fullest) and name.given]
    alone = [(index, name) for index in people if (name := names[index].fullest) and not name.given]
    tests: list[Callable[[PersonName, PersonName], bool]] = [
        lambda single, whole: single.family == whole.family,
        lambda single, whole: single.family == whole.given[0],
        lambda single, whole: name_spelling.surname_slip(single.family, whole.family),
    ]
    for index, single in alone:
        for slip, test in enumerate(tests):
            owners = {groups.find(owner) for owner, whole in full if test(single, whole)}
            if slip == 2:
                owners = {owner for owner in owners if not _share_article(names, groups, owner, index)}
            if owner := _one_owner(owners, names, groups):
                groups.join(*owner, index)
            if owners:
                break
    first: dict[str, int] = {}
    for index, single in alone:
        if groups.find(index) == index:
            groups.join(first.setdefault(single.family, index), index)


def _one_owner(owners: set[int], names: Sequence[PrintedName], groups: _Groups) -> tuple[int] | None:
    """Return the only owner of a surname, or the one printed in full three times as often as all others.

    A story about Roger Ailes that once names his wife Elizabeth means him by "Ailes"; one about two Smiths
    means neither by "Smith".
    """
    counts = dict.fromkeys(owners, 0)
    for index, name in enumerate(names):
        if groups.find(index) in counts:
            counts[groups.find(index)] += sum(count for form, count in name.forms if " " in form)
    ranked = sorted(owners, key=lambda owner: (-counts[owner], owner))
    if len(ranked) == 1 or (
        ranked and counts[ranked[0]] >= 3 * sum(counts[other] for other in ranked[1:]) >= 3
    ):
        return (ranked[0],)
    return None


def _join_stray_kinds(
    names: Sequence[PrintedName], people: list[int], others: list[int], groups: _Groups
) -> None:
    """Join a name to the person of the same printed form where the model took it for something else."""
    owners: dict[str, set[int]] = {}
    for index in people:
        for key in names[index].keys:
            owners.setdefault(key, set()).add(groups.find(index))
    for index in others:
        found = {groups.find(owner) for key in names[index].keys for owner in owners.get(key, ())}
        if len(found) == 1:
            groups.join(found.pop(), index)


def _join_respelled_organisations(names: Sequence[PrintedName], others: list[int], groups: _Groups) -> None:
    """Join long names of different articles in which one word ends differently: Africa(n) Department."""
    long = [
        (index, key.split())
        for index in others
        if names[index].kind == "organisation"
        for key in sorted(names[index].keys)
        if len(key.split()) >= 3
    ]
    for position, (index, words) in enumerate(long):
        for other_index, other_words in long[position + 1 :]:
            if groups.find(index) == groups.find(other_index) or len(words) != len(other_words):
                continue
            differing = [(a, b) for a, b in zip(words, other_words, strict=True) if a != b]
            if (
                len(differing) == 1
                and name_spelling.other_ending(*differing[0])
                and not _share_article(names, groups, index, other_index)
            ):
                groups.join(index, other_index)
