"""What a comparison tells of the articles' origins becomes rows, in the place of what the last one told."""

from collections.abc import Sequence

from articles.analysis.copies import Origin as ReadOrigin
from articles.models import Origin, Revision, Story
from articles.services.fitted import fitted


def store_origins(origins: Sequence[ReadOrigin], *, story: Story, revisions: Sequence[Revision]) -> None:
    """Store a story's origins; ``revisions`` are the comparison's, in its order."""
    Origin.objects.filter(revision__article__story=story).delete()
    Origin.objects.bulk_create(
        Origin(
            revision=revisions[origin.article],
            start=origin.start,
            end=origin.end,
            relation=origin.relation,
            source=fitted(Origin, "source", origin.source),
            basis=origin.basis,
            other=None if origin.other is None else revisions[origin.other].article,
            share=origin.share,
        )
        for origin in origins
    )
