"""What holds of every alignment, whatever the articles say and editors ruled."""

import re
from collections.abc import Sequence
from itertools import combinations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.alignment import Statement, align
from articles.analysis.passages import Passage
from articles.analysis.quotes import Quote
from articles.analysis.rulings import Printed, Ruling
from articles.analysis.statement_units import Unit, units

WORDS = "ferry hull storm pump crack sailed warned owners radio dead burned Berg Haddad never 52 48".split()
SPEAKERS = ["Berg", "Haddad", "Berg; Haddad", None]
BLANK = spacy.blank("en")

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
printed = st.builds(
    lambda words, marked: f"“{words},” she said." if marked else f"{words}.", sentences, st.booleans()
)
texts = st.lists(printed, max_size=5).map("\n\n".join)
odd_texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("“”\n. 'aB"), max_size=120)

Article = tuple[str, tuple[str | None, ...]]
"""A text and who speaks its quotations, by turns."""
articles = st.tuples(texts, st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(SPEAKERS)))
stories = st.lists(articles, min_size=1, max_size=4)


def read(article: Article) -> tuple[str, list[Quote], tuple[Unit, ...]]:
    """Return a text with its quotations, one for each “…”, and its units."""
    text, speakers = article
    quotes = [
        Quote(
            start=match.start(),
            end=match.end(),
            segments=(Passage(start=match.start(1), end=match.end(1)),),
            type="direct",
            speaker=speakers[at % len(speakers)],
            speaker_as_printed=speakers[at % len(speakers)],
            speaker_at=None,
            cue="said",
        )
        for at, match in enumerate(re.finditer("“([^“”\n]+)”", text))
        if match.group(1).strip()
    ]
    return text, quotes, units(text, omitted=(), quotes=quotes, doc=BLANK(text))


def aligned(story: Sequence[Article], rulings: Sequence[Ruling] = ()) -> tuple[Statement, ...]:
    found = [read(article) for article in story]
    return align(
        [own for _, _, own in found],
        texts=[text for text, _, _ in found],
        quotes=[quotes for _, quotes, _ in found],
        entities=[],
        rulings=rulings,
    )


@given(stories, st.randoms())
def test_the_order_of_the_articles_changes_nothing_but_order(story, random):
    order = list(range(len(story)))
    random.shuffle(order)

    def told(statements: tuple[Statement, ...], names: Sequence[int]) -> list[object]:
        return sorted(
            sorted((names[r.article], r.start, r.end, r.kind, r.suggested) for r in one.readings)
            for one in statements
        )

    shuffled = aligned([story[at] for at in order])
    assert told(shuffled, order) == told(aligned(story), range(len(story)))


@given(stories)
def test_no_passage_is_surely_in_two_statements(story):
    sure = [
        (at, reading)
        for at, statement in enumerate(aligned(story))
        for reading in statement.readings
        if not reading.suggested
    ]
    for (one, mine), (other, theirs) in combinations(sure, 2):
        if one != other and mine.article == theirs.article:
            assert not mine.overlaps(theirs)


@given(stories)
def test_every_reading_is_words_of_its_article_and_every_row_has_a_sure_one(story):
    for statement in aligned(story):
        assert any(not reading.suggested for reading in statement.readings)
        for reading in statement.readings:
            assert reading.of(story[reading.article][0]).strip()
            assert reading.context.covers(reading)
            assert 0 <= reading.similarity <= 1


@given(st.lists(odd_texts, min_size=2, max_size=3))
def test_any_text_is_aligned(odd):
    for statement in aligned([(text, (None,)) for text in odd]):
        assert statement.readings


@given(stories, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.booleans()), max_size=4))
def test_what_editors_keep_apart_is_never_in_one_row_and_what_they_join_is(story, pairs):
    places = [
        Printed(article=at, start=unit.start, end=unit.end)
        for at, article in enumerate(story)
        for unit in read(article)[2]
    ]
    rulings = [
        Ruling(one=places[one % len(places)], other=places[other % len(places)], same=same)
        for one, other, same in pairs
        if places and places[one % len(places)] != places[other % len(places)]
    ]
    statements = aligned(story, rulings)
    apart = [ruling for ruling in rulings if not ruling.same]
    for ruling in apart:
        assert not any(_holds(one, ruling.one) and _holds(one, ruling.other) for one in statements)
    for ruling in rulings if not apart else []:
        if ruling.one.article != ruling.other.article:
            assert any(_holds(one, ruling.one) and _holds(one, ruling.other) for one in statements)


def _holds(statement: Statement, place: Printed) -> bool:
    return any(reading.article == place.article and reading.overlaps(place) for reading in statement.readings)
