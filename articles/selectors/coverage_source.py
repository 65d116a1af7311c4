"""Which outlet carries which statement, and how: what the coverage matrix and the timeline rest on.

A story of fifty outlets and four hundred statements has twenty thousand readings. They come as one list of
numbers a statement, made by the database, and no text and no alignment table is read:

    revision 7 prints it verbatim, revision 9 may print it    →    [7 * 8 + 0, 9 * 8 + 4]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.contrib.postgres.aggregates import ArrayAgg, BoolOr
from django.db.models import Case, F, Q, Value, When

from articles.analysis.languages import ENGLISH, NAMES
from articles.models import Article, Revision, Statement, Story
from articles.selectors.printings import PRINTING_FIELDS, Row, printing_groups

Sign = Literal["verbatim", "partial", "reworded", "reported", "suggested", "absent", "not held", "not read"]
"""How an outlet carries a statement, or why it does not. The first four count as printed."""

CARRIED: tuple[Sign, ...] = ("verbatim", "partial", "reworded", "reported")
_CODES: tuple[Sign, ...] = (*CARRIED, "suggested")
_BASE = 8

_FIELDS = (
    "pk",
    "language",
    "analysis_version",
    "article__outlet",
    "article__published",
    "article__published_at",
    "article__extent",
    "article__is_reference",
    *PRINTING_FIELDS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveringArticle:
    """An article by what decides its cells: whether we hold all of its text, and whether it was read.

    ``foreign`` is the language that it was not read for, empty for English. Articles of one ``group``, named
    by the article that stands for it, are one printing.
    """

    article: int
    revision: int
    published: date | None
    published_at: datetime | None
    is_whole: bool
    is_read: bool
    foreign: str
    group: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveringOutlet:
    """An outlet with its articles of the story, or a reference witness, which is no outlet.

    ``gap`` stands where it does not carry a statement.
    """

    key: int
    name: str
    is_reference: bool
    articles: tuple[CoveringArticle, ...]
    gap: Sign

    @property
    def why_not_read(self) -> str:
        """Return why none of its articles was read; empty where one was."""
        if self.gap != "not read":
            return ""
        return f"in {self.articles[0].foreign}" if self.articles[0].foreign else "not read yet"

    def sign(self, kinds: Mapping[int, Sign]) -> Sign:
        """Return how the outlet carries a statement: by the fullest reading that one of its articles has."""
        if len(self.articles) == 1:
            return kinds.get(self.articles[0].revision, self.gap)
        found = [kinds[article.revision] for article in self.articles if article.revision in kinds]
        return min(found, key=_CODES.index, default=self.gap)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedStatement:
    """A statement with the sign of each revision that prints it, or may. Nobody said a reported fact."""

    key: int
    number: int
    speaker: str
    is_said: bool
    kinds: Mapping[int, Sign]

    @property
    def is_fact(self) -> bool:
        """Say whether it is a reported fact and nobody's words."""
        return not self.speaker and not self.is_said

    @property
    def whose(self) -> str:
        """Return whose words it holds, in words for the reader."""
        return self.speaker or ("Unknown speaker" if self.is_said else "Reported fact")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSource:
    """A story's outlets in the order of their columns, references last, and its statements in theirs."""

    outlets: tuple[CoveringOutlet, ...]
    statements: tuple[CarriedStatement, ...]


def coverage_source(story: Story) -> CoverageSource:
    """Read who carries what, in two queries."""
    outlets = _outlets(story)
    current = {article.revision for outlet in outlets for article in outlet.articles}
    return CoverageSource(outlets=outlets, statements=tuple(_statements(story, current=current)))


def _outlets(story: Story) -> tuple[CoveringOutlet, ...]:
    rows = list(
        Revision.objects.filter(article__story=story, is_current=True)
        .order_by("article__position", "article")
        .values(*_FIELDS)
    )
    names: dict[tuple[bool, int], str] = {}
    articles: dict[tuple[bool, int], list[CoveringArticle]] = {}
    for row, group in zip(rows, printing_groups(rows), strict=True):
        key = (row["article__is_reference"], row["article__outlet"])
        names[key] = row["article__outlet__name"]
        articles.setdefault(key, []).append(_article(row, group=rows[group]["article"]))
    return tuple(
        CoveringOutlet(
            key=key[1],
            name=names[key],
            is_reference=key[0],
            articles=tuple(articles[key]),
            gap=_gap(articles[key]),
        )
        for key in sorted(articles, key=lambda key: key[0])
    )


def _gap(articles: Iterable[CoveringArticle]) -> Sign:
    read = [article for article in articles if article.is_read and not article.foreign]
    if not read:
        return "not read"
    return "absent" if all(article.is_whole for article in read) else "not held"


def _article(row: Row, *, group: int) -> CoveringArticle:
    return CoveringArticle(
        article=row["article"],
        revision=row["pk"],
        published=row["article__published"],
        published_at=row["article__published_at"],
        is_whole=row["article__extent"] == Article.Extent.FULL,
        is_read=row["analysis_version"] is not None,
        foreign="" if row["language"] == ENGLISH else NAMES[row["language"]],
        group=group,
    )


def _statements(story: Story, *, current: set[int]) -> Iterable[CarriedStatement]:
    """Give the statements that a current text prints, or may print."""
    is_sure = Q(readings__suggested=False)
    code = Case(
        *(When(is_sure & Q(readings__kind=kind), then=Value(at)) for at, kind in enumerate(CARRIED)),
        default=Value(_CODES.index("suggested")),
    )
    rows = (
        Statement.objects.filter(story=story, readings__isnull=False)
        .order_by("position")
        .values_list("pk", "position", "speaker")
        .annotate(
            codes=ArrayAgg(F("readings__revision") * _BASE + code),
            is_said=BoolOr(is_sure & Q(readings__quote__isnull=False)),
        )
    )
    for key, position, speaker, codes, is_said in rows:
        # The fullest reading of a revision has the smallest code, and is written last.
        kinds = {code // _BASE: _CODES[code % _BASE] for code in sorted(codes, reverse=True)}
        held = {revision: kind for revision, kind in kinds.items() if revision in current}
        if held:
            yield CarriedStatement(key=key, number=position + 1, speaker=speaker, is_said=is_said, kinds=held)
