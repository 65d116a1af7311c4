"""Outlets side by side with those that print the same.

prints    Gazette 1 2 3   Herald 7 8   Courier 1 2   Echo 8      →   Gazette, Courier, Herald, Echo
"""

from collections.abc import Sequence


def by_likeness(carried: Sequence[frozenset[int]]) -> list[int]:
    """Return the outlets' indices: first who prints most, then always who is most like the last one.

    ``carried`` are the statements of each outlet. Likeness is the part of what either prints that both print.
    """
    left = list(range(len(carried)))
    chain: list[int] = []
    while left:
        last = carried[chain[-1]] if chain else None
        following = max(
            left,
            key=lambda at: (_likeness(carried[at], last) if last else 0, len(carried[at]), -at),
        )
        left.remove(following)
        chain.append(following)
    return chain


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(1, len(one | other))
