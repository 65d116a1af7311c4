"""How much of its story each outlet carries."""

import pytest

from articles.selectors.stories import Stretch, list_stories, stretches
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([], []),
        ([4], [(4, 1)]),
        ([0, 1, 2, 5], [(0, 3), (5, 1)]),
        ([5, 1, 0, 1], [(0, 2), (5, 1)]),
    ],
)
def test_it_joins_neighbouring_statements_to_stretches(positions, expected):
    assert stretches(positions) == tuple(Stretch(first=first, length=length) for first, length in expected)


@pytest.mark.django_db
def test_it_counts_outlets_statements_and_discrepancies_apart():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    statements = [
        make_statement(story, Said(one, f"We close depot {number}."), Said(other, f"We shut depot {number}."))
        for number in range(3)
    ]
    make_discrepancy(statements[0], "wording", "a", (one, "close"), (other, "shut"))
    make_discrepancy(statements[1], "wording", "b", (one, "close"), severity="low")
    make_discrepancy(statements[2], "wording", "c", (one, "close"), status="dismissed")
    gone = make_discrepancy(statements[2], "wording", "d", (one, "close"))
    gone.superseded = True
    gone.save()

    (entry,) = list_stories()

    assert (entry.outlets, entry.statements, entry.open, entry.serious) == (2, 3, 2, 1)


@pytest.mark.django_db
def test_it_leaves_out_suggested_readings():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(one, "We close."), Said(other, "It may shut.", suggested=True))

    (entry,) = list_stories()

    assert [coverage.carried for coverage in entry.coverage] == [1, 0]


@pytest.mark.django_db
def test_it_gives_the_days_of_the_first_and_last_dated_article():
    story = make_story()
    make_article(story, "Gazette", published=None)

    (entry,) = list_stories()

    assert (entry.first_day, entry.last_day) == (None, None)
