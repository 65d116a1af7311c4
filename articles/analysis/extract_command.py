"""``python -m articles.analysis extract``: articles in, their quotes out, one JSON object a line.

    {"id": "a1", "text": "“We won,” said Mark Smith."}
becomes
    {"id": "a1", "quotes": [{"start": 0, "end": 9, "text": "“We won,”", "type": "direct",
      "speaker": "Mark Smith", "speaker_start": 15, "speaker_end": 25, "cue": "said", "review": false}]}

Offsets are Unicode code points into the text. A speaker whom the text does not name is given as printed, and
``review`` is set. A text in another language than English has no quotes, and its answer says which:
``"language": "fr"``. A line that cannot be read is named on standard error, the others go through, and the
exit code is 1.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from itertools import count
from typing import Any, TextIO

from articles.analysis import nlp
from articles.analysis.languages import ENGLISH
from articles.analysis.pipeline import Extract, extract
from articles.analysis.quotes import Quote

_CHUNK = 1 << 17
"""The most bytes taken from the input at once: some thirty articles, which are read together."""

_LONGEST_LINE = 20_000_000
"""The most bytes of a line: room for the longest text with each of its characters escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    id: str | int
    text: str


def run(articles: BufferedIOBase, answers: TextIO, errors: TextIO) -> int:
    """Write the quotes of each article as soon as it is read. Returns 1 when any line was bad, else 0."""
    exit_code = 0
    numbers = count(1)
    for lines in _arriving(articles):
        good: list[_Article] = []
        for line, number in zip(lines, numbers, strict=False):
            try:
                good += [_article(line)] if line.strip() else []
            except ValueError as error:
                print(f"line {number}: {error}", file=errors)
                exit_code = 1
        for article, read in zip(good, extract([article.text for article in good]), strict=True):
            print(json.dumps(_answer(article, read), ensure_ascii=False), file=answers)
        answers.flush()
    return exit_code


def _arriving(articles: BufferedIOBase) -> Iterator[list[bytes]]:
    """Yield the lines as they arrive, together where they arrive together, cut where they are too long."""
    begun, size = [b""], 0
    while chunk := articles.read1(_CHUNK):
        *ended, rest = chunk.split(b"\n")
        if ended:
            yield [b"".join([*begun, ended[0]]), *ended[1:]]
            begun, size = [], 0
        begun.append(rest[: _LONGEST_LINE + 1 - size])
        size += len(begun[-1])
    yield [b"".join(begun)]


def _article(line: bytes) -> _Article:
    """Read one line. Raises ValueError, with what is wrong in words, for a bad one."""
    if len(line) > _LONGEST_LINE:
        raise ValueError(
            f"This line is longer than {_LONGEST_LINE:,} bytes. Put each article on a line of its own."
        )
    try:
        article = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("This is not UTF-8.") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"This is not JSON: {error}.") from error
    if not isinstance(article, dict):
        raise ValueError("A line needs to be a JSON object.")
    if not isinstance(article.get("id"), str | int):
        raise ValueError('The field "id" is missing, or neither a string nor a whole number.')
    if not isinstance(article.get("text"), str):
        raise ValueError('The field "text" is missing or not a string.')
    nlp.check(article["text"])
    return _Article(id=article["id"], text=article["text"])


def _answer(article: _Article, read: Extract) -> dict[str, Any]:
    answer = {"id": article.id, "quotes": [_quote(article.text, quote) for quote in read.quotes]}
    return answer if read.language == ENGLISH else {**answer, "language": read.language}


def _quote(text: str, quote: Quote) -> dict[str, Any]:
    at = quote.speaker_at
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.of(text),
        "type": quote.type,
        "speaker": quote.speaker or quote.speaker_as_printed,
        "speaker_start": at.start if at else None,
        "speaker_end": at.end if at else None,
        "cue": quote.cue,
        "review": quote.review,
    }
