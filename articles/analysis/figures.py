"""Numbers, money, percentages, counts and dates, and what they count.

    "Since 2008, the UK has licensed arms worth more than £576 million to Israel"
        "£576 million"   576000000 GBP, "more than", of arms, "Since 2008"
    "it had issued 42 licences between October 7 2023 and May 31 2024"
        "42"             42 licences, "between October 7 2023 and May 31 2024"
    "over 300 licenses still active as of May"
        "300"            300 licences, as of 1 May

Not figures: dates, years, times of day, telephone numbers, the numbers of a list, and numbers that name
something ("Boeing 737", "G7", "Section 230", "10 Downing Street").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from articles.analysis import dates, figure_groups, figure_subjects, quantities
from articles.analysis.dates import DateMention
from articles.analysis.figure_subjects import Subject
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
    ``unit`` is an ISO 4217 code for money, "percent", or the singular noun counted ("licence").
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


_LABELS = word_set(
    "no number page pages chapter section article phase stage grade level type size day week round "
    "category tier route highway interstate flight channel room ward district title act amendment "
    "resolution top class gate season episode group unit area part volume issue version model psalm "
    "verse line step rule point"
)
_STREET = re.compile(
    r"[ \u00a0](?:[A-Z][\w’'.]*[ \u00a0]){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Square|Place|Boulevard|Blvd|Drive|Way)\b"
)
_CLOCK = re.compile(
    r"(?:[:.][0-9]{2})?[ \u00a0]?(?:[ap]\.?m\b\.?|o['’]clock|GMT|BST|ET\b|EST|EDT|CET|hrs\b|hours[ \u00a0](?:GMT|local))|:[0-9]{2}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"[ \u00a0-](?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?['’]?[ \u00a0](?:ago|later|earlier|before|after|old|from now|since)\b",
    re.IGNORECASE,
)
_SPAN_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|coming|first|final|another|every|recent|following|preceding)[ \u00a0](?:few[ \u00a0])?$",
    re.IGNORECASE,
)
_TIME_UNITS = word_set("second minute hour day week month year decade century night morning evening weekend")
_YEAR_OLD = re.compile(r"[ \u00a0-](?:years?|months?|weeks?|days?)[ \u00a0-]old\b", re.IGNORECASE)
_ONE_STOPS = word_set(
    "day thing way time point reason side hand more another issue part step place moment kind word "
    "question example area front morning night evening sense stage matter"
)
_SCOPE = re.compile(
    r"\b(?:(?:since|between)\b[ \u00a0][^,;:()\n“”\"]{0,60}|(?:from|as of|as at|by|by the end of|during|through|until|in|in early|"
    r"in late)[ \u00a0](?:the[ \u00a0](?:year|month|week)s?[ \u00a0](?:of[ \u00a0])?)?(?=[A-Z0-9])[^,;:()\n“”\"]{0,40})",
    re.IGNORECASE,
)


def find(doc: Doc, *, published: date | None) -> tuple[tuple[Figure, ...], tuple[DateMention, ...]]:
    """Return the figures and the dates of one article, each in printed order."""
    text = doc.text
    mentions = dates.find(text, published=published)
    found = [
        figure
        for quantity in _counting(quantities.find(text), doc)
        if (figure := _figure(quantity, doc, mentions)) is not None
    ]
    return tuple(found), mentions


def join(articles: Sequence[Sequence[Figure]]) -> tuple[FigureSubject, ...]:
    """Group the figures of different articles that count the same thing, in the order of their first reading."""
    candidates = [
        figure_groups.Candidate(
            article=article,
            figure=index,
            value=figure.value,
            second=figure.second,
            unit=figure.unit,
            lemmas=figure.subject_lemmas,
            scope=figure.scope,
            as_of=figure.as_of,
            start=figure.start,
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


def _counting(found: Sequence[Quantity], doc: Doc) -> Iterator[Quantity]:
    """Leave out the quantities that are dates, times, labels, addresses or parts of names."""
    blocked = dates.spans(doc.text)
    for quantity in found:
        if not any(passage.overlaps(quantity) for passage in blocked) and not _is_label(quantity, doc):
            yield quantity


def _is_label(quantity: Quantity, doc: Doc) -> bool:
    text = doc.text
    line_start = text.rfind("\n", 0, quantity.start) + 1
    before, after = text[line_start : quantity.start], text[quantity.end : quantity.end + 60]
    if not before.strip() and re.match(r"[.)][ \u00a0]", after) and quantity.plain:
        return True
    if _CLOCK.match(after) and quantity.unit is None and quantity.value <= 2400:
        return True
    if _AGO.match(after) and not _YEAR_OLD.match(after):
        return True
    if quantity.unit == "score" and re.match(r"[0-9]{4}[-–]", text[quantity.start : quantity.end]):
        return True
    if not quantity.plain:
        return False
    previous = re.search(r"([\w’']+)\.?[ \u00a0]?[#-]?$", before)
    if previous and previous.group(1).lower() in _LABELS and not re.match(r"[ \u00a0][a-z]+s\b", after):
        return True
    return bool(_STREET.match(after)) or _is_year(quantity, after, before) or _names_something(quantity, doc)


def _is_year(quantity: Quantity, after: str, before: str) -> bool:
    """A bare 1900 to 2099 is a year, unless a plural noun that it counts follows at once."""
    if not 1700 <= quantity.value <= 2100:
        return False
    counts = re.match(r"[ \u00a0][a-z]+s\b", after) and not re.search(
        r"\b(?:the|in|of|since|by|['’]s)[ \u00a0]$", before
    )
    return not counts or (
        quantity.qualifier is None and bool(re.search(r"\b(?:January|summer|election)[ \u00a0]$", before))
    )


def _names_something(quantity: Quantity, doc: Doc) -> bool:
    """Say whether a bare number follows the name it belongs to: "Boeing 737", "Apollo 11", "Ward 6"."""
    span = _span(doc, quantity)
    if span is None or span.start == 0:
        return False
    previous = doc[span.start - 1]
    if previous.pos_ != "PROPN" or previous.is_sent_start or not previous.text[:1].isupper():
        return False
    follows = doc[span.end] if span.end < len(doc) else None
    return follows is None or follows.tag_ not in {"NNS", "NNPS", "JJ"} or span.root.head.i < span.start


def _span(doc: Doc, quantity: Passage) -> Span | None:
    return doc.char_span(quantity.start, quantity.end, alignment_mode="expand")


def _figure(quantity: Quantity, doc: Doc, mentions: Sequence[DateMention]) -> Figure | None:
    span = _span(doc, quantity)
    if span is None:
        return None
    text = doc.text
    after = text[quantity.end : quantity.end + 40]
    is_age = _YEAR_OLD.match(after) or _follows_a_person(span, quantity)
    subject = figure_subjects.of_age(span) if is_age else figure_subjects.of_span(span)
    unit = "year-old" if is_age else quantity.unit or subject.noun
    if not _is_counted(quantity, unit, subject, span):
        return None
    scope, as_of = _limits(span.sent, quantity, mentions, text)
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


def _follows_a_person(span: Span, quantity: Quantity) -> bool:
    """Recognise an age in apposition: "Jo Bloggs, 47, said"."""
    text = span.doc.text
    return (
        quantity.plain
        and quantity.value < 120
        and bool(
            re.search(
                r"[\w.]{2,},?[ \u00a0](?:aged[ \u00a0])?$", text[max(0, quantity.start - 30) : quantity.start]
            )
        )
        and bool(re.match(r",|\.?$|\)", text[quantity.end : quantity.end + 2]))
        and bool(
            re.search(
                r"(?:[A-Z][\w’'.-]+[ \u00a0]?,[ \u00a0]|\baged[ \u00a0])$",
                text[max(0, quantity.start - 30) : quantity.start],
            )
        )
    )


def _is_counted(quantity: Quantity, unit: str | None, subject: Subject, span: Span) -> bool:
    if unit in _TIME_UNITS and _SPAN_BEFORE.search(
        span.doc.text[max(0, quantity.start - 25) : quantity.start]
    ):
        return False
    if span.text.lower() == "one":
        return span.root.dep_ == "nummod" and unit is not None and unit not in _ONE_STOPS | _TIME_UNITS
    if unit is None and quantity.value < 13 and not span.text[0].isdigit():
        return False
    return bool(subject.phrase or unit)


def _limits(
    sentence: Span, quantity: Quantity, mentions: Sequence[DateMention], text: str
) -> tuple[str | None, date | None]:
    """Return the printed limit of a count and the day it holds for.

    The nearest limit after the number counts, else the nearest before it, unless another number lies between.
    """
    limits = list(_SCOPE.finditer(text, sentence.start_char, sentence.end_char))
    after = [match for match in limits if match.start() >= quantity.end][:1]
    before = [match for match in limits if match.start() < quantity.start][-1:]
    for match in after + before:
        inside = [mention for mention in mentions if match.start() <= mention.start < match.end()]
        between = sorted((quantity.start, quantity.end, match.start(), match.end()))[1:3]
        if not inside or not _names_days(match, inside) or quantities.find(text[between[0] : between[1]]):
            continue
        if match.group().lower().startswith(("as of", "as at")):
            return None, inside[0].value
        return _scope_text(match, inside), None
    return None, None


def _names_days(match: re.Match[str], inside: Sequence[DateMention]) -> bool:
    """Say whether a limit is one of time: "in 1994", not "in Paris on Friday"; "since" may name an event first."""
    keyword = re.match(r"(?:since|between|(?:[a-z]+ ){1,4}?)", match.group(), re.IGNORECASE)
    free = match.group().lower().startswith(("since", "between"))
    return free or (keyword is not None and inside[0].start - match.start() <= len(keyword.group()) + 12)


def _scope_text(match: re.Match[str], inside: Sequence[DateMention]) -> str:
    end = max((mention.end for mention in inside), default=match.end())
    return match.group()[: end - match.start()].strip()
