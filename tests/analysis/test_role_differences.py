"""Roles, and those of one person that cannot both be right."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from articles.analysis import entities, nlp, role_differences, roles
from articles.analysis.discrepancies import Discrepancy

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "role_differences.toml").read_text())["case"]


def differences(texts: list[str]) -> tuple[Discrepancy, ...]:
    docs = [nlp.parse(text) for text in texts]
    found = [entities.find(doc) for doc in docs]
    return role_differences.find(
        entities=entities.join(found, texts),
        roles=[roles.find(doc, people) for doc, people in zip(docs, found, strict=True)],
        texts=texts,
        outlets=[f"Outlet {number}" for number, _text in enumerate(texts, start=1)],
    )


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_outlets_differ_in_the_roles_of_the_case(case: dict[str, Any]):
    found = differences(case["texts"])
    printed = [[role.of(case["texts"][role.article]) for role in conflict.readings] for conflict in found]
    assert printed == ([case["expected"]] if case["expected"] else [])
    assert [case.get("severity", conflict.severity) for conflict in found] == [
        conflict.severity for conflict in found
    ]


def test_the_summary_names_the_roles_and_who_prints_them():
    (found,) = differences(["Vice President Ann Lee flew home.", "President Ann Lee flew home."])
    assert (found.kind, found.verdict) == ("role", None)
    assert found.summary == (
        "Ann Lee has different roles: “Vice President” in Outlet 1, “President” in Outlet 2."
    )


@pytest.mark.parametrize(
    ("text", "printed", "head", "qualifiers", "scope"),
    [
        (
            "Mark Smith, a second secretary in the British embassy, resigned.",
            "second secretary in the British embassy",
            "secretary",
            ("second",),
            ("british", "embassy"),
        ),
        (
            "Ann Lee, a diplomat at the Department for Trade and Industry, resigned.",
            "diplomat at the Department for Trade and Industry",
            "diplomat",
            (),
            ("department", "trade", "industry"),
        ),
        ("Ann Lee, 47, a nurse, said so.", "nurse", "nurse", (), ()),
        (
            "The company’s chief analyst, Ann Lee, left.",
            "company’s chief analyst",
            "analyst",
            ("chief",),
            ("company",),
        ),
        ("President-elect Ann Lee spoke.", "President-elect", "president", ("elect",), ()),
        ("Attorney General Ann Lee spoke.", "Attorney General", "attorney general", (), ()),
    ],
)
def test_a_role_is_read_with_its_noun(
    text: str, printed: str, head: str, qualifiers: tuple[str, ...], scope: tuple[str, ...]
):
    doc = nlp.parse(text)
    (role,) = roles.find(doc, entities.find(doc))
    assert role.of(text) == printed
    assert (role.head, role.qualifiers, role.scope) == (head, qualifiers, scope)


@pytest.mark.parametrize(
    "text", ["Ann Lee, President Bo Ek and others met.", "Ann Lee left.", "She met Ann Lee, and Bo Ek."]
)
def test_a_name_with_nothing_beside_it_has_no_role(text: str):
    doc = nlp.parse(text)
    assert "Ann Lee" not in [role.person.of(text) for role in roles.find(doc, entities.find(doc))]
