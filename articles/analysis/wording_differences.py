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

from articles.analysis.alignment import Statement
from articles.analysis.collation import Table
from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.passages import normalise, tokens
from articles.analysis.quoted_rows import LONGEST, QuotedRow, Side, quoted_rows
from articles.analysis.quotes import Quote
from articles.analysis.word_matching import FUNCTION_WORDS
from articles.analysis.wording_severity import changes_verb, severity

_CLAUSE = 6
"""So many words in a row are a clause and not a slip."""
_ELLIPSES = ("...", "…", ". . .", "[", "(")


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
        for discrepancy in _in_statement(at, quoted_rows(statement, table, quotes, texts), quoted, outlets)
    )


def _quoted_words(text: str, quotes: Sequence[Quote]) -> frozenset[str]:
    return frozenset(
        token.norm for quote in quotes for segment in quote.segments for token in tokens(text, segment)
    )


def _in_statement(
    statement: int, rows: Sequence[QuotedRow], quoted: Sequence[frozenset[str]], outlets: Sequence[str]
) -> Iterator[Discrepancy]:
    if len({row.reading.article for row in rows}) < 2:
        return
    for place in _places(rows):
        sides: dict[Side, list[QuotedRow]] = {}
        for row in rows:
            if row.reaches(place):
                sides.setdefault(row.side(place), []).append(row)
        if discrepancy := _discrepancy(statement, place, sides, quoted, outlets):
            yield discrepancy


def _places(rows: Sequence[QuotedRow]) -> list[range]:
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


def _division(rows: Sequence[QuotedRow], column: int) -> frozenset[frozenset[int]]:
    """Return which rows print the same in a column, of those that reach it."""
    place = range(column, column + 1)
    sides: dict[Side, set[int]] = {}
    for at, row in enumerate(rows):
        if column in row.reach:
            sides.setdefault(row.side(place), set()).add(at)
    return frozenset(frozenset(side) for side in sides.values()) if any(sides) else frozenset()


def _may_grow(rows: Sequence[QuotedRow], place: range, column: int) -> bool:
    """Say whether a place may reach as far as a column: one shared word or none between, and short enough."""
    if column == place.stop:
        return True
    if column > place.stop + 1:
        return False
    grown = range(place.start, column + 1)
    spans = [(tokens[0].start, tokens[-1].end) for row in rows if (tokens := row.tokens(grown))]
    return all(end - start <= LONGEST for start, end in spans)


def _discrepancy(
    statement: int,
    place: range,
    sides: dict[Side, list[QuotedRow]],
    quoted: Sequence[frozenset[str]],
    outlets: Sequence[str],
) -> Discrepancy | None:
    if () in sides:
        sides[()] = [row for row in sides[()] if row.reaches(place, surely=True)]
    sides = _between_articles({side: rows for side, rows in sides.items() if rows})
    if len(sides) < 2:
        return None
    if any(_is_bracketed(row, place) for rows in sides.values() for row in rows):
        return None
    dropped = () in sides and len(sides) == 2
    if not dropped and _are_other_sentences(list(sides)) and not _is_framed(place, sides):
        return None
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


def _are_other_sentences(sides: Sequence[Side]) -> bool:
    """Say whether the sides are too long to be words changed: whole clauses that have nothing in common."""
    shared = set.intersection(*(set(side) for side in sides))
    return not shared & {key for side in sides for key in side if key not in FUNCTION_WORDS} and (
        min(map(len, sides)) >= _CLAUSE or max(map(len, sides)) >= 2 * _CLAUSE
    )


def _is_framed(place: range, sides: dict[Side, list[QuotedRow]]) -> bool:
    """Say whether all print the same telling word right before the place, and another right behind it.

    "Speak [up against the enablers of Israel's] atrocities" is one sentence, however much of it is reworded.
    """
    for column in (place.start - 1, place.stop):
        printed = {row.side(range(max(0, column), column + 1)) for rows in sides.values() for row in rows}
        if len(printed) != 1 or all(key in FUNCTION_WORDS for side in printed for key in side):
            return False
    return True


def _between_articles(sides: dict[Side, list[QuotedRow]]) -> dict[Side, list[QuotedRow]]:
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


def _with_auxiliary(place: range, sides: dict[Side, list[QuotedRow]]) -> range:
    """Return the place with the word before it where a verb's tense or mood differs: "may be", not "be"."""
    before = range(max(0, place.start - 1), place.start)
    shared = {row.side(before) for rows in sides.values() for row in rows}
    if changes_verb(list(sides)) and len(shared) == 1 and () not in shared:
        return range(before.start, place.stop)
    return place


def _is_bracketed(row: QuotedRow, place: range) -> bool:
    """Say whether the outlet marks the words as its own: "bear[s] responsibility", "[the minister] knew"."""
    inside = row.tokens(place)
    return bool(inside) and any(
        bracket in row.text[max(0, inside[0].start - 1) : inside[-1].end + 1] for bracket in "[]()"
    )


def _is_marked(row: QuotedRow, place: range) -> bool:
    """Say whether an ellipsis or a bracket tells the reader that words are missing."""
    before, after = row.tokens(range(place.start))[-1:], row.tokens(range(place.stop, len(row.cells)))[:1]
    start = before[0].end if before else max(0, row.reading.start - 6)
    end = after[0].start if after else row.reading.end + 6
    return any(mark in row.text[start:end] for mark in _ELLIPSES)


def _is_printed_elsewhere(row: QuotedRow, said: Side, quoted: Sequence[frozenset[str]]) -> bool:
    """Say whether the article prints the words in another sentence of the quotation."""
    content = [key for key in said if key not in FUNCTION_WORDS]
    words = quoted[row.reading.article]
    return bool(content) and sum(normalise(key) in words for key in content) >= 0.8 * len(content)


def _evidence(place: range, sides: dict[Side, list[QuotedRow]]) -> tuple[Evidence, ...]:
    """Return each article's words at the place, once for each side."""
    found: dict[tuple[int, Side], Evidence] = {}
    for side, rows in sides.items():
        for row in rows:
            if evidence := row.evidence(place):
                found.setdefault((row.reading.article, side), evidence)
    return tuple(sorted(found.values(), key=lambda item: (item.article, item.start)))


def _summary(
    place: range, sides: dict[Side, list[QuotedRow]], outlets: Sequence[str], *, dropped: bool
) -> str:
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


def _printed(row: QuotedRow, place: range) -> str:
    evidence = row.evidence(place)
    words = " ".join(evidence.of(row.text).split()) if evidence else ""
    return words if evidence and evidence.end == row.tokens(place)[-1].end else f"{words} …"


def _listed(names: Sequence[str]) -> str:
    once = list(dict.fromkeys(names))
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"
