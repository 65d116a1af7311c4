"""What the pages say of an article apart from its text: who published it, when, and how we know."""

from dataclasses import dataclass
from datetime import date

from articles.models import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """What is known of an article apart from its text."""

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
    extent_label: str
    is_whole: bool


def article_facts(article: Article) -> ArticleFacts:
    """Return an article's facts. Its outlet and the outlet it copies should be fetched along."""
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
        extent_label=article.get_extent_display(),
        is_whole=article.extent == Article.Extent.FULL,
    )
