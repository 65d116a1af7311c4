"""Posts on social media as pages carry them over: the words, then who posted them.

    We won! pic.twitter.com/x — Ann Lee (@annlee) June 29, 2016      We won!, by Ann Lee
    We won! ⏎ — Ann Lee (@annlee) June 29, 2016                      so is this
    <tweet author="@annlee">We won!</tweet>                          by @annlee
    Lee tweeted: ⏎ We won!                                           by whom the sentence before tells

    “We won!” ⏎ — Ann Lee (@annlee)                                  nothing: marks tell where it stands

A link behind the words is no part of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from articles.analysis.passages import Passage
from articles.analysis.unmarked_words import UnmarkedWords

_TAG = re.compile(
    r"<tweet\b(?:[^<>]{0,200}?\bauthor=[\"“”](?P<author>@?\w{1,30}))?[^<>]{0,200}>(?P<words>[^<>]+)"
)
_SIGNATURE = re.compile(
    r"(?<![^\s.!?…”\"])[—–-]{1,2}\s?(?P<author>[^\W\d_][^—–\n()]{1,50}?)\s?\(@\w{1,30}\)[\w\s,:·|]{0,40}\.?$"
)
_ANNOUNCEMENT = re.compile(
    r"\b(?:tweet(?:s|ed)?|(?:wrote|writes|posted|posts|said|says|replied|responded|added)\b[^.!?\n]{0,60}"
    r"\bon\ (?:Twitter|X|Facebook|Instagram|Truth\ Social|social\ media))\b[^.!?\n]{0,40}:$"
)
_LINK = re.compile(r"\s*\b(?:https?://|pic\.twitter\.com/)\S+$")
_DOUBLE_MARK = re.compile('["“”„«»]')
_WINDOW = 160
"""The most characters of a signature, and of what announces a post."""


def find(text: str, body: Sequence[Passage]) -> Iterator[UnmarkedWords]:
    """Yield the posts among the paragraphs of a text, in printed order."""
    announced = False
    for paragraph, following in zip_longest(body, body[1:]):
        tag = _TAG.match(text, paragraph.start, paragraph.end)
        start, end = tag.span("words") if tag else (paragraph.start, paragraph.end)
        signature = _signature(text, start, end) or (following and _signature_line(text, following))
        author = signature or (tag if tag and tag["author"] else None)
        words = _words(text, start, min(end, signature.start()) if signature else end)
        if words and (author or announced):
            by = Passage(start=author.start("author"), end=author.end("author")) if author else None
            yield UnmarkedWords(words=(words,), speaker_at=by)
        announced = bool(_ANNOUNCEMENT.search(text, max(start, end - _WINDOW), end))


def _signature(text: str, start: int, end: int) -> re.Match[str] | None:
    return _SIGNATURE.search(text, max(start, end - _WINDOW), end)


def _signature_line(text: str, line: Passage) -> re.Match[str] | None:
    """Return the signature that fills a line of its own."""
    return _SIGNATURE.match(text, line.start, line.end)


def _words(text: str, start: int, end: int) -> Passage | None:
    """Return what was posted, without links, where it is not found by its quotation marks."""
    printed = text[start:end].rstrip()
    while link := _LINK.search(printed, max(0, len(printed) - _WINDOW)):
        printed = printed[: link.start()].rstrip()
    left = len(printed) - len(printed.lstrip())
    if not printed.strip() or _DOUBLE_MARK.match(printed.strip()):
        return None
    return Passage(start=start + left, end=start + len(printed))
