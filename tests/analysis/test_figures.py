"""Numbers, what they count, and which figures of a story count the same thing."""

import tomllib
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis import figures, nlp, quantities
from articles.analysis.figures import Figure

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "figures.toml").read_text())["case"]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def read(text: str, published: date | None = None) -> tuple[Figure, ...]:
    found, _dates = figures.find(nlp.parse(text), published=published)
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_sentence_has_the_figures_of_the_case(case: dict[str, Any]):
    found = read(case["text"])
    assert [figure.of(case["text"]) for figure in found] == [
        expected["text"] for expected in case.get("figures", [])
    ], [(figure.of(case["text"]), figure) for figure in found]
    for figure, expected in zip(found, case.get("figures", []), strict=True):
        for key, value in expected.items():
            if key in {"value", "second"}:
                assert getattr(figure, key) == Decimal(value), (key, figure)
            elif key == "as_of":
                assert figure.as_of == date.fromisoformat(value)
            elif key != "text":
                assert (getattr(figure, key) or "") == value, (key, figure)


def subjects(*texts: str) -> list[set[str]]:
    """Return the joined figures of several articles, as printed."""
    articles = [read(text) for text in texts]
    return [
        {reading.of(texts[reading.article]) for reading in subject.readings}
        for subject in figures.join(articles)
    ]


def test_it_joins_figures_that_count_the_same_thing():
    assert subjects(
        "Since 2008, the UK has licensed arms worth more than £576 million to Israel.",
        "The campaign reported that since 2008, the UK has granted licenses for weapons exports to Israel "
        "worth £574 million.",
    ) == [{"£576 million", "£574 million"}]


def test_it_leaves_apart_what_only_has_the_number_in_common():
    assert (
        subjects(
            "Over 300 licences for exports are still active, the department said.",
            "Up to 300 Foreign Office staff raised concerns about exports, the union said.",
        )
        == []
    )


def test_it_leaves_apart_different_counts_of_people():
    assert (
        subjects(
            "The war has killed more than 40,000 Palestinians, health authorities said.",
            "The war has displaced most of the territory's 2.3 million residents, aid agencies said.",
        )
        == []
    )


def test_it_leaves_apart_figures_for_different_years():
    assert (
        subjects(
            "The Storm King fire killed 14 firefighters in 1994.",
            "A blaze in light chaparral killed 25 firefighters in 1933.",
        )
        == []
    )


def test_it_leaves_apart_the_whole_and_a_part_of_it():
    joined = subjects(
        "In all 137 villagers were killed in the flood, the ministry said.",
        "The ministry said 54 of the 137 villagers killed in the flood were children.",
    )
    assert not any({"137", "54"} <= subject for subject in joined)


def test_it_does_not_set_an_outlet_against_a_figure_that_it_prints_too():
    first = "The army freed 12 boys from the cave. The army then freed eight boys from the cave at night."
    second = "The army freed eight boys from the cave."
    assert all(len(subject) == 1 for subject in subjects(first, second))


def test_it_joins_the_tolls_that_the_leads_of_a_story_give():
    assert subjects(
        "At least 36 people were killed in clashes on Friday, officials said.",
        "The violence in the capital left 41 dead, a hospital said.",
    ) == [{"36", "41"}]


def test_the_seeds_figures_join_as_an_editor_would():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    joined = subjects(*texts)
    assert {"£576 million", "£574 million"} in joined
    assert {"108", "42"} in joined
    assert {"40,000"} in joined
    assert not any({"300"} & subject and len(subject) > 1 for subject in joined)


@settings(max_examples=60)
@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            [
                *(
                    "two",
                    "a",
                    "half",
                    "half a",
                    "dozen",
                    "million",
                    "hundreds",
                    "$",
                    "£",
                    "1,000",
                    "3.5",
                    "bn",
                    "10,",
                ),
                *(
                    "%",
                    "per cent",
                    "to",
                    "-",
                    "and",
                    "one in",
                    "out of",
                    "votes to",
                    "May",
                    "7",
                    "2024",
                    "Friday",
                ),
                *(
                    "Rs",
                    "crore",
                    "ft",
                    "10in",
                    "C",
                    "degrees",
                    "minus 5",
                    "°F",
                    "miles",
                    "in his 30s",
                    "p",
                    "cents",
                ),
                *(
                    "third",
                    "consecutive",
                    "aged 5",
                    "(34)",
                    "(",
                    ")",
                    "voted",
                    "won",
                    "a day",
                    "last year",
                    "US$",
                ),
                *("people", "of", "since", "between", "as of", "year-old", ",", ".", "\n", "9" * 40),
            ]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_it_reads_any_text_without_an_exception(text: str):
    found, mentions = figures.find(nlp.parse(text), published=date(2024, 8, 19))
    for passage in (*found, *mentions):
        assert 0 <= passage.start < passage.end <= len(text)
    for figure in found:
        assert figure.value.is_finite()
        assert figure.second is None or figure.second.is_finite()
    figures.join([found, found])


@settings(max_examples=400)
@given(
    st.text(max_size=60)
    | st.text(alphabet="0123456789.,-–:/ £$€%°'CFpmkb()", max_size=60)
    | st.text(alphabet="0123456789 ٣४½⅔\u00a0\u202f‑", max_size=40)
)
def test_quantities_lie_in_the_text_in_order(text: str):
    found = quantities.find(text)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for quantity in found:
        assert quantity.of(text).strip()
        assert quantity.value.is_finite()
