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

from articles.selectors.comparison_columns import Column
from articles.selectors.people_speakers import SpeakerIndex, Who
from articles.selectors.people_stored import StoredQuote


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


def is_independent(column: Column) -> bool:
    """Say whether an article counts in totals: it is an outlet's, and no copy of another's."""
    return column.group == column.article and not column.is_reference


def share(words: int, total: int) -> float:
    """Return which part of the total the words are, 0 to 100."""
    return 100 * words / total if total else 0


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
        share=share(quoted, of_article) if of_article else None,
        quotes=tuple(quotes),
    )


def _printed_as(quotes: Iterable[StoredQuote]) -> tuple[str, ...]:
    counted: dict[str, int] = defaultdict(int)
    for quote in quotes:
        counted[" ".join((quote.as_printed or quote.speaker).split())] += 1
    return tuple(sorted(filter(None, counted), key=lambda printed: -counted[printed]))
