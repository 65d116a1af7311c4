"""What is kept of tables and texts is what they say, whatever outlets print and whoever is the base."""

import json
import random
from dataclasses import replace

import pytest

from articles.analysis.collation import against, collate
from articles.analysis.passages import Passage, Token, tokens
from articles.models.values import table_from_json_text, table_to_json
from articles.selectors.comparison_base import Base
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_filter import is_wanted
from articles.selectors.comparison_forms import HeldAgainst
from articles.selectors.comparison_marks import departure
from articles.selectors.comparison_source import Source, StoredReading, StoredStatement, kept_source
from articles.selectors.marked_story import marked_story
from tests.big_story import big_story

WORDS = "We will close, the the – two “two depots” in spring; colour color Recognise 5 m early".split()
KINDS = ("verbatim", "reworded", "reported")


@pytest.fixture
def source(db):
    return kept_source(marked_story(big_story(outlets=4, statements=1).slug))


def random_texts(chance: random.Random, count: int) -> list[str]:
    """Return the words of as many outlets: some print the same, some nearly, some nothing alike."""
    first = chance.choices(WORDS, k=chance.randint(1, 12))
    texts = []
    for _ in range(count):
        words = [word for word in first if chance.random() > 0.2] or chance.choices(WORDS, k=5)
        if chance.random() < 0.3:
            words.insert(chance.randrange(len(words) + 1), chance.choice(WORDS))
        texts.append(" ".join(chance.choice((first, words))))
    return texts


def tokens_of(text: str) -> tuple[Token, ...]:
    return tokens(text, Passage(start=0, end=len(text)))


def random_story(source: Source, chance: random.Random) -> Source:
    """Return a story of one statement that every column prints in words drawn by chance."""
    texts = [text if tokens_of(text) else "Yes" for text in random_texts(chance, len(source.columns))]
    table = collate([tokens_of(text) for text in texts], [str(at) for at in range(len(texts))])
    readings = tuple(
        StoredReading(
            key=at + 1,
            column=at,
            row=at,
            start=0,
            end=len(text),
            context=Passage(start=0, end=len(text)),
            kind=chance.choice(KINDS),
            quoted=False,
            speaker_as_printed="",
            suggested=False,
            of_reference=False,
        )
        for at, text in enumerate(texts)
    )
    statement = StoredStatement(
        key=1,
        number=1,
        speaker="",
        collation=json.dumps(table_to_json(table), ensure_ascii=False),
        readings=readings,
        flags=(),
    )
    columns = tuple(replace(one, text=text) for one, text in zip(source.columns, texts, strict=True))
    return replace(source, columns=columns, statements=(statement,), state="")


@pytest.mark.parametrize("seed", range(40))
def test_each_base_and_each_form_differ_as_much_as_their_words(source, seed):
    story = random_story(source, random.Random(seed))  # noqa: S311 - nothing secret
    [statement] = story.statements
    table = table_from_json_text(statement.collation)
    for base in statement.readings:
        for show in ("changed", "every", "changed"):
            held = HeldAgainst(statement, source=story, base=Base(column=base.column, is_majority=False))
            for reading in statement.readings:
                marks = against(table, base=base.row, witness=reading.row)
                seen = departure(
                    reading,
                    text=story.columns[reading.column].text,
                    base=base,
                    base_text=story.columns[base.column].text,
                    marks=marks,
                    show=show,
                )
                if reading != base:
                    assert held.marks(reading) == marks
                    assert held.measure(reading, show=show) == seen.share


@pytest.mark.parametrize(
    "words", ["", "DEPOT", "the  board", "“no  such", "handed in their report. nobody", "0 before the end"]
)
def test_words_are_found_in_a_story_in_memory_as_in_one_that_is_read(source, words):
    choices = Choices(words=words)
    fresh = replace(source, state="")

    assert [is_wanted(one, source=source, choices=choices) for one in source.statements] == [
        is_wanted(one, source=fresh, choices=choices) for one in fresh.statements
    ]


def test_words_of_columns_that_are_not_shown_are_not_looked_for(source):
    [statement] = source.statements
    own = min(statement.readings, key=lambda one: one.column)
    words = own.context.of(source.columns[own.column].text)
    others = tuple(
        one for one in statement.readings if words not in one.context.of(source.columns[one.column].text)
    )
    shown = replace(
        source,
        shown=tuple(one.column for one in others),
        statements=(replace(statement, readings=others),),
    )

    assert is_wanted(statement, source=source, choices=Choices(words=words))
    assert not is_wanted(shown.statements[0], source=shown, choices=Choices(words=words))
