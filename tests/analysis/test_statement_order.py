"""The order of the rows: what outlets share as the story unfolds, then what each has alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.statement_order import in_story_order


def ordered(*articles: str) -> str:
    """Return the statements in order; each article is given as what it prints, from first to last."""
    names = sorted(set("".join(articles)))
    places = [
        [
            (article, start)
            for article, printed in enumerate(articles)
            for start, one in enumerate(printed)
            if one == name
        ]
        for name in names
    ]
    return "".join(names[at] for at in in_story_order(places))


@pytest.mark.parametrize(
    ("articles", "expected", "why"),
    [
        (["1234", "153", "2546"], "125346", "a row that the leader lacks stands between its neighbours"),
        (["1234", "1234", "15", "5"], "15234", "and right behind the one before it"),
        (["1234", "1234", "53", "5"], "12534", "what nothing precedes stands before what it precedes"),
        (["1234", "1234", "51", "52"], "51234", "but opens the story if it stands before all of it"),
        (["1234", "1234", "51", "15"], "15234", "not if one article alone prints it first"),
        (["12", "1256", "65", "5"], "1256", "of two that disagree, the more widely printed one leads"),
        (["x12y3", "z132"], "123xyz", "what one alone has comes last, outlet by outlet, as it prints it"),
        (["123", "321", "a2"], "123a", "a row of one's own is not slotted in"),
        (["1213", "2131"], "123", "of several readings the first counts"),
        ([], "", "nothing has no order"),
        (["21"], "21", "one article alone keeps its own order"),
    ],
)
def test_statements_stand_as_the_story_unfolds(articles, expected, why):
    assert ordered(*articles) == expected, why


PLACES = st.lists(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 40)), min_size=1, max_size=5), max_size=12
)


@given(PLACES)
def test_every_statement_stands_once_and_shared_ones_come_first(places):
    order = in_story_order(places)
    assert sorted(order) == list(range(len(places)))
    alone = [len({article for article, _ in places[at]}) < 2 for at in order]
    assert alone == sorted(alone)
