"""One statement, opened: its readings word by word, each in its paragraph, and what differs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.models import Omission, Quote, Reading, Story
from articles.models.values import table_from_json_text
from articles.selectors.apparatus import Place, lines
from articles.selectors.comparison import speaker_of
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_source import (
    Source,
    StoredReading,
    StoredStatement,
    comparison_source,
)
from articles.selectors.decided_readings import DecidedReading, decided_readings
from articles.selectors.discrepancies import DiscrepancyEntry, chosen_discrepancies
from articles.selectors.printed_roles import OutletRoles, roles_by_outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingInPlace:
    """A reading in its paragraph: ``before``, ``words`` and ``after`` are the paragraph as printed,
    without what it holds beside the article.

    ``paragraph`` counts from 1, of ``paragraphs``. ``places`` is its row of the alignment table.
    """

    key: int
    column: Column
    kind: str
    suggested: bool
    paragraph: int
    paragraphs: int
    before: str
    words: str
    after: str
    speaker_as_printed: str
    cue: str
    start: int
    end: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A statement with its readings in the order of the columns, and its discrepancies, worst first.

    ``carriers`` counts the columns that surely print it, ``printings`` those independent of each other;
    ``decided`` is what editors decided about the readings that were suggested for it.
    """

    slug: str
    key: int
    number: int
    speaker: str
    carriers: int
    printings: int
    columns: tuple[Column, ...]
    readings: tuple[ReadingInPlace, ...]
    missing: tuple[Column, ...]
    discrepancies: tuple[DiscrepancyEntry, ...]
    roles: tuple[OutletRoles, ...]
    decided: tuple[DecidedReading, ...]

    @property
    def has_table(self) -> bool:
        """Say whether there is anything to lay side by side."""
        return any(reading.places for reading in self.readings)

    @property
    def has_moved(self) -> bool:
        """Say whether the table shows words that stand elsewhere in another reading."""
        return any(place.moved and place.text for reading in self.readings for place in reading.places)

    @property
    def has_common(self) -> bool:
        """Say whether the table shows, where readings differ, what most of them print."""
        return any(place.common and place.text for reading in self.readings for place in reading.places)


def statement_card(story: Story, *, key: int) -> Card | None:
    """Return the card of a story's statement, None where the story has none with this key."""
    source = comparison_source(story, only=key)
    if not source.statements:
        return None
    (statement,) = source.statements
    readings = Reading.objects.filter(statement=key).select_related("quote")
    quote_of = {reading.pk: reading.quote for reading in readings}
    table = table_from_json_text(statement.collation)
    apparatus = lines(table) if table else None
    omitted = _omitted(story)
    return Card(
        slug=source.slug,
        key=statement.key,
        number=statement.number,
        speaker=speaker_of(statement),
        carriers=len(statement.carried_by),
        printings=len({source.columns[at].group for at in statement.carried_by}),
        columns=source.columns,
        readings=tuple(
            _in_place(
                reading,
                source=source,
                quote=quote_of[reading.key],
                places=apparatus[reading.row] if apparatus else (),
                omitted=omitted[source.columns[reading.column].article],
            )
            for reading in sorted(statement.readings, key=lambda reading: (reading.column, reading.start))
        ),
        missing=_missing(source, statement),
        discrepancies=chosen_discrepancies([flag.key for flag in statement.flags]),
        roles=roles_by_outlet(statement.speaker, story=story, columns=source.columns),
        decided=decided_readings(key),
    )


def _omitted(story: Story) -> dict[int, list[Passage]]:
    """Return what the current texts hold beside the article, by the articles' keys and in order."""
    found: dict[int, list[Passage]] = defaultdict(list)
    rows = Omission.objects.filter(revision__article__story=story, revision__is_current=True)
    for article, start, end in rows.order_by("start").values_list("revision__article", "start", "end"):
        found[article].append(Passage(start=start, end=end))
    return found


def _missing(source: Source, statement: StoredStatement) -> tuple[Column, ...]:
    present = {reading.column for reading in statement.readings}
    return tuple(column for at, column in enumerate(source.columns) if at not in present)


def _in_place(
    reading: StoredReading,
    *,
    source: Source,
    quote: Quote | None,
    places: tuple[Place, ...],
    omitted: Sequence[Passage],
) -> ReadingInPlace:
    column = source.columns[reading.column]
    number = column.paragraph(reading.start)
    paragraph = _paragraph(column, reading)
    return ReadingInPlace(
        key=reading.key,
        column=column,
        kind=str(Reading.Kind(reading.kind).label).capitalize(),
        suggested=reading.suggested,
        paragraph=number,
        paragraphs=len(column.paragraph_starts),
        before=_kept(column.text, paragraph.start, reading.start, omitted=omitted).lstrip(),
        words=reading.of(column.text),
        after=_kept(column.text, reading.end, paragraph.end, omitted=omitted).rstrip(),
        speaker_as_printed=quote.speaker_as_printed if quote else "",
        cue=quote.cue if quote else "",
        start=reading.start,
        end=reading.end,
        places=places,
    )


def _paragraph(column: Column, reading: StoredReading) -> Passage:
    """Return the printed paragraph that holds the reading, or those that it goes over."""
    starts = column.paragraph_starts
    first = max((start for start in starts if start <= reading.start), default=reading.start)
    following = min((start for start in starts if start >= reading.end), default=len(column.text))
    return Passage(start=first, end=following)


def _kept(text: str, start: int, end: int, *, omitted: Sequence[Passage]) -> str:
    """Return what is printed between two offsets, without the omitted passages."""
    kept = []
    for one in omitted:
        if one.end > start and one.start < end:
            kept.append(text[start : one.start])
            start = one.end
    return "".join([*kept, text[start:end]])
