"""Where outlets spell one name differently or give one person different roles, by the name it is about.

A discrepancy points at passages, and a name's forms and roles stand at passages: the name whose passage holds
the evidence is the one that the discrepancy is about.

    “Lammy” in NewsChain, “Lamy” in ExBulletin       of David Lammy, whose forms they are
    “Acting Police Chief”, “Deputy Police Chief”     of William Krampf, whose roles they are
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.selectors.comparison_columns import Column
from articles.selectors.people_stored import StoredName, StoredPeople
from articles.selectors.stored_discrepancies import StoredDiscrepancy


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPlace(Passage):
    """Where an article prints one side of a conflict."""

    column: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """Words that stand against others, and who prints them."""

    words: str
    places: tuple[ConflictPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A discrepancy of one name's spelling or roles, by its sides."""

    key: int
    kind: str
    severity: str
    status: str
    status_label: str
    summary: str
    sides: tuple[ConflictSide, ...]


def conflicts_by_name(people: StoredPeople) -> tuple[dict[int, tuple[Conflict, ...]], tuple[Conflict, ...]]:
    """Return the conflicts by their name's key, and those whose evidence stands in no name."""
    places = _places(people.names)
    of_name: dict[int, list[Conflict]] = defaultdict(list)
    of_none: list[Conflict] = []
    for stored in people.conflicts:
        key = _name_of(stored, places)
        (of_none if key is None else of_name[key]).append(_conflict(stored))
    return {key: tuple(found) for key, found in of_name.items()}, tuple(of_none)


def _places(names: Iterable[StoredName]) -> dict[int, list[tuple[Passage, int]]]:
    """Return for each article where names and roles stand in it, with the name's key."""
    places: dict[int, list[tuple[Passage, int]]] = defaultdict(list)
    for name in names:
        for form in name.forms:
            places[form.column.article] += [
                (Passage(start=start, end=start + len(form.text)), name.key) for start in form.starts
            ]
        for role in name.roles:
            places[role.column.article].append((role, name.key))
    return places


def _name_of(stored: StoredDiscrepancy, places: Mapping[int, Sequence[tuple[Passage, int]]]) -> int | None:
    touched = Counter(
        key
        for column, evidence in stored.places
        for passage, key in places.get(column.article, ())
        if passage.overlaps(evidence)
    )
    return touched.most_common(1)[0][0] if touched else None


def _conflict(stored: StoredDiscrepancy) -> Conflict:
    sides: dict[str, list[ConflictPlace]] = {}
    for column, passage in stored.places:
        words = " ".join(passage.of(column.text).split())
        place = ConflictPlace(start=passage.start, end=passage.end, column=column)
        sides.setdefault(words, []).append(place)
    return Conflict(
        key=stored.key,
        kind=stored.kind,
        severity=stored.severity,
        status=stored.status,
        status_label=stored.status_label,
        summary=stored.summary,
        sides=tuple(ConflictSide(words=words, places=tuple(found)) for words, found in sides.items()),
    )
