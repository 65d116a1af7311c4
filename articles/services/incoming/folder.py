"""A folder of texts, with a manifest that says who published them or without one.

    seeds/manifest.toml, 000.txt, 001.txt     the manifest names the story and each file's outlet
    reports/bbc.txt, the-guardian.txt         no manifest: one story for all, outlets named by the files

A file that cannot be taken is a problem of its own and stops no other.
"""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from articles.services.add_article import ArticleFacts
from articles.services.incoming.decoding import Undecodable, decode
from articles.services.incoming.delivery import (
    Delivery,
    Incoming,
    Problem,
    StoryName,
    UnreadableDelivery,
)
from articles.services.incoming.entries import ManifestEntry, StoryEntry, explain

MANIFEST = "manifest.toml"


def read_manifest_folder(folder: Path) -> Delivery:
    """Return what the folder's manifest lists. Raises UnreadableDelivery where nothing can be taken."""
    manifest = _parsed(folder / MANIFEST)
    story, problems = _story(manifest)
    tables = manifest.get("article")
    if not isinstance(tables, list) or not tables:
        raise UnreadableDelivery(f"{MANIFEST} lists no article. Write an [[article]] table for each file.")
    articles = []
    listed: set[Path] = set()
    for number, table in enumerate(tables, start=1):
        found = _listed_article(table, number=number, folder=folder, story=story, listed=listed)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles.append(found)
    return Delivery(
        articles=tuple(articles), problems=tuple(problems), notes=_not_listed(folder, listed, tables)
    )


def read_plain_folder(folder: Path, *, story: str, outlet: str) -> Delivery:
    """Return the folder's .txt files as one story's articles.

    Without an ``outlet`` each file is named for its own: the-guardian.txt is by "the guardian".
    """
    files = sorted(file for file in folder.glob("*.txt") if not file.name.startswith("."))
    if not files:
        raise UnreadableDelivery(
            f"{folder} holds no {MANIFEST} and no .txt file. Name a folder that does, or a .jsonl file."
        )
    return read_texts(files, story=story, outlet=outlet)


def read_texts(files: list[Path], *, story: str, outlet: str) -> Delivery:
    """Return text files as one story's articles, with outlets as in ``read_plain_folder``."""
    articles = []
    problems = []
    for file in files:
        facts = ArticleFacts(
            outlet=outlet or file.stem.replace("-", " ").replace("_", " "),
            outlet_basis="stated" if outlet else "unknown",
            source=file.name,
        )
        found = _read(file, place=file.name, story=StoryName(title=story), facts=facts)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles.append(found)
    return Delivery(articles=tuple(articles), problems=tuple(problems))


def _parsed(manifest: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(manifest.read_bytes().decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableDelivery(f"{manifest} is no valid TOML: {error}. Nothing was taken in.") from error
    except UnicodeDecodeError as error:
        raise UnreadableDelivery(
            f"{manifest} is no UTF-8. Save it as UTF-8. Nothing was taken in."
        ) from error


def _story(manifest: dict[str, Any]) -> tuple[StoryName, list[Problem]]:
    """Return the story, and the keys that were passed over because nobody knows them."""
    problems = [
        Problem(place=MANIFEST, reason=f"unknown table [{key}].", remedy="Known are [story] and [[article]].")
        for key in manifest.keys() - {"story", "article"}
    ]
    table = manifest.get("story")
    if not isinstance(table, dict):
        raise UnreadableDelivery(f"{MANIFEST} has no [story]. Write one with a title.")
    known = {key: value for key, value in table.items() if key in StoryEntry.model_fields}
    try:
        story = StoryEntry(**known)
    except ValidationError as error:
        raise UnreadableDelivery(f"{MANIFEST}, [story]: {explain(error, entry=StoryEntry)}.") from error
    try:
        StoryEntry(**table)
    except ValidationError as error:
        problems.append(
            Problem(
                place=f"{MANIFEST}, [story]",
                reason=f"{explain(error, entry=StoryEntry)}.",
                remedy="The story was taken in without it.",
            )
        )
    return story.name(), problems


def _listed_article(
    table: Any, *, number: int, folder: Path, story: StoryName, listed: set[Path]
) -> Incoming | Problem:
    """Return the article that one [[article]] lists, or why there is none. Adds its file to ``listed``."""
    name = table.get("file") if isinstance(table, dict) else None
    place = name if isinstance(name, str) else f"{MANIFEST}, article {number}"
    try:
        entry = ManifestEntry.model_validate(table)
    except ValidationError as error:
        return Problem(
            place=place,
            reason=f"{explain(error, entry=ManifestEntry)}.",
            remedy=f"Correct its [[article]] in {MANIFEST}.",
        )
    file = (folder / entry.file).resolve()
    if not file.is_relative_to(folder.resolve()):
        return Problem(
            place=place, reason="The file lies outside the folder.", remedy="Put it beside the manifest."
        )
    if file in listed:
        return Problem(
            place=place, reason="The file is listed twice.", remedy=f"Its first entry counts; see {MANIFEST}."
        )
    listed.add(file)
    return _read(file, place=place, story=story, facts=entry.facts(source=entry.file))


def _read(file: Path, *, place: str, story: StoryName, facts: ArticleFacts) -> Incoming | Problem:
    try:
        decoded = decode(file.read_bytes())
    except FileNotFoundError:
        return Problem(
            place=place, reason="The file is not in the folder.", remedy="Put it there, or strike its entry."
        )
    except OSError as error:
        return Problem(
            place=place, reason=f"The file cannot be read: {error.strerror}.", remedy="Look at it."
        )
    except Undecodable as error:
        return Problem(place=place, reason=str(error), remedy=error.remedy)
    return Incoming(place=place, text=decoded.text, story=story, facts=facts, warning=decoded.warning)


def _not_listed(folder: Path, listed: set[Path], tables: list[Any]) -> tuple[str, ...]:
    """Name the files that lie in the folder and that no entry, not even a wrong one, speaks of."""
    named = {str(table.get("file")) for table in tables if isinstance(table, dict)}
    others = [
        file.name
        for file in sorted(folder.iterdir())
        if file.is_file()
        and not file.name.startswith(".")
        and file.name not in {MANIFEST, *named}
        and file.resolve() not in listed
    ]
    return tuple(f"{name} lies in the folder but not in {MANIFEST}: it was not taken in." for name in others)
