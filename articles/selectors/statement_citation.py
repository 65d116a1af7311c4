"""A statement for a piece: every wording as printed, in quotation marks, with who prints it and when.

Marks are put around the printed words so that they add up with those inside:

    a quotation      We close,” she said, “in May         “We close,” she said, “in May”
    a report         She called it “a loss” for all.      ‘She called it “a loss” for all.’

Readings that an editor has still to decide about are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.selectors.readings_in_place import ReadingInPlace
from articles.selectors.statement_card import Card
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
    """Words as printed, in quotation marks, and their sources."""

    words: str
    sources: tuple[Source, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the words line by line as printed, without empty lines."""
        return tuple(line.strip() for line in self.words.splitlines() if line.strip())


def citations(card: Card) -> tuple[Citation, ...]:
    """Return what the card's outlets surely print, one citation for each wording, fragments last."""
    sure = [wording for wording in card.wordings if not wording.first.suggested]
    sure.sort(key=lambda wording: wording.first.is_fragment)
    return tuple(
        Citation(
            words=_in_marks(wording.first),
            sources=tuple(_source(printing.readings[0]) for printing in wording.printings),
        )
        for wording in sure
    )


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
        yield "\n".join(citation.paragraphs)
        for source in citation.sources:
            yield f"— {told_source(source)}"
    yield ""
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


def _in_marks(reading: ReadingInPlace) -> str:
    opening, closing = "“”"
    if not reading.quoted and any(mark in reading.words for mark in '“”"'):
        opening, closing = "‘’"
    return f"{opening}{reading.words.strip()}{closing}"
