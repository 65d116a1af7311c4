"""Stories written straight to the database, without reading any text.

    story = build_story(statements=10, outlets=5)

gives five articles that each carry ten statements, the outlets differing by turns. For words of one's own:

    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(
        story, Said(one, "We close the depots."), Said(other, "We shut the depots."), speaker="Ada Low"
    )
    make_discrepancy(statement, "wording", "close / shut", (one, "close"), (other, "shut"))

What is said is added to the article's text as a paragraph of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from hashlib import sha256

from articles.analysis import VERSION
from articles.analysis.collation import collate
from articles.analysis.passages import Passage, tokens
from articles.models import (
    Article,
    Discrepancy,
    Evidence,
    Figure,
    FigureSubject,
    Origin,
    Outlet,
    Quote,
    Reading,
    Revision,
    Statement,
    Story,
)
from articles.models.values import table_to_json


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something stands: a revision and the offsets of its text."""

    revision: Revision
    start: int
    end: int


class Said:
    """A reading to be written: the words, and the outlet's own words before and after them.

    A reading that is not ``reported`` stands in quotation marks, and is a quote of the article.
    """

    def __init__(
        self,
        article: Article,
        words: str,
        *,
        before: str = "",
        after: str = "",
        kind: str = "verbatim",
        cue: str = "said",
        suggested: bool = False,
    ) -> None:
        self.article = article
        self.words = words
        self.before = before
        self.after = after
        self.kind = kind
        self.cue = cue
        self.suggested = suggested

    @property
    def sentence(self) -> str:
        mark = ("", "") if self.kind == "reported" else ("“", "”")
        return f"{self.before}{mark[0]}{self.words}{mark[1]}{self.after}"


def make_story(title: str = "Depots to close", *, slug: str = "depots-to-close") -> Story:
    """Return a story without articles."""
    return Story.objects.create(title=title, slug=slug)


def make_article(
    story: Story,
    outlet: str,
    *,
    text: str = "",
    published: date | None = date(2024, 5, 1),
    copy_of: str = "",
    **fields: str,
) -> Article:
    """Return an article with one revision: a headline, or the text given."""
    article = Article.objects.create(
        story=story,
        outlet=Outlet.objects.get_or_create(name=outlet)[0],
        published=published,
        copy_of=Outlet.objects.get_or_create(name=copy_of)[0] if copy_of else None,
        position=story.articles.count(),
        **{"outlet_basis": "stated", **fields},
    )
    text = text or f"{story.title}, {outlet} reports"
    Revision.objects.create(
        article=article, number=1, text=text, text_hash=_hash(text), analysis_version=VERSION
    )
    return article


def make_statement(story: Story, *said: Said, speaker: str = "Ada Low") -> Statement:
    """Return a statement with these readings; each article grows by the paragraph of its own."""
    revisions = {
        revision.article_id: revision
        for revision in Revision.objects.filter(article__in=[one.article for one in said], is_current=True)
    }
    places = [_print(one, revisions[one.article.pk]) for one in said]
    for revision in revisions.values():
        revision.text_hash = _hash(revision.text)
        revision.save()
    statement = Statement.objects.create(
        story=story, speaker=speaker, position=story.statements.count(), collation=_collation(places)
    )
    for row, (one, place) in enumerate(zip(said, places, strict=True)):
        reading = _reading(statement, row, one, place)
        if reading.quote:
            reading.quote.save()
        reading.save()
    return statement


def make_discrepancy(
    statement: Statement,
    kind: str,
    summary: str,
    *evidence: tuple[Article, str],
    severity: str = "high",
    status: str = "open",
    verdict: str = "",
    of_story: bool = False,
) -> Discrepancy:
    """Return a discrepancy of a statement, or ``of_story`` of none. The evidence is found in its readings."""
    rank = statement.story.discrepancies.count()
    discrepancy = Discrepancy.objects.create(
        story=statement.story,
        statement=None if of_story else statement,
        kind=kind,
        severity=severity,
        status=status,
        verdict=verdict,
        summary=summary,
        rank=rank,
        fingerprint=_hash(f"{statement.pk} {rank} {summary}"),
    )
    for article, words in evidence:
        reading = statement.readings.filter(revision__article=article).select_related("revision")[0]
        start = reading.revision.text.index(words, reading.context_start)
        Evidence.objects.create(
            discrepancy=discrepancy, revision=reading.revision, start=start, end=start + len(words)
        )
    return discrepancy


def make_origin(
    article: Article,
    source: str,
    words: str,
    *,
    relation: str = "copy of",
    basis: str = "shared text",
    other: Article | None = None,
    share: float | None = None,
) -> Origin:
    """Return what the machine read of an article's origin in these words of its text."""
    revision = article.revisions.get(is_current=True)
    start = revision.text.index(words)
    return Origin.objects.create(
        revision=revision,
        start=start,
        end=start + len(words),
        relation=relation,
        source=source,
        basis=basis,
        other=other,
        share=share,
    )


