"""A statement's readings where they stand: each in its paragraph, and how far down its article that is.

Of the article

    Skip to main content             1  left out: navigation
    Board to close two depots        2  the headline: the title, or a first line that no full stop ends
    The board closes two depots.     3  the first paragraph
    It is a loss, says Ada Low.      4
    The depots are from 1908.        5  the last paragraph

paragraph 3 is called “First paragraph, 3 of 5”: the number is the one that the article's page shows.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.models import Omission, Quote, Reading, Story
from articles.selectors.apparatus import Place
from articles.selectors.comparison_columns import Column, kind_in
from articles.selectors.comparison_source import Source, StoredReading
from articles.selectors.printed_roles import PrintedRole

_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",")
_CLOSING = "\"'”’»)] "
_LONGEST_HEADLINE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingInPlace:
    """A reading in its paragraph: ``before``, ``words`` and ``after`` are the paragraph as printed,
    without what it holds beside the article.

    ``paragraph`` counts from 1, of ``paragraphs``; ``part`` names the headline, the first paragraph and the
    last, and is empty for the others. ``quoted`` tells a quotation from a report, ``is_fragment`` one of a
    few words from one in full. ``roles`` are what its article calls the speaker. ``places`` is its row of the
    alignment table.
    """

    key: int
    column: Column
    kind: str
    quoted: bool
    is_fragment: bool
    suggested: bool
    part: str
    paragraph: int
    paragraphs: int
    before: str
    words: str
    after: str
    speaker_as_printed: str
    cue: str
    roles: tuple[PrintedRole, ...]
    start: int
    end: int
    places: tuple[Place, ...]

    @property
    def anchor(self) -> str:
        """Return the id by which an address names it, as long as the article's text stands."""
        return f"reading-{self.column.article}-{self.start}"

    @property
    def where(self) -> str:
        """Return where in its article it stands, in words."""
        number = f"{self.paragraph} of {self.paragraphs}"
        return f"{self.part}, {number}" if self.part else f"Paragraph {number}"


def readings_in_place(
    readings: Sequence[StoredReading],
    *,
    story: Story,
    source: Source,
    titles: Mapping[int, str],
    apparatus: Sequence[tuple[Place, ...]],
    roles: Mapping[int, tuple[PrintedRole, ...]],
) -> tuple[ReadingInPlace, ...]:
    """Return a statement's readings in the order of the columns, each in its paragraph, in two queries.

    ``apparatus`` is the alignment table line by line, empty where there is none. ``titles`` are the headlines
    of the articles as far as they are known, ``roles`` what they call the speaker, by the articles' keys.
    """
    keys = [reading.key for reading in readings]
    quotes = {row.pk: row.quote for row in Reading.objects.filter(pk__in=keys).select_related("quote")}
    omitted = _omitted(story)
    return tuple(
        _in_place(
            reading,
            column=(column := source.columns[reading.column]),
            quote=quotes[reading.key],
            places=apparatus[reading.row] if apparatus else (),
            omitted=omitted[column.article],
            title=titles[column.article],
            roles=roles.get(column.article, ()),
        )
        for reading in sorted(readings, key=lambda reading: (reading.column, reading.start))
    )


def _omitted(story: Story) -> dict[int, list[Passage]]:
    """Return what the current texts hold beside the article, by the articles' keys and in order."""
    found: dict[int, list[Passage]] = defaultdict(list)
    rows = Omission.objects.filter(revision__article__story=story, revision__is_current=True)
    for article, start, end in rows.order_by("start").values_list("revision__article", "start", "end"):
        found[article].append(Passage(start=start, end=end))
    return found


def _in_place(
    reading: StoredReading,
    *,
    column: Column,
    quote: Quote | None,
    places: tuple[Place, ...],
    omitted: Sequence[Passage],
    title: str,
    roles: tuple[PrintedRole, ...],
) -> ReadingInPlace:
    number = column.paragraph(reading.start)
    paragraph = _paragraph(column, reading)
    return ReadingInPlace(
        key=reading.key,
        column=column,
        kind=kind_in(column, reading.kind).capitalize(),
        quoted=reading.kind != Reading.Kind.REPORTED,
        is_fragment=reading.kind == Reading.Kind.PARTIAL,
        suggested=reading.suggested,
        part=_part(number, column=column, omitted=omitted, title=title),
        paragraph=number,
        paragraphs=len(column.paragraph_starts),
        before=_kept(column.text, paragraph.start, reading.start, omitted=omitted).lstrip(),
        words=reading.of(column.text),
        after=_kept(column.text, reading.end, paragraph.end, omitted=omitted).rstrip(),
        speaker_as_printed=quote.speaker_as_printed if quote else "",
        cue=quote.cue if quote else "",
        roles=roles,
        start=reading.start,
        end=reading.end,
        places=places,
    )


def _part(number: int, *, column: Column, omitted: Sequence[Passage], title: str) -> str:
    """Name a paragraph by its number if it is the headline, or the first or last of the article's own."""
    ends = (*column.paragraph_starts[1:], len(column.text))
    own = [
        (at, printed)
        for at, (start, end) in enumerate(zip(column.paragraph_starts, ends, strict=True), start=1)
        if (printed := _kept(column.text, start, end, omitted=omitted).strip())
    ]
    headline = own[0][0] if len(own) > 1 and _is_headline(own[0][1], title=title) else None
    body = [at for at, _ in own if at != headline]
    if number == headline:
        return "Headline"
    if body[:1] == [number]:
        return "First paragraph"
    return "Last paragraph" if body[-1:] == [number] else ""


def _is_headline(printed: str, *, title: str) -> bool:
    """Say whether an article's first line is its title, or one as headlines are: short, without an end."""
    if title and printed.casefold().split() == title.casefold().split():
        return True
    return len(printed) <= _LONGEST_HEADLINE and not printed.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)


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
