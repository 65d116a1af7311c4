"""Discrepancies as rows, with what editors decided kept.

A discrepancy is known again by its fingerprint: its kind, and which article prints which of the differing
words. When an article joins or leaves one side, the fingerprint changes but the difference does not:

    perpetuated (A, B) / perpetrated (C)       an editor confirms it
    perpetuated (A, B) / perpetrated (C, D)    a new article D came in: the same row, still confirmed
    … / perpetrated (C, D) / committed (E)     E brought a third wording, and all the earlier evidence still
                                               stands: the same row, still confirmed
    It is with sadness (A) / I am sad (B)      with a third wording the machine cuts it otherwise, into
    sadness (A) / sad (B) / sorrow (E)         smaller differences: the first of them in the same places
    perpetuated (A, B) / committed (C)         C prints other words now: a new row; the old one is superseded
                                               and stays, because an editor decided about it

Had the editor dismissed it, E's wording would open it again: nobody has judged those words. Its last decision
then says otherwise than its status, which is how a page knows.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.analysis.discrepancies import Discrepancy as ReadDiscrepancy
from articles.models import Discrepancy, Evidence, FigureSubject, Revision, Statement, Story
from articles.services.fitted import fitted

Sides = frozenset[tuple[int, str]]
"""Who prints what: (article id, differing words) of each piece of evidence."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """What sets a difference apart from others; a place is a revision, and start and end in its text."""

    kind: str
    sides: Sides
    places: frozenset[tuple[int, int, int]]


_COMPARED = (
    "statement", "figure_subject", "severity", "verdict", "summary", "rank", "fingerprint", "superseded",
)  # fmt: skip


def store_discrepancies(
    discrepancies: Sequence[ReadDiscrepancy],
    *,
    story: Story,
    revisions: Sequence[Revision],
    statements: Sequence[Statement],
    subjects: Sequence[FigureSubject],
) -> None:
    """Make the story's discrepancies those given, by rank. The sequences keep the comparison's order."""
    held = list(story.discrepancies.prefetch_related("evidence__revision", "decisions"))
    found = [_read(discrepancy, revisions) for discrepancy in discrepancies]
    fingerprints = _fingerprints(found)
    stands_in = [None if one.statement is None else statements[one.statement] for one in discrepancies]
    before = {row.pk: _held(row) for row in held}
    kept = _match(found, fingerprints, stands_in, before, held)
    rows = []
    for rank, discrepancy in enumerate(discrepancies):
        row = kept.get(rank) or Discrepancy(story=story, kind=discrepancy.kind)
        row.statement = stands_in[rank]
        row.figure_subject = None if discrepancy.subject is None else subjects[discrepancy.subject]
        row.severity = discrepancy.severity
        row.verdict = fitted(Discrepancy, "verdict", discrepancy.verdict)
        row.summary = discrepancy.summary
        row.rank = rank
        row.fingerprint = fingerprints[rank]
        row.superseded = False
        rows.append(row)
    _retire(held, kept.values())
    _open_again(row for rank, row in kept.items() if _said(found[rank]) - _said(before[row.pk]))
    Discrepancy.objects.bulk_update([row for row in rows if row.pk], _COMPARED, batch_size=200)
    Discrepancy.objects.bulk_create(row for row in rows if not row.pk)
    _store_evidence(discrepancies, rows, revisions)


def fingerprint(kind: str, sides: Sides, *, occurrence: int = 0) -> str:
    """Name a difference by its kind and evidence: SHA-256, in hex.

    ``occurrence`` tells apart differences of one kind whose evidence reads the same: the same two words may
    differ in two sentences of the same two articles.
    """
    return hashlib.sha256(json.dumps([kind, sorted(sides), occurrence]).encode()).hexdigest()


def _fingerprints(differences: Sequence[_Difference]) -> list[str]:
    occurrences: Counter[tuple[str, Sides]] = Counter()
    names = []
    for one in differences:
        names.append(fingerprint(one.kind, one.sides, occurrence=occurrences[one.kind, one.sides]))
        occurrences[one.kind, one.sides] += 1
    return names


def _match(
    found: Sequence[_Difference],
    fingerprints: Sequence[str],
    stands_in: Sequence[Statement | None],
    before: Mapping[int, _Difference],
    held: Iterable[Discrepancy],
) -> dict[int, Discrepancy]:
    """Return the held row of each difference, by its rank, that is one found before.

    The surest sign is looked for in all of them before the next one. Where several rows may be the same
    difference, one of its own statement is it, then one that somebody decided about, then the fullest.
    """
    by_fingerprint = {row.fingerprint: row for row in held}
    kept = {
        rank: by_fingerprint.pop(name) for rank, name in enumerate(fingerprints) if name in by_fingerprint
    }
    left = {row.pk: row for row in by_fingerprint.values()}
    for is_same in (_same_words, _grown_or_shrunk, _same_places):
        for rank, difference in enumerate(found):
            alike = [
                row
                for row in left.values()
                if row.kind == difference.kind and is_same(before[row.pk], difference)
            ]
            if rank not in kept and alike:
                likeliest = max(alike, key=_likelihood(stands_in[rank], before))
                kept[rank] = left.pop(likeliest.pk)
    return kept


def _same_words(held: _Difference, found: _Difference) -> bool:
    """Say whether both set the same words against each other, with other articles on their sides."""
    return bool(held.sides & found.sides) and _said(held) == _said(found)


def _grown_or_shrunk(held: _Difference, found: _Difference) -> bool:
    """Say whether one has all the evidence of the other: an article came in with a side, or left with one."""
    return bool(held.sides & found.sides) and (held.sides <= found.sides or found.sides <= held.sides)


def _same_places(held: _Difference, found: _Difference) -> bool:
    """Say whether the evidence of both overlaps in two texts: one difference, cut otherwise."""
    shared = {
        revision
        for revision, start, end in held.places
        if any(revision == other and start < last and first < end for other, first, last in found.places)
    }
    return len(shared) > 1


def _likelihood(
    statement: Statement | None, before: Mapping[int, _Difference]
) -> Callable[[Discrepancy], tuple[bool, bool, int]]:
    key = statement.pk if statement else None
    return lambda row: (row.statement_id == key, bool(row.decisions.all()), len(before[row.pk].sides))


def _said(difference: _Difference) -> set[str]:
    return {words for _article, words in difference.sides}


def _held(row: Discrepancy) -> _Difference:
    evidence = list(row.evidence.all())
    return _Difference(
        row.kind,
        frozenset((passage.revision.article_id, _words(passage.text)) for passage in evidence),
        frozenset((passage.revision_id, passage.start, passage.end) for passage in evidence),
    )


def _read(discrepancy: ReadDiscrepancy, revisions: Sequence[Revision]) -> _Difference:
    evidence = [(revisions[passage.article], passage) for passage in discrepancy.readings]
    return _Difference(
        discrepancy.kind,
        frozenset((revision.article_id, _words(passage.of(revision.text))) for revision, passage in evidence),
        frozenset((revision.pk, passage.start, passage.end) for revision, passage in evidence),
    )


def _words(text: str) -> str:
    return " ".join(text.split())


def _retire(held: Iterable[Discrepancy], kept: Iterable[Discrepancy]) -> None:
    """Delete what is no longer found, but keep as superseded what an editor decided about."""
    found = {row.pk for row in kept}
    gone = [row for row in held if row.pk not in found]
    decided = {row.pk for row in gone if row.decisions.all()}
    Discrepancy.objects.filter(pk__in=decided).update(superseded=True)
    Discrepancy.objects.filter(pk__in={row.pk for row in gone} - decided).delete()


def _open_again(grown: Iterable[Discrepancy]) -> None:
    """Ask again about what was dismissed before somebody printed other words."""
    keys = [row.pk for row in grown]
    Discrepancy.objects.filter(pk__in=keys, status=Discrepancy.Status.DISMISSED).update(
        status=Discrepancy.Status.OPEN
    )


def _store_evidence(
    discrepancies: Sequence[ReadDiscrepancy], rows: Sequence[Discrepancy], revisions: Sequence[Revision]
) -> None:
    Evidence.objects.filter(discrepancy__in=rows).delete()
    Evidence.objects.bulk_create(
        Evidence(
            discrepancy=row,
            revision=revisions[passage.article],
            start=passage.start,
            end=passage.end,
            lacking=passage.lacking,
        )
        for row, discrepancy in zip(rows, discrepancies, strict=True)
        for passage in discrepancy.readings
    )
