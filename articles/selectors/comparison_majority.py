"""The majority reading of a statement: at each place of its table, the words that most outlets print.

    Gazette     We will close the two depots in the spring.
    Courier     We will shut the two depots in the spring.
    Herald      We will close both depots in the early spring.
    Mirror      We will close both depots.

    majority    We will close [the two] depots in the spring

Most print “close”, and two of the three who reach so far print “in the spring” without “early”. “The two”
and “both” are as many: there the usual base decides, and the words are told apart, since they are no
majority's. One outlet has one vote, however many passages it prints; a reference witness has none, and what
is only suggested counts for nothing. Fewer than three outlets have no majority.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.analysis.collation import Column as TableColumn
from articles.analysis.collation import Table
from articles.analysis.passages import Passage, Token
from articles.models import Reading
from articles.selectors.comparison_marks import Piece
from articles.selectors.comparison_source import StoredReading, StoredStatement

FEWEST = 3
"""Of two outlets neither is the majority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorityReading:
    """The reading as a witness of its own. ``reading`` stands in ``text`` and is the last row of ``table``.

    ``pieces`` are its words; where no majority decides they are context.
    """

    reading: StoredReading
    text: str
    table: Table
    pieces: tuple[Piece, ...]


def majority_reading(
    statement: StoredStatement, *, table: Table | None, usual: int
) -> MajorityReading | None:
    """Return what most of the shown outlets print, None where fewer than three print the statement.

    ``usual`` is the index of the column whose words are taken where as many print one thing as another.
    """
    voters = _voters(statement, usual=usual)
    if table is None or sum(voters.values()) < FEWEST:
        return None
    reaches = [_reach(table, row) for row in range(len(table.witnesses))]
    chosen = [_chosen(at, column, voters, reaches) for at, column in enumerate(table.columns)]
    cells, text = _printed([tokens for tokens, _ in chosen])
    return MajorityReading(
        reading=_as_reading(statement, row=len(table.witnesses), end=len(text)),
        text=text,
        table=Table(
            witnesses=(*table.witnesses, "majority"),
            columns=tuple(
                TableColumn(cells=(*column.cells, cell), variant=column.variant, moved=column.moved)
                for column, cell in zip(table.columns, cells, strict=True)
            ),
        ),
        pieces=tuple(_pieces(cells, [is_decided for _, is_decided in chosen], text)),
    )


def _voters(statement: StoredStatement, *, usual: int) -> Counter[tuple[int, ...]]:
    """Return the rows of the outlets that surely print the statement, the usual base's first, with how many
    outlets have the same rows.
    """
    rows: dict[int, list[int]] = {}
    for reading in sorted(statement.readings, key=lambda one: (one.column != usual, one.column)):
        if not reading.suggested and not reading.of_reference:
            rows.setdefault(reading.column, []).append(reading.row)
    return Counter(tuple(its_rows) for its_rows in rows.values())


def _reach(table: Table, row: int) -> range:
    """Return the columns from a reading's first word to its last."""
    printed = [at for at, column in enumerate(table.columns) if column.cells[row]]
    return range(printed[0], printed[-1] + 1) if printed else range(0)


def _chosen(
    at: int, column: TableColumn, voters: Mapping[tuple[int, ...], int], reaches: Sequence[range]
) -> tuple[tuple[Token, ...], bool]:
    """Return what stands at one place, and whether a majority decides it."""
    votes: dict[tuple[str, ...], Counter[tuple[Token, ...]]] = {}
    forms: dict[tuple[str, ...], tuple[Token, ...]] = {}
    for rows, number in voters.items():
        vote = _vote(at, column, rows, reaches)
        if vote is not None:
            form = forms.setdefault(_form(vote), vote)
            votes.setdefault(tuple(token.norm for token in vote), Counter())[form] += number
    if sum(count.total() for count in votes.values()) < 2:
        return (), True
    most = max(count.total() for count in votes.values())
    winners = [count for count in votes.values() if count.total() == most]
    return max(winners[0], key=lambda form: winners[0][form]), len(winners) == 1


def _form(vote: Sequence[Token]) -> tuple[str, ...]:
    """Return words as printed, with their punctuation."""
    return tuple(f"{token.before}{token.text}{token.after}" for token in vote)


def _vote(
    at: int, column: TableColumn, rows: Sequence[int], reaches: Sequence[range]
) -> tuple[Token, ...] | None:
    """Return what an outlet prints at a place, None where none of its passages reaches it."""
    reaching = [column.cells[row] for row in rows if at in reaches[row]]
    return next((cell for cell in reaching if cell), reaching[0]) if reaching else None


def _printed(cells: Sequence[tuple[Token, ...]]) -> tuple[list[tuple[Token, ...]], str]:
    """Return the words with their places in a text of their own, and that text."""
    count = sum(map(len, cells))
    placed: list[tuple[Token, ...]] = []
    text, number = "", 0
    for cell in cells:
        tokens = []
        for token in cell:
            number += 1
            before = token.before if number > 1 else ""
            after = token.after if number < count else ""
            start = len(text) + bool(text) + len(before)
            text += f"{' ' if text else ''}{before}{token.text}{after}"
            tokens.append(
                Token(
                    start=start,
                    end=start + len(token.text),
                    text=token.text,
                    norm=token.norm,
                    before=before,
                    after=after,
                )
            )
        placed.append(tuple(tokens))
    return placed, text


def _pieces(cells: Sequence[tuple[Token, ...]], decided: Sequence[bool], text: str) -> list[Piece]:
    words = [(token, sure) for cell, sure in zip(cells, decided, strict=True) for token in cell]
    runs = [(sure, [token for token, _ in run]) for sure, run in groupby(words, key=lambda word: word[1])]
    starts = [0, *(tokens[0].pointed.start for _, tokens in runs[1:]), len(text)]
    return [
        Piece("same" if sure else "context", text[start:end])
        for (sure, _), start, end in zip(runs, starts, starts[1:], strict=False)
    ]


def _as_reading(statement: StoredStatement, *, row: int, end: int) -> StoredReading:
    kinds = Counter(reading.kind for reading in statement.readings if not reading.suggested)
    reported = str(Reading.Kind.REPORTED)
    return StoredReading(
        key=0,
        column=-1,
        row=row,
        start=0,
        end=end,
        context=Passage(start=0, end=end),
        kind=reported if kinds[reported] * 2 > kinds.total() else str(Reading.Kind.VERBATIM),
        quoted=False,
        speaker_as_printed="",
        suggested=False,
        of_reference=False,
    )
