"""What somebody typed into the search, read as words to find.

    arms sales              both words, in any form: “sale of arms”
    "arms sales"            these words as printed, one after the other
    whistle-blowing         one after the other too, since hyphens come and go
    arms or weapons         one of them
    arms -Israel            without the word
    “arms sales             a mark that is not closed: both words, and a notice says so
    ???                     nothing to find

Every text can be read so; what cannot be followed is left out and told in a notice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery, SearchRank
from django.db.models import F, FloatField, Value

from articles.analysis.search_words import folded

LONGEST = 300
"""Characters that are read; nobody looks for more."""

_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_ITEM = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))')

_WORDS_OF_A_NAME = 6
_BY_LENGTH = 1
"""The database's word for dividing a rank by the logarithm of the text's length."""

_NOT_CLOSED = "A quotation mark is opened and not closed, so the words after it are looked for one by one."
_TOO_LONG = f"The search reads {LONGEST} characters. The rest was left out."
_NO_WORD = "There is no word or number in that to look for."


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that stand together, folded. ``exact`` ones were typed between marks and count as printed."""

    words: str
    exact: bool
    printed: str

    @property
    def query(self) -> SearchQuery:
        """Return the term as the database looks for it."""
        return SearchQuery(self.words, config="english", search_type="phrase")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to find: one term of each group, and none of ``without``."""

    typed: str = ""
    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return every term, in the order typed, those not wanted at the end."""
        return (*(term for group in self.groups for term in group), *self.without)

    @property
    def is_a_name(self) -> bool:
        """Say whether it could be somebody's name: a few words, all of them wanted."""
        are_all_wanted = not self.without and all(len(group) == 1 for group in self.groups)
        return are_all_wanted and 0 < len(folded(self.typed).split()) <= _WORDS_OF_A_NAME

    @property
    def wanted(self) -> SearchQuery | CombinedSearchQuery | None:
        """Return what the database ranks by and marks; None where there is nothing to find."""
        if not self.groups:
            return None
        return reduce(and_, [_any_of(group) for group in self.groups])

    def rank(self, vector: str, *, weights: list[float] | None = None) -> SearchRank | Value:
        """Return how well a row fits: better where the words stand close together in a short text."""
        if self.wanted is None:
            return Value(0.0, output_field=FloatField())
        return SearchRank(
            F(vector), self.wanted, weights=weights, normalization=Value(_BY_LENGTH), cover_density=True
        )

    def but_for(self, common: frozenset[str]) -> "Query":
        """Return the query without terms that are too common to be looked for, with a notice."""
        groups = [tuple(term for term in group if term.words not in common) for group in self.groups]
        left_out = [f"“{term.printed}”" for term in self.terms if term.words in common]
        if not left_out:
            return self
        are = "is too common a word" if len(left_out) == 1 else "are too common words"
        notice = f"{_listed(left_out)} {are} to look for by itself and was left out."
        if len(left_out) > 1:
            notice = notice.replace(" by itself and was", " and were")
        return Query(
            typed=self.typed,
            groups=tuple(group for group in groups if group),
            without=tuple(term for term in self.without if term.words not in common),
            notices=(*self.notices, notice),
        )

    @property
    def with_any_word(self) -> str:
        """Return the search for any of the words instead of all; empty where that would be the same."""
        if len(self.groups) < 2:
            return ""
        return " or ".join(
            f'"{term.printed}"' if term.exact else term.printed for group in self.groups for term in group
        )


NOTHING = Query()


def read_query(typed: str) -> Query:
    """Read what was typed."""
    notices = []
    text = " ".join(typed.replace("\0", " ").split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        notices.append(_TOO_LONG)
    straight = text.translate(_STRAIGHT)
    if straight.count('"') % 2:
        at = straight.rindex('"')
        straight = f"{straight[:at]} {straight[at + 1 :]}"
        notices.append(_NOT_CLOSED)
    groups: list[tuple[Term, ...]] = []
    without: list[Term] = []
    joined = False
    for negative, term in _items(straight):
        if term is None:
            joined = bool(groups)
        elif negative:
            without.append(term)
        elif joined:
            groups[-1] = (*groups[-1], term)
            joined = False
        else:
            groups.append((term,))
    if text and not groups and not without:
        notices.append(_NO_WORD)
    return Query(typed=text, groups=tuple(groups), without=tuple(without), notices=tuple(notices))


def _items(text: str) -> Iterator[tuple[bool, Term | None]]:
    """Yield each term and whether it is not wanted; None for an “or”."""
    for found in _ITEM.finditer(text):
        negative = found["minus"] is not None
        if found["phrase"] is None and not negative and found["plain"].casefold() == "or":
            yield False, None
            continue
        printed = found["plain"] if found["phrase"] is None else found["phrase"]
        words = folded(printed)
        if words:
            yield negative, Term(words=words, exact=found["phrase"] is not None, printed=printed.strip())


def _any_of(terms: tuple[Term, ...]) -> SearchQuery | CombinedSearchQuery:
    return reduce(or_, [term.query for term in terms])


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
