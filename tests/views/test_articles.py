"""The list of a story's articles."""

import pytest
from django.urls import reverse

from articles.models import Omission, Quote, Revision
from tests.factories import Said, build_story, make_article, make_origin, make_statement, make_story

pytestmark = pytest.mark.django_db


def page(client, story) -> str:
    response = client.get(reverse("articles", args=[story.slug]))
    assert response.status_code == 200
    return response.content.decode()


def test_it_tells_where_each_article_comes_from(client):
    story = make_story()
    make_article(
        story,
        "Gazette",
        published=None,
        copy_of="Press Agency",
        copy_note="Shortened.",
        outlet_basis="inferred",
        extent="truncated",
        url="https://gazette.example/depots",
        title="Depots to shut",
    )

    html = page(client, story)

    for shown in (
        "Gazette",
        "undated",
        "copy of Press Agency",
        "Shortened.",
        "outlet inferred from the published page",
        "cut off, for example by a paywall",
        'href="https://gazette.example/depots"',
        "Depots to shut",
    ):
        assert shown in html


def test_it_counts_words_quotes_and_what_is_left_out(client):
    story = make_story()
    article = make_article(story, "Gazette", text="Share this page\nThe depots close.")
    make_statement(story, Said(article, "Nobody asked us."))
    revision = article.revisions.get()
    Omission.objects.create(revision=revision, start=0, end=15, reason="navigation")
    Quote.objects.update(review=True)

    html = page(client, story)

    assert "<dt>words</dt><dd>6</dd>" in html
    assert "<dt>quote</dt><dd>1</dd>" in html
    assert "<dt>to check by hand</dt><dd>1</dd>" in html
    assert "<dt>passage omitted</dt><dd>1</dd>" in html


def test_it_opens_with_the_articles_own_words(client):
    story = make_story()
    article = make_article(story, "Gazette", text=" date 2024-05-01 The depots <b>close</b>.\nMore.")
    Omission.objects.create(revision=article.revisions.get(), start=0, end=17, reason="front matter")

    assert '<p class="printed">The depots &lt;b&gt;close&lt;/b&gt;.</p>' in page(client, story)


def test_it_shows_an_article_that_is_nothing_but_navigation(client):
    story = make_story()
    article = make_article(story, "Gazette", text="Share this")
    Omission.objects.create(revision=article.revisions.get(), start=0, end=10, reason="navigation")

    assert "<dt>words</dt><dd>0</dd>" in page(client, story)


def test_it_says_what_to_do_when_there_is_no_article(client):
    assert "This story has no article yet" in page(client, make_story())


def test_it_is_404_for_a_story_that_does_not_exist(client):
    assert client.get(reverse("articles", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("outlets", [2, 30])
def test_its_queries_do_not_grow_with_articles(client, django_assert_num_queries, outlets):
    story = build_story(statements=5, outlets=outlets)

    with django_assert_num_queries(7):
        page(client, story)


def test_it_tells_what_the_texts_say_of_their_origin_and_language(client):
    story = make_story()
    article = make_article(story, "Gazette", text="LEEDS (AFP) - The depots close.")
    make_origin(article, "AFP", "LEEDS (AFP) -", basis="dateline")
    Revision.objects.update(language="fr")

    html = page(client, story)

    for shown in ("copy of AFP", "?at=0-13#passage", "read from its text", "in French"):
        assert shown in html
