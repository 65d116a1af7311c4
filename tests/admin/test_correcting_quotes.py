"""An editor corrects quotes in the admin panel."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Quote, Story
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(
        story, "Gazette", text="“We close the depots before the summer,” said Ada Low, the minister."
    )
    make_article(story, "Courier", text="Ada Low said: “We shut the depots before the summer.”")
    bring_up_to_date(story)
    return story


@pytest.fixture
def quote(story: Story) -> Quote:
    return Quote.objects.get(revision__article__outlet__name="Gazette")


def url(quote: Quote) -> str:
    return reverse("admin:articles_quote_change", args=[quote.pk])


def test_a_correction_is_kept_with_who_and_when_and_compared(
    desk: Client, story: Story, quote: Quote, editor: User
) -> None:
    page = desk.post(url(quote), {"speaker": "Bea High", "type": "direct"}, follow=True).content.decode()

    quote.refresh_from_db()
    assert (quote.speaker, quote.corrected_by, quote.review) == ("Bea High", editor, False)
    assert quote.corrected_at is not None
    assert "Corrected, and the story compared again" in page
    assert "Bea High" in {row.speaker for row in story.statements.all()}


def test_saving_without_a_change_corrects_nothing(desk: Client, quote: Quote) -> None:
    given = {"speaker": quote.speaker, "type": quote.type}
    desk.post(url(quote), {**given, "review": "on"} if quote.review else given)

    quote.refresh_from_db()
    assert quote.corrected_at is None


def test_its_place_in_the_text_cannot_be_changed(desk: Client, quote: Quote) -> None:
    desk.post(url(quote), {"speaker": "Bea High", "type": "direct", "start": 5, "end": 6, "segments": "[]"})
    before = (quote.start, quote.end, quote.segments)

    quote.refresh_from_db()
    assert (quote.start, quote.end, quote.segments) == before


def test_a_quote_is_neither_added_nor_deleted(desk: Client, administrator: User, quote: Quote) -> None:
    desk.force_login(administrator)

    assert desk.get("/admin/articles/quote/add/").status_code == 403
    assert desk.post(reverse("admin:articles_quote_delete", args=[quote.pk])).status_code == 403


def test_the_page_shows_the_quote_as_printed_and_escaped(desk: Client, story: Story) -> None:
    make_article(story, "Herald", text="“We <script>close</script> the depots,” said Ada Low.")
    bring_up_to_date(story)
    held = Quote.objects.get(revision__article__outlet__name="Herald")
    page = desk.get(url(held)).content.decode()

    assert "&lt;script&gt;close&lt;/script&gt;" in page
    assert "<script>close" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=close the depots", 1),
        ("q=Ada", 2),
        ("q=nobody", 0),
        ("corrected=yes", 0),
        ("corrected=no", 2),
        ("type__exact=direct", 2),
    ],
)
def test_quotes_are_found_by_their_words_speaker_and_state(
    desk: Client, quote: Quote, query: str, found: int
) -> None:
    page = desk.get(f"/admin/articles/quote/?{query}")

    assert page.context["cl"].result_count == found
