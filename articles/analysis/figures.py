"""Numbers, money, percentages, counts and dates, and what they count.

    "Since 2008, the UK has licensed arms worth more than £576 million to Israel"
        "£576 million"   576000000 GBP, "more than", of arms, "Since 2008"
    "it had issued 42 licences between October 7 2023 and May 31 2024"
        "42"             42 licences, "between October 7 2023 and May 31 2024"
    "over 300 licenses still active as of May"
        "300"            300 licences, as of 1 May
    "the third resignation this year"
        "third"          3 ordinal, resignation, "this year"

Not figures: dates, years, times of day, telephone numbers, the numbers of a list, and numbers that name
something ("Boeing 737", "G7", "Section 230", "10 Downing Street").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from articles.analysis import (
    ages,
    date_slots,
    dates,
    distances,
    figure_groups,
    figure_limits,
    figure_subjects,
    number_labels,
    ordinals,
    quantities,
)
from articles.analysis.dates import DateMention
from articles.analysis.figure_likeness import Candidate
from articles.analysis.figure_subjects import Subject
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.quantities import Quantity
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["DateMention", "Figure", "FigureSubject", "StoryFigure", "find", "join"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Passage):
    """A number with what it counts.

    ``start:end`` covers the number with its unit as printed ("£576 million"), without the qualifier.
    ``unit`` is an ISO 4217 code for money, "percent", a unit of measure ("mile"), "year-old", "ordinal",
    "vote", "score", or the singular noun counted ("licence").
    ``qualifier`` is as printed, lower case ("more than"), None when there is none. ``subject`` says in the
    article's own words what is counted; ``subject_lemmas`` are its content words, for comparison.
    ``scope`` is the printed limit of the count ("since 2008"), ``as_of`` the day it holds for, where stated.
    ``second`` is the upper end of a range ("10 to 15") or the other side of a vote ("52 votes to 48").
    """

    value: Decimal
    unit: str | None
    qualifier: str | None
    subject: str
    subject_lemmas: tuple[str, ...]
    scope: str | None = None
    as_of: date | None = None
    second: Decimal | None = None


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


_PERIOD_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|coming|first|final|another|every|recent|following|preceding)[ \u00a0]"
    r"(?:few[ \u00a0])?$",
    re.IGNORECASE,
)
_MAGNITUDE = "magnitude"
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[ \u00a0-](?:of[ \u00a0])?(?:about[ \u00a0]|at least[ \u00a0])?$")
_MAGNITUDE_AFTER = re.compile(r"[ \u00a0-]magnitude\b")
_ONE_STOPS = word_set(
    "day thing way time point reason side hand more another issue part step place moment kind word "
    "question example area front morning night evening sense stage matter"
)


def find(doc: Doc, *, published: date | None) -> tuple[tuple[Figure, ...], tuple[DateMention, ...]]:
    """Return the figures and the dates of one article, each in printed order."""
    text = text_of(doc)
    mentions = dates.find(text, published=published)
    printed = sorted({*dates.spans(text), *mentions}, key=lambda passage: (passage.start, -passage.end))
    blocked = {place for passage in dates.spans(text) for place in range(passage.start, passage.end)}
    found = []
    printed_numbers = sorted([*quantities.find(text), *ordinals.find(doc)], key=lambda each: each.start)
    for quantity in printed_numbers:
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is None or quantity.start in blocked or quantity.end - 1 in blocked:
            continue
        if number_labels.is_label(quantity, text, span):
            continue
        if read := _counted(quantity, text, span):
            subject, unit = read
            scope, as_of = figure_limits.limit(
                quantity,
                text=text,
                sentence=Passage(start=span.sent.start_char, end=span.sent.end_char),
                dates=printed,
                resolved=mentions,
            )
            found.append(_figure(quantity, subject=subject, unit=unit, scope=scope, as_of=as_of))
    return tuple(found), date_slots.with_governors(mentions, doc)


def join(articles: Sequence[Sequence[Figure]]) -> tuple[FigureSubject, ...]:
    """Group the figures of different articles that count the same thing, in order of their first reading."""
    candidates = [
        Candidate(
            article=article,
            figure=index,
            value=figure.value,
            second=figure.second,
            unit=figure.unit,
            lemmas=figure.subject_lemmas,
            scope=figure.scope,
            as_of=figure.as_of,
            start=figure.start,
            rate=figure_limits.per(figure.scope),
            vague=(figure.value, figure.second) in quantities.VAGUE_RANGES,
        )
        for article, figures in enumerate(articles)
        for index, figure in enumerate(figures)
    ]
    return tuple(
        FigureSubject(
            subject=_fullest_subject([articles[member.article][member.figure] for member in group]),
            readings=tuple(
                StoryFigure(
                    start=articles[member.article][member.figure].start,
                    end=articles[member.article][member.figure].end,
                    article=member.article,
                    figure=member.figure,
                )
                for member in group
            ),
        )
        for group in figure_groups.group(candidates)
    )


def _fullest_subject(figures: Sequence[Figure]) -> str:
    return max((figure.subject for figure in figures), key=len, default="")


def _counted(quantity: Quantity, text: str, span: Span) -> tuple[Subject, str | None] | None:
    """Return what a quantity counts and its unit, None where it counts nothing after all."""
    if age := ages.unit(quantity, text, span):
        return ages.subject(span), age
    subject = distances.subject(quantity, text) or figure_subjects.of_span(span)
    if quantity.unit == ordinals.UNIT and ordinals.IN_A_ROW.match(text, quantity.end):
        subject = replace(subject, lemmas=(*subject.lemmas, "consecutive"))
    unit = quantity.unit or (_MAGNITUDE if _is_magnitude(quantity, text) else subject.noun)
    if unit in figure_subjects.TIME_UNITS and _PERIOD_BEFORE.search(
        text[max(0, quantity.start - 25) : quantity.start]
    ):
        return None
    if span.text.lower() == "one":
        counts_one = (
            span.root.dep_ == "nummod"
            and unit is not None
            and unit not in _ONE_STOPS | figure_subjects.TIME_UNITS
        )
        return (subject, unit) if counts_one else None
    small = quantity.value < 13 and not span.text[0].isdigit()
    if unit is None and small and not figure_subjects.is_toll(span.root):
        return None
    return (subject, unit) if subject.phrase or unit else None


def _is_magnitude(quantity: Quantity, text: str) -> bool:
    """Recognise an earthquake's strength: "a 7.2-magnitude quake", "a magnitude of 7.2"."""
    before = text[max(0, quantity.start - 25) : quantity.start]
    return quantity.value < 10 and bool(
        _MAGNITUDE_BEFORE.search(before) or _MAGNITUDE_AFTER.match(text, quantity.end)
    )


def _figure(
    quantity: Quantity, *, subject: Subject, unit: str | None, scope: str | None, as_of: date | None
) -> Figure:
    return Figure(
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        second=quantity.second,
        unit=unit,
        qualifier=quantity.qualifier,
        subject=subject.phrase,
        subject_lemmas=subject.lemmas,
        scope=scope,
        as_of=as_of,
    )
