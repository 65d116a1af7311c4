"""A reference witness comes in as an article does, and counts as no outlet wherever outlets are counted."""

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from articles.models import Article, Story
from articles.selectors.comparison_columns import read_columns
from articles.selectors.story_head import story_head
from tests.factories import make_article, make_origin, make_story

pytestmark = pytest.mark.django_db


def refer(article: Article) -> Article:
    article.is_reference = True
    article.save()
    return article


@pytest.fixture
def story() -> Story:
    return make_story()


@pytest.mark.parametrize("form", ["manifest", "lines"])
def test_it_is_taken_in_by_a_key_and_written_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    if form == "manifest":
        (tmp_path / "one.txt").write_text("The depots close.")
        (tmp_path / "manifest.toml").write_text(
            '[story]\ntitle = "Depots to close"\nslug = "depots"\n'
            '[[article]]\nfile = "one.txt"\noutlet = "Town hall"\nreference = true\n'
        )
        call_command("ingest", tmp_path)
    else:
        line = {"story": "Depots", "outlet": "Town hall", "text": "The depots close.", "reference": True}
        (tmp_path / "a.jsonl").write_text(json.dumps(line))
        call_command("ingest", tmp_path / "a.jsonl")

    assert Article.objects.get().is_reference
    capsys.readouterr()
    call_command("export", "depots", format="json")
    written = json.loads(capsys.readouterr().out)
    assert written["articles"][0]["reference"] is True
    assert written["printings"] == []


def test_an_administrator_makes_one(client: Client, administrator: User, story: Story) -> None:
    client.force_login(administrator)
    article = make_article(story, "Town hall", text="The depots close, said Ada Low.")
    form = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "Reference witness" in form
    assert "to compare the outlets with" in form

    client.post(
        f"/admin/articles/article/{article.pk}/change/",
        {
            "story": story.pk,
            "outlet": article.outlet_id,
            "outlet_basis": "stated",
            "extent": "full",
            "position": 0,
            "pasted": article.revisions.get().text,
            "is_reference": "on",
        },
    )
    article.refresh_from_db()
    assert article.is_reference


def test_outlets_that_print_one_release_are_one_printing_which_an_outlet_stands_for(story: Story) -> None:
    release = refer(make_article(story, "Town hall", published=None))
    gazette, courier, herald = (make_article(story, name) for name in ("Gazette", "Courier", "Herald"))
    for article in (gazette, courier):
        make_origin(article, "Town hall", f"{article.outlet} reports", other=release, share=0.9)

    groups = {column.outlet: column.group for column in read_columns(story)}
    assert groups == {
        "Town hall": release.pk,
        "Gazette": gazette.pk,
        "Courier": gazette.pk,
        "Herald": herald.pk,
    }


def test_the_head_counts_outlets_days_and_printings_without_it(story: Story) -> None:
    refer(make_article(story, "Town hall", published=None))
    make_article(story, "Gazette")

    head = story_head(story)
    assert (head.outlets, head.independent, head.copies, head.undated) == (1, 1, 0, 0)


def test_the_list_of_articles_and_its_own_page_say_what_it_is(client: Client, story: Story) -> None:
    article = refer(make_article(story, "Town hall"))

    for address in (f"/stories/{story.slug}/articles/", f"/stories/{story.slug}/articles/{article.pk}/"):
        page = client.get(address).content.decode()
        assert '<span class="pill plain">reference</span>' in page
        assert "no outlet’s report" in page
