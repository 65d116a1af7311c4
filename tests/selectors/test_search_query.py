"""What was typed, read as words to find."""

import pytest

from articles.selectors.search_query import LONGEST, read_query


def said(typed):
    query = read_query(typed)
    groups = [[(term.words, term.exact) for term in group] for group in query.groups]
    return groups, [term.words for term in query.without]


@pytest.mark.parametrize(
    ("typed", "groups", "without"),
    [
        ("arms sales", [[("arms", False)], [("sales", False)]], []),
        ('"arms  sales"', [[("arms sales", True)]], []),
        ("“arms sales” «now»", [[("arms sales", True)], [("now", True)]], []),
        ("whistle-blowing", [[("whistle blowing", False)]], []),
        ("arms or guns OR tanks", [[("arms", False), ("guns", False), ("tanks", False)]], []),
        ("arms -Israel -\"the letter\"", [[("arms", False)]], ["israel", "the letter"]),
        ("or arms or", [[("arms", False)]], []),
        ("-arms", [], ["arms"]),
        ("???", [], []),
        ("", [], []),
        ("\0", [], []),
        ("'; DROP TABLE x; --", [[("drop", False)], [("table", False)], [("x", False)]], []),
        ("a & b | !c:*", [[("a", False)], [("b", False)], [("c", False)]], []),
    ],
)  # fmt: skip
def test_it_reads(typed, groups, without):
    assert said(typed) == (groups, without)


@pytest.mark.parametrize(
    ("typed", "notice"),
    [
        ('"arms sales', "not closed"),
        ('one "two" "three', "not closed"),
        ("???", "no word or number"),
        ("x" * 10_000, f"reads {LONGEST} characters"),
    ],
)
def test_it_says_what_it_could_not_follow(typed, notice):
    (told,) = read_query(typed).notices

    assert notice in told


def test_words_of_a_mark_that_is_not_closed_are_found_one_by_one():
    assert said('"arms sales')[0] == [[("arms", False)], [("sales", False)]]


def test_it_leaves_out_common_words_with_a_notice():
    query = read_query("the arms or of sales -and").but_for(frozenset({"the", "of", "and"}))

    assert [[term.words for term in group] for group in query.groups] == [["arms"], ["sales"]]
    assert query.without == ()
    assert "“the”, “of” and “and” are too common words" in query.notices[0]


def test_it_offers_any_of_the_words_where_there_are_several():
    assert read_query('arms "to sell" or sale').with_any_word == 'arms or "to sell" or sale'
    assert read_query("arms").with_any_word == ""
