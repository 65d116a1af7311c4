"""What outlets say a person is, as printed: "second secretary" here, "senior diplomat" there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.models import Entity, EntityRole, Revision, Story
from articles.selectors.comparison_columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRole(Passage):
    """A role as printed, without its line breaks, and where: offsets of the article's current text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRoles:
    """The roles that one outlet's article gives to a person, each where it is first printed."""

    column: Column
    roles: tuple[PrintedRole, ...]


def roles_in(revision: Revision) -> Mapping[int, tuple[PrintedRole, ...]]:
    """Return the roles that a revision gives to each person, by the entity's key."""
    places: dict[int, list[Passage]] = defaultdict(list)
    rows = EntityRole.objects.filter(revision=revision).order_by("start")
    for entity, start, end in rows.values_list("entity", "start", "end"):
        places[entity].append(Passage(start=start, end=end))
    return {entity: _each_once(found, revision.text) for entity, found in places.items()}


def roles_by_outlet(person: str, *, story: Story, columns: Sequence[Column]) -> tuple[OutletRoles, ...]:
    """Return the roles of a story's person by the outlets that print any, in the order of the columns."""
    rows = EntityRole.objects.filter(
        entity__story=story,
        entity__kind=Entity.Kind.PERSON,
        entity__name=person,
        revision__is_current=True,
    ).order_by("start")
    places: dict[int, list[Passage]] = defaultdict(list)
    for article, start, end in rows.values_list("revision__article", "start", "end"):
        places[article].append(Passage(start=start, end=end))
    return tuple(
        OutletRoles(column=column, roles=_each_once(places[column.article], column.text))
        for column in columns
        if column.article in places
    )


def _each_once(places: Iterable[Passage], text: str) -> tuple[PrintedRole, ...]:
    """Return the roles at these places, one that is printed again only where it is first."""
    found: dict[str, PrintedRole] = {}
    for place in places:
        printed = " ".join(place.of(text).split())
        found.setdefault(printed.casefold(), PrintedRole(start=place.start, end=place.end, text=printed))
    return tuple(found.values())
