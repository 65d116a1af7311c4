"""Which discrepancies a row of the comparison is flagged with.

A difference of wording belongs to a statement. One of figures, names, dates or roles belongs to none:
two outlets may count the same staff in sentences with nothing else in common. Such a difference is flagged at
every row that shows some of its evidence:

    Gazette, row 3:  “About 300 people work there.”      Figure 300 / 350
    Courier, row 8:  The depots have 350 people.         Figure 300 / 350
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.models import Discrepancy, Evidence, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A discrepancy as it is flagged beside a row. ``words`` are the differing words, each form once.

    Where an outlet prints nothing there, the words around the place are none of them.
    """

    key: int
    kind: str
    label: str
    severity: str
    status: str
    verdict: str
    summary: str
    words: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return what editors decided, or while nobody did, how serious it is."""
        if self.status == Discrepancy.Status.OPEN:
            return str(Discrepancy.Severity(self.severity).label)
        return str(Discrepancy.Status(self.status).label)


def read_flags(
    story: Story, *, texts: Mapping[int, str], contexts: Mapping[int, Iterable[tuple[Passage, int]]]
) -> dict[int, list[Flag]]:
    """Return each statement's flags, the one to look at first in front, in two queries.

    ``texts`` are the current revisions' by their keys; ``contexts`` are the passages that the rows show of
    each, with their statements. A row is flagged with its own discrepancies, and with those of no statement
    of which a piece of evidence lies in what it shows.
    """
    words: dict[int, dict[str, None]] = defaultdict(dict)
    flagged: dict[int, set[int]] = defaultdict(set)
    discrepancies = Discrepancy.objects.filter(story=story, superseded=False)
    evidence = Evidence.objects.filter(discrepancy__in=discrepancies).order_by("pk")
    for key, revision, start, end, lacking in evidence.values_list(
        "discrepancy", "revision", "start", "end", "lacking"
    ):
        if revision in texts:
            if not lacking:
                words[key][texts[revision][start:end]] = None
            flagged[key].update(
                statement
                for context, statement in contexts.get(revision, ())
                if context.start <= start and end <= context.end
            )
    flags: dict[int, list[Flag]] = defaultdict(list)
    for key, statement, kind, severity, status, verdict, summary in discrepancies.order_by(
        "rank", "pk"
    ).values_list("pk", "statement", "kind", "severity", "status", "verdict", "summary"):
        flag = Flag(
            key=key,
            kind=kind,
            label=str(Discrepancy.Kind(kind).label),
            severity=severity,
            status=status,
            verdict=verdict,
            summary=summary,
            words=tuple(words[key]),
        )
        for one in flagged[key] if statement is None else (statement,):
            flags[one].append(flag)
    return flags
