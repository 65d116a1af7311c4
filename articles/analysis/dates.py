"""Printed dates and days, resolved against the day of publication as far as they go.

Published on Monday 19 August 2024:

    "Friday"           -> 2024-08-16, to the day (the last one: news looks back)
    "October 7"        -> 2023-10-07, to the day after "since", and 2024-10-07 after "will"
    "last night"       -> 2024-08-18, to the day; "the day before yesterday" -> 2024-08-17
    "last month"       -> 2024-07-01, to the month
    "this week"        -> 2024-08-19, to the week that begins on that Monday
    "since 2008"       -> 2008-01-01, to the year

"may" is a month only with a day, a year or a preposition beside it. Without a day of publication only
what carries its own year is resolved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from articles.analysis.passages import Passage

Precision = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Passage):
    """A printed date or day, resolved against the day of publication as far as its precision goes.

    ``value`` is the first day of the week, month or year where the print says no more than that. ``governor``
    is the dictionary form of the word that the date belongs to ("resign" of "resigned on Friday") and
    ``preposition`` the one between them, in lower case; both are empty where there is none.
    """

    value: date
    precision: Precision
    preposition: str = ""
    governor: str = ""


_MONTHS = "january february march april may june july august september october november december".split(" ")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2})"
_SPACE = r"[ \u00a0]"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NUMBER = r"(?i:a|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3})"
_COUNTS = "zero one two three four five six seven eight nine ten".split(" ")

_PATTERN = re.compile(
    rf"""(?:(?<![\w/\-.])|(?<=[Mm]id-))(?:
      (?P<iso>{_YEAR}-[01][0-9]-[0-3][0-9])
    | (?:(?P<weekday_before>{_WEEKDAY}),?{_SPACE}(?:the{_SPACE})?)?(?:
        (?P<month_first>{_MONTH}){_SPACE}(?P<day_second>{_DAY})(?!{_SPACE}?(?:%|per|percent|million|billion|people))
            (?:,?{_SPACE}(?P<year_third>{_YEAR}))?
      | (?P<day_first>{_DAY})(?:{_SPACE}of)?{_SPACE}(?P<month_second>{_MONTH})
            (?:,?{_SPACE}(?P<year_last>{_YEAR}))? )
    | (?P<month_of_year>{_MONTH}),?{_SPACE}(?:of{_SPACE})?(?P<year_of_month>{_YEAR})
    | (?P<month_relative>{_MONTH}){_SPACE}(?P<which_year>last|this|next){_SPACE}year
    | (?<=[a-z]{_SPACE}|d-)(?P<month_alone>{_MONTH})(?={_SPACE}?[\W]|{_SPACE}[a-z]|$)
    | (?:(?P<which_weekday>last|next|this|Last|Next|This){_SPACE})?(?P<weekday>{_WEEKDAY})
    | (?P<which>last|this|next|Last|This|Next){_SPACE}(?P<span>week|month|year)
    | (?P<ago>{_NUMBER}){_SPACE}(?P<ago_unit>day|week|month|year)s?{_SPACE}ago
    | (?P<near>(?i:the{_SPACE}day{_SPACE}before{_SPACE}yesterday|the{_SPACE}day{_SPACE}after{_SPACE}tomorrow|
        yesterday|today|tomorrow|tonight|last{_SPACE}night|this{_SPACE}(?:morning|afternoon|evening)))
    | (?P<year>{_YEAR})
    )(?![\w]|-[0-9])""",
    re.VERBOSE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|by|until|till|from|last|next|early|late|mid|this|through|to|for|between|and|during|before|"
    r"after|beginning|end|as|around)(?:[ \u00a0]|-)$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|early|late|mid|through|to|between|and|during|before|after|of|the|"
    r"spring|summer|autumn|fall|winter|january|back in|as)(?:[ \u00a0]|-)$",
    re.IGNORECASE,
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|next|expected to|scheduled|due|planned for|set to|is to|are to)\b|['’]ll\b"
)
_FROM_THE_TEXT = re.compile(r"\b(?:the|that)[ \u00a0]$", re.IGNORECASE)
""""The next year" is the one after a year told of before, not after the day of publication."""
_SINCE = re.compile(r"\bsince\b[^.;]{0,30}$", re.IGNORECASE)


def find(text: str, *, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates of a text in printed order. Those that cannot be resolved are left out."""
    return tuple(
        mention for match in _PATTERN.finditer(text) if (mention := _resolve(match, text, published))
    )


def spans(text: str) -> list[Passage]:
    """Return where dates are printed, resolvable or not: numbers in there are no figures."""
    return [
        Passage(start=match.start(), end=match.end())
        for match in _PATTERN.finditer(text)
        if match["year"] is None and not (match["month_alone"] and not _is_month(match, text))
    ]


