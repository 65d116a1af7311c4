"""What an outlet tells its readers about its own hand in a quotation: brackets and ellipses.

“[The minister] knew of the leak”       the bracketed words are the outlet's
“bear[s] the blame”                     so is the ending
“The pumps … and the board knew”        words are left out, and it is said
"""

from articles.analysis.quoted_rows import QuotedRow

_BRACKETS = frozenset("[]()")
_ELLIPSES = ("...", "…", ". . .", "[", "(")
_WIDTH = 6
"""So many characters around a reading are looked at for a mark at its ends."""


def is_bracketed(row: QuotedRow, place: range) -> bool:
    """Say whether the outlet marks what it prints at a place as its own words, in part at least."""
    inside = row.tokens(place)
    if not inside:
        return False
    printed = row.text[max(0, inside[0].start - 1) : inside[-1].end + 1]
    return not _BRACKETS.isdisjoint(printed)


def is_omission_marked(row: QuotedRow, place: range) -> bool:
    """Say whether an ellipsis or a bracket tells the reader that words are missing at a place."""
    before, after = row.tokens(range(place.start))[-1:], row.tokens(range(place.stop, len(row.cells)))[:1]
    start = before[0].end if before else max(0, row.reading.start - _WIDTH)
    end = after[0].start if after else row.reading.end + _WIDTH
    return any(mark in row.text[start:end] for mark in _ELLIPSES)
