"""The two calls that the rest of Newsroom makes: ``analyse`` one text, ``compare`` several analyses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.analysis.alignment import Statement, Unit
from articles.analysis.cleaning import Omission
from articles.analysis.collation import Table
from articles.analysis.discrepancies import Discrepancy
from articles.analysis.entities import Entity, StoryEntity
from articles.analysis.figures import DateMention, Figure, FigureSubject
from articles.analysis.quotes import Quote, Warning


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything the machine read in one text. All passages are offsets into ``text``."""

    text: str
    published: date | None
    omitted: tuple[Omission, ...]
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    units: tuple[Unit, ...]
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An article as it takes part in a comparison."""

    id: str
    outlet: str
    published: date | None
    analysis: Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the witnesses share and where they differ. Article indices follow the order of the witnesses.

    ``tables[i]`` collates the readings of ``statements[i]``, one row for each reading in its order, and is
    None for a statement with a single reading.
    """

    statements: tuple[Statement, ...]
    tables: tuple[Table | None, ...]
    entities: tuple[StoryEntity, ...]
    subjects: tuple[FigureSubject, ...]
    discrepancies: tuple[Discrepancy, ...]


def analyse(text: str, *, published: date | None = None) -> Analysis:
    """Read one article. ``published`` resolves relative dates; the front matter's date is used without it."""
    raise NotImplementedError


def compare(witnesses: Sequence[Witness]) -> Comparison:
    """Join what the witnesses share and list where they differ, in the order of the first that prints it."""
    raise NotImplementedError
