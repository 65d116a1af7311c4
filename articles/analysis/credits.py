"""Where a text itself says that it comes from: an agency's mark, or the outlet that it was taken over from.

    LONDON (Reuters) - The minister resigned …               Reuters' copy, by its dateline
    By ANN LEE, Associated Press                             AP's, by its byline
    (Reporting by Ann Lee; Editing by Jo Bo)                 Reuters', where the text names Reuters
    Associated Press writer Ann Lee contributed …            AP's, by how the agency ends its reports
    © 2024 AFP                                               AFP's, by its copyright
    This article originally appeared in The Harbour Post.    The Harbour Post's, republished
    Source: AFP                                              AFP's, by its source line
    … he told AFP.                                           in part AFP's: what was said to it
    The Associated Press contributed to this report.         in part AP's

A credit that names the outlet itself is none, and neither is a photograph's ("AFP via Getty Images"). What an
agency is said to have reported ("according to Reuters") is cited, not copied.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from articles.analysis.agencies import PRINTED, agency, is_same
from articles.analysis.passages import Passage, paragraphs

Basis = Literal[
    "dateline", "byline", "trailer", "copyright", "republished", "source line", "contribution", "told"
]

_FIRST = 10
"""A dateline or byline stands in one of so many paragraphs; captions and headlines may come before it."""

_LAST = 8
"""A trailer, source or copyright line stands in one of so many paragraphs from the end; links may follow."""

_WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w))*"
_NAME = rf"{_WORD}(?:\ (?:(?:of|the|and|for)\ )?{_WORD}){{0,5}}"
_PRESS = (
    r"(?:News|Press|Agency|Network|Service|Wire|Media|Times|Post|Tribune|Herald|Journal|Guardian|Telegraph)"
)

_DATELINE = re.compile(rf"(?:[A-Z][^()\n.!?]*(?:\.[^()\n.!?]{{0,30}}){{0,3}})?\((?P<name>{_NAME})\)\s*[-–—]+")
_DATELINE_REACH = 100
_AT_END_OF_NAME = re.compile(rf"\b{_PRESS}$")
_BYLINE = re.compile(
    rf"(?:By\s+[^\n]{{2,80}},\s+|By\s+|via\s+)?(?P<name>{PRINTED})(?:\s+(?:reporter|writer|staff)s?)?"
)
_REUTERS_TRAILER = re.compile(r"\(?Reporting by\b[^\n]{2,300};\s*(?:\w+\s){0,3}editing by\b", re.IGNORECASE)
_REUTERS = re.compile(r"\bReuters\b")
_TRAILER = re.compile(
    rf"\b(?P<name>{PRINTED})\s+(?:[\w-]+\s+){{0,3}}(?:writer|reporter|journalist|correspondent|editor)s?\b"
    r"[^\n]{0,300}\b(?:contributed|reported)\b"
)
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright)[\s\d,©–-]{{0,20}}(?:by\s+)?(?P<name>{PRINTED})\b", re.IGNORECASE
)
_REPUBLISHED = re.compile(
    r"(?:(?:originally|first)\s+(?:appeared|published|posted|reported)|(?:re)?published\s+(?:with|by)\s+(?:the\s+)?"
    r"(?:kind\s+)?permission|(?:republished|reproduced|reprinted|syndicated))"
    rf"\s+(?:in|on|at|by|from|of)\s+(?:the\s+website\s+of\s+)?(?P<name>(?:[Tt]he\s+)?{_NAME})"
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:this|the)\s+(?:article|story|report|piece)\b|^\W*(?:re|originally|first)", re.IGNORECASE
)
_SOURCE_LINE = re.compile(r"\(?(?:Source|SOURCE)\s*:\s*(?P<name>[^\n,;/|]{2,60}?)[\s.)]*")
_CONTRIBUTION = re.compile(
    rf"\b(?P<name>{PRINTED})\b[^\n]{{0,80}}\bcontributed\s+(?:reporting\s+)?to\s+this\b"
    rf"|\b(?:[Cc]ontributing|(?:[Ww]ith|[Aa]dditional)\s+reporting\s+(?:by|from))\s*:?\s[^\n]{{0,120}}?\b(?P<other>{PRINTED})\b",
)
_TOLD = re.compile(rf"\b(?:told|interview\s+with)\s+(?P<name>(?:the\s+)?(?:{PRINTED}))\b(?!\s+Photo)")
_CAPTION = re.compile(r"\b(?:photo(?:graph)?(?:er|s)?|image|picture|getty|caption|file)\b", re.IGNORECASE)
_RELEASE = re.compile(
    r"/PRNewswire/|\(BUSINESS WIRE\)|\(GLOBE NEWSWIRE\)|^\W*(?:press release|for immediate release)\b",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Passage):
    """The words of a text that name its source. ``whole`` tells that all of it is the source's, not a part.

    ``is_agency`` tells that the source is a news agency; its name is then the usual one.
    """

    source: str
    basis: Basis
    whole: bool
    is_agency: bool


def credit_of(text: str, *, outlet: str) -> Credit | None:
    """Return what a text says of its source: the first credit for the whole of it, else for a part."""
    found = [credit for credit in _credits(text) if not is_same(outlet, credit.source)]
    return min(found, key=lambda credit: not credit.whole, default=None)


def is_release(text: str) -> bool:
    """Say whether a text calls itself a press release: whoever reprints it copies no outlet."""
    return _RELEASE.search(text[:3000]) is not None


def _credits(text: str) -> Iterator[Credit]:
    lines = paragraphs(text)
    for line in lines[:_FIRST]:
        yield from _of_opening(text, line)
    for line in lines[-_LAST:]:
        yield from _of_ending(text, line)
    for line in lines[-_LAST:]:
        yield from _contributions(text, line)
    for told in _TOLD.finditer(text):
        yield _credit(told, told["name"], basis="told", whole=False)


def _of_opening(text: str, line: Passage) -> Iterator[Credit]:
    reach = min(line.end, line.start + _DATELINE_REACH)
    dateline = _DATELINE.match(text, line.start, reach)
    if dateline and (agency(dateline["name"]) or _AT_END_OF_NAME.search(dateline["name"])):
        yield _credit(dateline, dateline["name"], basis="dateline")
    if byline := _BYLINE.fullmatch(text, line.start, line.end):
        yield _credit(byline, byline["name"], basis="byline")


def _of_ending(text: str, line: Passage) -> Iterator[Credit]:
    printed = line.of(text)
    if _CAPTION.search(printed):
        return
    if (trailer := _REUTERS_TRAILER.search(text, line.start, line.end)) and _REUTERS.search(text):
        yield _credit(trailer, "Reuters", basis="trailer")
    if trailer := _TRAILER.search(text, line.start, line.end):
        yield _credit(trailer, trailer["name"], basis="trailer")
    if owned := _COPYRIGHT.search(text, line.start, line.end):
        yield _credit(owned, owned["name"], basis="copyright")
    if (taken := _REPUBLISHED.search(text, line.start, line.end)) and _ABOUT_ITSELF.search(printed):
        yield _credit(taken, taken["name"], basis="republished")
    if source := _SOURCE_LINE.fullmatch(text, line.start, line.end):
        # Whose name is no agency's may be the source of one figure.
        yield _credit(source, source["name"], basis="source line", whole=agency(source["name"]) is not None)


def _contributions(text: str, line: Passage) -> Iterator[Credit]:
    if named := _CONTRIBUTION.search(text, line.start, line.end):
        yield _credit(named, named["name"] or named["other"], basis="contribution", whole=False)


def _credit(found: re.Match[str], name: str, *, basis: Basis, whole: bool = True) -> Credit:
    usual = agency(name)
    return Credit(
        start=found.start(),
        end=found.end(),
        source=usual or name.strip(),
        basis=basis,
        whole=whole,
        is_agency=usual is not None,
    )
