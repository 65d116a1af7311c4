"""Who is quoted by whom, and how much.

    an outlet prints 400 words inside quotation marks, 300 of them Smith's      Smith has 75 % of them
    … and reports what the ministry said, without marks, in 50 words            counted apart

Each outlet's share is of its own quoted words, so that a long article and a short one compare. What two
people said together counts for each of them. Copies of a report say the same again, and are left out of the
totals.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from articles.selectors.comparison_columns import Column
from articles.selectors.people_speakers import UNKNOWN, SpeakerIndex, Who
from articles.selectors.people_stored import StoredQuote

_COLUMNS_OF_CHART = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What one article prints of one speaker: words inside marks and without, and the quotes themselves.

    ``share`` is the part of the article's quoted words, 0 to 100; None where it quotes nobody.
    """

    column: Column
    quoted: int
    reported: int
    share: float | None
    quotes: tuple[StoredQuote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """All that one speaker says in a story, by article.

    ``quoted`` and ``reported`` are the words in all independent printings; ``printed_as`` are the names that
    the quotes give to the speaker, the most frequent first.
    """

    who: Who
    printed_as: tuple[str, ...]
    quoted: int
    reported: int
    by_article: Mapping[int, Spoken]

    @property
    def has_quoted(self) -> bool:
        """Say whether any article prints its words inside quotation marks."""
        return any(spoken.quoted for spoken in self.by_article.values())

    @property
    def quotes(self) -> int:
        """Count the quotes, in all articles."""
        return sum(len(spoken.quotes) for spoken in self.by_article.values())


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


def talks(quotes: Iterable[StoredQuote], *, index: SpeakerIndex) -> dict[Who, Talk]:
    """Return what each speaker says, the most quoted first, then the most reported."""
    of_article: Counter[int] = Counter()
    by_speaker: dict[Who, dict[int, list[StoredQuote]]] = defaultdict(lambda: defaultdict(list))
    for quote in quotes:
        of_article[quote.column.article] += quote.quoted
        for who in index.find(quote.speaker):
            by_speaker[who][quote.column.article].append(quote)
    found = [_talk(who, its_quotes, of_article) for who, its_quotes in by_speaker.items()]
    return {talk.who: talk for talk in sorted(found, key=lambda talk: (-talk.quoted, -talk.reported))}


def shares(
    talks: Mapping[Who, Talk],
    *,
    quotes: Iterable[StoredQuote],
    columns: Sequence[Column],
    labels: Mapping[Who, str],
) -> Shares | None:
    """Return the chart of who is quoted how much; None where nobody is. ``quotes`` are all of them, once."""
    quoted: Counter[int] = Counter()
    reported: Counter[int] = Counter()
    joint = False
    for quote in quotes:
        quoted[quote.column.article] += quote.quoted
        reported[quote.column.article] += quote.reported
        joint = joint or bool(quote.quoted and ";" in quote.speaker)
    speaking = [talk for talk in talks.values() if talk.quoted and talk.who != UNKNOWN]
    unknown = [talk for who, talk in talks.items() if who == UNKNOWN and talk.quoted]
    if not speaking and not unknown:
        return None
    # One more speaker takes no more room than a column that says “1 other”.
    shown = speaking if len(speaking) <= _COLUMNS_OF_CHART + 1 else speaking[:_COLUMNS_OF_CHART]
    others = speaking[len(shown) :]
    groups = [[talk] for talk in shown] + [group for group in (others, unknown) if group]
    heads = [
        *(
            ShareHead(label=labels[talk.who], key=talk.who if isinstance(talk.who, int) else None)
            for talk in shown
        ),
        *([ShareHead(label=f"{len(others)} others", key=None)] if others else []),
        *([ShareHead(label="Unknown speaker", key=None)] if unknown else []),
    ]

    def row(column: Column | None, articles: Sequence[int]) -> ShareRow:
        total = sum(quoted[article] for article in articles)
        cells = [_words(group, articles) for group in groups]
        other, of_other = max(
            ((labels[talk.who], _words([talk], articles)) for talk in others),
            key=itemgetter(1),
            default=("", 0),
        )
        most = max([of_other, *cells[: len(shown)]])
        return ShareRow(
            column=column,
            words=total,
            reported=sum(reported[article] for article in articles),
            cells=tuple(
                ShareCell(
                    words=words,
                    share=_share(words, total),
                    is_most=at < len(shown) and 0 < words == most,
                )
                for at, words in enumerate(cells)
            ),
            most=(other, _share(of_other, total)) if of_other and of_other == most else None,
        )

    return Shares(
        heads=tuple(heads),
        others_at=len(shown) if others else None,
        joint=joint,
        has_copies=any(one.group != one.article for one in columns),
        rows=tuple(row(one, [one.article]) for one in columns if one.is_read and not one.foreign),
        total=row(None, [one.article for one in columns if is_independent(one)]),
    )


def is_independent(column: Column) -> bool:
    """Say whether an article counts in totals: it is an outlet's, and no copy of another's."""
    return column.group == column.article and not column.is_reference


def _talk(who: Who, by_article: Mapping[int, Sequence[StoredQuote]], of_article: Mapping[int, int]) -> Talk:
    spoken = {
        article: _spoken(quotes, of_article=of_article[article]) for article, quotes in by_article.items()
    }
    independent = [one for one in spoken.values() if is_independent(one.column)]
    return Talk(
        who=who,
        printed_as=_printed_as(quote for quotes in by_article.values() for quote in quotes),
        quoted=sum(one.quoted for one in independent),
        reported=sum(one.reported for one in independent),
        by_article=spoken,
    )


def _spoken(quotes: Sequence[StoredQuote], *, of_article: int) -> Spoken:
    quoted = sum(quote.quoted for quote in quotes)
    return Spoken(
        column=quotes[0].column,
        quoted=quoted,
        reported=sum(quote.reported for quote in quotes),
        share=_share(quoted, of_article) if of_article else None,
        quotes=tuple(quotes),
    )


def _printed_as(quotes: Iterable[StoredQuote]) -> tuple[str, ...]:
    counted: dict[str, int] = defaultdict(int)
    for quote in quotes:
        counted[" ".join((quote.as_printed or quote.speaker).split())] += 1
    return tuple(sorted(filter(None, counted), key=lambda printed: -counted[printed]))


def _share(words: int, total: int) -> float:
    return 100 * words / total if total else 0


def _words(group: Iterable[Talk], articles: Iterable[int]) -> int:
    spoken = (talk.by_article.get(article) for talk in group for article in articles)
    return sum(one.quoted for one in spoken if one)
