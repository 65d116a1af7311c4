"""Names that rules find where spaCy's small model errs: bracketed acronyms, long names of bodies, "Mr Smith".

"the Public and Commercial Services union (PCS)"   the name, and its acronym
"the Middle East and North Africa Department"       one name, not two
"Department for Business and Trade"                 one name
"""

import re
from collections.abc import Iterator

from articles.analysis.name_lexicon import BODY_WORDS, DAYS_AND_MONTHS, STORMS
from articles.analysis.word_lists import word_set

_CAP = r"(?:St\.|[A-Z](?:[\w’'&\-]|\.(?=\w))*)"
_HEADED = "|".join(
    sorted({word.capitalize() for word in BODY_WORDS} - {"Co", "Inc", "Front", "Force", "Post"})
)
_BODY_FIRST = re.compile(
    rf"\b(?:Department|Ministry|Office|Committee|Commission|Council|University|Bureau|Institute|Campaign|Bank|"
    rf"Court|Board|Association|Centre|Center|Federation|Union)(?: (?:of|for|on|against|Against)(?: the)?)"
    rf"(?: {_CAP})(?:(?:,? (?:and|of|&)| (?:and|of) the)? {_CAP}){{0,5}}"
)
_BODY_LAST = re.compile(
    rf"(?<=\b[Tt]he )(?:{_CAP} ){{1,4}}(?:and|&) (?:{_CAP} ){{0,4}}(?:{_HEADED}|union|party|department)\b"
)
_AFTER_ROLE = re.compile(
    rf"\b(?:director|executive|head|chair\w*|president|founder|spokes\w+|manager|member|analyst|campaigner|chief|"
    rf"researcher|fellow|co-?ordinator|secretary) (?:of|at|for|from|with) (?:the )?"
    rf"({_CAP} (?:on|for|against|Against|Without|without) {_CAP}(?: {_CAP}){{0,3}})"
)
_BRACKETED = re.compile(r"[(\[]([A-Z][A-Za-z&.]{1,9}[A-Z.]s?)[)\]]")
_DATELINE = re.compile(
    rf"(?:^|\n)[ \t]*({_CAP}(?: {_CAP}){{0,2}})[ ,]*\(({_CAP}(?: {_CAP}){{0,4}})\)[ \u00a0]?[-–—]"
)
STORM = re.compile(rf"\b(?:{'|'.join(sorted(STORMS))})[ \u00a0]$", re.IGNORECASE)
_BYLINE = re.compile(
    r"^[ \t]*(?:By|BY|by|Written by|Reporting by|Story by|Posted by|Photos? by)[ \u00a0](?=[A-Z])", re.M
)
_IN_BYLINES = word_set(
    "and for in of the at with special to staff writer correspondent reporter editor by on"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|piece)\b|reporting\b)|\breported from [A-Z]"
)
_SENTENCE_END = re.compile(r"(?<=[a-z]{2})[.!?][”\"’']?[ \u00a0]")
_TITLE = re.compile(r"^[^\n]{20,150}(?<![.,;:])$|(?<=[“\"])[^“”\"\n]{20,150}(?=[”\"])", re.M)
COURTESY_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Baroness|Baron|Rev)\.?[ \u00a0]"
    r"[A-Z][\w’'\-]+(?:[ \u00a0](?:[A-Z]\.|[A-Z][\w’'\-]+|(?:von|van|de|bin|al)(?= ))){0,3}"
)

Place = tuple[int, int]


def bracketed(text: str) -> Iterator[tuple[Place, Place]]:
    """Yield each name that is followed by its acronym in brackets, and the acronym."""
    for match in _BRACKETED.finditer(text):
        acronym = match.group(1)
        start = _expansion_start(text, match.start(), acronym.replace(".", "").rstrip("s"))
        if start is not None:
            yield (start, len(text[: match.start()].rstrip())), (match.start(1), match.end(1))


def bodies(text: str) -> Iterator[Place]:
    """Yield names with "and", "for" or "of" inside that begin or end with a word for a body."""
    for pattern in (_BODY_FIRST, _BODY_LAST):
        for match in pattern.finditer(text):
            if not DAYS_AND_MONTHS.intersection(match.group().casefold().split()) and not _are_two(
                match.group()
            ):
                yield match.start(), match.end()
    for match in _AFTER_ROLE.finditer(text):
        if not DAYS_AND_MONTHS.intersection(match.group(1).casefold().split()):
            yield match.start(1), match.end(1)


def _are_two(printed: str) -> bool:
    """Say whether "and" joins two bodies: "Justice Department and Federal Election Commission"."""
    first = re.split(r" (?:and|&) ", printed)[0].split()
    return first[-1].casefold() in BODY_WORDS - {"service", "services", "press"} or first[-1].isupper()


def datelines(text: str) -> Iterator[tuple[Place, Place]]:
    """Yield the town and the outlet of a dateline: "LONDON (Reuters) -"."""
    for match in _DATELINE.finditer(text):
        yield (match.start(1), match.end(1)), (match.start(2), match.end(2))


def bylines(text: str) -> Iterator[Place]:
    """Yield who wrote the article: a line "By Ann Lee, Staff Writer", "Bo Ek contributed to this report"."""
    for match in _BYLINE.finditer(text):
        end = _line_end(text, match.end())
        words = re.findall(r"[^\W\d_][\w’'\-]*", text[match.end() : end])
        if len(words) <= 15 and all(word[0].isupper() or word in _IN_BYLINES for word in words):
            yield match.start(), end
    for match in _CONTRIBUTED.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        sentences = [found.end() for found in _SENTENCE_END.finditer(text, line, match.start())]
        yield sentences[-1] if sentences else line, match.end()


def headlines(text: str) -> Iterator[Place]:
    """Yield lines and quoted titles of five words and more in which every longer word has a capital."""
    for match in _TITLE.finditer(text):
        words = re.findall(r"[^\W\d_][\w’'\-]*", match.group())
        long = [word for word in words if len(word) > 3]
        is_list = match.group().count(",") > 1
        if len(words) >= 5 and len(long) >= 4 and not is_list and all(word[0].isupper() for word in long):
            yield match.start(), match.end()


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _expansion_start(text: str, end: int, acronym: str) -> int | None:
    """Return where the words begin whose initials make a bracketed acronym, None where they are not there."""
    line_start = max(text.rfind("\n", 0, end), text.rfind(". ", 0, end) + 1, end - 120, -1) + 1
    listed = list(re.finditer(r"[^\W\d_][\w’'.]*", text[line_start:end]))[-2 * len(acronym) - 3 :]
    for first in reversed(range(len(listed))):
        if listed[first].group()[0] != acronym[0]:
            continue
        phrase = [word.group() for word in listed[first:]]
        if _spells(acronym, phrase) and sum(word[0].isupper() for word in phrase) >= 2:
            return line_start + listed[first].start()
    return None


def _spells(acronym: str, phrase: list[str]) -> bool:
    """Say whether the acronym's letters are the words' initials; small words and a last one may lack."""
    letters = acronym.upper()
    position = 0
    for word in phrase:
        if position < len(letters) and word[0].upper() == letters[position]:
            position += 1
            for char in word[1:]:
                if position < len(letters) and char.isupper() and char == letters[position]:
                    position += 1
        elif word[0].isupper() and word != phrase[-1]:
            return False
    return position == len(letters)
