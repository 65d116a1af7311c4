"""The alignment table of a statement as a reader sees it: a line for each reading, place beside place.

Where outlets differ, what most of them print stands back, so that the odd one is seen:

    in the diplomatic service         common
    in the diplomatic service         common
    at the Department of Foreign Affairs
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.analysis.collation import Column as TableColumn
from articles.analysis.collation import Table
from articles.analysis.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What one reading prints at one place of the alignment table; empty where it prints nothing.

    ``variant`` is accidental, substantive or empty. ``common`` tells that more readings print these words, or
    nothing, than print anything else. ``outside`` tells that the reading does not reach here: it is a
    fragment, and left nothing out. ``words`` are where its words stand in the text.
    """

    text: str
    variant: str
    common: bool
    moved: bool
    outside: bool
    words: tuple[Passage, ...] = ()


def lines(table: Table) -> tuple[tuple[Place, ...], ...]:
    """Return the line of each reading. Neighbouring columns where all agree, or one prints alone, are one."""
    reaches = [_reach(table, row) for row in range(len(table.witnesses))]
    runs = groupby(enumerate(table.columns), key=lambda numbered: _same_run(*numbered))
    return tuple(zip(*(_places(list(run), reaches) for _, run in runs), strict=True))


def _reach(table: Table, row: int) -> range:
    """Return the columns from a reading's first word to its last."""
    printed = [at for at, column in enumerate(table.columns) if column.cells[row]]
    return range(printed[0], printed[-1] + 1) if printed else range(0)


def _same_run(at: int, column: TableColumn) -> tuple[int | None, str | None, tuple[bool, ...]]:
    """Return what columns of one run share: the same readings print them, and nothing stands side by side."""
    printing = tuple(bool(cell) for cell in column.cells)
    differs = column.moved or (column.variant is not None and sum(printing) > 1)
    return at if differs else None, column.variant, printing


def _places(run: Sequence[tuple[int, TableColumn]], reaches: Sequence[range]) -> list[Place]:
    """Return what each reading prints in a run of columns."""
    at, first = run[0]
    printed = [[token for _, column in run for token in column.cells[row]] for row in range(len(reaches))]
    words = [tuple(token.norm for token in tokens) for tokens in printed]
    most = _most([said for said, reach in zip(words, reaches, strict=True) if at in reach])
    return [
        Place(
            text=" ".join(f"{token.before}{token.text}{token.after}" for token in tokens),
            variant=first.variant or "",
            common=first.variant == "substantive" and said == most,
            moved=first.moved,
            outside=at not in reach,
            words=tuple(Passage(start=token.start, end=token.end) for token in tokens),
        )
        for tokens, said, reach in zip(printed, words, reaches, strict=True)
    ]


def _most(words: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return what more readings print than print anything else; None where two things are as frequent."""
    ranked = Counter(words).most_common(2)
    is_tie = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not is_tie else None
