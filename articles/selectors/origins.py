"""Whose report an article is: what people said of it, and what the machine read in its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from articles.analysis.copies import Basis
from articles.analysis.copies import Origin as ReadOrigin
from articles.models import Article, Origin

_LONGEST = 240
"""The most characters of shared text that are shown as evidence; the link leads to all of them."""

_TOLD: dict[Basis, str] = {
    "dateline": "Its dateline says so:",
    "byline": "Its byline says so:",
    "trailer": "Its last line says so:",
    "copyright": "Its copyright line says so:",
    "republished": "It says that it was published before:",
    "source line": "It names its source:",
    "contribution": "It names who contributed:",
    "told": "It prints what somebody told the agency:",
    "shared text": "The longest run of words that both print:",
}

ORIGIN_FIELDS = ("start", "end", "relation", "source", "basis", "other", "share")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOrigin:
    """What an article's text tells of its origin, in words for the reader.

    ``told`` introduces the ``words`` that tell it, as printed at ``start`` to ``end`` of the text;
    ``outlet`` is the story's outlet with the same text, and ``per_cent`` how much of the shorter article's
    own words both print, None where only the article's own words tell.
    """

    relation: str
    source: str
    told: str
    words: str
    start: int
    end: int
    outlet: str
    per_cent: int | None


def stated_copy(article: Article) -> str | None:
    """Return whose report people know an article to copy: empty for its own, None where nobody said."""
    if article.copy_of:
        return article.copy_of.name
    return "" if article.own_report else None


def read_origin(stored: Mapping[str, Any], *, article: int, articles: Mapping[int, int]) -> ReadOrigin:
    """Return a stored origin, by its ORIGIN_FIELDS, as the core's value.

    ``articles`` gives the index of each of the story's articles by its key.
    """
    return ReadOrigin(
        start=stored["start"],
        end=stored["end"],
        article=article,
        relation=stored["relation"],
        source=stored["source"],
        basis=stored["basis"],
        other=articles.get(stored["other"]),
        share=stored["share"],
    )


def told_origin(origin: ReadOrigin | Origin, *, text: str, outlet: str) -> ToldOrigin:
    """Return an origin as the pages tell it: ``text`` is its article's, ``outlet`` who has the same text."""
    words = text[origin.start : origin.end]
    return ToldOrigin(
        relation=origin.relation,
        source=origin.source,
        told=_TOLD[cast(Basis, origin.basis)],
        words=words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(None, 1)[0]} …",
        start=origin.start,
        end=origin.end,
        outlet=outlet,
        per_cent=None if origin.share is None else round(100 * origin.share),
    )
