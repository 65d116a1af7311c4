"""Two articles side by side: both whole texts as printed, the passages that say the same linked.

Everything is read in eight queries, however long the texts are and however much they share.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch

from articles.analysis.passages import Passage, normalised_words
from articles.models import Origin, Reading, Revision
from articles.selectors.article_facts import ArticleFacts, article_facts
from articles.selectors.marked_text import Mark
from articles.selectors.reader_articles import Offer
from articles.selectors.reader_flags import FlagMark, flag_marks
from articles.selectors.reader_links import End, link
from articles.selectors.reader_pairs import SIDES, BoundPair, Side, bound_pairs
from articles.selectors.reader_paragraphs import (
    Paragraph,
    Partner,
    link_mark,
    omission_marks,
    set_paragraphs,
    set_passage,
)
from articles.selectors.reader_words import WordMark


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderText:
    """One of the two articles. ``per_cent`` of its own words stand in passages that the other prints too.

    ``is_read`` tells whether the machine has read it.
    """

    side: Side
    name: str
    facts: ArticleFacts
    is_read: bool
    words: int
    per_cent: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEntry:
    """A link as the table under the texts lists it; ``row`` is its row of Compare, counted from 1.

    The paragraphs are counted from 1. ``places`` is how many places of it differ in words.
    """

    number: int
    statement: int
    row: int
    speaker: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    suggested: bool
    places: int
    other_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage:
    """Two articles ready to be set side by side, and the links between them in the order of the left one."""

    left: ReaderText
    right: ReaderText
    links: tuple[LinkEntry, ...]

    @property
    def sure(self) -> int:
        """Return how many links are more than suggested."""
        return sum(not one.suggested for one in self.links)

    @property
    def statements(self) -> int:
        """Count the statements that both surely print: one of them may stand in several passages."""
        return len({one.statement for one in self.links if not one.suggested})


def reader_page(left: Offer, right: Offer) -> ReaderPage:
    """Return two articles of one story side by side."""
    offers = (left, right)
    revisions = _revisions(offers)
    texts = (revisions[0].text, revisions[1].text)
    readings = list(
        Reading.objects.filter(revision__in=revisions)
        .select_related("statement")
        .defer("statement__collation")
        .order_by("start", "pk")
    )
    links = link(*(_ends(readings, revision) for revision in revisions))
    pairs = bound_pairs(links, texts=texts)
    flags = flag_marks({revision.pk: revision.text for revision in revisions}, readings=readings)
    sides = [
        _text(at, offers[at].name, revisions, pairs=pairs, flags=flags[revisions[at].pk]) for at in (0, 1)
    ]
    return ReaderPage(left=sides[0], right=sides[1], links=tuple(_entries(pairs, readings)))


def _revisions(offers: Sequence[Offer]) -> list[Revision]:
    keys = [offer.revision for offer in offers]
    found = (
        Revision.objects.filter(pk__in=keys)
        .select_related("article__outlet", "article__copy_of")
        .defer("analysis")
        .prefetch_related("omissions", Prefetch("origins", Origin.objects.select_related("other__outlet")))
    )
    return sorted(found, key=lambda revision: keys.index(revision.pk))


def _ends(readings: Iterable[Reading], revision: Revision) -> list[End]:
    return [
        End(
            key=reading.pk,
            start=reading.start,
            end=reading.end,
            statement=reading.statement_id,
            suggested=reading.suggested,
            words=frozenset(normalised_words(revision.text, Passage(start=reading.start, end=reading.end))),
        )
        for reading in readings
        if reading.revision_id == revision.pk
    ]


def _text(
    at: int,
    name: str,
    revisions: Sequence[Revision],
    *,
    pairs: Sequence[BoundPair],
    flags: Sequence[FlagMark],
) -> ReaderText:
    """Return the left text (``at`` 0) or the right one with everything that is shown in it."""
    own = revisions[at]
    omitted = omission_marks(own.omissions.all())
    linked = {
        one.joints[at].name: link_mark(one.ends[at], joint=one.joints[at], text=own.text) for one in pairs
    }
    marks: list[Mark] = [*linked.values(), *omitted, *flags]
    marks += [mark for one in pairs for mark in _word_marks(one, at)]
    partners = [
        (linked[one.joints[at].name], _partner(one, at=at, text=revisions[1 - at].text)) for one in pairs
    ]
    words = len(own.text.split()) - _words_in(own.text, omitted)
    shared = _words_in(own.text, [one.ends[at] for one in pairs if not one.link.suggested])
    return ReaderText(
        side=SIDES[at],
        name=name,
        facts=article_facts(own.article, revision=own),
        is_read=own.analysis_version is not None,
        words=words,
        per_cent=round(100 * shared / max(1, words)),
        paragraphs=set_paragraphs(own.text, marks=marks, partners=partners),
    )


def _partner(pair: BoundPair, *, at: int, text: str) -> Partner:
    """Return what the other ``text`` prints for a pair's passage in this one."""
    return Partner(
        joint=pair.joints[at],
        stretches=set_passage(text, passage=pair.ends[1 - at], words=_word_marks(pair, 1 - at)),
        other_words=pair.words.other_words,
    )


def _word_marks(pair: BoundPair, at: int) -> tuple[WordMark, ...]:
    return (pair.words.left, pair.words.right)[at]


def _words_in(text: str, passages: Iterable[Passage]) -> int:
    """Count the words that stand in any of the passages, each once."""
    counted, reached = 0, 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        counted += len(text[max(passage.start, reached) : passage.end].split())
        reached = max(reached, passage.end)
    return counted


def _entries(pairs: Sequence[BoundPair], readings: Sequence[Reading]) -> Iterator[LinkEntry]:
    statements = {reading.statement_id: reading.statement for reading in readings}
    quoted = {reading.statement_id for reading in readings if reading.quote_id}
    for one, group in groupby(pairs, key=lambda pair: pair.link):
        together = list(group)
        statement = statements[one.statement]
        yield LinkEntry(
            number=one.number,
            statement=one.statement,
            row=statement.position + 1,
            speaker=statement.speaker or ("Unknown speaker" if one.statement in quoted else "Reported fact"),
            left=_once(pair.joints[1].paragraph for pair in together),
            right=_once(pair.joints[0].paragraph for pair in together),
            suggested=one.suggested,
            places=sum(pair.words.places for pair in together),
            other_words=any(pair.words.other_words for pair in together),
        )


def _once(paragraphs: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(paragraphs))
