"""The Reader: two articles of a story side by side."""

import re

import pytest
from django.urls import reverse

from articles.models import Omission, Revision
from tests.factories import Said, build_story, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(one, "We close the depots."), Said(other, "We shut the depots."))
    return one, other


def page(client, story, **query) -> str:
    response = client.get(reverse("reader", args=[story.slug]), query)
    assert response.status_code == 200
    return response.content.decode()


def side(html: str, name: str) -> str:
    return re.search(rf'<article class="side" id="side-{name}".*?</article>', html, re.DOTALL)[0]


def test_it_sets_the_two_articles_asked_for(client, story, articles):
    html = page(client, story, left=articles[1].pk, right=articles[0].pk)

    assert '<h2 class="sr" id="name-left">Courier</h2>' in side(html, "left")
    assert '<h2 class="sr" id="name-right">Gazette</h2>' in side(html, "right")
    assert "notice" not in html


def test_it_swaps_the_sides(client, story, articles):
    html = page(client, story, left=articles[0].pk, right=articles[1].pk, swap=1)

    assert 'id="name-left">Courier<' in html


def test_linked_passages_lead_to_each_other(client, story, articles):
    html = page(client, story)

    assert re.search(r'id="left-1" href="#right-1"[^>]*>.*?the same as paragraph 2 of Courier', html)
    assert re.search(r'id="right-1" href="#left-1"[^>]*>.*?the same as paragraph 2 of Gazette', html)
    assert "1 statement in both" in html


def test_it_marks_the_words_of_both(client, story, articles):
    html = page(client, story)

    assert 'title="Courier: close"' not in html
    assert re.search(r'<mark[^>]*title="Courier: shut">.*?close', side(html, "left"))
    assert re.search(r'<mark[^>]*title="Gazette: close">.*?shut', side(html, "right"))


def test_every_character_is_escaped(client, story):
    bad = "<script>alert(1)</script>"
    one = make_article(story, f"Gazette {bad}", title=bad)
    other = make_article(story, "Courier")
    row = make_statement(story, Said(one, f"We close {bad} it."), Said(other, "We shut it."), speaker=bad)
    make_discrepancy(row, "wording", bad, (one, "close"), (other, "shut"))

    assert "<script>alert" not in page(client, story)


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ({"left": "0"}, "a left article that this story does not have"),
        ({"right": "nonsense"}, "a right article that this story does not have"),
        ({"marks": "all"}, "marks that there are none of"),
        ({"scroll": "up"}, "a way to scroll"),
        ({"shown": "both"}, "a third text"),
    ],
)
def test_nonsense_in_the_address_gives_a_notice(client, story, articles, query, notice):
    html = page(client, story, **query)

    assert notice in html
    assert 'id="left-1"' in html


def test_one_article_on_both_sides_gives_a_notice_and_a_pair(client, story, articles):
    html = page(client, story, left=articles[1].pk, right=articles[1].pk)

    assert "The address names one article twice." in html
    assert 'id="name-left">Courier<' in html
    assert 'id="name-right">Gazette<' in html


def test_the_choices_stand_in_the_controls(client, story, articles):
    html = page(client, story, marks="every", scroll="freely", dim=1, shown="right")

    for chosen in ('data-marks="every"', 'data-scroll="freely"', 'data-shown="right"', "data-dim"):
        assert chosen in html
    assert re.search(r'name="marks" value="every" checked', html)
    assert re.search(r'name="dim" value="1" checked', html)


def test_the_lists_tell_how_much_articles_have_in_common(client, story, articles):
    make_article(story, "Herald")

    html = page(client, story)

    assert re.search(r">Herald · 0 statements in common<", html)
    assert re.search(r"selected>Gazette · 1 statement in common<", html)
    assert "Gazette (on the other side)" in html


def test_what_is_left_out_says_why(client, story, articles):
    revision = articles[0].revisions.get()
    Omission.objects.create(revision=revision, start=0, end=7, reason="teaser")

    html = page(client, story)

    assert '<span class="reason">Omitted: teaser</span><span class="omitted">' in html


def test_a_discrepancy_leads_to_its_card(client, story, articles):
    row = story.statements.get()
    found = make_discrepancy(row, "wording", "close / shut", (articles[0], "close"), (articles[1], "shut"))

    address = reverse("statement", args=[story.slug, row.pk])
    assert f'class="raised high" href="{address}#discrepancy-{found.pk}"' in page(client, story)


def test_it_says_what_cannot_be_compared(client, story, articles):
    Revision.objects.filter(article=articles[0]).update(language="fr")
    articles[1].extent = "excerpt"
    articles[1].save()

    html = page(client, story)

    assert "in French" in side(html, "left")
    assert "Shown as received and not read" in side(html, "left")
    assert "What is missing here may stand in the part that we do not hold." in side(html, "right")


def test_it_says_that_a_text_is_not_read_yet(client, story, articles):
    Revision.objects.filter(article=articles[0]).update(analysis_version=None)

    assert "Not read yet" in side(page(client, story), "left")


def test_it_says_where_two_articles_have_nothing_in_common(client, story, articles):
    herald = make_article(story, "Herald")

    html = page(client, story, left=articles[0].pk, right=herald.pk)

    assert "No statement in both" in html
    assert "Neither article prints a statement of the other." in html


@pytest.mark.parametrize(("outlets", "said"), [((), "no article yet"), (("Gazette",), "one article so far")])
def test_a_story_of_fewer_than_two_articles_says_what_is_missing(client, story, outlets, said):
    for outlet in outlets:
        make_article(story, outlet)

    html = page(client, story)

    assert "The Reader needs two articles" in html
    assert said in html


def test_htmx_gets_the_texts_alone_and_the_address_of_the_choices(client, story, articles):
    response = client.get(
        reverse("reader", args=[story.slug]),
        {"left": articles[1].pk, "right": "", "marks": "changed", "scroll": "freely"},
        headers={"HX-Request": "true"},
    )

    assert "<html" not in response.content.decode()
    assert 'id="reader"' in response.content.decode()
    assert response["HX-Push-Url"].endswith(f"?left={articles[1].pk}&right={articles[0].pk}&scroll=freely")
    assert "HX-Request" in response["Vary"]


def test_it_is_404_for_no_story(client, db):
    assert client.get(reverse("reader", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("statements", [10, 100])
def test_its_queries_do_not_grow(client, django_assert_num_queries, statements):
    story = build_story(statements=statements, outlets=4)

    with django_assert_num_queries(11):
        page(client, story)


def test_the_articles_pages_lead_to_it(client, story, articles):
    link = f'href="{reverse("reader", args=[story.slug])}?left={articles[1].pk}"'

    assert link in client.get(reverse("articles", args=[story.slug])).content.decode()
    assert link in client.get(reverse("article", args=[story.slug, articles[1].pk])).content.decode()
