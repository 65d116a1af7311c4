"""Words as a search compares them."""

import pytest

from articles.analysis.passages import Passage
from articles.analysis.search_words import folded, folded_passages, folded_words


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Whistle-blowing, SAID he.", "whistle blowing said he"),
        ("Séjourné’s café", "sejourne s cafe"),
        ("cafe\u0301", "cafe"),
        ("Straße, Łódź, Æsop", "strasse lodz aesop"),
        ("the U.S. and the U.K too", "the us and the uk too"),
        ("£10,000.50 in 2024.", "10000.50 in 2024"),
        ("an F35, an F-35", "an f 35 an f 35"),
        ("over.The next", "over the next"),
        ("<script>alert('x')</script>", "script alert x script"),
        ("Здравствуй, мир", "здравствуи мир"),
        ("??? … “”", ""),
        ("", ""),
    ],
)
def test_it_folds(printed, expected):
    assert folded(printed) == expected


@pytest.mark.parametrize(
    "printed", ["The U.S. paid £10,000.50.", "“It’s F-35s”, cafe\u0301 ½ said", "ﬁne İstanbul a_b 1.2.3"]
)
def test_every_folded_word_has_its_place(printed):
    places = list(folded_words(printed, within=Passage(start=0, end=len(printed))))

    assert [folded(place.of(printed)) for place in places] == folded(printed).split()


def test_no_phrase_runs_from_one_passage_into_the_next():
    text = "We close. “Nobody asked.” The depots."

    own = [Passage(start=0, end=9), Passage(start=26, end=37)]

    assert folded_passages(text, own) == "we close a a the depots"
