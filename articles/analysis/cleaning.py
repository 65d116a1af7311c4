"""What in a text is not the article: front matter, navigation, teasers, source lines, pull-quotes.

     date 2024-08-19 A diplomat has resigned …     the date is front matter, the rest is the article
    Skip to main content                           navigation
    READ MORE: Anger at meeting                    a teaser
    Source: qudsnen.                               a source line
    There is no justification for the sales        a pull-quote, when a quotation of the article prints it too

Nothing is deleted. What is omitted stays in the text and is blanked for the steps that read on.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from articles.analysis.boilerplate import printed_reason
from articles.analysis.passages import Passage, normalised_words, paragraphs

Reason = Literal["navigation", "teaser", "source line", "pull-quote", "front matter"]

_FRONT_MATTER = re.compile(r"\s*date[ \t:]+(\d{4}-\d{2}-\d{2})\b[ \t]*")
_MARK = re.compile(r"[\"“”„«»]|(?<!\w)['‘]|['’](?!\w)")
_DOUBLE_MARK = re.compile('["“”„«»]')
_ENDINGS = frozenset(".!?…:;,\"”’'»)]")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")

_PULL_QUOTE_WORDS = 5
"""Fewer words than these may come back in an article by chance."""

_HEADLINE_WORDS = 7
"""A shorter line without a full stop may be the article's own subheading, byline or caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission(Passage):
    """A passage that the later steps do not read, and why. It is marked, never deleted."""

    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text's omitted passages in order, and the publication date its front matter gives."""

    omitted: tuple[Omission, ...]
    published: date | None


def clean(text: str) -> Cleaned:
    """Find the passages to leave out, and the date of the front matter. The text itself is not changed."""
    front, published = _front_matter(text)
    body = paragraphs(blank(text, front))
    words = {paragraph: normalised_words(text, paragraph) for paragraph in body}
    repeated = _pull_quotes(text, words)
    headlines = _other_headlines(text, words)
    omitted = list(front)
    for paragraph in body:
        reason: Reason | None = printed_reason(paragraph.of(text))
        if paragraph in repeated:
            reason = "pull-quote"
        elif reason is None and paragraph in headlines:
            reason = "teaser"
        if reason:
            omitted.append(Omission(start=paragraph.start, end=paragraph.end, reason=reason))
    return Cleaned(omitted=tuple(omitted), published=published)


def blank(text: str, omitted: Sequence[Passage], *, filler: str = " ") -> str:
    """Return the text with the omitted passages replaced by spaces, or a filler, so that every offset stays.

    Line breaks are kept, for they separate paragraphs.
    """
    parts, done = [], 0
    for passage in sorted(omitted, key=lambda one: one.start):
        parts += [
            text[done : passage.start],
            re.sub(r"\S", filler, text[max(done, passage.start) : passage.end]),
        ]
        done = max(done, passage.end)
    return "".join([*parts, text[done:]])


def _front_matter(text: str) -> tuple[list[Omission], date | None]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return [], None
    try:
        published = date.fromisoformat(match[1])
    except ValueError:
        return [], None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return [Omission(start=start, end=match.end(1), reason="front matter")], published


def _pull_quotes(text: str, body: Mapping[Passage, Sequence[str]]) -> set[Passage]:
    """Find the paragraphs without marks whose words a paragraph with marks prints in the same order."""
    marked = {paragraph for paragraph in body if _MARK.search(paragraph.of(text))}
    words = [word for paragraph in body if paragraph in marked for word in body[paragraph]]
    places = defaultdict(list)
    for place in range(len(words) - _PULL_QUOTE_WORDS + 1):
        places[tuple(words[place : place + _PULL_QUOTE_WORDS])].append(place)
    found = set()
    for paragraph in body.keys() - marked:
        run = body[paragraph]
        # Three places are enough: a phrase that opens more sentences than that is a refrain.
        starts = places.get(tuple(run[:_PULL_QUOTE_WORDS]), [])[:3]
        if any(words[place : place + len(run)] == run for place in starts):
            found.add(paragraph)
    return found


def _other_headlines(text: str, body: Mapping[Passage, Sequence[str]]) -> set[Passage]:
    """Find headlines of other stories: a lone line between sentences that names somebody met nowhere else."""
    counts = Counter(word for words in body.values() for word in words)
    lines = list(body)
    return {
        line
        for before, line, after in zip(lines[1:], lines[2:], lines[3:], strict=False)
        if _is_unended(text, line)
        and not _DOUBLE_MARK.search(text, line.start, line.end)
        and not (_is_unended(text, before) or _is_unended(text, after))
        and len(body[line]) >= _HEADLINE_WORDS
        and _names_a_stranger(text, line, own=Counter(body[line]), counts=counts)
    }


def _is_unended(text: str, paragraph: Passage) -> bool:
    return text[paragraph.end - 1] not in _ENDINGS


def _names_a_stranger(text: str, line: Passage, *, own: Counter[str], counts: Counter[str]) -> bool:
    """Say whether a name stands in a line, whose ``own`` words are given, and nowhere else in the article."""
    names = [
        Passage(start=name.start(), end=name.end()) for name in _NAME.finditer(text, line.start, line.end)
    ]
    return any(all(counts[word] == own[word] for word in normalised_words(text, name)) for name in names)
