"""A story's names and quotes as they are stored: who is named in which forms and roles, and who says what.

Everything is read in seven queries beside the columns, however many there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from articles.analysis.passages import Passage
from articles.models import Discrepancy, Entity, EntityForm, EntityRole, Quote, Statement, Story
from articles.selectors.comparison_columns import Column
from articles.selectors.stored_discrepancies import StoredDiscrepancy, in_columns, read_discrepancies

_KINDS = (Discrepancy.Kind.NAME, Discrepancy.Kind.ROLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredForm:
    """A form in which an article prints a name, with all its places."""

    column: Column
    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRole(Passage):
    """What an article calls a person, where it is printed."""

    column: Column

    @property
    def printed(self) -> str:
        """Return the role without its line breaks."""
        return " ".join(self.of(self.column.text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredName:
    """A person, organisation or place, with its forms and roles in the order of the columns."""

    key: int
    kind: str
    name: str
    forms: tuple[StoredForm, ...]
    roles: tuple[StoredRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredQuote(Passage):
    """Somebody's words in an article. ``quoted`` counts those inside marks, ``reported`` those without any.

    ``speaker`` is the full name that was read, empty where nobody knows, or several between semicolons.
    """

    column: Column
    speaker: str
    as_printed: str
    quoted: int
    reported: int
    review: bool

    @property
    def named(self) -> str:
        """Return what the article calls the speaker beside these words, without line breaks."""
        return " ".join(self.as_printed.split())

    @property
    def printed(self) -> str:
        """Return the words as printed, marks included, without line breaks."""
        return " ".join(self.of(self.column.text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPeople:
    """A story's names, quotes and conflicts. ``rows_of`` counts the rows that Compare has of each speaker."""

    names: tuple[StoredName, ...]
    quotes: tuple[StoredQuote, ...]
    conflicts: tuple[StoredDiscrepancy, ...]
    rows_of: Mapping[str, int]


def read_people(story: Story, *, columns: Sequence[Column]) -> StoredPeople:
    """Return what is stored of the names and quotes that the columns' articles print."""
    by_revision = {column.revision: column for column in columns}
    rows = Statement.objects.filter(story=story).order_by().values_list("speaker").annotate(Count("pk"))
    return StoredPeople(
        names=tuple(_names(story, by_revision)),
        quotes=tuple(_quotes(by_revision)),
        conflicts=read_discrepancies(story, kinds=_KINDS, columns=by_revision),
        rows_of=dict(rows),
    )


def _names(story: Story, columns: Mapping[int, Column]) -> Iterable[StoredName]:
    forms: dict[int, list[StoredForm]] = defaultdict(list)
    rows = EntityForm.objects.filter(entity__story=story, revision__in=columns)
    found_forms = rows.order_by("text").values_list("entity", "revision", "text", "starts")
    for entity, revision, text, starts in in_columns(found_forms, columns):
        forms[entity].append(StoredForm(column=columns[revision], text=text, starts=tuple(starts)))
    roles: dict[int, list[StoredRole]] = defaultdict(list)
    given = EntityRole.objects.filter(entity__story=story, revision__in=columns)
    found_roles = given.order_by("start").values_list("entity", "revision", "start", "end")
    for entity, revision, start, end in in_columns(found_roles, columns):
        roles[entity].append(StoredRole(column=columns[revision], start=start, end=end))
    for key, kind, name in (
        Entity.objects.filter(story=story).order_by("name").values_list("pk", "kind", "name")
    ):
        yield StoredName(key=key, kind=kind, name=name, forms=tuple(forms[key]), roles=tuple(roles[key]))


def _quotes(columns: Mapping[int, Column]) -> Iterable[StoredQuote]:
    rows = Quote.objects.filter(revision__in=columns).order_by("start", "end")
    values = rows.values_list(
        "pk", "revision", "start", "end", "type", "segments", "speaker", "speaker_as_printed", "review"
    )
    for _, revision, start, end, kind, segments, speaker, as_printed, review in in_columns(values, columns):
        text = columns[revision].text
        indirect = kind == Quote.Type.INDIRECT
        yield StoredQuote(
            start=start,
            end=end,
            column=columns[revision],
            speaker=speaker,
            as_printed=as_printed,
            quoted=0 if indirect else sum(len(text[first:last].split()) for first, last in segments),
            reported=len(text[start:end].split()) if indirect else 0,
            review=review,
        )
