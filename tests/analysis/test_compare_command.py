"""``python -m articles.analysis compare``: a story in, a newsroom-story/1 document out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from articles.analysis import compare_command

SEEDS = Path(__file__).parents[2] / "seeds"
OUTLETS = ["Unidentified outlet", "NewsChain", "The National", "ExBulletin", "Quds News Network"]


def run(data: bytes) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "articles.analysis", "compare"]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=120)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def seeds() -> dict:
    articles = [
        {"id": file.name[:3], "outlet": outlet, "text": file.read_bytes().decode()}
        for file, outlet in zip(sorted(SEEDS.glob("*.txt")), OUTLETS, strict=True)
    ]
    done = run(json.dumps({"story": {"title": "A diplomat resigns"}, "articles": articles}).encode())
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_it_names_its_format_and_the_story(seeds):
    assert seeds["format"] == "newsroom-story/1"
    assert seeds["story"] == {"slug": "a-diplomat-resigns", "title": "A diplomat resigns"}
    assert [article["outlet"] for article in seeds["articles"]] == OUTLETS
    assert seeds["articles"][0]["published"] == "2024-08-19"


def test_every_text_equals_its_slice(seeds):
    texts = {article["id"]: article["text"] for article in seeds["articles"]}
    passages = [
        *seeds["quotes"],
        *(reading for statement in seeds["statements"] for reading in statement["readings"]),
        *(reading for subject in seeds["figures"] for reading in subject["readings"]),
        *(reading for discrepancy in seeds["discrepancies"] for reading in discrepancy["readings"]),
    ]
    assert len(passages) > 100
    for passage in passages:
        assert texts[passage["article"]][passage["start"] : passage["end"]] == passage["text"]


def test_readings_point_to_quotes_of_their_article(seeds):
    quotes = {quote["id"]: quote for quote in seeds["quotes"]}
    pointing = [
        reading
        for statement in seeds["statements"]
        for reading in statement["readings"]
        if reading["quote"] is not None
    ]
    assert pointing
    assert all(quotes[reading["quote"]]["article"] == reading["article"] for reading in pointing)


def test_it_finds_what_an_editor_must_see(seeds):
    sides = [{reading["text"] for reading in item["readings"]} for item in seeds["discrepancies"]]
    assert {"perpetuated", "perpetrated"} in sides
    assert {"£576 million", "£574 million"} in sides
    assert {item["status"] for item in seeds["discrepancies"]} == {"open"}
    assert [item["id"] for item in seeds["discrepancies"]] == list(range(1, len(sides) + 1))


def test_what_is_grave_comes_first(seeds):
    order = {"high": 0, "medium": 1, "low": 2}
    ranks = [order[item["severity"]] for item in seeds["discrepancies"]]
    assert ranks == sorted(ranks)
    assert len(ranks) <= 45


def test_it_keeps_the_ids_and_details_it_is_given():
    story = {
        "story": {"title": "Ünïted", "slug": "given"},
        "articles": [
            {
                "id": 7,
                "outlet": "A",
                "text": "“We will sail at dawn,” she said.",
                "published": "2024-08-18T09:30:00Z",
                "url": "https://example.org/7",
                "title": "Dawn",
            }
        ],
    }
    document = compare_command.compared(json.dumps(story).encode())
    assert document["story"]["slug"] == "given"
    (article,) = document["articles"]
    assert (article["id"], article["published"], article["url"], article["title"]) == (
        7,
        "2024-08-18",
        "https://example.org/7",
        "Dawn",
    )
    assert all(quote["article"] == 7 for quote in document["quotes"])


@pytest.mark.parametrize(
    ("title", "slug"), [("A résumé: £5m!", "a-resume-5m"), ("戦争", "story"), ("", "story")]
)
def test_a_title_becomes_a_slug(title, slug):
    assert compare_command.slug(title) == slug


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Invalid JSON"),
        (b"[]", "object"),
        (b'{"story": {}}', "articles: Field required"),
        (b'{"articles": []}', "at least 1 item"),
        (b'{"articles": [{"id": 1, "text": "a"}]}', "articles.0.outlet: Field required"),
        (b'{"articles": [{"id": 1, "outlet": "A", "text": 3}]}', "articles.0.text"),
        (b'{"articles": [{"id": 1, "outlet": "A", "text": "\\ud800"}]}', "Invalid JSON"),
        (b'{"articles": [{"id": 1, "outlet": "A", "text": "", "published": "soon"}]}', "published"),
        (
            b'{"articles": [{"id": 1, "outlet": "A", "text": ""}, {"id": "1", "outlet": "B", "text": ""}]}',
            "two articles have one id",
        ),
    ],
)
def test_it_says_what_is_wrong_with_an_input(data, message):
    with pytest.raises(compare_command.StoryInputError, match=message.replace(".", r"\.")):
        compare_command.compared(data)


def test_it_fails_without_a_traceback():
    done = run(b'{"articles": 3}')
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "articles" in done.stderr
