"""Events that outlets date differently."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.analysis.discrepancies import Discrepancy
from articles.analysis.pipeline import Witness, analyse, compare

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "date_differences.toml").read_text())["case"]
OTHER_NEWS = (
    "Bakers in the old town put up their prices again.",
    "An orchestra toured the islands with its new conductor.",
    "Nurses asked the hospital for better shifts.",
)


def witnesses(texts: list[str], published: list[str]) -> list[Witness]:
    days = [date.fromisoformat(day) for day in published]
    return [
        Witness(
            id=str(at),
            outlet=f"Outlet {at + 1}",
            published=day,
            analysis=analyse(f"{OTHER_NEWS[at]}\n\n{text}", published=day),
        )
        for at, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


def differences(texts: list[str], published: list[str]) -> list[Discrepancy]:
    return [found for found in compare(witnesses(texts, published)).discrepancies if found.kind == "date"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_outlets_differ_in_the_dates_of_the_case(case: dict[str, Any]):
    found = differences(case["texts"], case["published"])
    printed = [
        [
            f"{OTHER_NEWS[at.article]}\n\n{case['texts'][at.article]}"[at.start : at.end]
            for at in difference.readings
        ]
        for difference in found
    ]
    assert printed == ([case["expected"]] if case["expected"] else [])
    assert case.get("severity") in (None, *(difference.severity for difference in found))
    if "verdict" in case:
        assert [difference.verdict for difference in found] == [case["verdict"] or None]


def test_the_summary_names_the_dates_and_who_prints_them():
    case = CASES[0]
    (found,) = differences(case["texts"], case["published"])
    assert found.summary == "Dated differently: “Friday” in Outlet 1, “Thursday” in Outlet 2."
    assert found.statement is not None


def test_a_date_inside_quotation_marks_is_not_reported_as_wording_too():
    (case,) = [case for case in CASES if case["why"] == "Inside quotation marks"]
    kinds = {found.kind for found in compare(witnesses(case["texts"], case["published"])).discrepancies}
    assert kinds == {"date"}
