"""Where outlets date the same event differently.

    A   Smith resigned on Friday.              (published on Monday 19 August)
    B   Smith resigned on Aug. 15.             date: “Friday” in A, “Aug. 15” in B

    A   Smith resigned on Friday.              B   Smith resigned on Aug. 16.
        nothing: one day

    A   The mine closed in August 2019.        B   The mine closed on 2 August 2019.
        nothing: the day lies in the month

    A   Smith said on Monday that he had left. B   Smith left on Sunday.
        nothing: the one dates the saying, the other the leaving

    A   The pair flew to Miami on Friday.      B   They were freed and flew home late on Thursday.
        nothing: two flights, for all the sentences tell

Only readings of one statement are compared, that share most of their words; only where each prints one date;
and only where both dates belong to the same word, no verb of saying, by a like preposition. What we had to
guess makes no difference: the year of a date without one, the week of a weekday, the day on which "yesterday"
was written. Weeks are too vague to be compared: "last week" may be the one before or the last seven days.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from articles.analysis.alignment import Statement
from articles.analysis.content_words import reduced
from articles.analysis.date_slots import TIMES_OF_DAY
from articles.analysis.dates import DateMention
from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.passages import tokens
from articles.analysis.word_lists import word_set
from articles.analysis.word_matching import FUNCTION_WORDS

_LIKE_PREPOSITIONS = (
    frozenset({"", "on", "in", "at", "during", "of", "for", "early", "late"}),
    frozenset({"since", "from"}),
    frozenset({"until", "till", "to", "through"}),
    frozenset({"by", "before"}),
    frozenset({"after"}),
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH_AND_DAY = re.compile(r"[A-Za-z]{3,}\.?[ \u00a0]\d|\d[a-z]{0,2}[ \u00a0](?:of[ \u00a0])?[A-Z]")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_RELATIVE = re.compile(r"\b(?:yesterday|today|tomorrow|tonight|ago|last|this|next)\b", re.IGNORECASE)
_SAME_EVENT = 0.6
"""The share of the shorter reading's words that both must print, and of its words that are no names."""
_SHARED_AT_LEAST = 3
_SAYING = word_set(
    "say tell add write report announce state note explain claim warn insist suggest argue tweet post "
    "publish deny confirm admit declare reply respond comment speak call ask statement interview"
)
"""One may say the same thing on two days."""
_NEAR = timedelta(days=1)
"""An outlet's day of publication may be another's: time zones, and late editions."""


@dataclass(frozen=True, slots=True)
class _Dating:
    """The only date of a reading, as printed, and whether it stands inside quotation marks."""

    article: int
    mention: DateMention
    printed: str
    quoted: bool
    words: frozenset[str]
    common: frozenset[str]

    def is_like(self, other: "_Dating") -> bool:
        """Say whether two readings tell the same: of the same people, and the same of them."""
        shared = len(self.words & other.words)
        fewest = min(len(self.words), len(other.words))
        fewest_common = min(len(self.common), len(other.common))
        return (
            shared >= max(_SHARED_AT_LEAST, _SAME_EVENT * fewest)
            and len(self.common & other.common) >= _SAME_EVENT * fewest_common
        )

    @property
    def last(self) -> date:
        """Return the last day that the date may mean."""
        first = self.mention.value
        if self.mention.precision == "year":
            return first.replace(month=12, day=31)
        if self.mention.precision == "month":
            return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return first


