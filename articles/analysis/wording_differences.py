"""Where outlets print different words between quotation marks, or leave words out without saying so.

    A   “… war crimes perpetuated by the state”     B   “… war crimes perpetrated by the State”
        wording: “perpetuated” in A, “perpetrated” in B

    A   “… with no safe quarter to flee to. Schools …”   B   “… with no safe quarter. Schools …”
        dropped: “to flee to” stands between the marks in A, not in B

    A   “… in the diplomatic service, however I can no longer …”   B   “… in the diplomatic service.”
        nothing: a quotation that ends early leaves nothing out

Only what stands inside the marks is compared, and only readings that are clearly the same words: two
sentences on one subject are not a misquotation. Neighbouring words that divide the outlets in the same way
are one difference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.analysis.alignment import Reading, Statement
from articles.analysis.collation import Table
from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.passages import Token, normalise, tokens
from articles.analysis.quotes import Quote
from articles.analysis.word_matching import FUNCTION_WORDS, words
from articles.analysis.wording_severity import changes_verb, severity

_SAME_WORDS = 0.45
"""The share of the shorter of two readings that both must print for them to be the same words."""
_LONGEST = 80
"""Evidence is no longer than this many characters, the first of a longer difference."""
_MARKS = 3
"""So many characters at the edge of a quoted stretch may be marks and spaces; more are words."""
_ELLIPSES = ("...", "…", ". . .", "[", "(")

Side = tuple[str, ...]
"""The keys of the words that a reading prints at a place; empty where it prints none."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A quoted reading: its words by column, the columns it reaches and those it reaches for certain."""

    reading: Reading
    text: str
    cells: tuple[tuple[Token, ...], ...]
    keys: tuple[Side, ...]
    reach: range
    sure_reach: range

    def tokens(self, place: range) -> tuple[Token, ...]:
        return tuple(token for cell in self.cells[place.start : place.stop] for token in cell)

    def side(self, place: range) -> Side:
        return tuple(key for keys in self.keys[place.start : place.stop] for key in keys)

    def evidence(self, place: range) -> Evidence | None:
        """Return the words printed at a place, or where there are none the words on both sides of it."""
        inside = self.tokens(place)
        if not inside:
            inside = (
                self.tokens(range(place.start))[-1:] + self.tokens(range(place.stop, len(self.cells)))[:1]
            )
        if not inside:
            return None
        short = [token for token in inside if token.end - inside[0].start <= _LONGEST] or inside[:1]
        return Evidence(start=inside[0].start, end=short[-1].end, article=self.reading.article)


