"""One statement, opened: its wordings word by word, who prints it where and when, and what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.analysis.passages import Passage
from articles.models import Article, Discrepancy, Story
from articles.models.values import table_from_json_text
from articles.selectors.apparatus import Place, lines
from articles.selectors.carriers import Carrier, First, Gap, carriers, first_of, gaps
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_rows import speaker_of
from articles.selectors.comparison_source import Source
from articles.selectors.decided_readings import DecidedReading, decided_readings
from articles.selectors.discrepancies import DiscrepancyEntry, chosen_discrepancies
from articles.selectors.printed_roles import roles_by_outlet
from articles.selectors.readings_in_place import readings_in_place
from articles.selectors.wordings import Wording, wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A discrepancy as the alignment table points at it: by its number on the card, from 1."""

    number: int
    key: int
    label: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A statement with its wordings, the base's first, its carriers, earliest first, and its discrepancies,
    worst first.

    ``outlets`` counts the story's articles without its references, ``carried`` those of them that surely
    print it, ``printings`` those independent of each other. ``marks`` tell, place by place of the alignment
    table, which discrepancies stand there. ``decided`` is what editors decided about the readings that were
    suggested for it.
    """

    slug: str
    key: int
    number: int
    speaker: str
    is_named: bool
    outlets: int
    carried: int
    printings: int
    columns: tuple[Column, ...]
    wordings: tuple[Wording, ...]
    carriers: tuple[Carrier, ...]
    first: First | None
    gaps: tuple[Gap, ...]
    marks: tuple[tuple[Numbered, ...], ...]
    discrepancies: tuple[DiscrepancyEntry, ...]
    decided: tuple[DecidedReading, ...]

    @property
    def spans(self) -> tuple[tuple[int, tuple[Numbered, ...]], ...]:
        """Return neighbouring places with the same discrepancies: how many they are, and which."""
        return tuple((len(list(places)), marks) for marks, places in groupby(self.marks))

    @property
    def has_marks(self) -> bool:
        """Say whether a discrepancy stands anywhere in the alignment table."""
        return any(self.marks)

    @property
    def has_table(self) -> bool:
        """Say whether there is anything to lay side by side."""
        return any(wording.places for wording in self.wordings)

    @property
    def possibly(self) -> tuple[Column, ...]:
        """Return the articles of which an editor has still to decide whether they print the statement."""
        return tuple(carrier.column for carrier in self.carriers if not carrier.is_sure)

    @property
    def names_speaker(self) -> bool:
        """Say whether any article tells there who speaks."""
        return any(
            reading.speaker_as_printed or reading.cue or reading.roles
            for carrier in self.carriers
            for reading in carrier.readings
        )

    @property
    def signs(self) -> frozenset[str]:
        """Return which signs the table shows: serious, or those of a place."""
        serious = {"serious" for marks in self.marks for mark in marks if mark.severity == "high"}
        return frozenset(
            sign for wording in self.wordings for place in wording.places for sign in _signs(place)
        ).union(serious)


def statement_card(source: Source, *, story: Story, key: int, base: int | None = None) -> Card | None:
    """Return the card of a story's statement, None where the story has none with this key.

    The source is that of the story, or of this statement of it alone.
    ``base`` is the key of the article whose words come first, where it prints the statement.
    """
    statement = next((one for one in source.statements if one.key == key), None)
    if statement is None:
        return None
    table = table_from_json_text(statement.collation)
    roles = roles_by_outlet(statement.speaker, story=story, columns=source.columns)
    articles = Article.objects.in_bulk([column.article for column in source.columns])
    readings = readings_in_place(
        statement.readings,
        story=story,
        source=source,
        titles={pk: article.title for pk, article in articles.items()},
        apparatus=lines(table) if table else (),
        roles={one.column.article: one.roles for one in roles},
    )
    found = carriers(readings, times={pk: article.published_at for pk, article in articles.items()})
    reports = [at for at in statement.carried_by if not source.columns[at].is_reference]
    alike = wordings(readings, base=base)
    discrepancies = chosen_discrepancies([flag.key for flag in statement.flags])
    return Card(
        slug=source.slug,
        key=statement.key,
        number=statement.number,
        speaker=speaker_of(statement),
        is_named=bool(statement.speaker),
        outlets=sum(not column.is_reference for column in source.columns),
        carried=len(reports),
        printings=len({source.columns[at].group for at in reports}),
        columns=source.columns,
        wordings=alike,
        carriers=found,
        first=first_of(found),
        gaps=gaps(source.columns, carried=[carrier.column.article for carrier in found]),
        marks=_marks(alike, discrepancies),
        discrepancies=discrepancies,
        decided=decided_readings(key),
    )


def _signs(place: Place) -> tuple[str, ...]:
    """Return what a place of the table shows: accidental, substantive, common, moved, absent, outside."""
    if not place.text:
        return ("outside",) if place.outside else ("absent",)
    signs = [place.variant, "common" if place.common else "", "moved" if place.moved else ""]
    return tuple(sign for sign in signs if sign)


def _marks(
    alike: Sequence[Wording], discrepancies: Sequence[DiscrepancyEntry]
) -> tuple[tuple[Numbered, ...], ...]:
    """Return for each place of the alignment table the discrepancies whose differing words stand in it."""
    readings = [
        reading for wording in alike for printing in wording.printings for reading in printing.readings
    ]
    width = max((len(reading.places) for reading in readings), default=0)
    found: list[list[Numbered]] = [[] for _ in range(width)]
    for number, discrepancy in enumerate(discrepancies, start=1):
        numbered = Numbered(
            number=number,
            key=discrepancy.pk,
            label=discrepancy.kind_label,
            severity=discrepancy.severity if discrepancy.status != Discrepancy.Status.DISMISSED else "low",
        )
        differing = _differing(discrepancy)
        for at in range(width):
            if any(
                words.overlaps(passage)
                for reading in readings
                if reading.places
                for words in reading.places[at].words
                for passage in differing.get(reading.column.article, ())
            ):
                found[at].append(numbered)
    return tuple(tuple(marks) for marks in found)


def _differing(discrepancy: DiscrepancyEntry) -> dict[int, list[Passage]]:
    """Return where a discrepancy's words stand in current texts, by the articles' keys."""
    passages: dict[int, list[Passage]] = {}
    for sentence in discrepancy.evidence:
        if sentence.revision is None:
            marks = [mark for run in sentence.runs for mark in run.begins if mark.name != "lacking"]
            passages.setdefault(sentence.article, []).extend(marks)
    return passages
