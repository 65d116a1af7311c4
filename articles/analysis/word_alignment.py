"""One reading laid against the columns of a growing table, so that what is alike stands together.

Needleman and Wunsch's global alignment with Gotoh's affine gaps ("An improved algorithm for matching
biological sequences", J. Mol. Biol. 162, 1982), because words are left out and put in by the phrase: one long
gap is likelier than many short ones. The equal ends are taken off first, and what is too large for the
quadratic table is cut at words that occur once on both sides, or along the longest common subsequence.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from articles.analysis.word_matching import similarity

Pair = tuple[int | None, int | None]
"""A column's index and a word's index; one of them is None where the other has no counterpart."""

LARGEST_TABLE = 60_000
_OPEN, _EXTEND = -0.12, -0.01
_NEVER = float("-inf")


def align(columns: Sequence[frozenset[str]], keys: Sequence[str]) -> list[Pair]:
    """Return pairs that hold every column and every word once, both in their order."""
    start, end = 0, 0
    shorter = min(len(columns), len(keys))
    while start < shorter and keys[start] in columns[start]:
        start += 1
    while end < shorter - start and keys[-1 - end] in columns[-1 - end]:
        end += 1
    pairs: list[Pair] = [(at, at) for at in range(start)]
    pairs += _between(columns, keys, (start, len(columns) - end), (start, len(keys) - end))
    pairs += [(len(columns) - at, len(keys) - at) for at in range(end, 0, -1)]
    return pairs


def _between(
    columns: Sequence[frozenset[str]], keys: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[Pair]:
    size = (left[1] - left[0]) * (right[1] - right[0])
    if size <= LARGEST_TABLE:
        inner = _table(columns[slice(*left)], keys[slice(*right)])
        yield from _shifted(inner, left[0], right[0])
        return
    column_at, key_at = left[0], right[0]
    for column, key in _anchors(columns, keys, left, right):
        yield from _block(columns, keys, (column_at, column), (key_at, key))
        yield column, key
        column_at, key_at = column + 1, key + 1
    yield from _block(columns, keys, (column_at, left[1]), (key_at, right[1]))


def _block(
    columns: Sequence[frozenset[str]], keys: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[Pair]:
    """Align a stretch between anchors; one that is still too large has nothing in common worth the search."""
    if (left[1] - left[0]) * (right[1] - right[0]) <= LARGEST_TABLE:
        yield from _shifted(_table(columns[slice(*left)], keys[slice(*right)]), left[0], right[0])
    else:
        yield from ((column, None) for column in range(*left))
        yield from ((None, key) for key in range(*right))


def _anchors(
    columns: Sequence[frozenset[str]], keys: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return equal columns and words in order: those unique on both sides, or else a common subsequence."""
    in_columns = Counter(key for column in columns[slice(*left)] for key in column)
    in_keys = Counter(keys[slice(*right)])
    where = {
        key: at for at in range(*left) for key in columns[at] if in_columns[key] == 1 and in_keys[key] == 1
    }
    unique = [(where[keys[at]], at) for at in range(*right) if keys[at] in where]
    if len(unique) > 8:
        return _longest_increasing(unique)
    names = [min(column) for column in columns[slice(*left)]]
    blocks = LCSseq.opcodes(names, list(keys[slice(*right)])).as_matching_blocks() if names else []
    return [(left[0] + b.a + at, right[0] + b.b + at) for b in blocks for at in range(b.size)]


def _longest_increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs whose columns rise too; the words rise already (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int | None] = []
    for at, (column, _) in enumerate(pairs):
        pile = bisect_left(tops, column)
        before.append(piles[pile - 1] if pile else None)
        tops[pile : pile + 1] = [column]
        piles[pile : pile + 1] = [at]
    chain: list[tuple[int, int]] = []
    last: int | None = piles[-1] if piles else None
    while last is not None:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]


def _shifted(pairs: Sequence[Pair], left: int, right: int) -> Iterator[Pair]:
    for column, key in pairs:
        yield (None if column is None else column + left, None if key is None else key + right)


def _table(columns: Sequence[frozenset[str]], keys: Sequence[str]) -> list[Pair]:
    """Fill the table from the end and read the best way from its start.

    Three values a cell: the best alignment of the rest when it opens with a pair, with a column left out, or
    with a word put in. A gap pays for its opening at its last place. Words are put in after columns are left
    out, never before, so that equal alignments have one form.
    """
    height, width = len(columns), len(keys)
    pair = [[_NEVER] * (width + 1) for _ in range(height + 1)]
    skip = [[_NEVER] * (width + 1) for _ in range(height + 1)]
    put = [[_NEVER] * (width + 1) for _ in range(height + 1)]
    pair[height][width] = 0.0
    for row in range(height, -1, -1):
        for at in range(width, -1, -1):
            if row < height and at < width:
                value = _likeness(columns[row], keys[at])
                if value is not None:
                    pair[row][at] = value + max(
                        pair[row + 1][at + 1], skip[row + 1][at + 1], put[row + 1][at + 1]
                    )
            if row < height:
                opened = max(pair[row + 1][at], put[row + 1][at]) + _OPEN
                skip[row][at] = max(opened, skip[row + 1][at] + _EXTEND)
            if at < width:
                put[row][at] = max(pair[row][at + 1] + _OPEN, put[row][at + 1] + _EXTEND)
    return _way(pair, skip, put)


def _way(pair: list[list[float]], skip: list[list[float]], put: list[list[float]]) -> list[Pair]:
    """Follow the best values; on a tie a pair comes before a left-out column, that before a word put in."""
    height, width = len(pair) - 1, len(pair[0]) - 1
    row = at = 0
    found: list[Pair] = []
    paid_pair, paid_skip, paid_put = 0.0, 0.0, 0.0
    while row < height or at < width:
        paired, skipped = pair[row][at] + paid_pair, skip[row][at] + paid_skip
        best = max(paired, skipped, put[row][at] + paid_put)
        if paired == best:
            found.append((row, at))
            row, at = row + 1, at + 1
            paid_pair, paid_skip, paid_put = 0.0, 0.0, 0.0
        elif skipped == best:
            found.append((row, None))
            row += 1
            paid_pair, paid_skip, paid_put = _OPEN, _EXTEND, _OPEN
        else:
            found.append((None, at))
            at += 1
            paid_pair, paid_skip, paid_put = _OPEN, _NEVER, _EXTEND
    return found


def _likeness(column: frozenset[str], key: str) -> float | None:
    if key in column:
        return similarity(key, key)
    likeness = None
    for other in column:
        value = similarity(other, key)
        if value is not None and (likeness is None or value > likeness):
            likeness = value
    return likeness
