"""Where the machine asks a human to look, in words that can be found on the page.

never closed     “We shut the depots before the …     paragraph 3
closes nothing   … depots before the summer,”         paragraph 7
"""

from bisect import bisect_right
from dataclasses import dataclass

from articles.analysis.passages import paragraphs
from articles.models import Revision
from articles.models.values import warnings_from_json

_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnedPlace:
    """What is wrong, the words there as printed, and their paragraph, counted from 1."""

    message: str
    words: str
    paragraph: int


def warned_places(revision: Revision) -> tuple[WarnedPlace, ...]:
    """Return the places of a revision that the machine stumbled over, in the order of the text."""
    found = paragraphs(revision.text)
    starts = [paragraph.start for paragraph in found]
    places = []
    for warning in warnings_from_json(revision.analysis):
        number = bisect_right(starts, warning.start)
        paragraph = found[number - 1]
        before = revision.text[paragraph.start : warning.end]
        after = revision.text[warning.start : max(warning.end, paragraph.end)]
        # A mark that stands against the word before it is looked for from there.
        ends_words = warning.start > paragraph.start and not revision.text[warning.start - 1].isspace()
        words = _last_words(before) if ends_words else _first_words(after)
        places.append(WarnedPlace(message=warning.message, words=words, paragraph=number))
    return tuple(places)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _last_words(text: str) -> str:
    words = text.split()
    return ("… " if len(words) > _WORDS else "") + " ".join(words[-_WORDS:])
