"""N readings word by word: the alignment table, its variants and their class.

    A  The council will recognise both unions in the autumn
    B  The council will recognize the two unions
    C  the unions

fall into the columns

    The | council | will | recognise | both | —   | unions | in the autumn
    The | council | will | recognize | the  | two | unions | —
    —   | —       | —    | —         | the  | —   | unions | —

"recognise" is an accidental variant: one word, two spellings. So are other capitals, and other punctuation
between two words of a reading. "both" against "the two" is a substantive one.
Nothing is made of what C does not print: it is a fragment, and nobody left out the words around a fragment.

The table is built progressively: the reading that shares most with all the others first, then the others,
each laid against the columns that are there. The order depends on the words alone, so that the table does not
change with the order of the witnesses. Every token stands in it once, in its witness's order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

from articles.analysis.passages import Token
from articles.analysis.punctuation import is_pointed_alike
from articles.analysis.reading_ends import draw_together
from articles.analysis.transpositions import transposed
from articles.analysis.two_readings import side_by_side
from articles.analysis.word_alignment import align
from articles.analysis.word_compounds import Word, key_of, words
from articles.analysis.word_matching import is_punctuation

VariantClass = Literal["accidental", "substantive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One place of the table: what each witness prints there, in the order of the witnesses.

    An empty cell is a gap. ``variant`` is None where all the witnesses whose reading reaches this place print
    the same; before a reading's first word and after its last nothing is missing. ``moved`` tells that a word
    of this column stands elsewhere in another witness.
    """

    cells: tuple[tuple[Token, ...], ...]
    variant: VariantClass | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An alignment table. Reading a witness's cells from left to right gives its tokens, none lost."""

    witnesses: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of a witness's tokens as seen from the base, in printed order.

    ``same`` and ``changed`` runs have ``tokens``; ``changed`` and ``left_out`` have the base's words in
    ``base_tokens``; ``added`` has no counterpart in the base. ``not_carried`` are the base's words before
    and after what a partial reading prints: nobody left them out of a sentence. Likewise ``added`` words
    before and after what a partial base prints have no ``variant``: nobody put them in.
    """

    kind: Literal["same", "changed", "added", "left_out", "not_carried"]
    variant: VariantClass | None
    tokens: tuple[Token, ...]
    base_tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A column in the making: the word that each witness prints there, by the witness's index."""

    words: dict[int, Word]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(word.key for word in self.words.values())


def collate(readings: Sequence[Sequence[Token]], witnesses: Sequence[str]) -> Table:
    """Align the readings, one for each witness, in one table.

    Tokens match by ``norm``; near words share a column where nothing fits better. A reading may be empty.
    """
    rows = words(readings)
    places: list[_Place] = []
    for alike in _in_order(rows):
        places = _with(places, rows, alike)
    draw_together([place.words for place in places], len(rows))
    places = [place for place in places if place.words]
    reach = [_span([witness in place.words for place in places]) for witness in range(len(rows))]
    moved = transposed([{at: word.key for at, word in place.words.items()} for place in places])
    cells = [[_tokens(place, witness) for witness in range(len(rows))] for place in places]
    return Table(
        witnesses=tuple(witnesses),
        columns=tuple(
            Column(
                cells=tuple(cells[index]),
                variant=_variant(
                    place,
                    [at for at, span in enumerate(reach) if index in span],
                    is_pointed_alike=is_pointed_alike(cells, index),
                ),
                moved=index in moved,
            )
            for index, place in enumerate(places)
        ),
    )


def against(table: Table, *, base: int, witness: int) -> tuple[Mark, ...]:
    """Return how a page shows a witness's reading against the base's, as runs in printed order.

    ``base`` and ``witness`` are indices into the table's witnesses. Neighbouring differences of one class are
    one run: "in the knowledge" against "knowing" is one change, not one change and two omissions. Only these
    two readings count: nothing that a third prints makes an omission of what a fragment does not reach.
    """
    cells = side_by_side([(column.cells[base], column.cells[witness]) for column in table.columns])
    of_base = _span([bool(ours) for ours, _ in cells])
    of_witness = _span([bool(theirs) for _, theirs in cells])
    keys = [{at: key_of(cell) for at, cell in enumerate(pair) if cell} for pair in cells]
    moved = _phrases(transposed(keys))
    steps = []
    for at, (ours, theirs) in enumerate(cells):
        in_base, in_witness = (at in moved or at in span for span in (of_base, of_witness))
        step = _step(ours, theirs, in_base=in_base, in_witness=in_witness)
        if step == "same" and not is_pointed_alike(cells, at):
            step = "accidental"
        steps.append((step, ours, theirs))
    return tuple(
        _mark(kind, [ours for _, ours, _ in run], [theirs for _, _, theirs in run])
        for kind, group in groupby(steps, key=lambda step: step[0])
        if (run := list(group))
    )


