"""``python -m articles.analysis extract``: articles in, their quotes out, one JSON object a line.

    {"id": "a1", "text": "“We won,” said Mark Smith."}
becomes
    {"id": "a1", "quotes": [{"start": 0, "end": 9, "text": "“We won,”", "type": "direct",
      "speaker": "Mark Smith", "speaker_start": 15, "speaker_end": 25, "cue": "said", "review": false}]}

Offsets are Unicode code points into the text. A text in another language than English has no quotes, and its
answer says which: ``"language": "fr"``. A line that cannot be read is named on standard error, the
others go through, and the exit code is 1.
"""

import json
from typing import Any, BinaryIO, TextIO

from articles.analysis.languages import ENGLISH
from articles.analysis.pipeline import analyse
from articles.analysis.quotes import Quote


def run(articles: BinaryIO, answers: TextIO, errors: TextIO) -> int:
    """Write the quotes of each article as soon as it is read. Returns 1 when any line was bad, else 0."""
    exit_code = 0
    for number, line in enumerate(articles, start=1):
        if not line.strip():
            continue
        try:
            answer = _answer(line)
        except ValueError as error:
            print(f"line {number}: {error}", file=errors)
            exit_code = 1
        else:
            print(json.dumps(answer, ensure_ascii=False), file=answers, flush=True)
    return exit_code


def _answer(line: bytes) -> dict[str, Any]:
    """Read one line and analyse its text. Raises ValueError, with what is wrong in words, for a bad line."""
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
    text = article["text"]
    analysis = analyse(text)
    answer = {"id": article["id"], "quotes": [_quote(text, quote) for quote in analysis.quotes]}
    return answer if analysis.language == ENGLISH else {**answer, "language": analysis.language}


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
