"""What a .jsonl file holds, before anything is stored."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.services.incoming.delivery import Delivery, UnreadableDelivery
from articles.services.incoming.json_lines import read_json_lines

GOOD = {"story": "Depots to close", "outlet": "Gazette", "text": "The depots close.", "id": "gazette-1"}


def read(folder: Path, *lines: dict[str, Any] | str, **defaults: str) -> Delivery:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return read_json_lines(file, **defaults)


def test_it_reads_an_article_a_line(tmp_path: Path) -> None:
    delivery = read(tmp_path, GOOD, "", {**GOOD, "id": "gazette-2", "published": "2024-05-01T10:00:00Z"})

    first, second = delivery.articles
    assert first.text == "The depots close."
    assert first.story.title == "Depots to close"
    assert (first.facts.outlet, first.facts.source) == ("Gazette", "gazette-1")
    assert first.place == "articles.jsonl, line 1"
    assert str(second.facts.published) == "2024-05-01"
    assert second.place == "articles.jsonl, line 3"


@pytest.mark.parametrize(
    ("given", "day", "time"),
    [
        ("2024-05-01T23:30:00-05:00", "2024-05-01", "2024-05-01 23:30:00-05:00"),
        ("2024-05-01T10:00Z", "2024-05-01", "2024-05-01 10:00:00+00:00"),
        ("2024-05-01T10:00:00", "2024-05-01", "None"),
        ("2024-05-01", "2024-05-01", "None"),
    ],
)
def test_a_time_with_an_offset_is_kept_beside_its_day(
    tmp_path: Path, given: str, day: str, time: str
) -> None:
    (article,) = read(tmp_path, {**GOOD, "published": given}).articles

    assert (str(article.facts.published), str(article.facts.published_at)) == (day, time)


def test_it_keeps_the_text_as_it_is(tmp_path: Path) -> None:
    text = "  \r\nThe depots “close”.\u2028 \n"

    assert read(tmp_path, {**GOOD, "text": text}).articles[0].text == text


def test_an_article_is_known_by_its_id_or_address_or_words(tmp_path: Path) -> None:
    address = "https://example.org/1"
    bare = {key: GOOD[key] for key in ("story", "outlet", "text")}
    delivery = read(tmp_path, GOOD, {**bare, "url": address}, bare)

    by_id, by_address, by_words = (article.facts.source for article in delivery.articles)
    assert by_id == "gazette-1"
    assert by_address == address
    assert by_words.startswith("text ")


def test_null_is_as_good_as_a_missing_key(tmp_path: Path) -> None:
    delivery = read(tmp_path, {**GOOD, "title": None, "published": None, "url": None})

    assert delivery.problems == ()


def test_defaults_stand_in_where_a_line_names_no_story_or_outlet(tmp_path: Path) -> None:
    delivery = read(tmp_path, {"text": "The depots close."}, story="Depots", outlet="Courier")

    assert delivery.articles[0].story.title == "Depots"
    assert delivery.articles[0].facts.outlet == "Courier"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "No valid JSON"),
        ("[" * 100_000, "No valid JSON"),
        ("[1]", "a table of keys and values was expected"),
        ({**GOOD, "id": "2", "text": ""}, "empty"),
        ({**GOOD, "id": "2", "text": "a\x00b"}, "NUL"),
        ('{"story": "S", "outlet": "O", "text": "a \\ud800"}', "surrogate"),
        ({**GOOD, "id": "2", "outlet": "a\x00b"}, "outlet"),
        ({**GOOD, "id": "2", "published": 20240501}, "is no date"),
        ({**GOOD, "id": "2", "published": "0001-01-01T00:00+09:00"}, "is no date"),
        ({**GOOD, "id": "2", "publised": "2024"}, "did you mean “published”?"),
        ({"story": "Depots", "text": "The depots close."}, "outlet: missing"),
        (GOOD, "the same article as articles.jsonl, line 1"),
    ],
)
def test_a_bad_line_is_named_with_its_reason_and_the_others_go_in(
    tmp_path: Path, bad: dict[str, Any] | str, reason: str
) -> None:
    delivery = read(tmp_path, GOOD, bad, {**GOOD, "id": "3"})

    assert [article.facts.source for article in delivery.articles] == ["gazette-1", "3"]
    assert len(delivery.problems) == 1
    assert delivery.problems[0].place == "articles.jsonl, line 2"
    assert reason in delivery.problems[0].reason


def test_a_binary_file_gives_nothing(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(b"\x1f\x8b\x08")

    with pytest.raises(UnreadableDelivery, match="compressed"):
        read_json_lines(file)
