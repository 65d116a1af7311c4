"""Which printed names are one person's.

"Mark Smith", "Smith", "Mr Smith"                  -> one person
"Mark Smith", "Jane Smith", "Smith"                -> three: nobody can tell whose the surname is
"Bo Ek", "Bo Ek Jr.", "Ek Jr." in one article      -> father and son, and the son's short form is his
"Hind Hasan" here, "Hind Hassan" there             -> one person, printed in two spellings
"Ana Ruiz-Mora", "Ana Ruiz Mora", "Ruiz-Mora"      -> one person
"Kim Jong Un", "Kim Yo Jong"; "Steven Brown", "Stephen Braun"  -> never one
"""

from collections.abc import Callable, Sequence

from articles.analysis import name_spelling, person_names
from articles.analysis.name_partition import Groups, PrintedName, share_article
from articles.analysis.person_names import PersonName


def join_people(names: Sequence[PrintedName], people: list[int], groups: Groups) -> None:
    """Join what is one person among the names with these indices."""
    _join_full_names(names, people, groups)
    _join_respelled_people(names, people, groups)
    _join_single_names(names, people, groups)


def _join_full_names(names: Sequence[PrintedName], people: list[int], groups: Groups) -> None:
    full = [(index, name) for index in people if (name := names[index].fullest) and name.given]
    full.sort(key=lambda pair: -len(pair[1].given))
    in_two_generations = _families_in_two_generations(names, full)
    clusters: list[list[tuple[int, PersonName]]] = []
    for index, name in full:
        fitting = [
            cluster
            for cluster in clusters
            if all(
                _is_one_person(name, member)
                and (name.generation == member.generation or name.family not in in_two_generations)
                for _, member in cluster
            )
        ]
        if len(fitting) == 1:
            groups.join(fitting[0][0][0], index)
            fitting[0].append((index, name))
        else:
            clusters.append([(index, name)])


def _is_one_person(name: PersonName, other: PersonName) -> bool:
    same = person_names.same_family(name, other) and person_names.same_given(name.given, other.given)
    return same or person_names.reversed_order(name, other)


def _families_in_two_generations(
    names: Sequence[PrintedName], full: Sequence[tuple[int, PersonName]]
) -> frozenset[str]:
    """Return the family names that an article prints with and without "Jr.": a father's and his son's."""
    generations: dict[tuple[int, str], set[str]] = {}
    for index, name in full:
        generations.setdefault((names[index].article, name.family), set()).add(name.generation)
    return frozenset(family for (_article, family), found in generations.items() if len(found) > 1)


def _join_respelled_people(names: Sequence[PrintedName], people: list[int], groups: Groups) -> None:
    """Join two full names of different articles that differ by a slip in the given or in the family name."""
    full = [(index, name) for index in people if (name := names[index].fullest) and name.given]
    for position, (index, name) in enumerate(full):
        for other_index, other in full[position + 1 :]:
            if groups.find(index) == groups.find(other_index):
                continue
            same_family = name.family == other.family
            slip_in_family = name_spelling.respelled(name.family, other.family) and _same_first(name, other)
            slip_in_given = same_family and name_spelling.respelled(name.given[0], other.given[0])
            if (slip_in_family or slip_in_given) and not share_article(names, groups, index, other_index):
                groups.join(index, other_index)


def _same_first(name: PersonName, other: PersonName) -> bool:
    return len(name.given[0]) > 1 and name.given[0] == other.given[0]


def _join_single_names(names: Sequence[PrintedName], people: list[int], groups: Groups) -> None:
    """Join a surname alone to the one full name of the story that has it, maybe in another spelling."""
    full = [(index, name) for index in people if (name := names[index].fullest) and name.given]
    alone = [(index, name) for index in people if (name := names[index].fullest) and not name.given]
    tests: list[Callable[[PersonName, PersonName], bool]] = [
        lambda single, whole: person_names.same_family(single, whole),
        lambda single, whole: single.family == whole.given[0],
        lambda single, whole: name_spelling.surname_slip(single.family, whole.family),
    ]
    for index, single in alone:
        for slip, test in enumerate(tests):
            fitting = [(owner, whole) for owner, whole in full if test(single, whole)]
            same_generation = [one for one in fitting if one[1].generation == single.generation]
            owners = {
                groups.find(owner)
                for owner, whole in same_generation or fitting
                if single.generation in ("", whole.generation)
            }
            if slip == 2:
                owners = {owner for owner in owners if not share_article(names, groups, owner, index)}
            if owner := _one_owner(owners, names, groups):
                groups.join(*owner, index)
            if owners:
                break
    first: dict[tuple[str, str], int] = {}
    for index, single in alone:
        if groups.find(index) == index:
            groups.join(first.setdefault((single.family, single.generation), index), index)


def _one_owner(owners: set[int], names: Sequence[PrintedName], groups: Groups) -> tuple[int] | None:
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
