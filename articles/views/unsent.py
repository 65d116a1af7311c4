"""A decision that was sent and not kept, carried over to the page that shows its form again.

An editor writes a note and presses Confirm, and the session has run out meanwhile. The note goes along to
the page of signing in, and stands in its field again afterwards, with a word about what became of it. The
same way a form that asks for more leads back to its own place on the page, not to the top of another one.
"""

from dataclasses import asdict, dataclass

from django.http import HttpRequest

_KEY = "unsent_decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsentDecision:
    """What was typed about a discrepancy, by its key, and what to tell its editor.

    ``is_mistaken`` says that the form itself was at fault, and not that nobody was signed in.
    """

    discrepancy: int
    note: str
    told: str
    is_mistaken: bool


def keep_unsent(request: HttpRequest, unsent: UnsentDecision) -> None:
    """Keep a decision until its form is shown again, in the place of one kept before."""
    request.session[_KEY] = asdict(unsent)


def take_unsent(request: HttpRequest) -> UnsentDecision | None:
    """Return the decision that waits for its form, once."""
    kept = request.session.pop(_KEY, None)
    return UnsentDecision(**kept) if kept else None
