"""The chart of who is quoted by whom: outlets down, speakers across, in each cell a share of quoted words.

                 Smith    Lammy    3 others    Unknown speaker    words
    Gazette      75 %     –        20 %        5 %                400
    Courier      –        100 %    –           –                  60

The most quoted speakers have columns of their own, the others share one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from articles.selectors.comparison_columns import Column
from articles.selectors.people_quoted import Talk, is_independent, share
from articles.selectors.people_speakers import UNKNOWN, Who
from articles.selectors.people_stored import StoredQuote

_COLUMNS_OF_CHART = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareHead:
    """A column of the chart: a speaker, by name and by key where it has one."""

    label: str
    key: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCell:
    """How much of an outlet's quoted words are one speaker's, 0 to 100, and whether nobody has more."""

    words: int
    share: float
    is_most: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """One article's quoted words by speaker; ``column`` is None for all independent printings together.

    ``most`` names who has the largest share where that is one of the others, with the share, 0 to 100.
    """

    column: Column | None
    words: int
    reported: int
    cells: tuple[ShareCell, ...]
    most: tuple[str, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Who has how much of which outlet's quoted words: outlets down, speakers across, the most quoted first.

    ``others_at`` is the index of the column that stands for several speakers, None where there is none;
    ``joint`` says that some words are of several speakers, and count for each; ``has_copies`` that the total
    leaves out articles which print another's report.
    """

    heads: tuple[ShareHead, ...]
    others_at: int | None
    joint: bool
    has_copies: bool
    rows: tuple[ShareRow, ...]
    total: ShareRow


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speakers:
    """Whom the chart has columns for: those shown each in their own, the others, and the unknown ones."""

    shown: Sequence[Talk]
    others: Sequence[Talk]
    unknown: Sequence[Talk]
    labels: Mapping[Who, str]

    @property
    def groups(self) -> list[Sequence[Talk]]:
        """Return the speakers of each column."""
        return [*([talk] for talk in self.shown), *(group for group in (self.others, self.unknown) if group)]

    @property
    def heads(self) -> tuple[ShareHead, ...]:
        """Return what stands over the columns."""
        return (
            *(
                ShareHead(label=self.labels[talk.who], key=talk.who if isinstance(talk.who, int) else None)
                for talk in self.shown
            ),
            *([ShareHead(label=f"{len(self.others)} others", key=None)] if self.others else []),
            *([ShareHead(label="Unknown speaker", key=None)] if self.unknown else []),
        )


def shares(
    talks: Mapping[Who, Talk],
    *,
    quotes: Sequence[StoredQuote],
    columns: Sequence[Column],
    labels: Mapping[Who, str],
) -> Shares | None:
    """Return the chart of who is quoted how much; None where nobody is. ``quotes`` are all of them, once."""
    speakers = _speakers(talks.values(), labels=labels)
    if not speakers.groups:
        return None
    quoted: Counter[int] = Counter()
    reported: Counter[int] = Counter()
    for quote in quotes:
        quoted[quote.column.article] += quote.quoted
        reported[quote.column.article] += quote.reported

    def row(column: Column | None, articles: Sequence[int]) -> ShareRow:
        words = sum(quoted[article] for article in articles)
        without_marks = sum(reported[article] for article in articles)
        return _row(column, articles, speakers=speakers, words=words, reported=without_marks)

    return Shares(
        heads=speakers.heads,
        others_at=len(speakers.shown) if speakers.others else None,
        joint=any(quote.quoted and ";" in quote.speaker for quote in quotes),
        has_copies=any(one.group != one.article for one in columns),
        rows=tuple(row(one, [one.article]) for one in columns if one.is_read and not one.foreign),
        total=row(None, [one.article for one in columns if is_independent(one)]),
    )


def _speakers(talks: Iterable[Talk], *, labels: Mapping[Who, str]) -> _Speakers:
    quoted = [talk for talk in talks if talk.quoted]
    known = [talk for talk in quoted if talk.who != UNKNOWN]
    # One more speaker takes no more room than a column that says “1 other”.
    shown = known if len(known) <= _COLUMNS_OF_CHART + 1 else known[:_COLUMNS_OF_CHART]
    return _Speakers(
        shown=shown,
        others=known[len(shown) :],
        unknown=[talk for talk in quoted if talk.who == UNKNOWN],
        labels=labels,
    )


def _row(
    column: Column | None, articles: Sequence[int], *, speakers: _Speakers, words: int, reported: int
) -> ShareRow:
    """Return the row of these articles, which quote so many ``words`` in all."""
    cells = [_words(group, articles) for group in speakers.groups]
    own = len(speakers.shown)
    other, of_other = max(
        ((speakers.labels[talk.who], _words([talk], articles)) for talk in speakers.others),
        key=itemgetter(1),
        default=("", 0),
    )
    most = max([of_other, *cells[:own]])
    return ShareRow(
        column=column,
        words=words,
        reported=reported,
        cells=tuple(
            ShareCell(words=cell, share=share(cell, words), is_most=at < own and 0 < cell == most)
            for at, cell in enumerate(cells)
        ),
        most=(other, share(of_other, words)) if of_other and of_other == most else None,
    )


def _words(group: Iterable[Talk], articles: Iterable[int]) -> int:
    spoken = (talk.by_article.get(article) for talk in group for article in articles)
    return sum(one.quoted for one in spoken if one)
