"""The first words of statements, by which a table names its rows.

“It is with regret that I resign after a long career in the diplomatic service …”
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Case, Value, When

from articles.models import Reading, Revision

_LONGEST = 110
_BEST_FIRST = (Reading.Kind.VERBATIM, Reading.Kind.REWORDED, Reading.Kind.PARTIAL, Reading.Kind.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The first words of a statement as one article prints them, and whether they stand between marks."""

    text: str
    is_quoted: bool


def words_of(statements: Collection[int]) -> dict[int, Words]:
    """Return the first words of each of the statements, named by their keys, in two queries.

    A quotation in full is taken before a fragment, a fragment before a report, the first column of several.
    """
    rank = Case(*(When(kind=kind, then=Value(at)) for at, kind in enumerate(_BEST_FIRST)))
    readings = list(
        Reading.objects.filter(statement__in=statements, revision__is_current=True)
        .order_by("statement", "suggested", rank, "revision__article__position", "start")
        .distinct("statement")
        .values_list("statement", "revision", "start", "end", "kind")
    )
    texts = dict(
        Revision.objects.filter(pk__in={revision for _, revision, *_ in readings}).values_list("pk", "text")
    )
    return {
        statement: Words(text=shortened(texts[revision][start:end]), is_quoted=kind != Reading.Kind.REPORTED)
        for statement, revision, start, end, kind in readings
    }


def shortened(text: str) -> str:
    """Return a text on one line, cut after a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(None, 1)[0]} …"
