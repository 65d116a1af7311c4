"""Where outlets print different words between quotation marks, or leave words out without saying so.

    A   “… war crimes perpetuated by the state”     B   “… war crimes perpetrated by the State”
        wording: “perpetuated” in A, “perpetrated” in B

    A   “… with no safe quarter to flee to. Schools …”   B   “… with no safe quarter. Schools …”
        dropped: “to flee to” stands between the marks in A, not in B

    A   “… in the diplomatic service, however I can no longer …”   B   “… in the diplomatic service.”
        nothing: a quotation that ends early leaves nothing out

    A   “We will pay, if the court agrees, by May.”      B   “We will pay … by May.”
        dropped: the ellipsis hides a condition

Only what stands inside the marks is compared, and only readings that are clearly the same words: two
sentences on one subject are not a misquotation. Neighbouring words that divide the outlets in the same way
are one difference.
"""

from collections.abc import Iterator, Mapping, Sequence

from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.editorial_marks import is_bracketed, is_omission_marked
from articles.analysis.outlet_sentences import each_prints, listed, prints
from articles.analysis.passages import tokens
from articles.analysis.quoted_rows import QuotedRow, Side
from articles.analysis.quotes import Quote
from articles.analysis.word_keys import key
from articles.analysis.word_matching import FUNCTION_WORDS
from articles.analysis.wording_places import places
from articles.analysis.wording_severity import changes_verb, is_condition, is_negligible, negates, severity

_CLAUSE = 6
"""So many words in a row are a clause and not a slip."""

_RUN = 3
"""So many content words are not printed in some other quotation by chance."""
_NEAR = 300
"""Fewer of them count only from the same speaker within so many characters: in the next sentence."""

_Sides = Mapping[Side, Sequence[QuotedRow]]
_QuotedWords = Mapping[str, Sequence[tuple[int, str | None]]]


