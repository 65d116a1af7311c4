"""What a folder holds, before anything is stored."""

from datetime import date, datetime
from pathlib import Path

import pytest

from articles.services.incoming.delivery import Delivery, UnreadableDelivery
from articles.services.incoming.folder import read_manifest_folder, read_plain_folder

STORY = '[story]\ntitle = "Depots to close"\nslug = "depots"\n'


def entry(file: str, outlet: str = "Gazette", more: str = "") -> str:
    return f'\n[[article]]\nfile = "{file}"\noutlet = "{outlet}"\n{more}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("The depots close.")
    (tmp_path / "two.txt").write_text("The depots stay.")
    return tmp_path


def read(folder: Path, manifest: str) -> Delivery:
    (folder / "manifest.toml").write_text(manifest)
    return read_manifest_folder(folder)


def only_problem(delivery: Delivery) -> str:
    assert len(delivery.problems) == 1
    return str(delivery.problems[0])


def test_it_reads_articles_with_their_facts(folder: Path) -> None:
    facts = (
        'outlet_basis = "inferred"\nurl = "https://example.org/1"\ntitle = "Depots"\npublished = 2024-05-01\n'
        'copy_of = "Wire"\ncopy_note = "Shortened."\nextent = "excerpt"'
    )
    delivery = read(folder, STORY + entry("one.txt", more=facts) + entry("two.txt", "Courier"))

    first, second = delivery.articles
    assert (first.text, first.story.title, first.story.slug) == (
        "The depots close.",
        "Depots to close",
        "depots",
    )
    assert first.facts.outlet == "Gazette"
    assert first.facts.outlet_basis == "inferred"
    assert first.facts.url == "https://example.org/1"
    assert first.facts.title == "Depots"
    assert first.facts.published == date(2024, 5, 1)
    assert first.facts.source == "one.txt"
    assert first.facts.copy_of == "Wire"
    assert first.facts.copy_note == "Shortened."
    assert first.facts.extent == "excerpt"
    assert (second.facts.published, second.facts.published_at) == (None, None)
    assert delivery.problems == ()
    assert delivery.notes == ()


def test_a_time_of_publication_is_kept_beside_its_day(folder: Path) -> None:
    delivery = read(folder, STORY + entry("one.txt", more="published = 2024-05-01T23:30:00-05:00"))

    (article,) = delivery.articles
    assert article.facts.published == date(2024, 5, 1)
    assert article.facts.published_at == datetime.fromisoformat("2024-05-02T04:30:00+00:00")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (entry("three.txt"), "three.txt: The file is not in the folder."),
        (entry("one.txt"), "one.txt: The file is listed twice."),
        (entry("./one.txt"), "one.txt: The file is listed twice."),
        (entry("../secret.txt"), "../secret.txt: The file lies outside the folder."),
        (entry("two.txt", more="publised = 2024-05-01"), "unknown key; did you mean “published”?"),
        (entry("two.txt", more="colour = 'red'"), "colour: unknown key; known keys are outlet,"),
        (entry("two.txt", more="published = '2024-13-45'"), "'2024-13-45' is no date"),
        (entry("two.txt", more="published = 20240501"), "20240501 is no date"),
        (entry("two.txt", more="url = 'example.org/1'"), "'example.org/1' is no web address"),
        (entry("two.txt", more="outlet_basis = 'guessed'"), "outlet_basis: Input should be 'stated'"),
        (entry("two.txt", outlet=""), "outlet: "),
        ('\n[[article]]\nfile = "two.txt"\n', "two.txt: outlet: missing"),
        ('\n[[article]]\noutlet = "Gazette"\n', "manifest.toml, article 2: file: missing"),
        ("\n[[artikel]]\nfile = 1\n", "manifest.toml: unknown table [artikel]."),
    ],
)
def test_one_bad_entry_is_named_with_its_reason_and_the_others_go_in(
    folder: Path, bad: str, reason: str
) -> None:
    delivery = read(folder, STORY + entry("one.txt") + bad)

    assert [article.place for article in delivery.articles] == ["one.txt"]
    assert reason in only_problem(delivery)


def test_a_binary_and_an_empty_file_are_named(folder: Path) -> None:
    (folder / "one.txt").write_bytes(b"")
    (folder / "two.txt").write_bytes(b"\x00\x01\x02")
    delivery = read(folder, STORY + entry("one.txt") + entry("two.txt"))

    assert [problem.place for problem in delivery.problems] == ["one.txt", "two.txt"]
    assert "empty" in delivery.problems[0].reason
    assert "binary" in delivery.problems[1].reason


def test_an_unknown_key_of_the_story_is_named_and_the_articles_go_in(folder: Path) -> None:
    delivery = read(folder, '[story]\ntitle = "Depots"\nsumary = "x"\n' + entry("one.txt"))

    assert "did you mean “summary”?" in only_problem(delivery)
    assert len(delivery.articles) == 1


def test_it_tells_which_files_the_manifest_passes_over(folder: Path) -> None:
    (folder / ".hidden").write_text("x")
    delivery = read(folder, STORY + entry("one.txt"))

    assert delivery.notes == ("two.txt lies in the folder but not in manifest.toml: it was not taken in.",)


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        ("[story", "no valid TOML"),
        (entry("one.txt"), r"has no \[story\]"),
        ("[story]\nslug = 'x'\n" + entry("one.txt"), "title: missing"),
        ("[story]\ntitle = 'x'\nslug = 'a b'\n" + entry("one.txt"), "is no slug"),
        (STORY, "lists no article"),
        (STORY + "[article]\nfile = 'one.txt'", "lists no article"),
    ],
)
def test_a_manifest_without_a_story_or_articles_gives_nothing(
    folder: Path, manifest: str, reason: str
) -> None:
    with pytest.raises(UnreadableDelivery, match=reason):
        read(folder, manifest)


def test_a_manifest_in_another_encoding_gives_nothing(folder: Path) -> None:
    (folder / "manifest.toml").write_bytes(STORY.encode("utf-16"))

    with pytest.raises(UnreadableDelivery, match="no UTF-8"):
        read_manifest_folder(folder)


def test_without_a_manifest_files_name_their_outlets(folder: Path) -> None:
    (folder / "the-daily_post.txt").write_text("The depots move.")
    delivery = read_plain_folder(folder, story="Depots", outlet="")

    assert [article.facts.outlet for article in delivery.articles] == ["one", "the daily post", "two"]
    assert {article.facts.outlet_basis for article in delivery.articles} == {"unknown"}
    assert {article.story.title for article in delivery.articles} == {"Depots"}


def test_without_a_manifest_one_outlet_may_be_named_for_all(folder: Path) -> None:
    delivery = read_plain_folder(folder, story="Depots", outlet="Gazette")

    assert {article.facts.outlet for article in delivery.articles} == {"Gazette"}


def test_a_folder_without_texts_gives_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDelivery, match=r"no \.txt file"):
        read_plain_folder(tmp_path, story="Depots", outlet="")
