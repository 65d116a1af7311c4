"""Which printings of a story are copies, as far as their texts tell: so that a report counts once.

    an article has AP's dateline                            a copy of The Associated Press
    two articles share two thirds of their own words;
      the one of Tuesday                                    a copy of the one of Monday
      of one day, the one that names the other's outlet     a copy of that
      of one day, neither names the other                   the second has the same text as the first
      the one that AP "contributed to"                      a copy of The Associated Press
    an article has what somebody told AFP                   in part from AFP
    an article shares a quarter of its own words            in part from the other, or in part the same

An article that copies is not independent of whom it copies, nor of others that copy the same. What is taken
over in part leaves an article independent. A press release that several outlets print makes none of them a
copy of another. Two articles of one outlet are not held against each other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from articles.analysis.agencies import is_same
from articles.analysis.credits import Basis as CreditBasis
from articles.analysis.credits import Credit, credit_of, is_release
from articles.analysis.passages import Passage
from articles.analysis.printings import Printing
from articles.analysis.quotes import Quote
from articles.analysis.shared_text import Shared, own_words, shared_text

Relation = Literal["copy of", "same text as", "in part from", "in part the same as"]
Basis = CreditBasis | Literal["shared text"]

_COPY = 0.5
_COPY_WORDS = 60
"""One report: this much of the shorter article's own words, and so many of them, stand in both."""

_ONE_AGENCY = 1 / 3
"""So much suffices where both name the same agency, though each only for a part."""

_PART = 0.2
_PART_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as it is held against the others of its story."""

    text: str
    outlet: str
    published: date | None
    omitted: Sequence[Passage]
    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Passage):
    """Where an article comes from, as its text tells. The passage is the evidence, in that article's text.

    ``source`` is the agency's or outlet's name. ``other`` is the index of the story's article that has the
    same text, None where only the article's own words tell; ``share`` (0 to 1) is then the part of the
    shorter article's own words that both print.
    """

    article: int
    relation: Relation
    source: str
    basis: Basis
    other: int | None
    share: float | None

    @property
    def is_copy(self) -> bool:
        """Say whether the article as a whole is somebody else's."""
        return self.relation in ("copy of", "same text as")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """What an article shares with another: the evidence, and how much of the shorter one it is."""

    other: int
    shared: Shared
    share: float

    @property
    def is_copy(self) -> bool:
        return self.share >= _COPY and self.shared.words >= _COPY_WORDS

    @property
    def is_part(self) -> bool:
        return self.share >= _PART and self.shared.words >= _PART_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An article with what it says of its source, and whom it is like, the likest first."""

    article: Source
    credit: Credit | None
    likenesses: Sequence[_Likeness]


def find(articles: Sequence[Source]) -> tuple[Origin, ...]:
    """Return the origins that the texts tell, at most one for an article, in the order of the articles."""
    read = [
        _Read(article=article, credit=credit_of(article.text, outlet=article.outlet), likenesses=likenesses)
        for article, likenesses in zip(articles, _likenesses(articles), strict=True)
    ]
    return tuple(origin for at in range(len(read)) if (origin := _origin(at, read)))


def as_printings(
    outlets: Sequence[str], origins: Sequence[Origin], *, stated: Mapping[int, str] | None = None
) -> tuple[Printing, ...]:
    """Return the articles, given by their outlets, as printings.

    ``stated`` is what people know of some of the articles, and goes before what the texts tell: whose copy an
    article is, empty for its outlet's own report.
    """
    copy_at = {origin.article: origin for origin in origins if origin.is_copy}
    printings = []
    for at, outlet in enumerate(outlets):
        if stated and at in stated:
            printings.append(Printing(outlet=outlet, copy_of=stated[at]))
        elif at in copy_at:
            printings.append(Printing(outlet=outlet, copy_of=copy_at[at].source, same_as=copy_at[at].other))
        else:
            printings.append(Printing(outlet=outlet))
    return tuple(printings)


def _likenesses(articles: Sequence[Source]) -> list[list[_Likeness]]:
    own = [own_words(one.text, omitted=one.omitted, quotes=one.quotes) for one in articles]
    released = [is_release(one.text) for one in articles]
    found: list[list[_Likeness]] = [[] for _ in articles]
    for (at, other), shared in shared_text(own).items():
        if articles[at].outlet == articles[other].outlet or released[at] or released[other]:
            continue
        shorter = min(own[at].total, own[other].total)
        likeness = _Likeness(other=other, shared=shared, share=min(1.0, shared.words / shorter))
        if likeness.is_part:
            found[at].append(likeness)
    return [sorted(likenesses, key=lambda one: (-one.share, one.other)) for likenesses in found]


def _origin(at: int, read: Sequence[_Read]) -> Origin | None:
    credit, likenesses = read[at].credit, read[at].likenesses
    if credit and (credit.whole or _wrote_all(credit, likenesses, read)):
        return _credited("copy of", at, credit, next(iter(likenesses), None))
    taken = next((one for one in likenesses if _comes_after(at, one.other, read)), None)
    if taken and taken.is_copy:
        return _alike("copy of" if _took(at, taken.other, read) else "same text as", at, taken, read)
    if credit:
        return _credited("in part from", at, credit, None)
    if taken:
        return _alike(
            "in part from" if _took(at, taken.other, read) else "in part the same as", at, taken, read
        )
    return None


def _wrote_all(credit: Credit, likenesses: Sequence[_Likeness], read: Sequence[_Read]) -> bool:
    """Say whether an agency that is thanked for a part wrote the whole: another outlet has the same text.

    Less in common suffices where the other is the agency, or credits it too.
    """
    if not credit.is_agency or credit.basis == "told":
        return False
    return any(
        one.is_copy or (one.share >= _ONE_AGENCY and _is_from(read[one.other], credit.source))
        for one in likenesses
    )


def _is_from(other: _Read, source: str) -> bool:
    return is_same(other.article.outlet, source) or (
        other.credit is not None and other.credit.source == source
    )


def _comes_after(at: int, other: int, read: Sequence[_Read]) -> bool:
    """Say whether of two articles that are alike this one is the copy; in doubt the later column is."""
    is_known = _took(at, other, read)
    return other < at if is_known is None else is_known


def _took(at: int, other: int, read: Sequence[_Read]) -> bool | None:
    """Say whether an article took from the other: by its day, else by its naming that outlet.

    None where neither tells.
    """
    mine, theirs = read[at].article, read[other].article
    if mine.published and theirs.published and mine.published != theirs.published:
        return theirs.published < mine.published
    names_it, is_named = _mentions(mine.text, theirs.outlet), _mentions(theirs.text, mine.outlet)
    return names_it if names_it != is_named else None


def _mentions(text: str, outlet: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", text) is not None


def _credited(relation: Relation, at: int, credit: Credit, likeness: _Likeness | None) -> Origin:
    return Origin(
        start=credit.start,
        end=credit.end,
        article=at,
        relation=relation,
        source=credit.source,
        basis=credit.basis,
        other=likeness.other if likeness else None,
        share=likeness.share if likeness else None,
    )


def _alike(relation: Relation, at: int, likeness: _Likeness, read: Sequence[_Read]) -> Origin:
    return Origin(
        start=likeness.shared.longest.start,
        end=likeness.shared.longest.end,
        article=at,
        relation=relation,
        source=read[likeness.other].article.outlet,
        basis="shared text",
        other=likeness.other,
        share=likeness.share,
    )
