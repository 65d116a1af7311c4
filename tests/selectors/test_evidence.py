"""Finding the sentence around the differing words."""

import pytest

from articles.analysis.passages import Passage
from articles.selectors.evidence import SentenceFinder

TEXT = "They close. Mr. Low said: “We shut it.”\n\nNobody asked.\nIt is late."


def around(words: str) -> tuple[int, str]:
    start = TEXT.index(words)
    number, sentence = SentenceFinder(TEXT).around(Passage(start=start, end=start + len(words)))
    return number, sentence.of(TEXT)


@pytest.mark.parametrize(
    ("words", "paragraph", "sentence"),
    [
        ("close", 1, "They close."),
        ("Low", 1, "Mr. Low said: “We shut it.”"),
        ("asked", 2, "Nobody asked."),
        ("close. Mr", 1, "They close. Mr. Low said: “We shut it.”"),
        ("asked.\nIt", 2, "Nobody asked.\nIt is late."),
        ("\n\n", 2, "\n\n"),
    ],
)
def test_it_finds_the_sentences_that_hold_the_words(words, paragraph, sentence):
    assert around(words) == (paragraph, sentence)


@pytest.mark.parametrize(
    ("words", "omitted", "sentence"),
    [
        ("closed", ["date 2024-05-01"], "Ada closed it."),
        ("Ada", ["date 2024-05-01"], "Ada closed it."),
        ("closed", ["it."], "date 2024-05-01 Ada closed"),
        ("2024", ["date 2024-05-01"], "date 2024-05-01 Ada closed it."),
        ("closed", ["Bea left."], "date 2024-05-01 Ada closed it."),
    ],
)
def test_it_leaves_out_what_is_no_part_of_the_article(words, omitted, sentence):
    text = " date 2024-05-01 Ada closed it.\n\nBea left."
    passages = [
        Passage(start=text.index(printed), end=text.index(printed) + len(printed)) for printed in omitted
    ]
    place = Passage(start=text.index(words), end=text.index(words) + len(words))

    assert SentenceFinder(text, omitted=passages).around(place)[1].of(text) == sentence
