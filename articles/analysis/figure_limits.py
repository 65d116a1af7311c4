"""For which time a figure counts, as printed beside it.

"Since 2008, the UK has licensed arms worth £576 million"    scope "Since 2008"
"14 firefighters in 1994"                                    scope "in 1994"
"14 drivers in Leeds"                                        none: a place
"over 300 licenses still active as of May"                   the day it holds for: 1 May
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
_NEAR = 12
"""Characters between a keyword and its date; only "since" and "between" may name an event first."""


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
    printed = list(_LIMIT.finditer(text, sentence.start, sentence.end))
    after = [match for match in printed if match.start() >= quantity.end][:1]
    before = [match for match in printed if match.end() <= quantity.start or match.start() < quantity.start][
        -1:
    ]
    for match in after + before:
        inside = _within(dates, match.start(), match.end())
        if not inside or not (match["event"] or inside[0].start - match.end("keyword") <= _NEAR):
            continue
        between = sorted((quantity.start, quantity.end, match.start(), match.end()))[1:3]
        if quantities.find(text[between[0] : between[1]]):
            continue
        days = _within(resolved, inside[0].start, inside[0].end)
        if (match["keyword"] or "").lower() in {"as of", "as at"} and days:
            return None, days[0].value
        return text[match.start() : inside[-1].end], None
    return None, None


def _within(passages: Sequence[_P], start: int, end: int) -> list[_P]:
    found = []
    position = bisect_left(passages, start, key=lambda passage: passage.start)
    while position < len(passages) and passages[position].start < end:
        found.append(passages[position])
        position += 1
    return found
