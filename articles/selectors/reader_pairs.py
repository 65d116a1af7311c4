"""The pairs of the links between two texts, each with how its words differ and its two places on the page.

The first passage with number 3 in the left text has the name left-3 there, a second one left-3-2. Each leads
to its partner's name, so that two fragments may lead to one sentence.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import F, JSONField, TextField, Value
from django.db.models.expressions import Func
from django.db.models.functions import Cast, JSONObject

from articles.analysis.passages import Token, paragraphs
from articles.models import Reading
from articles.models.values import cells_from_json_text
from articles.selectors.reader_links import End, Link
from articles.selectors.reader_paragraphs import Joint
from articles.selectors.reader_words import PairWords, pair_words

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")

_AS_PRINTED = PairWords(left=(), right=(), places=0, other_words=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPair:
    """A pair of a link. Its ends, its joints and the texts they stand in come in the order left, right."""

    link: Link
    ends: tuple[End, End]
    joints: tuple[Joint, Joint]
    words: PairWords


def bound_pairs(links: Iterable[Link], *, texts: tuple[str, str]) -> list[BoundPair]:
    """Return the pairs in the order of their links, in one query for all their words."""
    pairs = [(one, (pair.left, pair.right)) for one in links for pair in one.pairs]
    names = _names(pairs)
    starts = [[paragraph.start for paragraph in paragraphs(text)] for text in texts]
    lines = _lines([end.key for _, ends in pairs for end in ends])

    def joint(one: Link, ends: tuple[End, End], side: int) -> Joint:
        other = 1 - side
        return Joint(
            number=one.number,
            name=names[side, one.number, ends[side].key],
            partner=names[other, one.number, ends[other].key],
            paragraph=max(1, bisect_right(starts[other], ends[other].start)),
            statement=one.statement,
            suggested=one.suggested,
            is_level=one.is_level,
        )

    return [
        BoundPair(
            link=one,
            ends=ends,
            joints=(joint(one, ends, 0), joint(one, ends, 1)),
            words=_words(ends, lines, texts=texts),
        )
        for one, ends in pairs
    ]


def _names(pairs: Iterable[tuple[Link, tuple[End, End]]]) -> dict[tuple[int, int, int], str]:
    """Return the name of each passage on its side, by side, number and reading."""
    names: dict[tuple[int, int, int], str] = {}
    taken: Counter[tuple[int, int]] = Counter()
    for one, ends in pairs:
        for side, end in enumerate(ends):
            if (side, one.number, end.key) in names:
                continue
            taken[side, one.number] += 1
            again = f"-{taken[side, one.number]}" if taken[side, one.number] > 1 else ""
            names[side, one.number, end.key] = f"{SIDES[side]}-{one.number}{again}"
    return names


@dataclass(frozen=True, slots=True)
class _Line:
    """A reading's kind, and its line of the statement's alignment table."""

    kind: str
    cells: tuple[tuple[Token, ...], ...]


def _lines(keys: Sequence[int]) -> dict[int, _Line]:
    """Load only the lines of these readings: the whole tables, with all other outlets, may be very large."""
    line = Func(
        F("statement__collation"),
        Value("$.columns[*].cells[$row]"),
        JSONObject(row=F("position")),
        function="jsonb_path_query_array",
        output_field=JSONField(),
    )
    rows = Reading.objects.filter(pk__in=keys, statement__collation__isnull=False).order_by()
    return {
        key: _Line(kind, cells_from_json_text(cells))
        for key, kind, cells in rows.values_list("pk", "kind", Cast(line, TextField()))
    }


def _words(ends: tuple[End, End], lines: Mapping[int, _Line], *, texts: tuple[str, str]) -> PairWords:
    if not all(end.key in lines for end in ends):
        return _AS_PRINTED
    left, right = (lines[end.key] for end in ends)
    return pair_words(left.cells, right.cells, texts=texts, kinds=(left.kind, right.kind))
