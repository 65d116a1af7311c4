import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis import copies, quotes
from articles.analysis.copies import Origin, Source
from articles.analysis.credits import credit_of
from articles.analysis.printings import Printing, groups

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "copies.toml").read_text("utf-8"))
SEEDS = Path(__file__).parents[2] / "seeds"


def source(text: str, *, outlet: str = "Gazette", published: date | None = None) -> Source:
    found, _ = quotes.find(text)
    return Source(text=text, outlet=outlet, published=published, omitted=(), quotes=found)


def story(case: dict) -> list[Source]:
    return [
        source(
            "\n\n".join(CASES["blocks"][name] for name in one["texts"]),
            outlet=one["outlet"],
            published=one.get("published"),
        )
        for one in case["articles"]
    ]


@pytest.mark.parametrize("case", CASES["credit"], ids=lambda case: case["why"])
def test_it_reads_what_a_text_says_of_its_source(case):
    credit = credit_of(case["text"], outlet=case.get("outlet", "Gazette"))
    found = [credit.source, credit.basis, "whole" if credit.whole else "part"] if credit else []
    assert found == case.get("expected", [])
    assert (credit.of(case["text"]) if credit else "") == case.get("words", "")


@pytest.mark.parametrize("case", CASES["story"], ids=lambda case: case["why"])
def test_it_tells_copies_from_reports(case):
    articles = story(case)
    found: list[list[str]] = [[] for _ in articles]
    for origin in copies.find(articles):
        found[origin.article] = [origin.relation, origin.source]
    assert found == case["expected"]


@pytest.mark.parametrize("case", CASES["story"], ids=lambda case: case["why"])
def test_it_counts_independent_printings(case):
    articles = story(case)
    group_of = groups(copies.as_printings([one.outlet for one in articles], copies.find(articles)))
    found = [[at for at, group in enumerate(group_of) if group == head] for head in sorted(set(group_of))]
    assert sorted(found) == case["groups"]


def test_the_evidence_is_the_longest_run_of_shared_words():
    one = source("The mayor spoke first. " + CASES["blocks"]["vote"], outlet="Gazette")
    other = source(CASES["blocks"]["vote"] + " Then the drivers left.", outlet="Courier")
    (origin,) = copies.find([one, other])
    assert origin.of(other.text) == CASES["blocks"]["vote"].rstrip(".")
    assert (origin.other, round(origin.share, 2)) == (0, 0.93)


def test_the_outlets_of_the_seeds_print_no_copy_that_their_texts_tell():
    names = ["Unidentified outlet", "NewsChain", "The National", "ExBulletin", "Quds News Network"]
    files = sorted(SEEDS.glob("*.txt"))
    articles = [source(file.read_text("utf-8"), outlet=name) for file, name in zip(files, names, strict=True)]
    assert copies.find(articles) == ()


def test_a_group_is_headed_by_who_copies_nobody():
    printings = [
        Printing(outlet="Gazette", copy_of="AFP"),
        Printing(outlet="Courier"),
        Printing(outlet="AFP"),
    ]
    assert groups(printings) == (2, 1, 2)


def test_what_people_know_goes_before_what_the_texts_tell():
    texts = [f"{CASES['blocks']['vote']} {CASES['blocks']['yard']}"] * 3
    articles = [source(text, outlet=outlet) for text, outlet in zip(texts, "ABC", strict=True)]
    origins = copies.find(articles)
    stated = {1: "", 2: "Press Wire"}
    assert groups(copies.as_printings(["A", "B", "C"], origins)) == (0, 0, 0)
    assert groups(copies.as_printings(["A", "B", "C"], origins, stated=stated)) == (0, 1, 2)


@given(st.lists(st.text(), max_size=3))
def test_it_answers_any_texts(texts):
    articles = [source(text, outlet=f"Outlet {at}") for at, text in enumerate(texts)]
    for origin in copies.find(articles):
        assert isinstance(origin, Origin)
        assert origin.of(articles[origin.article].text)


@pytest.mark.parametrize(
    "piece",
    [
        "a b c d e f g h i j ",
        "LONDON (",
        "Reporting by ",
        "Source: ",
        "told AFP. ",
        "AP writer ",
        "© ",
        "with reporting by ",
        "originally published ",
    ],
)
def test_it_answers_long_texts_that_repeat_themselves(piece):
    text = piece * (100_000 // len(piece))
    found = copies.find([source(text, outlet="Gazette"), source(text, outlet="Courier")])
    assert all(origin.of(text) for origin in found)
