"""Compare's columns, in the address: moved, hidden, pinned, whose order the rows have, and the base."""

import re
from html import unescape

import pytest
from django.urls import reverse

from articles.models import Article, Revision
from tests.factories import Said, build_story, make_article, make_statement, make_story
from tests.pages import page, text_of

pytestmark = pytest.mark.django_db


def link(html: str, name: str) -> str:
    """Return the address that a link with this id leads to."""
    (found,) = re.findall(rf'id="{name}" href="([^"]+)"', html)
    return unescape(found)


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return [make_article(story, outlet) for outlet in ("Gazette", "Courier", "Herald")]


@pytest.fixture
def address(story, articles):
    make_statement(
        story,
        Said(articles[0], "We close both depots."),
        Said(articles[1], "We shut both depots."),
        Said(articles[2], "We close both depots."),
    )
    make_statement(story, Said(articles[1], "Nobody asked us."))
    return reverse("compare", args=[story.slug])


def names(html: str) -> list[str]:
    return re.findall(r'data-article="\d+" aria-label="([^,"]+)', html)


def test_a_columns_menu_moves_hides_and_pins_it(client, address, articles):
    gazette, courier, herald = (article.pk for article in articles)
    html = page(client, address)

    assert names(page(client, link(html, f"right-{gazette}"))) == ["Courier", "Gazette", "Herald"]
    assert names(page(client, link(html, f"left-{herald}"))) == ["Gazette", "Herald", "Courier"]
    assert names(page(client, link(html, f"hide-{courier}"))) == ["Gazette", "Herald"]
    assert names(page(client, link(html, f"pin-{herald}"))) == ["Herald", "Gazette", "Courier"]
    assert f'id="left-{gazette}"' not in html
    assert f'id="right-{herald}"' not in html


def test_moving_twice_brings_a_column_two_places_further(client, address, articles):
    gazette = articles[0].pk
    once = page(client, link(page(client, address), f"right-{gazette}"))

    assert names(page(client, link(once, f"right-{gazette}"))) == ["Courier", "Herald", "Gazette"]


def test_a_pinned_column_stays_first_and_the_others_move_behind_it(client, address, articles):
    gazette, _, herald = (article.pk for article in articles)
    html = page(client, address, f"?pin={herald}")

    assert 'class="board has-pin"' in html
    assert f'id="left-{gazette}"' not in html
    assert f'id="right-{herald}"' not in html
    assert names(page(client, link(html, f"right-{gazette}"))) == ["Herald", "Courier", "Gazette"]
    assert names(page(client, link(html, f"pin-{herald}"))) == ["Gazette", "Courier", "Herald"]


def test_the_page_names_hidden_outlets_and_what_went_with_them(client, address, articles):
    gazette, courier, _ = (article.pk for article in articles)
    html = page(client, address, f"?hide={gazette}.{courier}")

    text = text_of(html)
    assert "2 outlets hidden: Show Gazette , Show Courier – show all" in text
    assert "1 statement that only they print is left out; “of 1” counts the outlets shown." in text
    assert f'href="{address}?hide={courier}"' in html
    assert "1 of 1 outlets" in text


def test_what_is_hidden_is_no_longer_offered(client, address, articles):
    courier = articles[1]
    html = page(client, address, f"?hide={courier.pk}")

    for select in re.findall(r"<select.*?</select>", html, re.S):
        assert "Courier" not in select


def test_hiding_the_base_leaves_the_choice_of_it_behind(client, address, articles):
    gazette = articles[0].pk
    html = page(client, address, f"?base={gazette}&by={gazette}&pin={gazette}")

    assert link(html, f"hide-{gazette}") == f"{address}?hide={gazette}"


