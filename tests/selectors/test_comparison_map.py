"""The strips and the map of the comparison as paths."""

from articles.selectors.comparison_map import Shade, overview, strip


def test_neighbouring_rows_of_one_shade_are_one_stretch():
    assert strip([0, 0, 4, None, None, 0]) == (
        Shade("gap", "M3 9h2v1h-2z"),
        Shade("h0", "M0 0h2v10h-2zM5 0h1v10h-1z"),
        Shade("h4", "M2 0h1v10h-1z"),
    )


def test_a_map_lays_the_columns_beside_each_other_and_leaves_gaps_empty():
    assert overview([[0, None], [2, 2]]) == (
        Shade("h0", "M0 0h0.86v1h-0.86z"),
        Shade("h2", "M1 0h0.86v2h-0.86z"),
    )


def test_nothing_draws_nothing():
    assert strip([]) == ()
    assert overview([]) == ()


def test_a_map_of_fifty_outlets_and_four_hundred_rows_is_small():
    heat = [0 if row % 7 else 3 for row in range(400)]

    assert sum(len(shade.path) for shade in overview([heat] * 50)) < 150_000
