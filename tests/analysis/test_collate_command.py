"""``python -m articles.analysis collate``: CollateX's JSON in, tables out."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis import collatex

CATS = {
    "witnesses": [
        {
            "id": "A",
            "tokens": [{"t": "A", "ref": 123}, {"t": "black", "adj": True}, {"t": "cat", "id": "xyz"}],
        },
        {"id": "B", "tokens": [{"t": "A"}, {"t": "kitten.", "n": "cat"}]},
    ]
}


def run(data: bytes, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "articles.analysis", "collate", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def table_of(document: dict) -> dict:
    return collatex.as_json(collatex.read(json.dumps(document).encode()))


def test_it_writes_the_table_of_collatex():
    done = run(json.dumps(CATS).encode())
    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "witnesses": ["A", "B"],
        "table": [
            [[{"t": "A", "ref": 123}], [{"t": "black", "adj": True}], [{"t": "cat", "id": "xyz"}]],
            [[{"t": "A"}], None, [{"t": "kitten.", "n": "cat"}]],
        ],
    }


def test_it_cuts_content_into_tokens_that_make_up_the_content_again():
    contents = {"A": "  The “quick” fox’s 80% —\n jumps!", "B": "The quick fox"}
    table = table_of({"witnesses": [{"id": name, "content": text} for name, text in contents.items()]})
    for row, text in zip(table["table"], contents.values(), strict=True):
        assert "".join(token["t"] for cell in row for token in cell or []) == text


def test_it_takes_the_normalised_form_it_is_given():
    table = table_of(
        {"witnesses": [{"id": "A", "content": "cat"}, {"id": "B", "tokens": [{"t": "x", "n": "cat"}]}]}
    )
    assert [len(row) for row in table["table"]] == [1, 1]


def test_it_prints_a_table_as_text():
    done = run(json.dumps(CATS).encode(), "--format", "text")
    assert done.stdout.splitlines() == ["A  A black cat", "B  A -     kitten.", "     *"]


def test_it_folds_long_tables():
    words = " ".join(f"word{at}" for at in range(60))
    text = collatex.as_text(
        collatex.read(json.dumps({"witnesses": [{"id": "A", "content": words}]}).encode())
    )
    assert max(map(len, text.splitlines())) <= 110
    assert len(text.split("\n\n")) > 1


def test_it_escapes_what_it_prints_as_html():
    witnesses = [{"id": "<i>", "tokens": [{"t": "<script>alert(1)</script>"}, {"t": "&"}]}]
    html = collatex.as_html(collatex.read(json.dumps({"witnesses": witnesses}).encode()))
    assert "<script>" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Invalid JSON"),
        (b"not json", "Invalid JSON"),
        (b"\xff\xfe", "Invalid JSON"),
        (b"[]", "object"),
        (b"{}", "witnesses: Field required"),
        (b'{"witnesses": []}', "witnesses: List should have at least 1 item"),
        (b'{"witnesses": [{"content": "a"}]}', "witnesses.0.id: Field required"),
        (b'{"witnesses": [{"id": "A"}]}', "“content” or “tokens”"),
        (b'{"witnesses": [{"id": "A", "tokens": [{"n": "a"}]}]}', "Field required"),
        (
            b'{"witnesses": [{"id": "A", "content": ""}, {"id": "A", "content": ""}]}',
            "two witnesses have one id",
        ),
    ],
)
def test_it_says_what_is_wrong_with_an_input(data, message):
    with pytest.raises(collatex.CollateXError, match=message.replace(".", r"\.")):
        collatex.read(data)


def test_it_fails_without_a_traceback():
    done = run(b'{"witnesses": 3}')
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "witnesses" in done.stderr


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_no_character_of_any_content_is_lost(contents):
    data = {"witnesses": [{"id": str(at), "content": text} for at, text in enumerate(contents)]}
    try:
        encoded = json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    for row, text in zip(collatex.as_json(collatex.read(encoded))["table"], contents, strict=True):
        assert "".join(token["t"] for cell in row for token in cell or []) == text


TOKENS = st.fixed_dictionaries(
    {"t": st.text(max_size=8)}, optional={"n": st.text(max_size=8), "page": st.integers(), "x": st.none()}
)


@given(st.lists(st.lists(TOKENS, max_size=6), min_size=1, max_size=4))
def test_every_token_comes_out_as_it_went_in_and_the_table_can_go_in_again(witnesses):
    data = {"witnesses": [{"id": str(at), "tokens": tokens} for at, tokens in enumerate(witnesses)]}
    table = table_of(data)
    again = {
        "witnesses": [
            {"id": name, "tokens": [token for cell in row for token in cell or []]}
            for name, row in zip(table["witnesses"], table["table"], strict=True)
        ]
    }
    assert again == data
    assert table_of(again) == table
    assert len({len(row) for row in table["table"]}) == 1