def test_the_form_keeps_the_arrangement(client, address, articles):
    gazette, courier, herald = (article.pk for article in articles)
    html = page(client, address, f"?order={herald}.{courier}&hide={gazette}")

    assert f'name="order" id="choose-order" value="{herald}.{courier}" form="choices" >' in html
    assert f'name="hide" id="choose-hide" value="{gazette}" form="choices" >' in html
    assert re.search(r'name="pin"[^>]*disabled', html)


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("order=1.x", "an order of articles that this story does not have"),
        ("order=0", "an order of articles that this story does not have"),
        ("order={0}.{0}", "an order of articles that this story does not have"),
        ("hide=99999999999999999999", "hides articles that this story does not have"),
        ("hide={0}.{1}.{2}", "or all of them. All are shown"),
        ("hide=²", "hides articles that this story does not have"),
        ("pin=abc", "pins an article that is not shown"),
        ("pin={0}&hide={0}", "pins an article that is not shown"),
        ("by=0", "the order of an article that is not shown"),
        ("by={1}&hide={1}", "the order of an article that is not shown"),
        ("outlet={outlet}&hide={0}", "an outlet that has no article on this page"),
        ("base={0}&hide={0}", "The base is shown, although the address hides it"),
        ("base=majority&hide={0}", "Of fewer than three outlets there is no majority"),
    ],
)
def test_an_arrangement_that_makes_no_sense_is_left_out_with_a_notice(
    client, address, articles, query, notice
):
    keys = [article.pk for article in articles]
    html = page(client, address, "?" + query.format(*keys, outlet=articles[0].outlet_id))

    assert notice in text_of(html)
    assert re.search(r'<tr[^>]*class="statement"', html)


def test_rows_stand_in_an_outlets_printed_order(client, address, articles):
    html = page(client, address, f"?by={articles[1].pk}")

    assert "Printed by Courier, in its order 2 statements" in text_of(html)
    assert re.search(rf'<option value="{articles[1].pk}" selected>Courier', html)
    assert f'href="{address}"' in html, "the menu leads back to the story's order"


def test_the_majority_reading_stands_first_and_each_cell_is_marked_against_it(client, address):
    html = page(client, address, "?base=majority")

    text = text_of(html)
    assert '<option value="majority" selected>Majority reading' in html
    assert "We [other words: shut ; base: close] both depots" in text
    assert "1 cell differs from the majority reading" in text
    assert "We close both depots “We close" in text.replace("Majority reading", "")


def test_a_row_without_a_majority_says_so(client, story, articles, address):
    make_statement(story, Said(articles[0], "They stand empty."), Said(articles[1], "They stand idle."))

    text = text_of(page(client, address, "?base=majority"))
    assert "No majority of 2" in text
    assert "Compared with" in text


def test_a_text_in_another_language_has_no_column_until_it_is_asked_for(client, address, articles):
    Revision.objects.filter(article=articles[2]).update(language="fr")

    html = page(client, address)
    assert names(html) == ["Gazette", "Courier"]
    assert "Herald is in French, which is not read: nothing to compare. Show its column" in text_of(html)
    html = page(client, address, "?foreign=1")
    assert names(html) == ["Gazette", "Courier", "Herald"]
    assert "Hide columns in other languages" in text_of(html)


def test_a_reference_witness_is_the_base_and_says_what_it_is(client, address, articles):
    Article.objects.filter(pk=articles[2].pk).update(is_reference=True)

    html = page(client, address)
    assert "Herald, the base, a reference" in html
    assert "of 2 outlets" in text_of(html)


def test_gaps_of_two_kinds_look_and_read_differently(client, story, articles, address):
    Article.objects.filter(pk=articles[0].pk).update(extent="excerpt")

    html = page(client, address)
    assert re.search(r'class="none unheld"[^>]*>\s*Not in the text we hold', html)
    assert re.search(r'class="none unprinted"[^>]*>\s*Not printed', html)
    assert "not printed ? not in the text we hold" in text_of(html)


def test_each_row_has_one_link_on_the_map_which_the_strips_use_too(client, story, address):
    html = page(client, address)

    for statement in story.statements.all():
        assert html.count(f'href="#statement-{statement.pk}"') == 1
    assert html.count('href="#row-links"') == 4


def test_htmx_gets_the_choices_that_depend_on_the_columns_too(client, address, articles):
    html = page(client, address, f"?hide={articles[1].pk}&shared=1", **{"HX-Request": "true"})

    assert '<span id="chosen" hx-swap-oob="true"><span class="count">1' in html
    assert '<span class="field" id="printed-by" hx-swap-oob="true">' in html


def test_the_heads_cost_no_query(client, django_assert_max_num_queries):
    story = build_story(statements=5, outlets=30, slug="big")
    keys = ".".join(str(key) for key in story.articles.values_list("pk", flat=True)[:5])

    with django_assert_max_num_queries(12):
        page(client, "/stories/big/", f"?hide={keys}&base=majority")
