"""Which discrepancies a row of the comparison is flagged with.

A difference of wording belongs to a statement. One of figures, names, dates or roles belongs to none:
two outlets may count the same staff in sentences with nothing else in common. Such a difference is flagged at
every row that shows some of its evidence:

    Gazette, row 3:  “About 300 people work there.”      Figure 300 / 350
    Courier, row 8:  The depots have 350 people.         Figure 300 / 350

A name, or what somebody is called, stands in many rows that show nothing odd about it. Its difference is
flagged where both sides can be seen; where no row shows both, at the rows that show the rarer side, with the
other named as printed elsewhere:

    Gazette  row 2:  Mr Low pays.     Courier  row 2:  Mr Lowe pays.      Name Low / Lowe
    Gazette  row 5:  Mr Low stays.    Herald   row 5:  He stays.          not flagged
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.analysis.passages import Passage
from articles.models import Discrepancy, Evidence, Story

_FLAGGED_WHERE_BOTH_SIDES_STAND = (Discrepancy.Kind.NAME, Discrepancy.Kind.ROLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A discrepancy as it is flagged beside a row. ``words`` are the differing words, each form once.

    Where an outlet prints nothing there, the words around the place are none of them. ``elsewhere`` are those
    that the row does not show, of a name or a role of which it shows one side only.
    """

    key: int
    kind: str
    label: str
    severity: str
    status: str
    verdict: str
    summary: str
    words: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Return what editors decided, or while nobody did, how serious it is."""
        if self.status == Discrepancy.Status.OPEN:
            return str(Discrepancy.Severity(self.severity).label)
        return str(Discrepancy.Status(self.status).label)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A piece of evidence: its words, empty where it prints nothing there, and the rows that show it."""

    words: str
    rows: frozenset[int]


def read_flags(
    story: Story, *, texts: Mapping[int, str], contexts: Mapping[int, Iterable[tuple[Passage, int]]]
) -> dict[int, list[Flag]]:
    """Return each statement's flags, the one to look at first in front, in two queries.

    ``texts`` are the current revisions' by their keys; ``contexts`` are the passages that the rows show of
    each, with their statements.
    """
    discrepancies = Discrepancy.objects.filter(story=story, superseded=False)
    evidence = Evidence.objects.filter(discrepancy__in=discrepancies).order_by("pk")
    printed: dict[int, list[_Printed]] = defaultdict(list)
    for key, revision, start, end, lacking in evidence.values_list(
        "discrepancy", "revision", "start", "end", "lacking"
    ):
        if revision in texts:
            rows = frozenset(
                statement
                for context, statement in contexts.get(revision, ())
                if context.start <= start and end <= context.end
            )
            printed[key].append(_Printed(words="" if lacking else texts[revision][start:end], rows=rows))
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
            words=tuple(dict.fromkeys(one.words for one in printed[key] if one.words)),
        )
        if statement is not None:
            flags[statement].append(flag)
        elif kind in _FLAGGED_WHERE_BOTH_SIDES_STAND:
            for row in _rows_of_sides(printed[key]):
                flags[row].append(_as_seen(flag, printed[key], row=row))
        else:
            for row in frozenset().union(*(one.rows for one in printed[key])):
                flags[row].append(flag)
    return flags


def _rows_of_sides(printed: Sequence[_Printed]) -> frozenset[int]:
    """Return the rows that show two sides or more; where there are none, those of the rarest side shown."""
    pieces = Counter(one.words.casefold() for one in printed)
    shown: dict[str, frozenset[int]] = defaultdict(frozenset)
    for one in printed:
        if one.rows:
            shown[one.words.casefold()] |= one.rows
    sides = Counter(row for rows in shown.values() for row in rows)
    both = frozenset(row for row, count in sides.items() if count > 1)
    rarest = min((pieces[words] for words in shown), default=0)
    return both or frozenset().union(*(rows for words, rows in shown.items() if pieces[words] == rarest))


def _as_seen(flag: Flag, printed: Sequence[_Printed], *, row: int) -> Flag:
    """Return the flag with the words set apart that a row shows nowhere, where it shows only one side."""
    here = {one.words.casefold() for one in printed if row in one.rows}
    if len(here) > 1:
        return flag
    return replace(
        flag,
        words=tuple(words for words in flag.words if words.casefold() in here),
        elsewhere=tuple(words for words in flag.words if words.casefold() not in here),
    )
