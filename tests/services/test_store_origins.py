"""What the texts tell of where articles come from, from a story's comparison to its export."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, Origin, Outlet, Story
from articles.services.add_article import ArticleFacts, add_article
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_story

pytestmark = pytest.mark.django_db

REPORT = (
    "The council voted late on Tuesday to close all four depots by the end of May, after a debate of five "
    "hours in which the opposition twice left the chamber. The new yard, which belongs to a company of the "
    "mayor's brother, will cost the town two million pounds a year in rent, and nobody at the company "
    "answered a request for comment. The drivers' union has called a strike for the first week of June."
)
FRENCH = "Le conseil a voté mardi la fermeture des dépôts. « C'est une honte », a dit Ada Low au journal."


@pytest.fixture
def story() -> Story:
    return make_story()


def add(story: Story, outlet: str, text: str) -> Article:
    return add_article(text, story=story, facts=ArticleFacts(outlet=outlet)).article


def exported(story: Story) -> dict:
    written = StringIO()
    call_command("export", story.slug, stdout=written)
    return json.loads(written.getvalue())


def test_it_stores_the_origin_with_the_words_that_tell_it(story):
    article = add(story, "Gazette", f"LEEDS (AFP) - {REPORT}")
    bring_up_to_date(story)
    origin = Origin.objects.get()
    assert (origin.relation, origin.source, origin.basis) == ("copy of", "AFP", "dateline")
    assert (origin.revision.article, origin.text) == (article, "LEEDS (AFP) -")


def test_it_stores_which_article_has_the_same_text(story):
    one, other = add(story, "Gazette", REPORT), add(story, "Courier", f"{REPORT} More follows.")
    bring_up_to_date(story)
    origin = Origin.objects.get()
    assert (origin.revision.article, origin.other, origin.relation) == (other, one, "same text as")
    assert round(origin.share or 0, 2) == 1


def test_a_later_comparison_takes_the_place_of_an_earlier_one(story):
    add(story, "Gazette", REPORT)
    other = add(story, "Courier", REPORT)
    bring_up_to_date(story)
    other.delete()
    bring_up_to_date(story, again=True)
    assert not Origin.objects.exists()


def test_the_export_tells_the_origin_and_the_printings(story):
    one = add(story, "Gazette", f"LEEDS (AFP) - {REPORT}")
    other = add(story, "Courier", f"LEEDS (AFP) - {REPORT}")
    third = add(story, "Herald", "The mayor has gone on holiday, and so has the council.")
    bring_up_to_date(story)
    document = exported(story)
    assert document["format"] == "newsroom-story/1"
    assert document["printings"] == [[one.pk, other.pk], [third.pk]]
    assert document["articles"][1]["origin"] == {
        "article": other.pk,
        "start": 0,
        "end": 13,
        "text": "LEEDS (AFP) -",
        "relation": "copy of",
        "source": "AFP",
        "basis": "dateline",
        "same_as": one.pk,
        "share": 1.0,
    }
    assert [article["origin"] for article in document["articles"]][2] is None


def test_what_an_administrator_says_goes_before_what_the_text_tells(story):
    one, other = add(story, "Gazette", REPORT), add(story, "Courier", REPORT)
    bring_up_to_date(story)
    assert exported(story)["printings"] == [[one.pk, other.pk]]
    Article.objects.filter(pk=other.pk).update(own_report=True)
    assert exported(story)["printings"] == [[one.pk], [other.pk]]
    Article.objects.update(own_report=False, copy_of=Outlet.objects.create(name="Press Wire"))
    document = exported(story)
    assert document["printings"] == [[one.pk, other.pk]]
    assert [article["copy_of"] for article in document["articles"]] == ["Press Wire", "Press Wire"]


def test_a_text_in_another_language_is_held_and_not_read(story):
    article = add(story, "Journal", FRENCH)
    bring_up_to_date(story)
    revision = article.revisions.get()
    assert (revision.language, revision.text) == ("fr", FRENCH)
    assert not revision.quotes.exists()
    assert not story.statements.exists()
    assert exported(story)["articles"][0]["language"] == "fr"
