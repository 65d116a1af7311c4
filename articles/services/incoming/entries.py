"""What a manifest's tables and a .jsonl's lines may say, checked key by key.

An unknown key is refused, not passed over: `publised = 2024-08-18` would otherwise lose a date unseen.
"""

import difflib
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from django.core.exceptions import ValidationError as DjangoValidationError
from django.core.validators import URLValidator, validate_slug
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
)

from articles.services.add_article import ArticleFacts
from articles.services.incoming.delivery import StoryName


def _moment(value: Any) -> Any:
    """Take a day or a time, or a string that is one: no number, which would count seconds since 1970.

    2024-05-01T10:00:00+02:00   that very time
    2024-05-01T10:00:00         only the day: without an offset nobody knows which time it is
    """
    if value is None:
        return None
    try:
        moment = value if isinstance(value, date) else datetime.fromisoformat(value)
        if not isinstance(moment, datetime):
            return moment
        if moment.tzinfo is None:
            return moment.date()
        moment.astimezone(UTC)  # what has no day there cannot be stored
    except (TypeError, ValueError, OverflowError):
        raise ValueError(
            f"{value!r} is no date. Write it as YYYY-MM-DD, or YYYY-MM-DDTHH:MM+00:00 for a time"
        ) from None
    return moment


def _web_address(value: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(value or "https://example.org")
    except DjangoValidationError:
        raise ValueError(f"{value!r} is no web address. It begins with https:// or http://") from None
    return value


def _slug(value: str) -> str:
    try:
        validate_slug(value)
    except DjangoValidationError:
        raise ValueError(f"{value!r} is no slug. It has letters, digits and hyphens only") from None
    return value


def _text(*, longest: int, shortest: int = 0) -> Any:
    return StringConstraints(
        strip_whitespace=True, min_length=shortest, max_length=longest, pattern=r"^[^\x00]*$"
    )


Name = Annotated[str, _text(shortest=1, longest=200)]
Title = Annotated[str, _text(longest=500)]
WebAddress = Annotated[str, _text(longest=1000), AfterValidator(_web_address)]
Moment = Annotated[datetime | date | None, BeforeValidator(_moment)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StoryEntry(_Entry):
    """A manifest's [story]."""

    title: Annotated[str, _text(shortest=1, longest=300)]
    slug: Annotated[str, _text(longest=120), AfterValidator(_slug)] | None = None
    summary: Annotated[str, _text(longest=5000)] = ""

    def name(self) -> StoryName:
        """Return the story as the services know it."""
        return StoryName(title=self.title, slug=self.slug or "", summary=self.summary)


class ArticleEntry(_Entry):
    """What a manifest's [[article]] and a line of a .jsonl share."""

    outlet: Name
    outlet_basis: Literal["stated", "inferred", "unknown"] = "stated"
    title: Title = ""
    url: WebAddress = ""
    published: Moment = None
    extent: Literal["full", "excerpt", "truncated"] = "full"
    copy_of: Annotated[str, _text(longest=200)] = ""
    copy_note: Annotated[str, _text(longest=300)] = ""
    reference: bool = False

    def facts(self, *, source: str) -> ArticleFacts:
        """Return the article's facts as the services know them. The day of a time is its day over there."""
        at = self.published if isinstance(self.published, datetime) else None
        return ArticleFacts(
            outlet=self.outlet,
            outlet_basis=self.outlet_basis,
            title=self.title,
            url=self.url,
            source=source,
            published=at.date() if at else self.published,
            published_at=at,
            extent=self.extent,
            copy_of=self.copy_of,
            copy_note=self.copy_note,
            is_reference=self.reference,
        )


class ManifestEntry(ArticleEntry):
    """A manifest's [[article]]: the file, by its path from the manifest's folder."""

    file: Annotated[str, _text(shortest=1, longest=500)]


class LineEntry(ArticleEntry):
    """A line of a .jsonl. ``id`` or ``url`` tells later which article a changed text belongs to."""

    text: str
    story: Annotated[str, _text(shortest=1, longest=300)]
    id: Annotated[str, _text(longest=500)] = ""


def explain(error: ValidationError, *, entry: type[BaseModel]) -> str:
    """Say in one line what is wrong with an entry.

    publised: unknown key; did you mean “published”? · outlet: missing
    """
    return " · ".join(_explain_one(dict(one), list(entry.model_fields)) for one in error.errors())


def _explain_one(error: dict[str, Any], keys: list[str]) -> str:
    key = ".".join(str(part) for part in error["loc"]) or "entry"
    if error["type"] == "model_type":
        return f"{key}: a table of keys and values was expected"
    if error["type"] == "missing":
        return f"{key}: missing"
    if error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, keys, n=1)
        known = f"did you mean “{near[0]}”?" if near else f"known keys are {', '.join(keys)}"
        return f"{key}: unknown key; {known}"
    return f"{key}: {error['msg'].removeprefix('Value error, ')}"
