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
