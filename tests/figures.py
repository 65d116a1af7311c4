"""Figures that outlets print, and what the comparison found in them, written straight to the database."""

from datetime import date

from articles.models import Article, Discrepancy, Evidence, Figure, FigureSubject, Story
from tests.factories import make_article, make_story


def print_figure(
    article: Article,
    words: str,
    value: str,
    *,
    counted: FigureSubject | None = None,
    second: str | None = None,
    **fields: object,
) -> Figure:
    """Return a figure where the article already prints these words. ``second`` is a range's other end."""
    revision = article.revisions.get(is_current=True)
    start = revision.text.index(words)
    if second:
        read = {"start": start, "end": start + len(words), "value": value, "second": second}
        revision.analysis = {"figures": [*(revision.analysis or {"figures": []})["figures"], read]}
        revision.save()
    return Figure.objects.create(
        revision=revision,
        start=start,
        end=start + len(words),
        value=value,
        counted=counted,
        subject=counted.subject if counted else "",
        **fields,
    )


def find_difference(
    *figures: Figure, verdict: str = "contradicting", kind: str = "figure", status: str = "open"
) -> Discrepancy:
    """Return a discrepancy with these figures as its evidence."""
    story = figures[0].revision.article.story
    rank = story.discrepancies.count()
    discrepancy = Discrepancy.objects.create(
        story=story,
        figure_subject=figures[0].counted if kind == "figure" else None,
        kind=kind,
        verdict=verdict,
        severity="high",
        status=status,
        summary="The numbers differ.",
        rank=rank,
        fingerprint=f"{story.slug} {rank}",
    )
    for figure in figures:
        Evidence.objects.create(
            discrepancy=discrepancy, revision=figure.revision, start=figure.start, end=figure.end
        )
    return discrepancy


def make_counting_story() -> Story:
    """Return a story whose three outlets contradict each other on jobs, agree on depots, and count alone."""
    story = make_story()
    gazette = make_article(
        story, "Gazette", text="It will cost 300 jobs.\nAll 40 depots close.\nOnly 7 cats stay."
    )
    courier = make_article(
        story, "Courier", text="More than 350 jobs will go.\nThe 40 depots close.", published=date(2024, 5, 2)
    )
    herald = make_article(story, "Herald", text="It costs 300 jobs.\nSome £5m is saved.", copy_of="Gazette")
    jobs = FigureSubject.objects.create(story=story, subject="jobs")
    find_difference(
        print_figure(gazette, "300", "300", counted=jobs, unit="job"),
        print_figure(
            courier, "350", "350", counted=jobs, unit="job", qualifier="more than", scope="since May"
        ),
        print_figure(herald, "300", "300", counted=jobs, unit="job"),
    )
    depots = FigureSubject.objects.create(story=story, subject="depots")
    print_figure(gazette, "40", "40", counted=depots, unit="depot")
    print_figure(courier, "40", "40", counted=depots, unit="depot")
    print_figure(gazette, "7", "7", unit="cat")
    print_figure(herald, "£5m", "5000000", unit="GBP", qualifier="some")
    return story
