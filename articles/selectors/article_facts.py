"""What the pages say of an article apart from its text: who published it, when, and how we know."""

from dataclasses import dataclass
from datetime import date

from articles.analysis.languages import ENGLISH, NAMES
from articles.models import Article, Revision
from articles.selectors.origins import ToldOrigin, stated_copy, told_origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """What is known of an article apart from its text.

    ``origin`` is whose report its text tells it to be, None where people know better; ``language`` is
    the text's, as a code, and ``foreign`` its name where the text was not read for it, else empty.
    """

    pk: int
    outlet: str
    outlet_basis: str
    basis_label: str
    title: str
    published: date | None
    url: str
    source: str
    copy_of: str
    copy_note: str
    origin: ToldOrigin | None
    language: str
    foreign: str
    extent_label: str
    is_whole: bool
    is_reference: bool


def article_facts(article: Article, *, revision: Revision) -> ArticleFacts:
    """Return an article's facts, by one of its revisions.

    Its outlet, the outlet it copies and the revision's origins with their others' outlets should be fetched
    along.
    """
    return ArticleFacts(
        pk=article.pk,
        outlet=article.outlet.name,
        outlet_basis=article.outlet_basis,
        basis_label=article.get_outlet_basis_display(),
        title=article.title,
        published=article.published,
        url=article.url,
        source=article.source,
        copy_of=article.copy_of.name if article.copy_of else "",
        copy_note=article.copy_note,
        origin=_origin(article, revision),
        language=revision.language,
        foreign="" if revision.language == ENGLISH else NAMES[revision.language],
        extent_label=article.get_extent_display(),
        is_whole=article.extent == Article.Extent.FULL,
        is_reference=article.is_reference,
    )


def _origin(article: Article, revision: Revision) -> ToldOrigin | None:
    if stated_copy(article) is not None:
        return None
    return next(
        (
            told_origin(row, text=revision.text, outlet=row.other.outlet.name if row.other else "")
            for row in revision.origins.all()
        ),
        None,
    )
