"""The choices of Compare as an address."""

from articles.selectors.comparison_choices import Choices


def test_only_what_departs_from_the_default_is_written():
    assert Choices().query == ""
    assert Choices(base=3, words="depots", changes_only=True).query == "?base=3&changes=1&words=depots"


def test_articles_are_written_with_dots_between_them():
    assert Choices(order=(3, 1), hide=(4, 5), pin=3, by=1).query == "?order=3.1&hide=4.5&pin=3&by=1"


def test_to_show_all_rows_keeps_the_columns_and_their_order():
    chosen = Choices(base="majority", hide=(4,), by=1, speaker="Ada Low", kind="any", shared_only=True)

    assert chosen.filter_count == 3
    assert chosen.unfiltered.query == "?base=majority&hide=4&by=1"
