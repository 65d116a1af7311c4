"""The page of a story's people and names."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, Entity, Statement
from tests.factories import make_article, make_story
from tests.names import find_conflict, give_role, make_name, make_talking_story, quote_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_talking_story()


def page(client, story, query="", **headers):
    response = client.get(reverse("people", args=[story.slug]) + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_anybody_sees_forms_roles_and_shares(client, story):
    html = page(client, story)
    assert "Spelled differently <b>1</b>" in html
    assert "Roles that do not go together" in html
    assert "86\u00a0%" in html or "86&nbsp;%" in html
    assert "copy of Gazette" in html
    assert "All independent printings" in html
    assert "It does not guess." in html
    assert 'aria-current="page">People</a>' in html


def test_every_quotation_of_a_person_leads_to_its_passage(client, story):
    html = page(client, story)
    entry = Entity.objects.get(name="Ada Low")
    assert f'id="entity-{entry.pk}"' in html
    assert "All 3 quotations" in html
    article = Article.objects.get(outlet__name="Herald")
    assert f"{reverse('article', args=[story.slug, article.pk])}?at=5-33#passage" in html
    assert f"{reverse('search')}?speaker=Ada%20Low" in html
    assert "to check by hand" in html


def test_quotations_and_statements_are_both_counted_and_told_apart(client, story):
    Statement.objects.create(story=story, speaker="Ada Low", position=0)
    html = page(client, story)
    assert "Compare 1 statement<" in html
    assert "not by this name" not in html


def test_a_conflict_leads_to_its_discrepancy(client, story):
    html = page(client, story)
    for discrepancy in story.discrepancies.all():
        assert f"{reverse('discrepancies', args=[story.slug])}#discrepancy-{discrepancy.pk}" in html


def test_htmx_gets_the_names_alone(client, story):
    html = page(client, story, "?kind=place", **{"HX-Request": "true"})
    assert "<html" not in html
    assert 'id="people"' in html
    assert "Oslo" in html
    assert "Ada Low" not in html


def test_nonsense_in_the_address_gets_a_notice_each(client, story):
    html = page(client, story, "?kind=ghosts&outlet=99999&words=%00&conflicts=maybe")
    assert html.count('<p class="notice"') == 3


def test_choices_that_nothing_fits_say_so(client, story):
    assert "No name fits these choices" in page(client, story, "?words=nowhere")
    story.discrepancies.all().delete()
    assert "No name is in conflict" in page(client, story, "?conflicts=1")


def test_a_story_without_names_says_why(client):
    story = make_story()
    assert "This story has no article yet." in page(client, story)
    article = make_article(story, "Gazette")
    assert "names and quotes nobody" in page(client, story)
    article.revisions.update(language="fr")
    assert "Its article was not read" in page(client, story)


def test_texts_that_are_not_read_are_told(client, story):
    Article.objects.get(outlet__name="Herald").revisions.update(language="fr")
    assert "Not read: Herald (in French)" in page(client, story)


def test_printed_words_are_escaped(client):
    story = make_story()
    article = make_article(
        story, "<s>Gazette</s>", text="<b>Ada</b>, <i>mayor</i>: <script>alert(1)</script>"
    )
    entity = make_name(story, "<u>Ada</u>", (article, "<b>Ada</b>"))
    give_role(entity, article, "<i>mayor</i>")
    quote_words(article, "<script>alert(1)</script>", speaker="<u>Ada</u>", speaker_as_printed="<q>")
    find_conflict(story, "name", (article, "<b>Ada</b>"))
    html = page(client, story)
    assert not re.search(r"<(script>alert|i>mayor|s>Gazette|b>Ada|u>Ada|q>)", html)
    assert "&lt;script&gt;alert" in html


def test_a_story_that_does_not_exist_is_not_found(client):
    assert client.get(reverse("people", args=["nowhere"])).status_code == 404


def test_it_takes_no_post(client, story):
    assert client.post(reverse("people", args=[story.slug])).status_code == 405


def test_it_asks_the_database_a_fixed_number_of_times(client, story, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        page(client, story)
    for number in range(8):
        article = make_article(story, f"Outlet {number}", text=f"Person {number}: No.")
        make_name(story, f"Person {number}", (article, f"Person {number}"))
        quote_words(article, "No.", speaker=f"Person {number}")
    with django_assert_max_num_queries(14):
        page(client, story)
