"""manage.py ingest."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Article, Outlet, Quote, Revision, Statement, Story
from articles.services.correct_quote import correct_quote
from articles.services.decide_discrepancy import decide_discrepancy
from tests.own_process import manage

pytestmark = pytest.mark.django_db

GAZETTE = (
    "The minister will close six depots.\n\n"
    "“We close the depots before the summer, and nobody will lose a job over it,” "
    "said Ada Low, the minister.\n\n"
    "The closure costs £576 million.\n"
)
COURIER = (
    "Depots are to shut.\n\n"
    "Ada Low said: “We shut the depots before the summer, and nobody will lose a job over it.”\n\n"
    "The closure costs £574 million, the minister said.\n"
)
MANIFEST = """
[story]
slug = "depots"
title = "Depots to close"

[[article]]
file = "gazette.txt"
outlet = "Gazette"
published = 2024-05-01

[[article]]
file = "courier.txt"
outlet = "Courier"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gazette.txt").write_text(GAZETTE)
    (tmp_path / "courier.txt").write_text(COURIER)
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    return tmp_path


def ingest(path: Path, **options: Any) -> str:
    out = StringIO()
    call_command("ingest", path, stdout=out, stderr=out, **options)
    return out.getvalue()


def failing_ingest(path: Path, **options: Any) -> tuple[str, CommandError]:
    out = StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("ingest", path, stdout=out, stderr=out, **options)
    assert failed.value.returncode == 1
    return out.getvalue(), failed.value


def test_it_stores_reads_and_compares_a_folder(folder: Path) -> None:
    said = ingest(folder)

    assert "Articles: 2 added, 0 revised, 0 unchanged" in said
    assert f"Quotes: {Quote.objects.count()}\n" in said
    assert "Warnings: 0" in said
    story = Story.objects.get()
    assert (story.slug, story.title) == ("depots", "Depots to close")
    direct = Quote.objects.exclude(type="indirect")
    assert list(direct.values_list("speaker", flat=True)) == ["Ada Low", "Ada Low"]
    shared = [row for row in story.statements.all() if row.readings.count() == 2]
    assert shared
    assert story.discrepancies.filter(kind="wording").exists()
    assert f"Statements: {story.statements.count()}" in said
    assert f"Discrepancies: {story.discrepancies.count()}" in said


def test_twice_changes_nothing(folder: Path) -> None:
    ingest(folder)
    before = [list(model.objects.order_by("pk").values()) for model in (Story, Revision, Quote, Statement)]
    said = ingest(folder)

    assert "Articles: 0 added, 0 revised, 2 unchanged" in said
    assert [
        list(model.objects.order_by("pk").values()) for model in (Story, Revision, Quote, Statement)
    ] == before


def test_a_changed_file_becomes_a_new_revision(folder: Path) -> None:
    ingest(folder)
    (folder / "courier.txt").write_text(COURIER.replace("£574", "£570"))
    said = ingest(folder)

    assert "Articles: 0 added, 1 revised, 1 unchanged" in said
    assert Revision.objects.get(article__source="courier.txt", is_current=True).number == 2
    assert not Story.objects.get().statements.filter(readings__revision__is_current=False).exists()


def test_again_keeps_what_editors_decided_and_corrected(folder: Path, editor: User) -> None:
    ingest(folder)
    discrepancy = Story.objects.get().discrepancies.get(kind="wording")
    decide_discrepancy(discrepancy, editor=editor, status="confirmed", note="Asked the ministry.")
    quote = Quote.objects.get(revision__article__source="gazette.txt")
    correct_quote(quote, editor=editor, speaker="Ada B. Low", type="direct")
    (folder / "gazette.txt").write_text(GAZETTE + "\nAn update follows.\n")
    ingest(folder)

    again = Story.objects.get().discrepancies.get(kind="wording")
    assert (again.pk, again.status) == (discrepancy.pk, "confirmed")
    assert (
        Quote.objects.get(revision__article__source="gazette.txt", revision__number=2).speaker == "Ada B. Low"
    )


def test_the_date_in_front_of_a_text_becomes_the_day_of_publication(folder: Path) -> None:
    (folder / "courier.txt").write_text(f" date 2024-05-02 {COURIER}")
    ingest(folder)

    article = Article.objects.get(source="courier.txt")
    assert str(article.published) == "2024-05-02"
    revision = article.revisions.get()
    assert revision.text.startswith(" date 2024-05-02 ")
    assert revision.omissions.get(reason="front matter").start <= 1


