"""The alignment table as a reader sees it."""

from articles.analysis.collation import collate
from articles.analysis.passages import Passage, tokens
from articles.selectors.apparatus import Place, lines


def table_of(*readings: str) -> tuple[tuple[Place, ...], ...]:
    found = [tokens(text, Passage(start=0, end=len(text))) for text in readings]
    return lines(collate(found, [str(at) for at in range(len(readings))]))


def test_what_most_readings_print_stands_back_behind_the_odd_one():
    first, second, odd = table_of("a long career abroad", "a long career abroad", "a long career ashore")
    assert [place.text for place in first] == ["a long career", "abroad"]
    assert [place.common for place in first] == [place.common for place in second] == [False, True]
    assert (odd[-1].text, odd[-1].common, odd[-1].variant) == ("ashore", False, "substantive")


def test_of_two_readings_neither_is_what_most_print():
    assert not any(place.common for line in table_of("we may go", "we must go") for place in line)


def test_printing_nothing_is_common_where_one_reading_alone_has_a_word():
    plain, other, longer = table_of(
        "a diplomat resigned", "a diplomat resigned", "a senior diplomat resigned"
    )
    assert [(place.text, place.common) for place in longer][1] == ("senior", False)
    assert plain[1].common
    assert other[1].common
    assert not plain[1].text


def test_a_fragment_has_no_say_about_places_that_it_does_not_reach():
    whole, changed, fragment = table_of("we shall appeal now", "we shall appeal today", "shall appeal")
    assert fragment[-1].outside
    assert not whole[-1].common
    assert not changed[-1].common


def test_a_line_has_every_word_of_its_reading():
    (line,) = table_of("“We won,” she said.")
    assert "".join(place.text for place in line) == "We won,” she said"