def _resolve(match: re.Match[str], text: str, published: date | None) -> DateMention | None:
    for value, precision in _values(match, text, published):
        return DateMention(start=match.start(), end=match.end(), value=value, precision=precision)
    return None


def _values(match: re.Match[str], text: str, published: date | None) -> Iterator[tuple[date, Precision]]:
    """Yield at most one reading of the match."""
    if match["iso"]:
        if value := _date(*(int(part) for part in match["iso"].split("-"))):
            yield value, "day"
    elif match["month_first"] or match["day_first"]:
        yield from _day_and_month(match, text, published)
    elif match["month_of_year"]:
        yield date(int(match["year_of_month"]), _month(match["month_of_year"]), 1), "month"
    elif match["year"]:
        if _is_year(match, text):
            yield date(int(match["year"]), 1, 1), "year"
    elif published:
        yield from _relative(match, text, published)


def _day_and_month(
    match: re.Match[str], text: str, published: date | None
) -> Iterator[tuple[date, Precision]]:
    month = _month(match["month_first"] or match["month_second"])
    day = int(re.sub(r"\D", "", match["day_second"] or match["day_first"]))
    year = match["year_third"] or match["year_last"]
    if year:
        value = _date(int(year), month, day)
    else:
        value = _nearest(match, text, published, month, day) if published else None
    if value:
        yield value, "day"


def _relative(match: re.Match[str], text: str, published: date) -> Iterator[tuple[date, Precision]]:
    if match["month_relative"]:
        yield date(published.year + _step(match["which_year"]), _month(match["month_relative"]), 1), "month"
    elif match["month_alone"]:
        if _is_month(match, text) and (
            value := _nearest(match, text, published, _month(match["month_alone"]), 1)
        ):
            yield value, "month"
    elif match["weekday"]:
        yield _weekday(match, text, published), "day"
    elif match["near"]:
        yield published + timedelta(days=_days_from_publication(match["near"])), "day"
    elif match["span"]:
        if not _FROM_THE_TEXT.search(text, max(0, match.start() - 6), match.start()):
            yield _shifted(published, match["span"], _step(match["which"]))
    elif match["ago"]:
        count = match["ago"].lower()
        number = 1 if count == "a" else _COUNTS.index(count) if count in _COUNTS else int(count)
        yield _shifted(published, match["ago_unit"], -number)


def _days_from_publication(near: str) -> int:
    """Return 0 for "today" and "tonight", -1 for "last night", -2 for "the day before yesterday"."""
    first, last = near.lower().split()[0], near.lower().split()[-1]
    step = {"yesterday": -1, "tomorrow": 1, "night": -1}.get(last, 0)
    return 2 * step if first == "the" else step


def _shifted(published: date, unit: str, steps: int) -> tuple[date, Precision]:
    if unit == "day":
        return published + timedelta(days=steps), "day"
    if unit == "week":
        return published - timedelta(days=published.weekday()) + timedelta(weeks=steps), "week"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + steps
        return date(months // 12, months % 12 + 1, 1), "month"
    return date(published.year + steps, 1, 1), "year"


def _weekday(match: re.Match[str], text: str, published: date) -> date:
    back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    which = (match["which_weekday"] or "").lower()
    if which == "next":
        return published + timedelta(days=7 - back)
    if which == "last" and back == 0:
        return published - timedelta(days=7)
    if back and which != "last" and _looks_ahead(match, text):
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def _nearest(match: re.Match[str], text: str, published: date, month: int, day: int) -> date | None:
    """Return the last such day up to publication; the next one where the sentence looks ahead."""
    this_year = _date(published.year, month, day)
    if this_year is None:
        return None
    before = this_year if this_year <= published else _date(published.year - 1, month, day)
    after = this_year if this_year > published else _date(published.year + 1, month, day)
    if _SINCE.search(text, max(0, match.start() - 60), match.start()):
        return before
    if after and _looks_ahead(match, text) and after - published < timedelta(days=300):
        return after
    return before


def _looks_ahead(match: re.Match[str], text: str) -> bool:
    """Say whether the words of the sentence before a date speak of what is to come."""
    start = max(0, match.start() - 300)
    opening = max(text.rfind(mark, start, match.start()) for mark in (". ", "\n", "“", '"'))
    return bool(_LOOKS_AHEAD.search(text, max(start, opening), match.start()))


def _is_month(match: re.Match[str], text: str) -> bool:
    return bool(_BEFORE_MONTH.search(text, max(0, match.start() - 15), match.start()))


def _is_year(match: re.Match[str], text: str) -> bool:
    return bool(_BEFORE_YEAR.search(text, max(0, match.start() - 15), match.start()))


def _month(name: str) -> int:
    return next(
        number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().strip(".")[:3])
    )


def _step(which: str) -> int:
    return {"last": -1, "this": 0, "next": 1}[which.lower()]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
