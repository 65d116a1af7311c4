"""What an editor should look at, with the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage

DiscrepancyKind = Literal["wording", "dropped", "figure", "date", "name", "role", "speaker", "cue"]
Severity = Literal["high", "medium", "low"]
Verdict = Literal[
    "rounded",
    "converted currency",
    "converted unit",
    "updated since",
    "compatible range",
    "different scope",
    "contradicting",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Passage):
    """The differing words themselves, in the article with this index among those compared.

    ``lacking`` tells that the article prints nothing where another has words: the passage is the words on
    both sides of the place, or on the one side that its reading has.
    """

    article: int
    lacking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A difference an editor should decide about. One for one difference, however many outlets share a side.

    ``statement`` and ``subject`` are indices into the comparison's statements and figure subjects, where
    the difference belongs to one. ``summary`` is one plain sentence for the editor. Discrepancies come
    ranked: the first is the one to see first.
    """

    kind: DiscrepancyKind
    severity: Severity
    verdict: Verdict | None
    summary: str
    readings: tuple[Evidence, ...]
    statement: int | None = None
    subject: int | None = None


_GRAVITY: dict[Severity, float] = {"high": 3.0, "medium": 2.0, "low": 1.0}
_URGENCY: dict[DiscrepancyKind, float] = {
    "figure": 0.6,
    "speaker": 0.6,
    "wording": 0.5,
    "name": 0.5,
    "date": 0.5,
    "dropped": 0.3,
    "role": 0.2,
    "cue": 0.2,
}
_LOST_SENSE = 0.6
"""Dropped words are grave only where they are a negation, a number or a "may": first things to see."""


def ranked(found: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Return discrepancies with the one to see first in front: by severity, then by kind.

    Among equals, those that more outlets take part in come first, then those that stand first in the story.
    """
    return tuple(
        sorted(
            found,
            key=lambda item: (
                -(_GRAVITY[item.severity] + _urgency(item)),
                -len({evidence.article for evidence in item.readings}),
                item.statement if item.statement is not None else -1,
                [(evidence.article, evidence.start) for evidence in item.readings],
            ),
        )
    )


def _urgency(item: Discrepancy) -> float:
    return _LOST_SENSE if (item.kind, item.severity) == ("dropped", "high") else _URGENCY[item.kind]
