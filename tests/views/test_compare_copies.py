"""Compare says whose report a column is, how the machine knows, and shows each printing once on request."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, Revision
from tests.factories import Said, make_article, make_origin, make_statement, make_story
from tests.pages import page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def address(story):
    return reverse("compare", args=[story.slug])


@pytest.fixture
def courier(story) -> Article:
    gazette, courier = (
        make_article(story, "Gazette"),
        make_article(story, "Courier", text="LEEDS (AFP) - News."),
    )
    make_statement(story, Said(gazette, "We close the depots."), Said(courier, "We close the depots."))
    make_origin(courier, "AFP", "LEEDS (AFP) -", basis="dateline", other=gazette, share=0.57)
    return courier


def test_the_head_says_whose_copy_it_is_with_the_words_that_tell(client, address, courier):
    shown = text_of(page(client, address))

    assert "copy of AFP read from its text Its dateline says so: LEEDS (AFP) - 57 %" in shown
    assert f"{reverse('article', args=[courier.story.slug, courier.pk])}?at=0-13#passage" in page(
        client, address
    )


def test_what_an_administrator_says_is_not_said_to_be_read(client, address, courier):
    courier.copy_of = courier.story.articles.exclude(pk=courier.pk).get().outlet
    courier.save()
    shown = text_of(page(client, address))

    assert "copy of Gazette" in shown
    assert "read from its text Its dateline" not in shown


def test_a_row_says_how_many_printings_are_independent(client, address, courier):
    assert "2 of 2 outlets , 1 independent" in text_of(page(client, address))


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_copies_collapse_on_request(client, address, courier, headers):
    shown = page(client, address, "?collapse=1", **headers)

    assert shown.count('scope="col"') == 2
    assert "1 copy collapsed: Courier" in text_of(shown)
    assert re.search(r'name="collapse"[^>]*checked', shown)


def test_the_choice_goes_along_with_the_others(client, address, courier):
    assert re.search(r'href="[^"]*\?base=\d+&amp;collapse=1"', page(client, address, "?collapse=1"))


def test_without_copies_there_is_nothing_to_collapse(client, story, address):
    make_statement(
        story, Said(make_article(story, "Gazette"), "We close."), Said(make_article(story, "Echo"), "No.")
    )

    assert 'name="collapse"' not in page(client, address)


def test_evidence_is_escaped(client, story, address):
    article = make_article(story, "Gazette", text="<script>alert(1)</script> & more")
    make_statement(story, Said(article, "We close."))
    make_origin(article, "<b>AFP</b>", "<script>alert(1)</script>", basis="told")
    shown = page(client, address)

    assert "<script>alert" not in shown
    assert "<b>AFP" not in shown


def test_a_column_in_another_language_says_that_it_is_not_read(client, address, courier):
    Revision.objects.filter(article=courier).update(language="fr")

    assert "in French shown, not read" in text_of(page(client, address, "?foreign=1"))


def test_a_card_counts_independent_printings_and_names_the_language_of_a_gap(client, story, courier):
    Revision.objects.filter(article=make_article(story, "Journal")).update(language="fr")
    statement = story.statements.get()

    shown = text_of(page(client, reverse("statement", args=[story.slug, statement.pk])))

    assert "printed by 2 of 3 outlets, 1 independent" in shown
    assert "Not read: the text is in French Journal" in shown
