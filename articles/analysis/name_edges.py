"""Where a name begins and ends inside a stretch that holds one and more.

"the Foreign Office"                    -> "Foreign Office"; but "New Haven" is whole
"Smith’s"                               -> "Smith"
"Vox's Radhika Viswanathan"             -> "Radhika Viswanathan"
"Dunmore’s Harbour Police" in Dunmore   -> "Harbour Police"; but "St George’s Hospital" is whole
"SpaceX CEO", "IRS Commissioner"        -> "SpaceX", "IRS"; but "Peter King" is whole
"Obama Tuesday", "Associated Press and" -> "Obama", "Associated Press"
"Berry, Lee"                            -> "Berry"; but "Bureau of Alcohol, Tobacco and Firearms" is whole
"Dunmore REUTERS A crew"                -> "Dunmore"
"""

import re

from articles.analysis import aliases, person_names
from articles.analysis.name_lexicon import BODY_WORDS, DAYS_AND_MONTHS, NOT_NAMES
from articles.analysis.word_lists import word_set

_EDGE = " \t\r\n\u00a0\u200b\"“”‘’'`´«».,;:!?()[]{}<>*•|/\\-–—_#@&…"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OWNER = re.compile(r"^.*(?:['’]s|s['’])[ \u00a0](?=[A-Z])")
_LEADING = re.compile(
    r"^(?:[Tt]he|THE|[Aa]n?|[Tt]h(?:is|at)|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Mm]y|[Tt]heir|[Ff]ormer|[Tt]hen|[Ee]x"
    r"|late|new)[\s-]+"
)
_TRAILING = re.compile(r"[ \u00a0](?:and|of|the|for|in|at|to|on|or|by|Replay|Facebook|Twitter)$")
_TRAILING_BRACKET = re.compile(r"\s*[(\[][^)\]]*$")
_ENDS_IN_STOP = re.compile(r"(?:^|[^\w])(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Corp|Co|St)\.$")
_NEXT = re.compile(
    r"[ \u00a0](?:REUTERS|AFP|AP|Getty)\b|[ \u00a0][@#]|(?<=[a-z]{3})\.[ \u00a0]"
    r"|,[ \u00a0](?!Jr\b|Sr\b|Inc\b|Ltd\b|LLC\b|D\.?C\b|.*[ \u00a0](?:and|&)[ \u00a0])"
)
"""Where something else begins: a credit, an account, a sentence, the next name of a list."""

_DAYS = DAYS_AND_MONTHS - word_set("may april june august march")
"""Days and months but for those that are also names: Theresa May."""

_COURTESY_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?[ \u00a0]$")
_OFFICES_AT_END = person_names.OFFICES - word_set(
    "house senate state home foreign defence defense king prince queen judge bishop pope major marshal "
    "justice cardinal constable"
) | word_set("editor administrator commissioner coroner author reporter photographer correspondent columnist")
"""What may follow a name as its holder's office; neither bodies nor what is a surname as well."""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take quotation marks, articles, possessives, days and stray words off both ends of a stretch."""
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE and not _ENDS_IN_STOP.search(text[start:end]):
            end -= 1
        for ending in (_POSSESSIVE, _TRAILING_BRACKET, _TRAILING):
            if found := ending.search(text[start:end]):
                end = start + found.start()
        if leading := _LEADING.match(text[start:end]):
            start += leading.end()
        last = text[start:end].split()[-1:]
        if last and text[start:end] != last[0] and last[0].casefold() in _DAYS:
            end -= len(last[0])
        if (start, end) == before:
            return start, end


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the name in a stretch begins and ends; both are one where nothing is left of it."""
    start, end = trimmed(text, start, end)
    if aliases.lookup(text[start:end]):
        return start, end
    if following := _NEXT.search(text[start:end]):
        start, end = trimmed(text, start, start + following.start())
    return _without_office_at_end(text, *_without_owner(text, start, end))


def with_courtesy(text: str, start: int, end: int) -> int:
    """Return where a person's name begins: after the offices, with the last courtesy title before it."""
    start = _after_office(text, start, end)
    before = _COURTESY_BEFORE.search(text[max(0, start - 8) : start])
    return start - len(before.group()) if before else start


def _without_owner(text: str, start: int, end: int) -> tuple[int, int]:
    """Keep the name of "Vox's Jo Bloggs" and the owner of "Obama's Cabinet", but all of "Lloyd's Bank"."""
    owner = _OWNER.match(text[start:end])
    if owner is None:
        return start, end
    name = text[start : start + owner.end()]
    owned = text[start + owner.end() : end].split()
    if len(owned) >= 2 and (owned[-1].casefold() not in BODY_WORDS or _stands_alone(name, text)):
        return start + owner.end(), end
    if len(owned) == 1 and _owns(name, owned[0].casefold(), text):
        return trimmed(text, start, start + owner.end())
    return start, end


def _owns(name: str, owned: str, text: str) -> bool:
    """Say whether one word behind a possessive is no part of a name: "St George’s Hospital" is one."""
    if " " not in name.strip():
        return owned in NOT_NAMES
    return owned not in BODY_WORDS or _stands_alone(name, text)


def _stands_alone(owner: str, text: str) -> bool:
    """Say whether an owner is a name by itself: well known, or printed elsewhere without its possessive."""
    name = re.sub(r"['’]s?\s*$", "", owner.strip())
    elsewhere = re.compile(rf"(?<![\w’'-]){re.escape(name)}(?![\w’'-])")
    return bool(aliases.lookup(name) or elsewhere.search(text))


def _without_office_at_end(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out an office at the end and the first of two: "SpaceX CEO", "Central or South America"."""
    printed = list(re.finditer(r"\S+", text[start:end]))
    while len(printed) > 1 and printed[-1].group().strip(".,").casefold() in _OFFICES_AT_END:
        printed.pop()
    for position, word in enumerate(printed[1:-1], 1):
        if word.group() in {"or", "to"}:
            printed = printed[position + 1 :]
            break
    return (start + printed[0].start(), start + printed[-1].end()) if printed else (start, start)


def _after_office(text: str, start: int, end: int) -> int:
    """Return where a name begins after its offices, the last courtesy title kept: "Chief Dr Jo Bloggs"."""
    places = [match.start() for match in re.finditer(r"\S+", text[start:end])]
    printed = text[start:end].split()
    kept = len(printed) - len(person_names.without_titles(printed))
    if kept and printed[kept - 1].strip(".").casefold() in person_names.COURTESY:
        kept -= 1
    return start + places[kept]