def test_the_manifest_knows_the_date_better_than_the_text(folder: Path) -> None:
    (folder / "gazette.txt").write_text(f" date 2023-01-01 {GAZETTE}")
    ingest(folder)

    assert str(Article.objects.get(source="gazette.txt").published) == "2024-05-01"


def test_one_bad_file_is_named_and_the_others_go_in(folder: Path) -> None:
    (folder / "courier.txt").write_bytes(b"PK\x03\x04")
    said, error = failing_ingest(folder)

    assert "Problem: courier.txt: The file is a Word document or a ZIP archive, not a text." in said
    assert "1 problem: see above" in str(error)
    assert Article.objects.get().source == "gazette.txt"
    assert Statement.objects.exists()


def test_a_file_in_another_encoding_is_read_with_a_warning(folder: Path) -> None:
    (folder / "courier.txt").write_bytes(COURIER.encode("cp1252"))
    said = ingest(folder)

    assert "Warning: courier.txt: no valid UTF-8" in said
    assert "Warnings: 1" in said
    assert Revision.objects.get(article__source="courier.txt").text == COURIER


def test_files_that_the_manifest_does_not_list_are_named(folder: Path) -> None:
    (folder / "herald.txt").write_text("x")

    assert "Note: herald.txt lies in the folder but not in manifest.toml" in ingest(folder)


@pytest.mark.parametrize(
    ("manifest", "reason"), [("[story", "no valid TOML"), ("", "lists no article|has no")]
)
def test_a_broken_manifest_writes_nothing(folder: Path, manifest: str, reason: str) -> None:
    (folder / "manifest.toml").write_text(manifest)

    with pytest.raises(CommandError, match=reason):
        ingest(folder)
    assert not Story.objects.exists()


def test_a_path_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="does not exist"):
        ingest(tmp_path / "nothing")


def test_a_folder_without_a_manifest_needs_a_story(folder: Path) -> None:
    (folder / "manifest.toml").unlink()
    with pytest.raises(CommandError, match="add --story TITLE"):
        ingest(folder)

    ingest(folder, story="Depots to close")
    assert set(Outlet.objects.values_list("name", flat=True)) == {"gazette", "courier"}
    ingest(folder, story="depots-to-close")
    assert Article.objects.count() == 2


def test_a_manifest_and_a_story_of_ones_own_do_not_go_together(folder: Path) -> None:
    with pytest.raises(CommandError, match="leave out --story"):
        ingest(folder, story="Other")


def test_one_text_is_enough(folder: Path) -> None:
    ingest(folder / "gazette.txt", story="Depots to close", outlet="Gazette")

    assert Article.objects.get().outlet.name == "Gazette"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("a,b")

    with pytest.raises(CommandError, match=r"neither a folder nor a \.txt"):
        ingest(tmp_path / "articles.csv")


def test_lines_of_json_go_into_their_stories(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    lines: list[dict[str, str]] = [
        {"story": "Depots to close", "outlet": "Gazette", "id": "1", "text": GAZETTE},
        {"story": "Depots to close", "outlet": "Courier", "id": "2", "text": COURIER},
        {"story": "Another story", "outlet": "Gazette", "id": "3", "text": "Nothing was said."},
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines))
    said = ingest(file)

    assert "Articles: 3 added" in said
    assert "Stories: 2" in said
    assert Story.objects.get(slug="depots-to-close").articles.count() == 2
    assert "3 unchanged" in ingest(file)


def test_a_text_in_another_language_is_named_and_not_read(folder: Path) -> None:
    (folder / "courier.txt").write_text(
        "La ministre ferme six dépôts vendredi. « C'est une honte », dit Jo Low, des Verts."
    )

    said = ingest(folder)

    assert "Warning: courier.txt is in French: it is shown, but not read" in said
    assert "Warnings: 1" in said
    assert not Quote.objects.filter(revision__article__source="courier.txt").exists()


def test_unbalanced_quotation_marks_are_told_with_their_line(folder: Path) -> None:
    (folder / "courier.txt").write_text(
        "Depots are to shut.\n\nAda Low said: “We shut the depots before the summer.\n\nThe rest follows.\n"
    )

    assert "Warning: courier.txt, paragraph 2: " in ingest(folder)


@pytest.mark.django_db(transaction=True)
def test_the_second_time_changes_nothing_and_loads_no_language_model(folder: Path) -> None:
    ingest(folder)
    said = manage("ingest", str(folder))

    assert "2 unchanged" in said
    assert said.endswith("spacy loaded: False\n")
