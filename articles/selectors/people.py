"""A story's people and names: how each outlet prints them, what it calls them, and how much it quotes them.

names that outlets spell differently           first, as an editor has to decide
people with roles that do not go together
who is quoted, the most quoted first           with every quotation
other speakers                                 police, a source, the letter, and those nobody knows
who is named and not quoted; places            folded
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Story
from articles.selectors.column_counts import count_outlets, unread
from articles.selectors.comparison_columns import Column, read_columns
from articles.selectors.folding import folded
from articles.selectors.people_choices import PeopleWanted
from articles.selectors.people_conflicts import Conflict, conflicts_by_name
from articles.selectors.people_entries import NameEntry, name_entry, other_entry
from articles.selectors.people_quoted import Talk, talks
from articles.selectors.people_shares import Shares, shares
from articles.selectors.people_speakers import UNKNOWN, SpeakerIndex, Who
from articles.selectors.people_stored import StoredPeople, read_people


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The story's names and speakers in the sections of their page, with what the choices leave of them.

    ``loose`` are conflicts of a name that the story no longer has. ``total`` counts the names and speakers
    whatever the choices; ``shares`` is None where nobody is quoted.
    """

    spelled: tuple[NameEntry, ...]
    called: tuple[NameEntry, ...]
    quoted: tuple[NameEntry, ...]
    reported: tuple[NameEntry, ...]
    others: tuple[NameEntry, ...]
    unknown: tuple[NameEntry, ...]
    named: tuple[NameEntry, ...]
    places: tuple[NameEntry, ...]
    loose: tuple[Conflict, ...]
    shares: Shares | None
    total: int
    outlets: int
    columns: tuple[Column, ...]
    unread: tuple[Column, ...]

    @property
    def shown(self) -> int:
        """Count the entries that the choices leave."""
        sections = (
            self.spelled,
            self.called,
            self.quoted,
            self.reported,
            self.others,
            self.unknown,
            self.named,
            self.places,
        )
        return sum(len(section) for section in sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSource:
    """What the page is made of, read once: what a form may ask for depends on it, too."""

    columns: tuple[Column, ...]
    stored: StoredPeople


def people_source(story: Story) -> PeopleSource:
    """Read a story's columns, names and quotes, in eight queries."""
    columns = read_columns(story)
    return PeopleSource(columns=columns, stored=read_people(story, columns=columns))


def people_page(source: PeopleSource, *, wanted: PeopleWanted) -> PeoplePage:
    """Return the page with what the choices leave of it."""
    index = SpeakerIndex(source.stored.names)
    spoken = talks(source.stored.quotes, index=index)
    conflicts, loose = conflicts_by_name(source.stored)
    rows = _row_speakers(source.stored, index)
    named = _named(source, spoken, conflicts, rows)
    others = _others(source, spoken, rows)
    kept = [entry for entry in named if _fits(entry, wanted)]
    speaking = [entry for entry in others if _fits(entry, wanted)]
    plain = [entry for entry in kept if not entry.conflicts]
    labels: dict[Who, str] = {entry.talk.who: entry.name for entry in (*named, *others) if entry.talk}
    return PeoplePage(
        spelled=_with_conflict(kept, "name"),
        called=tuple(entry for entry in _with_conflict(kept, "role") if not _has(entry, "name")),
        quoted=tuple(entry for entry in plain if entry.talk and entry.talk.has_quoted),
        reported=tuple(entry for entry in plain if entry.talk and not entry.talk.has_quoted),
        others=tuple(entry for entry in speaking if entry.talk and entry.talk.who != UNKNOWN),
        unknown=tuple(entry for entry in speaking if entry.talk and entry.talk.who == UNKNOWN),
        named=tuple(entry for entry in plain if not entry.talk and entry.kind != "place"),
        places=tuple(entry for entry in plain if not entry.talk and entry.kind == "place"),
        loose=() if wanted.filters and not wanted.conflicts else loose,
        shares=shares(spoken, quotes=source.stored.quotes, columns=source.columns, labels=labels),
        total=len(named) + len(others),
        outlets=count_outlets(source.columns),
        columns=source.columns,
        unread=unread(source.columns),
    )


def _row_speakers(stored: StoredPeople, index: SpeakerIndex) -> dict[Who, str]:
    """Return the name by which Compare finds a speaker's rows: the speaker's alone, else a joint one."""
    rows: dict[Who, str] = {}
    for speaker in sorted(stored.rows_of.keys() - {""}, key=lambda name: (name.count(";"), name)):
        for who in index.find(speaker):
            rows.setdefault(who, speaker)
    return rows


def _named(
    source: PeopleSource,
    spoken: dict[Who, Talk],
    conflicts: dict[int, tuple[Conflict, ...]],
    rows: dict[Who, str],
) -> list[NameEntry]:
    """Return the entries of the story's names: who is quoted most first, then who is printed most."""
    entries = [
        name_entry(
            name,
            conflicts=conflicts.get(name.key, ()),
            talk=spoken.get(name.key),
            columns=source.columns,
            row_speaker=rows.get(name.key, ""),
            statements=source.stored.rows_of.get(rows.get(name.key, ""), 0),
        )
        for name in source.stored.names
    ]
    return sorted(
        (entry for entry in entries if entry.articles),
        key=lambda entry: (
            -(entry.talk.quoted if entry.talk else 0),
            -(entry.talk.reported if entry.talk else 0),
            -entry.outlets,
            -entry.printed,
        ),
    )


def _others(source: PeopleSource, spoken: dict[Who, Talk], rows: dict[Who, str]) -> list[NameEntry]:
    others = [talk for who, talk in spoken.items() if isinstance(who, str)]
    return [
        other_entry(
            talk,
            number=number,
            columns=source.columns,
            row_speaker=rows.get(talk.who, ""),
            statements=source.stored.rows_of.get(rows.get(talk.who, ""), 0),
        )
        for number, talk in enumerate(others, start=1)
    ]


def _with_conflict(entries: Sequence[NameEntry], kind: str) -> tuple[NameEntry, ...]:
    return tuple(entry for entry in entries if _has(entry, kind))


def _has(entry: NameEntry, kind: str) -> bool:
    return any(conflict.kind == kind for conflict in entry.conflicts)


def _fits(entry: NameEntry, wanted: PeopleWanted) -> bool:
    if wanted.conflicts and not entry.conflicts:
        return False
    if wanted.kind and wanted.kind != (entry.kind or "other"):
        return False
    if wanted.outlet and wanted.outlet not in {one.column.outlet_id for one in entry.articles}:
        return False
    words = folded(wanted.words)
    return not words or any(words in folded(printed) for printed in _printed(entry))


def _printed(entry: NameEntry) -> list[str]:
    """Return what words are looked for in: the name, its forms and roles, and what it says."""
    return [
        entry.name,
        *(entry.talk.printed_as if entry.talk else ()),
        *(form.text for one in entry.articles for form in one.forms),
        *(role.printed for one in entry.articles for role in one.roles),
        *(quote.printed for one in entry.articles if one.spoken for quote in one.spoken.quotes),
    ]
