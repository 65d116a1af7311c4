"""Compare a story's articles: JSON on standard input, a ``newsroom-story/1`` document on standard output.

    {"story": {"title": "…"}, "articles": [{"id": 1, "outlet": "…", "text": "…", "published": "2024-08-18"}]}

``published`` may be left out, and so may ``story``. An article may also have ``title``, ``url``, ``source``,
``outlet_basis`` and ``copy_of`` (whose report it copies, empty for its own), which come out as they went in,
and ``reference`` (true for a transcript or a press release, whose words count as quoted without marks).
An input that cannot be read gives one line on standard error.
"""

import json
import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, Any, BinaryIO, Literal, TextIO

from pydantic import BaseModel, Field, ValidationError, field_validator, model_validator

from articles.analysis.collatex import described
from articles.analysis.pipeline import Witness, analyse, compare
from articles.analysis.story_export import ArticleDetails, Json, document


class StoryInputError(ValueError):
    """The input is not a story in JSON; the message says where it is not."""


class _Article(BaseModel):
    id: int | str
    outlet: str
    text: str
    published: date | None = None
    outlet_basis: Literal["stated", "inferred", "unknown"] = "unknown"
    source: str | None = None
    url: str | None = None
    title: str = ""
    copy_of: str | None = None
    reference: bool = False

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, value: Any) -> Any:
        """Accept a time of publication too; its day is what counts."""
        try:
            return datetime.fromisoformat(value).date() if isinstance(value, str) and value else value or None
        except ValueError:
            return value


class _Story(BaseModel):
    title: str = ""
    slug: str | None = None


class _Input(BaseModel):
    story: _Story = _Story()
    articles: Annotated[list[_Article], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_each_article_once(self) -> "_Input":
        ids = [str(article.id) for article in self.articles]
        if len(set(ids)) < len(ids):
            raise ValueError("two articles have one id")
        return self


def run(source: BinaryIO, target: TextIO, errors: TextIO) -> int:
    """Compare the story that the source holds. Returns the exit code: 1 when it cannot be read."""
    try:
        json.dump(compared(source.read()), target, ensure_ascii=False)
    except StoryInputError as error:
        print(f"The story cannot be read: {error}", file=errors)
        return 1
    target.write("\n")
    return 0


def compared(data: bytes) -> Json:
    """Return the document of a story in JSON. Raises StoryInputError where the input is none."""
    try:
        story = _Input.model_validate_json(data)
    except ValidationError as error:
        raise StoryInputError(described(error)) from None
    witnesses = []
    for article in story.articles:
        analysis = analyse(article.text, published=article.published)
        witnesses.append(
            Witness(
                id=str(article.id),
                outlet=article.outlet,
                published=analysis.published,
                analysis=analysis,
                reference=article.reference,
            )
        )
    details = [
        ArticleDetails(
            id=article.id,
            outlet_basis=article.outlet_basis,
            source=article.source,
            url=article.url,
            title=article.title,
            copy_of=article.copy_of,
            reference=article.reference,
        )
        for article in story.articles
    ]
    return document(
        slug=story.story.slug or slug(story.story.title),
        title=story.story.title,
        witnesses=witnesses,
        details=details,
        comparison=compare(witnesses),
    )


def slug(title: str) -> str:
    """Return a title as it stands in addresses: lower-case letters and digits with hyphens between."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "story"
