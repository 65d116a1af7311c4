"""A .jsonl file: an article a line, of one story or of many.

    {"story": "Vote on Gaza", "outlet": "BBC", "text": "…", "published": "2024-08-18", "id": "bbc-1"}

Each line is an article; the keys are those of a manifest's [[article]] with ``text``, ``story`` and ``id`` in
place of ``file``. A bad line is a problem of its own and stops no other.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from articles.services.incoming.decoding import Undecodable, decode
from articles.services.incoming.delivery import (
    Delivery,
    Incoming,
    Problem,
    StoryName,
    UnreadableDelivery,
)
from articles.services.incoming.entries import LineEntry, explain
from articles.services.revise_article import UnusableText, check_text, hash_of


def read_json_lines(file: Path, *, story: str = "", outlet: str = "") -> Delivery:
    """Return the file's articles. ``story`` and ``outlet`` stand in where a line names none."""
    try:
        decoded = decode(file.read_bytes())
    except Undecodable as error:
        raise UnreadableDelivery(f"{file}: {error} {error.remedy}") from error
    articles: list[Incoming] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], str] = {}
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{file.name}, line {number}"
        found = _article(line, place=place, defaults={"story": story, "outlet": outlet})
        if isinstance(found, Incoming):
            key = (found.story.title, found.facts.source)
            if key in seen:
                found = Problem(
                    place=place,
                    reason=f"It is the same article as {seen[key]}.",
                    remedy="Strike one of the two, or give each an id of its own.",
                )
            seen.setdefault(key, place)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles.append(found)
    notes = (f"{file.name}: {decoded.warning}",) if decoded.warning else ()
    return Delivery(articles=tuple(articles), problems=tuple(problems), notes=notes)


def _article(line: str, *, place: str, defaults: dict[str, str]) -> Incoming | Problem:
    try:
        entry = LineEntry.model_validate(_with_defaults(json.loads(line), defaults))
        check_text(entry.text)
    except (json.JSONDecodeError, RecursionError) as error:
        return Problem(place=place, reason=f"No valid JSON: {error}.", remedy="Write one JSON object a line.")
    except UnusableText as error:
        return Problem(place=place, reason=str(error), remedy="Correct the line's text.")
    except ValidationError as error:
        return Problem(place=place, reason=f"{explain(error, entry=LineEntry)}.", remedy="Correct the line.")
    return Incoming(
        place=place,
        text=entry.text,
        story=StoryName(title=entry.story),
        facts=entry.facts(source=_source(entry)),
    )


def _with_defaults(value: Any, defaults: dict[str, str]) -> Any:
    """Let a key that is null or not there take its default. What is no object stays what it is."""
    if not isinstance(value, dict):
        return value
    given = {key: its_value for key, its_value in value.items() if its_value is not None}
    return {key: its_value for key, its_value in defaults.items() if its_value} | given


def _source(entry: LineEntry) -> str:
    """Return what the article is known by when it comes again."""
    return entry.id or entry.url[:500] or f"text {hash_of(entry.text)[:16]}"