def find(
    *,
    rows: Sequence[Sequence[QuotedRow]],
    quotes: Sequence[Sequence[Quote]],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return the differences inside quotation marks, statement by statement.

    ``rows[i]`` are the quoted readings of statement ``i``; ``quotes``, ``texts`` and ``outlets`` belong to
    the articles that the readings call by their index.
    """
    quoted = [_quoted_words(text, of_article) for text, of_article in zip(texts, quotes, strict=True)]
    return tuple(
        discrepancy
        for statement, of_statement in enumerate(rows)
        for discrepancy in _in_statement(statement, of_statement, quoted, outlets)
    )


def _quoted_words(text: str, quotes: Sequence[Quote]) -> _QuotedWords:
    """Return where each word stands inside an article's quotation marks, and who speaks it."""
    found: dict[str, list[tuple[int, str | None]]] = {}
    for quote in quotes:
        for segment in quote.segments:
            for token in tokens(text, segment):
                found.setdefault(key(token.norm, token.text), []).append((token.start, quote.speaker))
    return found


def _in_statement(
    statement: int, rows: Sequence[QuotedRow], quoted: Sequence[_QuotedWords], outlets: Sequence[str]
) -> Iterator[Discrepancy]:
    if len({row.reading.article for row in rows}) < 2:
        return
    for place in places(rows):
        sides: dict[Side, list[QuotedRow]] = {}
        for row in rows:
            if row.reaches(place):
                sides.setdefault(row.side(place), []).append(row)
        if discrepancy := _discrepancy(statement, place, sides, quoted, outlets):
            yield discrepancy


def _discrepancy(
    statement: int,
    place: range,
    sides: dict[Side, list[QuotedRow]],
    quoted: Sequence[_QuotedWords],
    outlets: Sequence[str],
) -> Discrepancy | None:
    if () in sides:
        sides[()] = [row for row in sides[()] if row.reaches(place, surely=True)]
    sides = _between_articles({side: rows for side, rows in sides.items() if rows})
    if len(sides) < 2 or is_negligible(list(sides)) or _is_repeated(place, sides):
        return None
    dropped = () in sides and len(sides) == 2
    if not (_is_left_out(place, sides, quoted) if dropped else _is_misquoted(place, sides)):
        return None
    place = _with_auxiliary(place, sides)
    evidence = _evidence(place, sides)
    if len({item.article for item in evidence}) < 2:
        return None
    return Discrepancy(
        kind="dropped" if dropped else "wording",
        severity=severity(list(sides)),
        verdict=None,
        summary=_summary(place, sides, outlets),
        readings=evidence,
        statement=statement,
    )


def _is_left_out(place: range, sides: _Sides, quoted: Sequence[_QuotedWords]) -> bool:
    """Say whether words that one side prints are lacking on the other, and the reader is not told.

    Of an ellipsis the reader is not told enough where it hides a condition or a negation.
    """
    ((said, printing),) = ((side, rows) for side, rows in sides.items() if side)
    if any(is_bracketed(row, place) for row in printing):
        return False
    words = [key(token.norm, token.text) for token in printing[0].tokens(place)]
    lacking = [
        row
        for row in sides[()]
        if not _are_printed(words, row, quoted[row.reading.article])
        and not _prints_others_beside(row, place, printing)
    ]
    if is_condition(said) or negates(said):
        return bool(lacking)
    return any(not is_omission_marked(row, place) for row in lacking)


def _is_misquoted(place: range, sides: _Sides) -> bool:
    """Say whether the sides are other words for the same, and not the outlet's own or another sentence's.

    Two outlets that put different words between brackets do differ: “[Berg] knew”, “[Haddad] knew”.
    """
    if len([side for side in sides if side]) < 2:
        return False
    rows = [row for side, of_side in sides.items() if side for row in of_side]
    bracketed = [is_bracketed(row, place) for row in rows]
    if any(bracketed) and not all(bracketed):
        return False
    return (not _are_other_sentences(list(sides)) and not _breaks_off(place, sides)) or _is_framed(
        place, sides
    )


def _are_other_sentences(sides: Sequence[Side]) -> bool:
    """Say whether the sides are too long to be words changed: whole clauses that have nothing in common."""
    shared = set.intersection(*(set(side) for side in sides))
    return not shared & {word for side in sides for word in side if word not in FUNCTION_WORDS} and (
        min(map(len, sides)) >= _CLAUSE or max(map(len, sides)) >= 2 * _CLAUSE
    )


def _breaks_off(place: range, sides: _Sides) -> bool:
    """Say whether readings part at their ends: "four weeks ago tomorrow", "four weeks ago, and I was wrong".

    There the words that differ stand for each other only if they are about as many and all say something.
    """
    rows = [row for of_side in sides.values() for row in of_side]
    if not any(row.breaks_off(place) for row in rows):
        return False
    sizes = sorted(len(side) for side in sides if side)
    return sizes[-1] > 2 * sizes[0] or any(all(word in FUNCTION_WORDS for word in side) for side in sides)


def _is_framed(place: range, sides: _Sides) -> bool:
    """Say whether all print the same telling word right before the place, and another right behind it.

    "Speak [up against the enablers of Israel's] atrocities" is one sentence, however much of it is reworded.
    """
    for column in (place.start - 1, place.stop):
        printed = {row.side(range(max(0, column), column + 1)) for rows in sides.values() for row in rows}
        if len(printed) != 1 or all(word in FUNCTION_WORDS for side in printed for word in side):
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


def _with_auxiliary(place: range, sides: _Sides) -> range:
    """Return the place with the auxiliary before it where tense or mood differs: "may be", not "be"."""
    before = range(max(0, place.start - 1), place.start)
    shared = {row.side(before) for rows in sides.values() for row in rows}
    if changes_verb(list(sides)) and len(shared) == 1 and changes_verb(list(shared)):
        return range(before.start, place.stop)
    return place


def _is_repeated(place: range, sides: _Sides) -> bool:
    """Say whether a speaker merely said words twice, and one outlet prints them once: "I, I choose"."""
    if len(sides) != 2 or () not in sides:
        return False
    ((side, rows),) = ((side, rows) for side, rows in sides.items() if side)
    row = rows[0]
    before = row.side(range(place.start))[-len(side) :]
    after = row.side(range(place.stop, len(row.cells)))[: len(side)]
    return side in (before, after)


def _are_printed(words: Sequence[str], row: QuotedRow, quoted: _QuotedWords) -> bool:
    """Say whether an article prints dropped words in another sentence of its quotations."""
    content = [word for word in words if word not in FUNCTION_WORDS]
    near = range(row.reading.start - _NEAR, row.reading.end + _NEAR)
    printed = [
        word
        for word in content
        if any(
            len(content) >= _RUN or (place in near and speaker == row.speaker)
            for place, speaker in quoted.get(word, ())
        )
    ]
    return bool(content) and len(printed) >= 0.8 * len(content)


def _prints_others_beside(row: QuotedRow, place: range, printing: Sequence[QuotedRow]) -> bool:
    """Say whether a row has other words right beside a place, instead of those: "a step to unity"."""
    beside = (range(max(0, place.start - 1), place.start), range(place.stop, place.stop + 1))
    return any(row.side(column) and not any(one.side(column) for one in printing) for column in beside)


def _evidence(place: range, sides: _Sides) -> tuple[Evidence, ...]:
    """Return each article's words at the place, once for each side."""
    found: dict[tuple[int, Side], Evidence] = {}
    for side, rows in sides.items():
        for row in rows:
            if evidence := row.evidence(place):
                found.setdefault((row.reading.article, side), evidence)
    return tuple(sorted(found.values(), key=lambda item: (item.article, item.start)))


def _summary(place: range, sides: _Sides, outlets: Sequence[str]) -> str:
    ordered = sorted(sides.items(), key=lambda item: (not item[0], item[1][0].reading.article))
    printed = [
        (_printed(rows[0], place), [outlets[row.reading.article] for row in rows])
        for side, rows in ordered
        if side
    ]
    lacking = sides.get((), ())
    names = [outlets[row.reading.article] for row in lacking]
    if len(printed) > 1 or not lacking:
        return each_prints(printed, neither=names)
    ((words, printing),) = printed
    has_not = f"{listed(names)} {'does' if len(set(names)) == 1 else 'do'} not"
    if all(is_omission_marked(row, place) for row in lacking):
        has_not = f"{listed(names)} {'puts' if len(set(names)) == 1 else 'put'} an ellipsis there"
    return f"{prints(printing)} “{words}” between the marks, {has_not}."


def _printed(row: QuotedRow, place: range) -> str:
    evidence = row.evidence(place)
    words = " ".join(evidence.of(row.text).split()) if evidence else ""
    return words if evidence and evidence.end == row.tokens(place)[-1].end else f"{words} …"
