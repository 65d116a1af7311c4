"""What several outlets put a figure on, as rows that join the figures of their revisions."""

from collections.abc import Sequence

from articles.analysis.figures import FigureSubject as ReadSubject
from articles.analysis.pipeline import Witness
from articles.models import Figure, FigureSubject, Revision, Story
from articles.services.fitted import fitted


def store_subjects(
    subjects: Sequence[ReadSubject],
    *,
    story: Story,
    revisions: Sequence[Revision],
    witnesses: Sequence[Witness],
) -> list[FigureSubject]:
    """Make the story's figure subjects those given and return their rows in the same order."""
    story.figure_subjects.all().delete()
    rows = FigureSubject.objects.bulk_create(
        FigureSubject(story=story, subject=fitted(FigureSubject, "subject", subject.subject))
        for subject in subjects
    )
    figures = {
        (figure.revision_id, figure.start, figure.end): figure
        for figure in Figure.objects.filter(revision__in=revisions)
    }
    joined = []
    for row, subject in zip(rows, subjects, strict=True):
        for reading in subject.readings:
            read = witnesses[reading.article].analysis.figures[reading.figure]
            figure = figures.get((revisions[reading.article].pk, read.start, read.end))
            if figure:
                figure.counted = row
                joined.append(figure)
    Figure.objects.bulk_update(joined, ["counted"], batch_size=500)
    return rows
