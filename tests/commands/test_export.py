"""manage.py export."""

import json
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Article, Quote, Story
from articles.services.add_article import ArticleFacts, add_article
from articles.services.bring_up_to_date import bring_up_to_date
from articles.services.correct_quote import correct_quote
from articles.services.decide_discrepancy import decide_discrepancy
from articles.services.revise_article import revise_article
from tests.factories import make_story

pytestmark = pytest.mark.django_db

GAZETTE = (
    "“We close the depots before the summer,” said Ada Low, the minister. "
    "The closure of the depots will cost £576 million."
)
COURIER = (
    "Ada Low said: “We shut the depots before the summer.” The closure of the depots will cost £574 million."
)


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    add_article(
        GAZETTE,
        story=story,
        facts=ArticleFacts(outlet="Gazette", source="one.txt", outlet_basis="inferred", title="Depots"),
    )
    add_article(COURIER, story=story, facts=ArticleFacts(outlet="Courier", url="https://example.org/2"))
    bring_up_to_date(story)
    return story


def export(slug: str = "depots-to-close") -> dict[str, Any]:
    out = StringIO()
    call_command("export", slug, format="json", stdout=out)
    written: dict[str, Any] = json.loads(out.getvalue())
    return written


def test_it_writes_the_exact_time_of_publication_where_it_is_known(story: Story) -> None:
    Article.objects.filter(url="").update(
        published=date(2024, 5, 1), published_at=datetime(2024, 5, 1, 9, 30, tzinfo=UTC)
    )

    first, _ = export()["articles"]
    assert (first["published"], first["published_at"]) == ("2024-05-01", "2024-05-01T09:30:00+00:00")


def test_it_writes_the_whole_story(story: Story) -> None:
    written = export()

    assert written["format"] == "newsroom-story/1"
    assert written["story"] == {"slug": "depots-to-close", "title": "Depots to close"}
    first, second = written["articles"]
    assert (first["outlet"], first["outlet_basis"], first["source"]) == ("Gazette", "inferred", "one.txt")
    assert (first["text"], first["title"], first["url"]) == (GAZETTE, "Depots", None)
    assert (second["source"], second["url"], second["published"]) == (None, "https://example.org/2", None)
    assert (first["published_at"], second["published_at"]) == (None, None)
    assert {quote["speaker"] for quote in written["quotes"]} == {"Ada Low"}
    assert [len(statement["readings"]) for statement in written["statements"]].count(2) >= 1
    assert {"Ada Low"} <= {entity["name"] for entity in written["entities"]}
    assert sorted(reading["value"] for reading in written["figures"][0]["readings"]) == [574000000, 576000000]
    assert {"wording"} <= {discrepancy["kind"] for discrepancy in written["discrepancies"]}


def test_every_text_is_its_slice(story: Story) -> None:
    written = export()
    texts = {article["id"]: article["text"] for article in written["articles"]}
    passages = written["quotes"] + [
        reading for part in ("statements", "figures", "discrepancies") for row in written[part]
        for reading in row["readings"]
    ]  # fmt: skip

    assert len(passages) > 6
    for passage in passages:
        assert texts[passage["article"]][passage["start"] : passage["end"]] == passage["text"]


def test_readings_name_the_quote_they_stand_in(story: Story) -> None:
    written = export()
    quotes = {quote["id"]: quote for quote in written["quotes"]}

    for statement in written["statements"]:
        for reading in statement["readings"]:
            if reading["quote"]:
                assert quotes[reading["quote"]]["article"] == reading["article"]
                assert quotes[reading["quote"]]["start"] <= reading["start"]


def test_it_writes_what_editors_corrected_and_decided(story: Story, editor: User) -> None:
    for quote in Quote.objects.all():
        correct_quote(quote, editor=editor, speaker="Bea High", type="direct")
    decide_discrepancy(story.discrepancies.get(kind="wording"), editor=editor, status="confirmed")
    written = export()

    assert {quote["speaker"] for quote in written["quotes"]} == {"Bea High"}
    assert {row["status"] for row in written["discrepancies"] if row["kind"] == "wording"} == {"confirmed"}


def test_a_superseded_discrepancy_is_left_out(story: Story, editor: User) -> None:
    decide_discrepancy(story.discrepancies.get(kind="wording"), editor=editor, status="confirmed")
    revise_article(GAZETTE, article=story.articles.get(outlet__name="Courier"))
    bring_up_to_date(story)

    assert story.discrepancies.filter(superseded=True).exists()
    assert "wording" not in {row["kind"] for row in export()["discrepancies"]}


def test_a_text_that_waits_to_be_read_is_written_without_its_reading(story: Story) -> None:
    revise_article("Nothing was said.", article=story.articles.get(outlet__name="Courier"))
    written = export()

    assert written["articles"][1]["text"] == "Nothing was said."
    assert {quote["article"] for quote in written["quotes"]} == {written["articles"][0]["id"]}


def test_an_unknown_story_is_answered_with_those_there_are(story: Story) -> None:
    with pytest.raises(CommandError, match=r"no story 'depot'. There are: depots-to-close"):
        export("depot")


def test_without_any_story_it_says_how_to_begin(db: None) -> None:
    with pytest.raises(CommandError, match=r"manage\.py ingest PATH"):
        export("depot")


def test_it_writes_the_roles_that_outlets_give_to_people(story: Story) -> None:
    written = export()
    low = next(entity for entity in written["entities"] if entity["name"] == "Ada Low")
    gazette = next(article for article in written["articles"] if article["outlet"] == "Gazette")

    (role,) = low["roles"]
    assert (role["article"], role["text"]) == (gazette["id"], "minister")
    assert gazette["text"][role["start"] : role["end"]] == "minister"
    assert all(entity["roles"] == [] for entity in written["entities"] if entity["kind"] != "person")
