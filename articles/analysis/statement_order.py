"""The order in which a story unfolds: first what several outlets print, then what one alone has.

    A prints 1 2 3 4,  B prints 1 5 3,  C prints 2 5 4 6      gives  1 2 5 3 4 6

A carries most of what is shared, and its order stands. 5, which it lacks, belongs after 2 and before 3, as it
is printed in C and in B. 6 is C's alone and waits until what the outlets share is told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Places = Mapping[int, int]
"""The articles that print a statement, each with the offset of its first reading."""


def in_story_order(places: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """Return indices of statements in order; ``places[i]`` are the articles and offsets that print ``i``."""
    printed = [_first(found) for found in places]
    shared = [at for at, found in enumerate(printed) if len(found) > 1]
    alone = [at for at, found in enumerate(printed) if len(found) < 2]
    return _told(shared, printed) + sorted(alone, key=lambda at: (sorted(printed[at].items()), at))


def _first(found: Iterable[tuple[int, int]]) -> Places:
    first: dict[int, int] = {}
    for article, start in found:
        first[article] = min(start, first.get(article, start))
    return first


def _told(shared: Sequence[int], printed: Sequence[Places]) -> list[int]:
    """Return the shared statements in the order of the article with most of them, the others slotted in.

    Those that most articles print are slotted in first, since they have most neighbours.
    """
    carried = Counter(article for at in shared for article in printed[at])
    if not carried:
        return []
    leader = min(carried, key=lambda article: (-carried[article], article))
    order = sorted((at for at in shared if leader in printed[at]), key=lambda at: (printed[at][leader], at))
    lacking = [at for at in shared if leader not in printed[at]]
    for at in sorted(lacking, key=lambda at: (-len(printed[at]), sorted(printed[at].values()), at)):
        order.insert(_place(at, order, printed), at)
    return order


def _place(statement: int, order: Sequence[int], printed: Sequence[Places]) -> int:
    """Return where a statement disagrees least with the articles that print it.

    Of places that are equally good the first is taken that is right behind a statement it follows in print.
    Where it follows none, the last, in front of the one that follows it: nothing says it opens the story.
    """
    own = printed[statement]
    precedes = [_articles(printed[at], own) for at in order]
    follows = [_articles(own, printed[at]) for at in order]
    mistakes = [sum(precedes)]
    for behind, ahead in zip(follows, precedes, strict=True):
        mistakes.append(mistakes[-1] + behind - ahead)
    best = [place for place, count in enumerate(mistakes) if count == min(mistakes)]
    return next((place for place in best if place and precedes[place - 1]), best[-1])


def _articles(one: Places, other: Places) -> int:
    """Return how many articles print one statement before the other."""
    return sum(start < other[article] for article, start in one.items() if article in other)