def find(
    *,
    statements: Sequence[Statement],
    dates: Sequence[Sequence[DateMention]],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return at most one difference for each statement, and one for the same printed dates.

    ``dates``, ``texts`` and ``outlets`` belong to the articles that the readings call by their index.
    """
    found: dict[tuple[Evidence, ...], Discrepancy] = {}
    for at, statement in enumerate(statements):
        datings = list(_datings(statement, dates, texts))
        differing = _differing(datings)
        if differing:
            discrepancy = _discrepancy(at, differing, outlets)
            found.setdefault(discrepancy.readings, discrepancy)
    return tuple(found.values())


def _datings(
    statement: Statement, dates: Sequence[Sequence[DateMention]], texts: Sequence[str]
) -> Iterator[_Dating]:
    for reading in statement.readings:
        inside = [mention for mention in dates[reading.article] if reading.covers(mention)]
        if len(inside) != 1 or reading.suggested or inside[0].precision == "week":
            continue
        (mention,) = inside
        text = texts[reading.article]
        said = [
            token
            for token in tokens(text, reading)
            if token.norm not in FUNCTION_WORDS | TIMES_OF_DAY and not token.overlaps(mention)
        ]
        yield _Dating(
            article=reading.article,
            mention=mention,
            printed=mention.of(text),
            quoted=reading.quote is not None and reading.kind != "reported",
            words=frozenset(reduced(token.norm) for token in said),
            common=frozenset(reduced(token.norm) for token in said if token.text.islower()),
        )


def _differing(datings: Sequence[_Dating]) -> list[_Dating]:
    """Return the dates in conflict, in printed order; an article that prints both sides takes no part."""
    pairs = [pair for pair in combinations(datings, 2) if pair[0].article != pair[1].article]
    agreeing = [pair for pair in pairs if _is_one_event(*pair) and not _conflict(*pair)]
    conflicts = [pair for pair in pairs if _is_one_event(*pair) and _conflict(*pair)]
    both = {
        one.article
        for mine, theirs in conflicts
        for one, other in ((mine, theirs), (theirs, mine))
        for pair in agreeing
        if other in pair and one.article in {dating.article for dating in pair}
    }
    kept = {
        (dating.article, dating.mention.start): dating
        for pair in conflicts
        for dating in pair
        if not both & {dating.article for dating in pair}
    }
    return [kept[place] for place in sorted(kept)]


def _is_one_event(one: _Dating, other: _Dating) -> bool:
    return (
        one.quoted == other.quoted
        and one.is_like(other)
        and _has_like_preposition(one.mention, other.mention)
        and (_has_same_governor(one.mention, other.mention) or one.words == other.words)
        and not {one.mention.governor, other.mention.governor} & _SAYING
    )


def _has_like_preposition(one: DateMention, other: DateMention) -> bool:
    return any({one.preposition, other.preposition} <= like for like in _LIKE_PREPOSITIONS)


def _has_same_governor(one: DateMention, other: DateMention) -> bool:
    return bool(one.governor) and reduced(one.governor) == reduced(other.governor)


def _conflict(one: _Dating, other: _Dating) -> bool:
    """Say whether two dates cannot be one, by what is printed and not by what we guessed."""
    if one.printed.casefold() == other.printed.casefold():
        return False
    relative = _is_relative(one) or _is_relative(other)
    if relative and one.quoted:
        return False
    near = _NEAR if relative else timedelta(0)
    if one.mention.value <= other.last + near and other.mention.value <= one.last + near:
        return False
    return not _is_guessed(one, other)


def _is_relative(dating: _Dating) -> bool:
    return bool(_RELATIVE.search(dating.printed))


def _is_guessed(one: _Dating, other: _Dating) -> bool:
    """Say whether two days differ only in the year or in the week that we supplied."""
    mine, theirs = one.mention.value, other.mention.value
    if not (_YEAR.search(one.printed) and _YEAR.search(other.printed)) and (mine.month, mine.day) == (
        theirs.month,
        theirs.day,
    ):
        return True
    weekdays = [dating for dating in (one, other) if _is_weekday_alone(dating)]
    return bool(weekdays) and (mine - theirs).days % 7 == 0


def _is_weekday_alone(dating: _Dating) -> bool:
    return bool(_WEEKDAY.search(dating.printed)) and not _MONTH_AND_DAY.search(dating.printed)


def _discrepancy(statement: int, differing: Sequence[_Dating], outlets: Sequence[str]) -> Discrepancy:
    parts = [f"“{dating.printed}” in {outlets[dating.article]}" for dating in differing]
    reckoned = any(_is_relative(dating) for dating in differing)
    return Discrepancy(
        kind="date",
        severity="high" if all(dating.quoted for dating in differing) else "medium",
        verdict=None if reckoned else "contradicting",
        summary=f"Dated differently: {', '.join(parts)}.",
        readings=tuple(
            Evidence(start=dating.mention.start, end=dating.mention.end, article=dating.article)
            for dating in differing
        ),
        statement=statement,
    )
