"""Which row of an earlier comparison each statement of a new one is.

Two statements are the same row where they share the most printed words: characters of the same revision, or
the same words in two revisions of one article.

    row 7 read “complicit in war crimes” in A and B; now C prints it too   still row 7
    row 7 falls into two statements                                        the larger part is row 7
    none of the new readings touches an old one                            a new row
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from articles.analysis.alignment import Statement as ReadStatement
from articles.models import Reading, Revision, Story


def match_statements(
    statements: Sequence[ReadStatement], *, story: Story, revisions: Sequence[Revision]
) -> dict[int, int]:
    """Return the id of the held row for each statement, by its index, that continues one."""
    held = _HeldReadings(
        Reading.objects.filter(statement__story=story).select_related("revision").order_by("start", "pk")
    )
    shared: Counter[tuple[int, int]] = Counter()
    for index, statement in enumerate(statements):
        for reading in statement.readings:
            for row, length in held.shared_with(revisions[reading.article], reading.start, reading.end):
                shared[index, row] += length
    kept: dict[int, int] = {}
    for (index, row), _length in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if index not in kept and row not in kept.values():
            kept[index] = row
    return kept


class _HeldReadings:
    """The readings of the held rows, found by where or by what they print."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._by_revision: defaultdict[int, list[Reading]] = defaultdict(list)
        self._by_text: defaultdict[tuple[int, str], list[Reading]] = defaultdict(list)
        for reading in readings:
            self._by_revision[reading.revision_id].append(reading)
            self._by_text[reading.revision.article_id, reading.text].append(reading)
        self._longest = {
            revision: max(reading.end - reading.start for reading in held)
            for revision, held in self._by_revision.items()
        }

    def shared_with(self, revision: Revision, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the held rows that print this passage or a part of it, and how many characters."""
        held = self._by_revision.get(revision.pk)
        if held is None:
            text = revision.text[start:end]
            for reading in self._by_text[revision.article_id, text]:
                yield reading.statement_id, len(text)
            return
        first = bisect_left(held, start - self._longest[revision.pk], key=lambda reading: reading.start)
        for reading in held[first:]:
            if reading.start >= end:
                break
            length = min(end, reading.end) - max(start, reading.start)
            if length > 0:
                yield reading.statement_id, length
