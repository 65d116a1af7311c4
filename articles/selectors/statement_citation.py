"""A statement for a piece: every wording as printed, with who prints it and when.

Marks are put around a quotation so that they add up with those inside. A report is nobody's quotation: it
stands without marks, and is said to be the outlet's own words.

    a quotation      We close,” she said, “in May         “We close,” she said, “in May”
    a report         She called it “a loss” for all.      In the outlet’s own words: She called it “a loss” …

Of readings that an editor has still to decide about only the outlets are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from articles.selectors.readings_in_place import ReadingInPlace
from articles.selectors.statement_card import Card
from articles.selectors.wordings import Printing, Wording
from articles.selectors.written_days import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who prints a wording, when and how. ``copied`` says whose report it copies, empty for its own."""

    outlet: str
    published: date | None
    kind: str
    copied: str
    is_reference: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words as printed, a quotation in marks, and their sources."""

    words: str
    quoted: bool
    sources: tuple[Source, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the words line by line as printed, without empty lines."""
        return tuple(line.strip() for line in self.words.splitlines() if line.strip())

    @property
    def introduction(self) -> str:
        """Return what tells a report from a quotation; nothing before a quotation."""
        if self.quoted:
            return ""
        return "In the outlet’s own words:" if len(self.sources) == 1 else "In the outlets’ own words:"


def citations(card: Card) -> tuple[Citation, ...]:
    """Return what the card's outlets surely print, one citation for each wording, fragments last."""
    sure = [wording for wording in card.wordings if not wording.first.suggested]
    sure.sort(key=lambda wording: wording.first.is_fragment)
    return tuple(citation for wording in sure for citation in _citations(wording))


def citation_text(card: Card, *, story: str, address: str) -> str:
    """Return the citations as plain text. ``story`` is its title, ``address`` that of the statement."""
    return "\n".join(_lines(card, story=story, address=address)) + "\n"


def told_source(source: Source) -> str:
    """Return a source in one line: The Courier, 18 August 2024 (quoted in full; copy of AFP)."""
    published = day(source.published) if source.published else "undated"
    notes = [source.kind[:1].lower() + source.kind[1:], source.copied]
    if source.is_reference:
        notes.append("reference, no outlet’s report")
    return f"{source.outlet}, {published} ({'; '.join(note for note in notes if note)})"


def _lines(card: Card, *, story: str, address: str) -> Iterator[str]:
    yield card.speaker
    yield f"Statement {card.number} of “{story}”, printed by {card.carried} of {card.outlets} outlets"
    for citation in citations(card):
        yield ""
        words = "\n".join(citation.paragraphs)
        yield f"{citation.introduction} {words}".lstrip()
        for source in citation.sources:
            yield f"— {told_source(source)}"
    yield ""
    if card.possibly:
        yield f"Possibly: {', '.join(column.outlet for column in card.possibly)}"
    for gap in card.gaps:
        yield f"{gap.reason}: {', '.join(column.outlet for column in gap.columns)}"
    yield address


def _source(reading: ReadingInPlace) -> Source:
    column = reading.column
    return Source(
        outlet=column.outlet,
        published=column.published,
        kind=reading.kind,
        copied=column.copied,
        is_reference=column.is_reference,
    )


def _citations(wording: Wording) -> Iterator[Citation]:
    """Quote the words, and report them, where some outlets do the one and some the other."""
    printings = sorted(wording.printings, key=_is_report)
    for is_report, group in groupby(printings, key=_is_report):
        readings = [printing.readings[0] for printing in group]
        words = readings[0].words.strip()
        yield Citation(
            words=words if is_report else f"“{words}”",
            quoted=not is_report,
            sources=tuple(_source(reading) for reading in readings),
        )


def _is_report(printing: Printing) -> bool:
    return not printing.readings[0].quoted
