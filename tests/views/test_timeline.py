"""The timeline's page."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from articles.models import Revision
from tests.factories import Said, build_story, make_article, make_origin, make_statement, make_story
from tests.pages import text_of

pytestmark = pytest.mark.django_db


def page(client, story, query="") -> str:
    response = client.get(reverse("timeline", args=[story.slug]) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def story():
    story = make_story()
    day = date(2024, 5, 1)
    gazette = make_article(
        story, "Gazette", published=day, published_at=datetime(2024, 5, 1, 6, 40, tzinfo=UTC)
    )
    courier = make_article(story, "The <i>Courier</i>", published=date(2024, 5, 2))
    mirror = make_article(story, "Mirror", published=None, text="HARBOUR (AFP) - The depots close.")
    make_origin(mirror, "AFP", "HARBOUR (AFP) -", basis="dateline")
    make_statement(
        story,
        Said(gazette, "We close <b>both</b>."),
        Said(courier, "We close both."),
        Said(mirror, "We close both."),
    )
    return story


def test_it_tells_when_each_outlet_published(client, story):
    html = text_of(page(client, story))

    assert "Gazette 1 May 2024, 06:40 UTC" in html
    assert "The <i>Courier</i> 2 May 2024" in html
    assert "Mirror copy of AFP undated" in html


def test_it_tells_who_carried_a_statement_first(client, story):
    html = text_of(page(client, story))

    assert "Gazette 1 May 2024, 06:40 UTC, of those with a date" in html
    assert "a day later The <i>Courier</i>" in html
    assert "undated Mirror" in html


def test_it_tells_what_tells_a_copy(client, story):
    html = page(client, story)

    assert "Its dateline says so: “HARBOUR (AFP) -”" in text_of(html)
    assert "?at=0-15#passage" in html


def test_names_and_words_are_escaped(client, story):
    html = page(client, story)

    assert "<i>Courier" not in html
    assert "<b>both" not in html


def test_the_picture_is_drawn_without_a_style(client, story):
    html = page(client, story)

    assert '<svg role="img"' in html
    assert "style=" not in html


def test_every_text_we_hold_is_listed(client, story):
    article = story.articles.get(outlet__name="Gazette")
    Revision.objects.filter(article=article).update(is_current=False)
    Revision.objects.create(article=article, number=2, text="New.", text_hash="x")

    html = page(client, story)

    assert html.count(f"{reverse('article', args=[story.slug, article.pk])}?revision=") == 2
    assert f"{reverse('revisions', args=[story.slug, article.pk])}?from=1&amp;to=2" in html


def test_a_story_without_dates_says_so(client):
    story = make_story()
    make_article(story, "Gazette", published=None)

    html = page(client, story)

    assert "No article of this story is dated" in html
    assert "nobody can be first" in html
    assert '<svg role="img"' not in html


def test_an_empty_story_says_what_to_do(client):
    assert "This story has no article yet" in page(client, make_story())


def test_many_statements_come_in_pages(client):
    html = page(client, build_story(statements=60, outlets=2), "?page=2")

    assert "Page 2 of 2" in html
    assert html.count('class="whose"') == 10


@pytest.mark.parametrize("asked", ["0", "-1", "x", "1e3", "%00", "9" * 30])
def test_nonsense_in_the_address_gives_a_notice_and_the_first_page(client, story, asked):
    html = page(client, story, f"?page={asked}")

    assert "The first is shown." in html
    assert 'class="whose"' in html


def test_it_is_404_for_a_story_that_does_not_exist(client):
    assert client.get(reverse("timeline", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("outlets", [2, 20])
def test_its_queries_do_not_grow(client, django_assert_num_queries, outlets):
    story = build_story(statements=5, outlets=outlets)

    with django_assert_num_queries(10):
        page(client, story)


def test_whoever_alone_is_dated_is_not_first(client):
    story = make_story()
    gazette, mirror = make_article(story, "Gazette"), make_article(story, "Mirror", published=None)
    make_statement(story, Said(gazette, "We close."), Said(mirror, "We close."))

    html = text_of(page(client, story))

    assert "Of 1 one outlet alone is dated, so it counts as first with none of them." in html
    assert "Gazette 1 May 2024, the only one with a date" in html
    assert "first with 1" not in html


def test_a_copy_leads_to_how_we_know(client, story):
    mirror = story.articles.get(outlet__name="Mirror")

    address = f"{reverse('article', args=[story.slug, mirror.pk])}#source-heading"
    assert f'href="{address}"' in page(client, story)
