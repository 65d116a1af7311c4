"""Whose report an article is: what people said of it, and what the machine read in its text."""

from collections.abc import Mapping
from typing import cast

from articles.analysis.copies import Basis, Relation
from articles.analysis.copies import Origin as ReadOrigin
from articles.models import Article, Origin


def stated_copy(article: Article) -> str | None:
    """Return whose report people know an article to copy: empty for its own, None where nobody said."""
    if article.copy_of:
        return article.copy_of.name
    return "" if article.own_report else None


def read_origin(row: Origin, *, article: int, articles: Mapping[int, int]) -> ReadOrigin:
    """Return a stored origin as the core's value; ``articles`` gives each article's index by its key."""
    return ReadOrigin(
        start=row.start,
        end=row.end,
        article=article,
        relation=cast(Relation, row.relation),
        source=row.source,
        basis=cast(Basis, row.basis),
        other=None if row.other_id is None else articles.get(row.other_id),
        share=row.share,
    )
