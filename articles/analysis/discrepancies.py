"""What an editor should look at, with the evidence."""

from dataclasses import dataclass
from typing import Literal

from articles.analysis.passages import Passage

DiscrepancyKind = Literal["wording", "dropped", "figure", "date", "name", "role", "speaker", "cue"]
Severity = Literal["high", "medium", "low"]
Verdict = Literal["rounded", "updated since", "compatible range", "different scope", "contradicting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Passage):
    """The differing words themselves, in the article with this index among those compared."""

    article: int


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
