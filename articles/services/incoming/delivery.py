"""What was found at a path: articles ready to be stored, and what stands in the way of the others."""

from dataclasses import dataclass

from articles.services.add_article import ArticleFacts


class UnreadableDelivery(ValueError):
    """Nothing of it can be taken in. The message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryName:
    """The story an article goes into. Without a slug it is found, or named, by its title."""

    title: str
    slug: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One article to store. ``place`` names it to the administrator: a file, or a file and line."""

    place: str
    text: str
    story: StoryName
    facts: ArticleFacts
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not taken in, why, and what to do about it."""

    place: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason} {self.remedy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """All that a path holds. ``notes`` are no problems, but worth a look."""

    articles: tuple[Incoming, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
