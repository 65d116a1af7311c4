"""Numbers, money, percentages, counts and dates, and what they count."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from articles.analysis.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Passage):
    """A number with what it counts.

    ``start:end`` covers the number with its unit as printed ("£576 million"), without the qualifier.
    ``unit`` is an ISO 4217 code for money, "percent", or the singular noun counted ("licence").
    ``qualifier`` is as printed, lower case ("more than"), None when there is none. ``subject`` says in the
    article's own words what is counted; ``subject_lemmas`` are its content words, for comparison.
    ``scope`` is the printed limit of the count ("since 2008"), ``as_of`` the day it holds for, where stated.
    """

    value: Decimal
    unit: str | None
    qualifier: str | None
    subject: str
    subject_lemmas: tuple[str, ...]
    scope: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Passage):
    """A printed date or day, resolved against the day of publication as far as its precision goes."""

    value: date
    precision: Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFigure(Passage):
    """One figure of a story: the article with this index, the figure with that index in it."""

    article: int
    figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSubject:
    """One thing that at least two articles put a figure on."""

    subject: str
    readings: tuple[StoryFigure, ...]
