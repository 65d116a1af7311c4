"""Fragments that leave a negation outside their marks, so that they say the contrary.

A   “This is not a failure,” she said.     B   She spoke of “a failure” at the yard.
    dropped: “not” stands right before the words that B quotes

C   She denied that it was “a failure”.    D   She said it was not “a failure”.
    nothing: the outlet says in its own words what it leaves out
"""

from collections.abc import Iterator, Sequence

from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.outlet_sentences import prints
from articles.analysis.passages import tokens
from articles.analysis.quoted_rows import QuotedRow
from articles.analysis.word_keys import key
from articles.analysis.word_matching import FUNCTION_WORDS
from articles.analysis.wording_severity import is_negation

_BETWEEN = frozenset("a an the any to be been being so".split())
"""Words that may stand between a negation and what it denies."""
_DENYING = frozenset(
    "deny denies denied denying reject rejects rejected rejecting dispute disputes disputed disputing refute "
    "refutes refuted refuse refuses refused dismiss dismisses dismissed neither nor against unlike far fail "
    "fails failed doubt doubts doubted".split()
)


def find(*, rows: Sequence[Sequence[QuotedRow]], outlets: Sequence[str]) -> tuple[Discrepancy, ...]:
    """Return the fragments that another outlet's negation turns; ``rows[i]`` are those of statement ``i``."""
    return tuple(
        discrepancy
        for statement, of_statement in enumerate(rows)
        for discrepancy in _in_statement(statement, of_statement, outlets)
    )


def _in_statement(statement: int, rows: Sequence[QuotedRow], outlets: Sequence[str]) -> Iterator[Discrepancy]:
    for fragment in rows:
        if fragment.reading.kind != "partial" or _is_denied(fragment):
            continue
        start = next(at for at, cell in enumerate(fragment.cells) if cell)
        for full in rows:
            if full.reading.article == fragment.reading.article or full.keys[start] != fragment.keys[start]:
                continue
            negation = _negation_before(full, start)
            if negation is not None:
                place = range(negation, _first_telling(fragment) + 1)
                yield _discrepancy(statement, full, fragment, place, outlets)
                break


def _is_denied(fragment: QuotedRow) -> bool:
    """Say whether the outlet's own sentence holds a negation."""
    context = tokens(fragment.text, fragment.reading.context)
    keys = [key(token.norm, token.text) for token in context]
    return any(is_negation(word) or word in _DENYING for word in keys)


def _negation_before(full: QuotedRow, start: int) -> int | None:
    """Return the column of a negation right before what a reading prints in a column."""
    for column in range(start - 1, -1, -1):
        for word in full.keys[column]:
            if is_negation(word):
                return column
            if word not in _BETWEEN:
                return None
    return None


def _first_telling(fragment: QuotedRow) -> int:
    """Return the column of the first word that says something: "failure" of "a failure"."""
    printed = [at for at, keys in enumerate(fragment.keys) if keys]
    return next((at for at in printed if FUNCTION_WORDS.isdisjoint(fragment.keys[at])), printed[0])


def _discrepancy(
    statement: int, full: QuotedRow, fragment: QuotedRow, place: range, outlets: Sequence[str]
) -> Discrepancy:
    sides = sorted((full, fragment), key=lambda row: row.reading.article)
    whole, part = (" ".join(_evidence(row, place).of(row.text).split()) for row in (full, fragment))
    names = [outlets[row.reading.article] for row in (full, fragment)]
    return Discrepancy(
        kind="dropped",
        severity="high",
        verdict=None,
        summary=f"{prints(names[:1])} “{whole}”, {names[1]} only “{part}”, and no negation beside it.",
        readings=tuple(_evidence(row, place) for row in sides),
        statement=statement,
    )


def _evidence(row: QuotedRow, place: range) -> Evidence:
    inside = row.tokens(place)
    return Evidence(start=inside[0].start, end=inside[-1].end, article=row.reading.article)