def find(
    *,
    statements: Sequence[Statement],
    tables: Sequence[Table | None],
    quotes: Sequence[Sequence[Quote]],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return the differences inside quotation marks, statement by statement.

    ``tables[i]`` collates the readings of ``statements[i]``; ``quotes``, ``texts`` and ``outlets`` belong to
    the articles that the readings call by their index.
    """
    quoted = [_quoted_words(text, of_article) for text, of_article in zip(texts, quotes, strict=True)]
    return tuple(
        discrepancy
        for at, (statement, table) in enumerate(zip(statements, tables, strict=True))
        if table is not None
        for discrepancy in _in_statement(at, _rows(statement, table, quotes, texts), quoted, outlets)
    )


def _quoted_words(text: str, quotes: Sequence[Quote]) -> frozenset[str]:
    return frozenset(
        token.norm for quote in quotes for segment in quote.segments for token in tokens(text, segment)
    )


def _rows(
    statement: Statement, table: Table, quotes: Sequence[Sequence[Quote]], texts: Sequence[str]
) -> list[_Row]:
    """Return the readings between marks that print the words of the fullest of them."""
    quoted = [
        (at, reading)
        for at, reading in enumerate(statement.readings)
        if reading.kind != "reported" and not reading.suggested
    ]
    if len(quoted) < 2:
        return []
    keys = [_keys([column.cells[at] for at, _ in quoted]) for column in table.columns]
    rows = []
    for row, (at, reading) in enumerate(quoted):
        cells = tuple(column.cells[at] for column in table.columns)
        of_row = tuple(column[row] for column in keys)
        reach = _reach(reading, texts[reading.article], cells)
        sure_reach = _sure_reach(reading, quotes[reading.article], cells)
        rows.append(_Row(reading, texts[reading.article], cells, of_row, reach, sure_reach))
    fullest = max(rows, key=lambda row: (sum(_shared(row, other) for other in rows), -row.reading.article))
    return [row for row in rows if _shared(row, fullest) >= _SAME_WORDS * min(_size(row), _size(fullest))]


def _keys(cells: Sequence[tuple[Token, ...]]) -> list[Side]:
    """Return what each row prints in a column; "problem solving" and "problem-solving" are one key."""
    return [tuple(word.key for word in row) for row in words(cells)]


def _reach(reading: Reading, text: str, cells: Sequence[tuple[Token, ...]]) -> range:
    """Return the columns in which a reading may print other words.

    A quotation that opens with a capital opens with its sentence; one that ends in a full stop ends with it.
    """
    printed = [at for at, cell in enumerate(cells) if cell]
    passage = reading.of(text).strip("\"'“”‘’ ")
    whole_start = reading.kind != "partial" and passage[:1].isupper()
    whole_end = reading.kind != "partial" and passage[-1:] in (".", "!", "?") and not passage.endswith("...")
    return range(0 if whole_start else printed[0], len(cells) if whole_end else printed[-1] + 1)


def _sure_reach(reading: Reading, quotes: Sequence[Quote], cells: Sequence[tuple[Token, ...]]) -> range:
    """Return the columns in which a reading that prints nothing leaves something out.

    A quotation may open and break off anywhere, whatever its first letter and its last sign. Only between two
    sentences inside the same marks does the one begin where the other ends.
    """
    printed = [at for at, cell in enumerate(cells) if cell]
    segments = quotes[reading.quote].segments if reading.quote is not None else ()
    (around,) = [segment for segment in segments if segment.covers(reading)][:1] or [reading]
    goes_before = reading.start - around.start > _MARKS
    goes_on = around.end - reading.end > _MARKS
    return range(0 if goes_before else printed[0], len(cells) if goes_on else printed[-1] + 1)


def _shared(one: _Row, other: _Row) -> int:
    return sum(1 for mine, theirs in zip(one.keys, other.keys, strict=True) if mine and mine == theirs)


def _size(row: _Row) -> int:
    return sum(1 for keys in row.keys if keys)


def _in_statement(
    statement: int, rows: Sequence[_Row], quoted: Sequence[frozenset[str]], outlets: Sequence[str]
) -> Iterator[Discrepancy]:
    if len({row.reading.article for row in rows}) < 2:
        return
    for place in _places(rows):
        reaching = [row for row in rows if _reaches(row, place)]
        sides: dict[Side, list[_Row]] = {}
        for row in reaching:
            sides.setdefault(row.side(place), []).append(row)
        if discrepancy := _discrepancy(statement, place, sides, quoted, outlets):
            yield discrepancy


def _reaches(row: _Row, place: range) -> bool:
    return place.start in row.reach and place.stop - 1 in row.reach


def _places(rows: Sequence[_Row]) -> list[range]:
    """Return the runs of columns at which the readings differ, each divided in one way throughout."""
    found: list[tuple[range, frozenset[frozenset[int]]]] = []
    for column in range(len(rows[0].cells)):
        division = _division(rows, column)
        if len(division) < 2:
            continue
        last = found[-1] if found else None
        if last and last[1] == division and _may_grow(rows, last[0], column):
            found[-1] = range(last[0].start, column + 1), division
        else:
            found.append((range(column, column + 1), division))
    return [place for place, _ in found]


def _division(rows: Sequence[_Row], column: int) -> frozenset[frozenset[int]]:
    """Return which rows print the same in a column, of those that reach it."""
    place = range(column, column + 1)
    sides: dict[Side, set[int]] = {}
    for at, row in enumerate(rows):
        if column in row.reach:
            sides.setdefault(row.side(place), set()).add(at)
    return frozenset(frozenset(side) for side in sides.values()) if any(sides) else frozenset()


def _may_grow(rows: Sequence[_Row], place: range, column: int) -> bool:
    """Say whether a place may reach as far as a column: one shared word or none between, and short enough."""
    if column == place.stop:
        return True
    if column > place.stop + 1:
        return False
    grown = range(place.start, column + 1)
    spans = [(tokens[0].start, tokens[-1].end) for row in rows if (tokens := row.tokens(grown))]
    return all(end - start <= _LONGEST for start, end in spans)


def _discrepancy(
    statement: int,
    place: range,
    sides: dict[Side, list[_Row]],
    quoted: Sequence[frozenset[str]],
    outlets: Sequence[str],
) -> Discrepancy | None:
    if () in sides:
        sides[()] = [
            row for row in sides[()] if place.start in row.sure_reach and place.stop - 1 in row.sure_reach
        ]
    sides = _between_articles({side: rows for side, rows in sides.items() if rows})
    if len(sides) < 2:
        return None
    if any(_is_bracketed(row, place) for rows in sides.values() for row in rows):
        return None
    dropped = () in sides and len(sides) == 2
    if dropped:
        (said,) = (side for side in sides if side)
        if all(_is_marked(row, place) or _is_printed_elsewhere(row, said, quoted) for row in sides[()]):
            return None
    place = _with_auxiliary(place, sides)
    evidence = _evidence(place, sides)
    if len({item.article for item in evidence}) < 2:
        return None
    return Discrepancy(
        kind="dropped" if dropped else "wording",
        severity=severity(list(sides)),
        verdict=None,
        summary=_summary(place, sides, outlets, dropped=dropped),
        readings=evidence,
        statement=statement,
    )


def _between_articles(sides: dict[Side, list[_Row]]) -> dict[Side, list[_Row]]:
    """Return the sides without those that only an article prints that prints another outlet's side too."""
    articles = {side: {row.reading.article for row in rows} for side, rows in sides.items()}
    return {
        side: rows
        for side, rows in sides.items()
        if not any(
            articles[side] <= others and len(others) > 1
            for other, others in articles.items()
            if other != side
        )
    }


def _with_auxiliary(place: range, sides: dict[Side, list[_Row]]) -> range:
    """Return the place with the word before it where a verb's tense or mood differs: "may be", not "be"."""
    before = range(max(0, place.start - 1), place.start)
    shared = {row.side(before) for rows in sides.values() for row in rows}
    if changes_verb(list(sides)) and len(shared) == 1 and () not in shared:
        return range(before.start, place.stop)
    return place


def _is_bracketed(row: _Row, place: range) -> bool:
    """Say whether the outlet marks the words as its own: "bear[s] responsibility", "[the minister] knew"."""
    inside = row.tokens(place)
    return bool(inside) and any(
        bracket in row.text[max(0, inside[0].start - 1) : inside[-1].end + 1] for bracket in "[]()"
    )


def _is_marked(row: _Row, place: range) -> bool:
    """Say whether an ellipsis or a bracket tells the reader that words are missing."""
    before, after = row.tokens(range(place.start))[-1:], row.tokens(range(place.stop, len(row.cells)))[:1]
    start = before[0].end if before else max(0, row.reading.start - 6)
    end = after[0].start if after else row.reading.end + 6
    return any(mark in row.text[start:end] for mark in _ELLIPSES)


def _is_printed_elsewhere(row: _Row, said: Side, quoted: Sequence[frozenset[str]]) -> bool:
    """Say whether the article prints the words in another sentence of the quotation."""
    content = [key for key in said if key not in FUNCTION_WORDS]
    words = quoted[row.reading.article]
    return bool(content) and sum(normalise(key) in words for key in content) >= 0.8 * len(content)


def _evidence(place: range, sides: dict[Side, list[_Row]]) -> tuple[Evidence, ...]:
    """Return each article's words at the place, once for each side."""
    found: dict[tuple[int, Side], Evidence] = {}
    for side, rows in sides.items():
        for row in rows:
            if evidence := row.evidence(place):
                found.setdefault((row.reading.article, side), evidence)
    return tuple(sorted(found.values(), key=lambda item: (item.article, item.start)))


def _summary(place: range, sides: dict[Side, list[_Row]], outlets: Sequence[str], *, dropped: bool) -> str:
    ordered = sorted(sides.items(), key=lambda item: (not item[0], item[1][0].reading.article))
    names = {side: _listed([outlets[row.reading.article] for row in rows]) for side, rows in ordered}
    printed = {side: _printed(rows[0], place) for side, rows in ordered if side}
    if dropped:
        (said,) = printed
        return f"“{printed[said]}” stands between the marks in {names[said]}, not in {names[()]}."
    parts = [f"“{words}” in {names[side]}" for side, words in printed.items()]
    if () in sides:
        parts.append(f"neither in {names[()]}")
    return f"{', '.join(parts)}."


def _printed(row: _Row, place: range) -> str:
    evidence = row.evidence(place)
    words = " ".join(evidence.of(row.text).split()) if evidence else ""
    return words if evidence and evidence.end == row.tokens(place)[-1].end else f"{words} …"


def _listed(names: Sequence[str]) -> str:
    once = list(dict.fromkeys(names))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"
