"""Which articles of a story count as one printing.

Reuters, the Gazette (a copy of Reuters), the Courier                  two printings
the Gazette (a copy of AFP), the Herald (a copy of AFP)                one, although AFP itself is not there
the Gazette, and the Herald with the same text                         one
the Gazette twice                                                      one: no outlet is independent of itself
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.analysis.agencies import is_same


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """An article as one of its story's printings.

    ``copy_of`` names whose report it copies, empty for none; ``same_as`` is the index of an article with the
    same text.
    """

    outlet: str
    copy_of: str = ""
    same_as: int | None = None


def groups(printings: Sequence[Printing]) -> tuple[int, ...]:
    """Return for each article the group of printings it belongs to, named by the index of the group's head.

    The head is the first that copies nobody, else the first of all.
    """
    group = list(range(len(printings)))
    for one, other in _ties(printings):
        joined, left = sorted((group[one], group[other]))
        group = [joined if number == left else number for number in group]
    return tuple(_head(number, group, printings) for number in group)


def _ties(printings: Sequence[Printing]) -> Iterator[tuple[int, int]]:
    for at, printing in enumerate(printings):
        if printing.same_as is not None:
            yield at, printing.same_as
        for other, theirs in enumerate(printings[:at]):
            if _have_one_source(printing, theirs):
                yield at, other


def _have_one_source(one: Printing, other: Printing) -> bool:
    pairs = [(one.outlet, other.outlet), (one.copy_of, other.outlet), (one.outlet, other.copy_of)]
    return any(mine and theirs and is_same(mine, theirs) for mine, theirs in pairs) or bool(
        one.copy_of and other.copy_of and is_same(one.copy_of, other.copy_of)
    )


def _head(number: int, group: Sequence[int], printings: Sequence[Printing]) -> int:
    members = [at for at, one in enumerate(group) if one == number]
    return min(members, key=lambda at: (bool(printings[at].copy_of), printings[at].same_as is not None, at))
