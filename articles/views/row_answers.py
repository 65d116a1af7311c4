"""What came of a decision about a suggested reading, said at the row of the comparison where it was made.

Scripts get the answer with the board. Without them it waits here for the board that the editor is sent to.
"""

from typing import NamedTuple

from django.http import HttpRequest


class Place(NamedTuple):
    """Words in an article: the key of the revision, and their offsets."""

    revision: int
    start: int
    end: int


class RowAnswer(NamedTuple):
    """What is said at the row of the statement with this key, and the words that were decided about."""

    statement: int
    told: str
    place: Place | None


_KEY = "row_answer"


def keep_answer(request: HttpRequest, answer: RowAnswer) -> None:
    """Keep an answer for its row."""
    request.session[_KEY] = answer


def take_answer(request: HttpRequest) -> RowAnswer | None:
    """Return the answer that waits for its row, once."""
    kept = request.session.pop(_KEY, None)
    if not kept:
        return None
    statement, told, place = kept
    return RowAnswer(statement, told, Place(*place) if place else None)
