"""Who carried a statement first, among the outlets that print it.

An outlet counts by the earliest of its articles that print the statement. An undated one is never first, and
where it prints the statement too, nobody knows whether the first is the first. Nor is anybody first who alone
is dated: no date stands against the outlet's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.selectors.coverage_source import CARRIED, CarriedStatement, CoverageSource, CoveringOutlet
from articles.selectors.timeline_moments import UNDATED, Moment, Sequel, delay_after_all, moment, sequel


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A statement that several outlets print, with when each first did, and in which order."""

    statement: CarriedStatement
    outlets: tuple[CoveringOutlet, ...]
    moments: tuple[Moment, ...]
    sequel: Sequel

    @property
    def is_told(self) -> bool:
        """Say whether one dated outlet was before all other dated ones, of which there is one at least."""
        return len(self.sequel.first) == 1 and bool(self.sequel.following)

    @property
    def is_alone(self) -> bool:
        """Say whether only one outlet is dated, so that nothing tells whether it was first."""
        return len(self.sequel.first) == 1 and not self.sequel.following


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An outlet that prints a statement; a copy stands for another's report."""

    name: str
    is_copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Followers:
    """The outlets that followed as long after the first as ``delay`` says."""

    delay: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Who carried a statement first: one outlet, several of the same day, or none where all are undated."""

    statement: CarriedStatement
    first: tuple[Carrier, ...]
    when: Moment
    followers: tuple[Followers, ...]
    undated: tuple[Carrier, ...]

    @property
    def is_one(self) -> bool:
        """Say whether one dated outlet was before all other dated ones, of which there is one at least."""
        return len(self.first) == 1 and bool(self.followers)

    @property
    def is_alone(self) -> bool:
        """Say whether only one outlet is dated, so that nothing tells whether it was first."""
        return len(self.first) == 1 and not self.followers


def shared_statements(source: CoverageSource) -> list[Shared]:
    """Return the statements that two outlets or more print, in the order of the story."""
    moments = {
        article.article: moment(article.published, article.published_at)
        for outlet in source.outlets
        for article in outlet.articles
    }
    outlets = [outlet for outlet in source.outlets if not outlet.is_reference]
    shared = []
    for statement in source.statements:
        carrying = [outlet for outlet in outlets if outlet.sign(statement.kinds) in CARRIED]
        if len(carrying) > 1:
            times = [_first_printed(outlet, statement, moments) for outlet in carrying]
            shared.append(
                Shared(
                    statement=statement,
                    outlets=tuple(carrying),
                    moments=tuple(times),
                    sequel=sequel(times),
                )
            )
    return shared


def counted(rows: Iterable[Shared]) -> Counter[int]:
    """Return how many statements each outlet, by its key, carried before all others that are dated."""
    return Counter(row.outlets[row.sequel.first[0]].key for row in rows if row.is_told)


def first_of(row: Shared) -> First:
    """Return who carried a statement first, and who followed how long after."""
    carriers = [_carrier(outlet, row.statement) for outlet in row.outlets]
    order = row.sequel
    earlier = [row.moments[at] for at in order.first]
    delays = [(delay_after_all(row.moments[at], earlier), carriers[at]) for at in order.following]
    return First(
        statement=row.statement,
        first=tuple(carriers[at] for at in order.first),
        when=earlier[0] if earlier else UNDATED,
        followers=tuple(
            Followers(delay=delay, carriers=tuple(carrier for _, carrier in members))
            for delay, members in groupby(delays, key=lambda one: one[0])
        ),
        undated=tuple(carriers[at] for at in order.undated),
    )


def first_moment(moments: Sequence[Moment]) -> Moment:
    """Return the earliest of an outlet's moments, undated where all are."""
    first = sequel(moments).first
    return moments[first[0]] if first else UNDATED


def _first_printed(
    outlet: CoveringOutlet, statement: CarriedStatement, moments: Mapping[int, Moment]
) -> Moment:
    """Return when an outlet first printed a statement."""
    if len(outlet.articles) == 1:
        return moments[outlet.articles[0].article]
    return first_moment(
        [
            moments[article.article]
            for article in outlet.articles
            if statement.kinds.get(article.revision) in CARRIED
        ]
    )


def _carrier(outlet: CoveringOutlet, statement: CarriedStatement) -> Carrier:
    printing = [article for article in outlet.articles if statement.kinds.get(article.revision) in CARRIED]
    return Carrier(name=outlet.name, is_copy=all(article.group != article.article for article in printing))
