"""Which printed names are one person's, organisation's or place's, in one article or across a story.

"Foreign Office", "FCDO"                           -> one organisation, by the table of aliases
"Quds News Network", "QNN"                         -> one organisation, by its initials
"Harbour Post" and "the Post" in one article        -> one newspaper
"Dunmore Shipping", "Dunmore Shipping Ltd"         -> one company
"Mark Smith", "Smith", "Mr Smith"                  -> one person, as ``person_groups`` tells
"""

import re
from collections import Counter
from collections.abc import Sequence

from articles.analysis import aliases, name_spelling, person_names
from articles.analysis.aliases import Alias, AliasTable
from articles.analysis.name_partition import Groups, Kind, PrintedName, share_article
from articles.analysis.person_groups import join_people
from articles.analysis.person_names import fold
from articles.analysis.word_lists import word_set

_LEGAL_FORMS = word_set("inc ltd llc plc corp gmbh")
_NEWSPAPERS = word_set(
    "times post journal herald tribune guardian telegraph independent examiner gazette mail"
)
"""Last words of newspapers' names, which then are called by them alone."""


def group(names: Sequence[PrintedName], *, table: AliasTable | None = None) -> list[list[int]]:
    """Return the indices of the names that are one, in the order of each group's first name.

    ``table`` has the aliases to go by; without it they are those that ship.
    """
    table = table or aliases.shipped()
    groups = Groups(parents=list(range(len(names))))
    people = [index for index, name in enumerate(names) if name.kind == "person"]
    others = [index for index, name in enumerate(names) if name.kind != "person"]
    _join_equal(names, others, groups)
    _join_aliases(names, table, groups)
    _join_acronyms(names, others, table, groups)
    _join_newspapers(names, others, groups)
    join_people(names, people, groups)
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
            sorted(forms),
            key=lambda form: (
                _without_legal_form(fold(form)) == fold(form),
                " " in form,
                not form.isupper(),
                len(form.split()),
                forms[form],
            ),
        )
    stripped: Counter[str] = Counter()
    for form, count in forms.items():
        stripped[" ".join(person_names.without_titles(form.split()))] += count
    return max(
        sorted(stripped),
        key=lambda form: (" " in form, not form.isupper(), stripped[form], not form.isascii(), len(form)),
    )


def _join_equal(names: Sequence[PrintedName], indices: list[int], groups: Groups) -> None:
    first: dict[str, int] = {}
    for index in indices:
        for key in sorted(names[index].keys):
            groups.join(first.setdefault(_without_legal_form(key), index), index)


def _without_legal_form(key: str) -> str:
    name, _space, last = key.rpartition(" ")
    return name.rstrip(",") if name and last in _LEGAL_FORMS else key


def _join_aliases(names: Sequence[PrintedName], table: AliasTable, groups: Groups) -> None:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        for form, _count in name.forms:
            if alias := alias_of(form, name.kind, table):
                groups.join(first.setdefault(alias.name, index), index)


def _join_acronyms(
    names: Sequence[PrintedName], indices: list[int], table: AliasTable, groups: Groups
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


def _join_newspapers(names: Sequence[PrintedName], indices: list[int], groups: Groups) -> None:
    """Join "the Post" to the one name of its article that ends in Post."""
    for index in indices:
        for key in names[index].keys & _NEWSPAPERS:
            owners = {
                groups.find(owner)
                for owner in indices
                if names[owner].article == names[index].article
                and any(other.endswith(f" {key}") for other in names[owner].keys)
            }
            if len(owners) == 1:
                groups.join(owners.pop(), index)


def _join_stray_kinds(
    names: Sequence[PrintedName], people: list[int], others: list[int], groups: Groups
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


def _join_respelled_organisations(names: Sequence[PrintedName], others: list[int], groups: Groups) -> None:
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
                and not share_article(names, groups, index, other_index)
            ):
                groups.join(index, other_index)
