"""For which time a figure counts, as printed beside it.

"Since 2008, the UK has licensed arms worth £576 million"    scope "Since 2008"
"14 firefighters in 1994"                                    scope "in 1994"
"14 drivers in Leeds"                                        none: a place
"over 300 licenses still active as of May"                   the day it holds for: 1 May
"500 clerks last year", "4% in the first quarter"            scope "last year", "in the first quarter"
"20 families a day"                                          scope "a day": the count of one
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from articles.analysis import quantities
from articles.analysis.dates import DateMention
from articles.analysis.passages import Passage

_P = TypeVar("_P", bound=Passage)

_LIMIT = re.compile(
    r"\b(?:(?P<event>(?i:since|between))\b[ \u00a0][^,;:()\n“”\"]{0,60}|"
    r"(?P<keyword>(?i:from|as of|as at|by|by the end of|during|through|until|in|in early|in late))[ \u00a0]"
    r"(?:the[ \u00a0](?:year|month|week)s?[ \u00a0](?:of[ \u00a0])?)?(?=[A-Z0-9])[^,;:()\n“”\"]{0,40})"
)
_SPAN = r"(?:day|week|month|quarter|year|decade)"
_COUNT = r"(?:few|several|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3})"
_PERIOD = re.compile(
    (
        rf"\b(?:so far this {_SPAN}|"
        r"(?:in|during|for|over) the (?:first|second|third|fourth|final|last) (?:quarter|half)|"
        rf"(?:(?:in|over|during|for|within) )?the (?:past|last|previous) (?:{_COUNT} )?{_SPAN}s?|"
        rf"over (?:the next )?(?:{_COUNT}|a) {_SPAN}s?|"
        r"(?:last|this|next) (?:month|quarter|year))\b(?!['’]s)"
    ).replace(" ", r"[ \u00a0]"),
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:[ \u00a0-][\w’'-]+){0,3}?[ \u00a0-]"
    r"((?:a|per|each|every)[ \u00a0-](?:second|minute|hour|day|night|week|month|year)|"
    r"daily|weekly|annually)\b"
    r"(?![ \u00a0](?:ago|later|earlier|after|before|old|since|from|when)\b)",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;:()\n“”\"]")
_NEAR = 12
"""Characters between a keyword and its date; only "since" and "between" may name an event first."""
_JOINED = 12
"""Characters between the two dates of one limit: "from October 2023 to May 2024"."""
_FARTHEST = 300
"""Characters of the sentence on either side of a number that are looked at."""


def limit(
    quantity: Passage,
    *,
    text: str,
    sentence: Passage,
    dates: Sequence[Passage],
    resolved: Sequence[DateMention],
) -> tuple[str | None, date | None]:
    """Return the printed limit of a count and the day it holds for; either may be None.

    ``dates`` are all dates printed in the text, ``resolved`` those whose day is known, both in order. The
    nearest limit after the number counts, else the nearest before it, unless another number lies between.
    """
    start = max(sentence.start, quantity.start - _FARTHEST)
    end = min(sentence.end, quantity.end + _FARTHEST)
    for match in _nearest(_LIMIT, text, quantity, start, end):
        inside = _within(dates, match.start(), match.end())
        if not inside or not (match["event"] or inside[0].start - match.end("keyword") <= _NEAR):
            continue
        if quantities.find(_gap(text, quantity, match)):
            continue
        days = _within(resolved, inside[0].start, inside[0].end)
        if (match["keyword"] or "").lower() in {"as of", "as at"} and days:
            return None, days[0].value
        return text[match.start() : _last_of_limit(inside).end], None
    if rate := _RATE.match(text, quantity.end, end):
        return rate[1], None
    return _period(text, quantity, sentence.start, start, end), None


def _last_of_limit(dates: Sequence[Passage]) -> Passage:
    """Return the last date of a limit; "in April from 3.9% in March" ends with its first."""
    last = dates[0]
    for date_after in dates[1:]:
        if date_after.start - last.end > _JOINED:
            break
        last = date_after
    return last


def per(scope: str | None) -> str | None:
    """Return the period that a rate is for: "day" for "a day", "daily" and "each day"; None for no rate."""
    rate = _RATE.fullmatch(f" {scope}") if scope else None
    if not rate:
        return None
    period = re.split(r"[ \u00a0-]", rate[1].lower())[-1]
    return {"daily": "day", "weekly": "week", "annually": "year"}.get(period, period)


def _nearest(
    pattern: re.Pattern[str], text: str, quantity: Passage, start: int, end: int
) -> list[re.Match[str]]:
    """Return the first match behind the number and the last one that begins before it."""
    printed = list(pattern.finditer(text, start, end))
    after = [match for match in printed if match.start() >= quantity.end][:1]
    return after + [match for match in printed if match.start() < quantity.start][-1:]


def _period(text: str, quantity: Passage, opening: int, start: int, end: int) -> str | None:
    """Return a period in the number's own clause, or one that opens its sentence."""
    for match in _nearest(_PERIOD, text, quantity, start, end):
        gap = _gap(text, quantity, match)
        opens = not text[opening : match.start()].strip()
        if (opens or not _APART.search(gap)) and not quantities.find(gap):
            return match.group()
    return None


def _gap(text: str, quantity: Passage, match: re.Match[str]) -> str:
    left, right = sorted((quantity.start, quantity.end, match.start(), match.end()))[1:3]
    return text[left:right]


def _within(passages: Sequence[_P], start: int, end: int) -> list[_P]:
    found = []
    position = bisect_left(passages, start, key=lambda passage: passage.start)
    while position < len(passages) and passages[position].start < end:
        found.append(passages[position])
        position += 1
    return found
