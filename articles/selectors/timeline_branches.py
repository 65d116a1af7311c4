"""Copies under what they copy, as the branches of a tree.

parents   [None, 0, None, 1]      rows 1 and 3 hang off row 0
rows      0, 1, 3, 2              at the depths 0, 1, 2, 0
"""

from collections.abc import Iterator, Sequence


def branched(parents: Sequence[int | None]) -> list[tuple[int, int]]:
    """Return the rows with their depths, each after its parent, otherwise in the order given.

    Two that copy each other have no end: the one that comes first is taken for the root.
    """
    placed: set[int] = set()

    def branch(at: int, depth: int) -> Iterator[tuple[int, int]]:
        if at in placed:
            return
        placed.add(at)
        yield at, depth
        for child, parent in enumerate(parents):
            if parent == at:
                yield from branch(child, depth + 1)

    roots = [at for at, parent in enumerate(parents) if parent is None]
    rows = [row for at in roots for row in branch(at, 0)]
    rows += [row for at in range(len(parents)) for row in branch(at, 0)]
    return rows