def make_figures(
    story: Story, subject: str, *printed: tuple[Article, str, int], unit: str = ""
) -> FigureSubject:
    """Return a subject with the figure that each article already prints for it."""
    counted = FigureSubject.objects.create(story=story, subject=subject)
    for article, words, value in printed:
        revision = article.revisions.get(is_current=True)
        start = revision.text.index(words)
        Figure.objects.create(
            revision=revision,
            start=start,
            end=start + len(words),
            value=value,
            unit=unit,
            subject=subject,
            counted=counted,
        )
    return counted


def build_story(
    *,
    statements: int = 3,
    outlets: int = 3,
    slug: str = "depots-to-close",
    say: Callable[[Article, int, int], Said] | None = None,
) -> Story:
    """Return a story whose outlets all carry every statement, one of them with another word by turns.

    ``say`` gives other words, for an article, its number and the statement's. Every third statement has a
    discrepancy. Writes in bulk, so that hundreds of statements take no time.
    """
    say = say or partial(_say, outlets=outlets)
    story = make_story(slug=slug)
    articles = [
        make_article(story, f"Outlet {number}", published=date(2024, 4, 30) + timedelta(days=number))
        for number in range(1, outlets + 1)
    ]
    revisions = [article.revisions.get(is_current=True) for article in articles]
    rows = Statement.objects.bulk_create(
        Statement(story=story, position=position, speaker=f"Speaker {position % 4}")
        for position in range(statements)
    )
    readings: list[Reading] = []
    discrepancies: list[Discrepancy] = []
    evidence: list[Evidence] = []
    for position, row in enumerate(rows):
        said = [say(article, at, position) for at, article in enumerate(articles)]
        places = [_print(one, revision) for one, revision in zip(said, revisions, strict=True)]
        row.collation = _collation(places)
        readings += [
            _reading(row, at, one, place) for at, (one, place) in enumerate(zip(said, places, strict=True))
        ]
        if position % 3 == 0:
            discrepancy = Discrepancy(
                story=story,
                statement=row,
                kind="wording",
                severity="medium",
                summary=f"Words of statement {position} differ.",
                rank=position,
                fingerprint=_hash(f"{slug} {position}"),
            )
            discrepancies.append(discrepancy)
            evidence += [
                Evidence(
                    discrepancy=discrepancy, revision=place.revision, start=place.start, end=place.start + 2
                )
                for place in places
            ]
    Revision.objects.bulk_update(revisions, ["text"])
    Statement.objects.bulk_update(rows, ["collation"])
    Quote.objects.bulk_create(reading.quote for reading in readings if reading.quote)
    Reading.objects.bulk_create(readings)
    Discrepancy.objects.bulk_create(discrepancies)
    Evidence.objects.bulk_create(evidence)
    return story


def _say(article: Article, at: int, position: int, *, outlets: int) -> Said:
    verb = "shut" if at > 0 and at == position % outlets else "close"
    years = position + 2
    return Said(
        article,
        f"We will {verb} depot {position} before the summer because nobody has used it for {years} years.",
    )


def _print(one: Said, revision: Revision) -> Place:
    """Add the sentence to the revision's text, in memory, and return where its words stand."""
    start = len(revision.text) + 1 + one.sentence.index(one.words)
    revision.text = f"{revision.text}\n{one.sentence}"
    return Place(revision=revision, start=start, end=start + len(one.words))


def _reading(statement: Statement, row: int, one: Said, place: Place) -> Reading:
    text = place.revision.text
    sentence = text.rindex("\n", 0, place.start) + 1
    quote = None
    if one.kind != "reported":
        quote = Quote(
            revision=place.revision,
            start=place.start - 1,
            end=place.end + 1,
            type="direct" if one.kind == "verbatim" else "mixed",
            segments=[[place.start, place.end]],
            speaker=statement.speaker,
            speaker_as_printed=statement.speaker.split()[-1] if statement.speaker else "",
            cue=one.cue,
        )
    return Reading(
        statement=statement,
        revision=place.revision,
        quote=quote,
        start=place.start,
        end=place.end,
        position=row,
        kind=one.kind,
        context_start=sentence,
        context_end=sentence + len(one.sentence),
        suggested=one.suggested,
    )


def _collation(places: Sequence[Place]) -> object:
    if len(places) < 2:
        return None
    table = collate(
        [tokens(place.revision.text, Passage(start=place.start, end=place.end)) for place in places],
        [str(row) for row in range(len(places))],
    )
    return table_to_json(table)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
