"""What came of a decision about a suggested reading, said at the row of the comparison where it was made.

Scripts get the answer with the board. Without them it waits here for the board that the editor is sent to.
"""

from django.http import HttpRequest

_KEY = "row_answer"


def keep_answer(request: HttpRequest, *, statement: int, told: str) -> None:
    """Keep an answer for the row of the statement with this key."""
    request.session[_KEY] = [statement, told]


def take_answer(request: HttpRequest) -> tuple[int, str] | None:
    """Return the statement's key and the answer that waits for its row, once."""
    kept = request.session.pop(_KEY, None)
    return (kept[0], kept[1]) if kept else None
