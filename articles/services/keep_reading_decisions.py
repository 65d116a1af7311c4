"""What editors decided about suggested readings outlives every comparison.

A decision names two passages of the texts that the editor saw. It holds on while both are printed: at the
same place where the text is the same, and wherever the words stand in a later revision of it.

    decided about revision 1 “… no excuse …”; revision 2 prints “no excuse” further down   still decided
    revision 2 no longer prints it                                                          waits, and is kept
"""

from collections.abc import Sequence

from articles.analysis.alignment import Statement as ReadStatement
from articles.analysis.rulings import Printed, Ruling
from articles.models import ReadingDecision, Revision, Statement, Story

_Verdict = ReadingDecision.Verdict

Rulings = dict[Ruling, list[ReadingDecision]]
"""What holds, with the decisions that were ever made about the same two passages, latest last."""


def find_rulings(story: Story, *, revisions: Sequence[Revision]) -> Rulings:
    """Return what editors' decisions mean for the revisions, which are those compared, in their order."""
    article_of = {revision.article_id: index for index, revision in enumerate(revisions)}
    made: dict[tuple[Printed, Printed], list[ReadingDecision]] = {}
    decisions = ReadingDecision.objects.filter(revision__article__story=story)
    for decision in decisions.select_related("revision", "against_revision").order_by("decided_at", "pk"):
        one = _printed(decision.revision, decision.start, decision.end, article_of, revisions)
        other = _printed(
            decision.against_revision, decision.against_start, decision.against_end, article_of, revisions
        )
        if one is not None and other is not None:
            made.setdefault((one, other), []).append(decision)
    return {
        Ruling(one=one, other=other, same=history[-1].verdict == _Verdict.SAME): history
        for (one, other), history in made.items()
        if history[-1].verdict != _Verdict.UNDECIDED
    }


def attach_to_rows(
    rulings: Rulings, *, statements: Sequence[ReadStatement], rows: Sequence[Statement]
) -> None:
    """Let the decisions belong to the row that has the reading they held the words against."""
    for ruling, history in rulings.items():
        index = _row_with(ruling.other, statements)
        for decision in history:
            decision.statement = None if index is None else rows[index]
    changed = [decision for history in rulings.values() for decision in history]
    ReadingDecision.objects.bulk_update(changed, ["statement"], batch_size=200)


def _row_with(place: Printed, statements: Sequence[ReadStatement]) -> int | None:
    shared = [
        (min(place.end, reading.end) - max(place.start, reading.start), -index)
        for index, statement in enumerate(statements)
        for reading in statement.readings
        if reading.article == place.article and not reading.suggested
    ]
    most, index = max(shared, default=(0, 0))
    return -index if most > 0 else None


def _printed(
    seen: Revision, start: int, end: int, article_of: dict[int, int], revisions: Sequence[Revision]
) -> Printed | None:
    """Return where the words that stood in a revision stand in its article's current one."""
    article = article_of.get(seen.article_id)
    if article is None:
        return None
    if revisions[article].pk != seen.pk:
        words = seen.text[start:end]
        start = revisions[article].text.find(words)
        end = start + len(words)
    return Printed(article=article, start=start, end=end) if start >= 0 else None