_Step = Literal["same", "accidental", "substantive", "outside base", "not_carried"]


def _step(ours: tuple[Token, ...], theirs: tuple[Token, ...], *, in_base: bool, in_witness: bool) -> _Step:
    if ours and theirs:
        if [token.text for token in ours] == [token.text for token in theirs]:
            return "same"
        one, other = words([ours, theirs])
        if _printed(one) == _printed(other):
            return "same"
        return "accidental" if _keys(one) == _keys(other) or _only_marks(one + other) else "substantive"
    if ours and not in_witness:
        return "not_carried"
    if theirs and not in_base:
        return "outside base"
    return "accidental" if _only_marks(words([ours or theirs])[0]) else "substantive"


def _mark(step: _Step, base_cells: Sequence[tuple[Token, ...]], cells: Sequence[tuple[Token, ...]]) -> Mark:
    base_tokens = tuple(token for cell in base_cells for token in cell)
    tokens = tuple(token for cell in cells for token in cell)
    if step == "same" or step == "not_carried":
        return Mark(kind=step, variant=None, tokens=tokens, base_tokens=base_tokens)
    if step == "outside base":
        return Mark(kind="added", variant=None, tokens=tokens, base_tokens=())
    kind: Literal["changed", "added", "left_out"] = (
        "changed" if tokens and base_tokens else "added" if tokens else "left_out"
    )
    return Mark(kind=kind, variant=step, tokens=tokens, base_tokens=base_tokens)


def _in_order(rows: Sequence[Sequence[Word]]) -> Iterator[list[int]]:
    """Yield the witnesses, those that print the same words together: the most central first."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, row in enumerate(rows):
        groups.setdefault(_keys(row), []).append(at)
    shared: Counter[tuple[str, ...]] = Counter()
    for one in groups:
        shared[one] = sum(LCSseq.similarity(one, other) for other in groups if other != one)
    centre = max(groups, key=lambda keys: (shared[keys], len(keys), keys), default=())
    for keys in sorted(groups, key=lambda keys: (-LCSseq.similarity(centre, keys), keys != centre, keys)):
        yield groups[keys]


def _with(places: list[_Place], rows: Sequence[Sequence[Word]], alike: list[int]) -> list[_Place]:
    """Return the places with the witnesses' words in them; all these witnesses have the same words."""
    keys = _keys(rows[alike[0]])
    grown = []
    for column, at in align([place.keys for place in places], keys):
        place = places[column] if column is not None else _Place({})
        if at is not None:
            place.words.update({witness: rows[witness][at] for witness in alike})
        grown.append(place)
    return grown


def _variant(place: _Place, reaching: Sequence[int], *, is_pointed_alike: bool) -> VariantClass | None:
    if _only_marks(place.words.values()):
        printed = {place.words[at].printed if at in place.words else () for at in reaching}
        return "accidental" if len(printed) > 1 else None
    if len(place.keys) > 1 or any(at not in place.words for at in reaching):
        return "substantive"
    is_printed_alike = len({word.printed for word in place.words.values()}) == 1
    return None if is_printed_alike and is_pointed_alike else "accidental"


def _phrases(moved: frozenset[int]) -> frozenset[int]:
    """Return the moved columns beside another; a word alone may stand in two places by chance."""
    return frozenset(at for at in moved if at - 1 in moved or at + 1 in moved)


def _tokens(place: _Place, witness: int) -> tuple[Token, ...]:
    return place.words[witness].tokens if witness in place.words else ()


def _span(present: Sequence[bool]) -> range:
    """Return the places from the first with a word to the last; an empty reading reaches none."""
    at = [index for index, here in enumerate(present) if here]
    return range(at[0], at[-1] + 1) if at else range(0)


def _keys(row: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in row)


def _printed(row: Sequence[Word]) -> tuple[str, ...]:
    return tuple(part for word in row for part in word.printed)


def _only_marks(row: Iterable[Word]) -> bool:
    return all(is_punctuation(word.key) for word in row)
