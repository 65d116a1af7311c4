"""Words that stand elsewhere in another witness: "as a public servant" before or after "it is my duty".

An alignment keeps every witness's order, so a moved phrase shows as left out at one place and added at
another. Two runs of columns with the same words, in different witnesses, are recognised as one phrase that
moved.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from articles.analysis.word_matching import FUNCTION_WORDS, is_punctuation


def transposed(columns: Sequence[Mapping[int, str]]) -> frozenset[int]:
    """Return the indices of columns with a word that another witness prints in another column.

    A column maps each witness that prints something there to the word's key. Function words count as moved
    only beside a moved content word.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    for index, column in enumerate(columns):
        for key in set(column.values()):
            if key not in FUNCTION_WORDS and not is_punctuation(key):
                where[key].append(index)
    moved: set[int] = set()
    for key, indices in where.items():
        for before, after in pairwise(indices):
            if _change_places(columns, before, after, key):
                moved |= _run(columns, before, after)
    return frozenset(moved)


def _run(columns: Sequence[Mapping[int, str]], before: int, after: int) -> set[int]:
    """Return both places of a moved word, with the moved words around it."""
    found = {before, after}
    for step in (-1, 1):
        one, other = before + step, after + step
        while one >= 0 and other < len(columns) and _word_moves(columns, one, other):
            found |= {one, other}
            one, other = one + step, other + step
    return found


def _word_moves(columns: Sequence[Mapping[int, str]], one: int, other: int) -> bool:
    shared = set(columns[one].values()) & set(columns[other].values())
    return any(_change_places(columns, one, other, key) for key in shared)


def _change_places(columns: Sequence[Mapping[int, str]], one: int, other: int, key: str) -> bool:
    """Say whether some witness has the word only here and another has it only there."""
    here = {witness for witness, found in columns[one].items() if found == key}
    there = {witness for witness, found in columns[other].items() if found == key}
    return bool(here - there) and bool(there - here)
