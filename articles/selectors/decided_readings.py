"""What editors decided about the readings that were suggested for a statement."""

from dataclasses import dataclass
from datetime import datetime

from articles.models import ReadingDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedReading:
    """The words, whether they are the statement, and who said so when.

    ``revision``, ``start`` and ``end`` are where the editor saw them, which names what can be taken back.
    """

    outlet: str
    words: str
    is_same: bool
    editor: str
    decided_at: datetime
    revision: int
    start: int
    end: int


def decided_readings(statement: int) -> tuple[DecidedReading, ...]:
    """Return the decisions that hold for the statement with this key, latest first."""
    decisions = ReadingDecision.objects.filter(statement=statement).select_related(
        "editor", "revision__article__outlet"
    )
    latest: dict[tuple[int, int, int], ReadingDecision] = {}
    for decision in decisions.defer("revision__analysis"):
        latest.setdefault((decision.revision_id, decision.start, decision.end), decision)
    return tuple(
        DecidedReading(
            outlet=decision.revision.article.outlet.name,
            words=decision.text,
            is_same=decision.verdict == ReadingDecision.Verdict.SAME,
            editor=decision.editor.get_full_name() or decision.editor.get_username(),
            decided_at=decision.decided_at,
            revision=decision.revision_id,
            start=decision.start,
            end=decision.end,
        )
        for decision in latest.values()
        if decision.verdict != ReadingDecision.Verdict.UNDECIDED
    )
