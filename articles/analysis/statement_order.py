"""The order in which a story unfolds: that of the article that carries most, the others slotted in.

    A prints 1 2 3 4,  B prints 1 5 3        gives  1 5 2 3 4

since 5 follows 1 where it is printed.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence


def in_story_order(places: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """Return indices of statements in order; ``places[i]`` are the articles and offsets that print ``i``."""
    first: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for statement, printed in enumerate(places):
        for article, start in printed:
            first[article][statement] = min(start, first[article].get(statement, start))
    carried = Counter({article: len(found) for article, found in first.items()})
    after: defaultdict[int | None, list[int]] = defaultdict(list)
    placed: set[int] = set()
    for article, _ in sorted(carried.items(), key=lambda item: (-item[1], item[0])):
        before: int | None = None
        fresh: list[int] = []
        for statement in sorted(first[article], key=lambda statement: (first[article][statement], statement)):
            if statement in placed:
                after[before] = fresh + after[before]
                before, fresh = statement, []
            else:
                fresh.append(statement)
        after[before] = fresh + after[before]
        placed |= set(first[article])
    return _walked(after)


def _walked(after: dict[int | None, list[int]]) -> list[int]:
    """Return the statements depth first, each followed by those slotted in after it."""
    found: list[int] = []
    waiting = list(reversed(after.get(None, [])))
    while waiting:
        statement = waiting.pop()
        found.append(statement)
        waiting.extend(reversed(after.get(statement, [])))
    return found
