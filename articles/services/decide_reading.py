"""An editor decides whether words that the machine only suggests are a reading of a statement.

The story is compared again at once: what is accepted is a reading like the others, collated and searched for
discrepancies; what is refused is not suggested there any more. Who may do so is checked by whoever asks.
"""

from contextlib import suppress

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import ReadingDecision, Revision, Statement, Story
from articles.services.compare_story import NotRead, compare_story

_Verdict = ReadingDecision.Verdict


class NothingToDecide(ValueError):
    """The statement has no such suggestion, or no such decision to take back: somebody was faster."""


@transaction.atomic
def decide_reading(
    statement: Statement, *, revision: Revision, start: int, end: int, verdict: str, editor: User
) -> ReadingDecision:
    """Decide about the passage as a reading of the statement, or with ``undecided`` take that back.

    The decision is kept with who made it and when. While an article of the story waits to be read it takes
    effect with the next comparison. Raises NothingToDecide.
    """
    Story.objects.select_for_update().get(pk=statement.story_id)
    passage = {"revision": revision, "start": start, "end": end}
    if verdict == _Verdict.UNDECIDED:
        against = _decided_against(statement, passage)
    else:
        against = _printed_against(statement, passage)
    decision = ReadingDecision.objects.create(
        **passage, **against, statement=statement, verdict=verdict, editor=editor
    )
    with suppress(NotRead):
        compare_story(statement.story)
    return decision


def _printed_against(statement: Statement, passage: dict[str, object]) -> dict[str, object]:
    """Return the longest sure reading of the statement, which a suggestion is held against."""
    sure = list(statement.readings.filter(suggested=False))
    if not sure or not statement.readings.filter(**passage, suggested=True).exists():
        raise NothingToDecide
    fullest = max(sure, key=lambda reading: (reading.end - reading.start, -reading.position))
    return {
        "against_revision": fullest.revision,
        "against_start": fullest.start,
        "against_end": fullest.end,
    }


def _decided_against(statement: Statement, passage: dict[str, object]) -> dict[str, object]:
    latest = ReadingDecision.objects.filter(statement=statement, **passage).first()
    if latest is None or latest.verdict == _Verdict.UNDECIDED:
        raise NothingToDecide
    return {
        "against_revision": latest.against_revision,
        "against_start": latest.against_start,
        "against_end": latest.against_end,
    }
