"""A person, an organisation or a place as the page shows it: what each outlet prints of it and its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from articles.analysis.passages import Passage
from articles.selectors.column_counts import count_outlets
from articles.selectors.comparison_columns import Column
from articles.selectors.people_conflicts import Conflict
from articles.selectors.people_quoted import Spoken, Talk
from articles.selectors.people_stored import StoredForm, StoredName, StoredQuote, StoredRole

_Item = TypeVar("_Item", StoredForm, StoredRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm(Passage):
    """A form of a name as an article prints it: where it stands first, and how often it stands there."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InArticle:
    """What one article prints of a name: its forms, its roles each once, and what it says."""

    column: Column
    forms: tuple[PrintedForm, ...]
    roles: tuple[StoredRole, ...]
    spoken: Spoken | None

    @property
    def named_at(self) -> tuple[StoredQuote, ...]:
        """Return the quotes at which it calls the speaker something, each name once."""
        quotes = self.spoken.quotes if self.spoken else ()
        named = {quote.named.casefold(): quote for quote in reversed(quotes) if quote.as_printed}
        return tuple(sorted(named.values(), key=lambda quote: quote.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """A name with all that is printed of it, by article in the order of the columns.

    ``key`` is its own, or None for a speaker who is none of the story's names. ``talk`` is None where it says
    nothing, ``row_speaker`` the name by which Compare finds its rows, empty where it has none; ``statements``
    counts these.
    """

    key: int | None
    anchor: str
    kind: str
    name: str
    conflicts: tuple[Conflict, ...]
    articles: tuple[InArticle, ...]
    talk: Talk | None
    row_speaker: str
    statements: int

    @property
    def outlets(self) -> int:
        """Count the outlets that print it, reference witnesses aside."""
        return count_outlets(one.column for one in self.articles)

    @property
    def printed(self) -> int:
        """Count how often it is printed."""
        return sum(form.count for one in self.articles for form in one.forms)

    @property
    def most(self) -> Spoken | None:
        """Return where it has the largest share of an article's quoted words."""
        spoken = [one.spoken for one in self.articles if one.spoken and one.spoken.share]
        return max(spoken, key=lambda one: one.share or 0, default=None)


def name_entry(
    name: StoredName,
    *,
    conflicts: tuple[Conflict, ...],
    talk: Talk | None,
    columns: Sequence[Column],
    row_speaker: str,
    statements: int,
) -> NameEntry:
    """Return a name of the story with what every article prints of it."""
    forms = _by_article(name.forms)
    roles = _by_article(name.roles)
    spoken = talk.by_article if talk else {}
    return NameEntry(
        key=name.key,
        anchor=f"entity-{name.key}",
        kind=name.kind,
        name=name.name,
        conflicts=conflicts,
        articles=tuple(
            InArticle(
                column=column,
                forms=_forms(forms.get(column.article, ())),
                roles=_each_once(roles.get(column.article, ())),
                spoken=spoken.get(column.article),
            )
            for column in columns
            if column.article in forms or column.article in spoken
        ),
        talk=talk,
        row_speaker=row_speaker,
        statements=statements,
    )


def other_entry(
    talk: Talk, *, number: int, columns: Sequence[Column], row_speaker: str, statements: int
) -> NameEntry:
    """Return a speaker who is none of the story's names, under the words that most quotes give to it."""
    return NameEntry(
        key=None,
        anchor=f"speaker-{number}",
        kind="",
        name=talk.printed_as[0] if talk.who and talk.printed_as else "",
        conflicts=(),
        articles=tuple(
            InArticle(column=column, forms=(), roles=(), spoken=talk.by_article[column.article])
            for column in columns
            if column.article in talk.by_article
        ),
        talk=talk,
        row_speaker=row_speaker,
        statements=statements,
    )


def _by_article(items: Iterable[_Item]) -> dict[int, list[_Item]]:
    found: dict[int, list[_Item]] = {}
    for item in items:
        found.setdefault(item.column.article, []).append(item)
    return found


def _forms(forms: Iterable[StoredForm]) -> tuple[PrintedForm, ...]:
    printed = [
        PrintedForm(
            start=form.starts[0],
            end=form.starts[0] + len(form.text),
            text=" ".join(form.text.split()),
            count=len(form.starts),
        )
        for form in forms
        if form.starts
    ]
    return tuple(sorted(printed, key=lambda form: -form.count))


def _each_once(roles: Iterable[StoredRole]) -> tuple[StoredRole, ...]:
    first: dict[str, StoredRole] = {}
    for role in roles:
        first.setdefault(role.printed.casefold(), role)
    return tuple(first.values())
