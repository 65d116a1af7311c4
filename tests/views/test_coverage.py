"""The coverage matrix's page: its table, its choices in the address, its fragment."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, Revision
from tests.factories import Said, build_story, make_article, make_statement, make_story
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    story = make_story()
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier", extent="excerpt")
    make_statement(
        story, Said(gazette, "We close <b>both</b> depots."), Said(courier, "both depots", kind="partial")
    )
    make_statement(story, Said(gazette, "Nobody uses them."), speaker="Ben Ode")
    make_statement(story, Said(courier, "Six depots.", kind="reported"), speaker="")
    return story


def page(client, story, query="", **headers) -> str:
    response = client.get(reverse("coverage", args=[story.slug]) + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def rows(html: str) -> list[str]:
    return [
        text_of(re.sub(r'aria-label="([^"]+)"></a>', r">\1</a>", row))
        for row in re.findall(r'<tr>\s*<th class="row-head" scope="row"><a.*?</tr>', html, re.S)
    ]


def test_every_cell_says_how_the_outlet_prints_it(client, story):
    assert rows(page(client, story)) == [
        "1 “We close <b>both</b> depots.” 2 of 2 quoted in full part quoted",
        "2 “Nobody uses them.” 1 of 2 quoted in full not in the text we hold",
        "3 Six depots. 1 of 2 not printed reported, not quoted",
    ]


def test_what_articles_print_is_escaped(client, story):
    assert "<b>both</b>" not in page(client, story)


def test_a_row_leads_to_its_card(client, story):
    statement = story.statements.get(position=0)
    (address,) = set(re.findall(rf'href="([^"]*/{statement.pk}/)"', page(client, story)))

    assert address == f"../statements/{statement.pk}/"
    assert client.get(reverse("statement", args=[story.slug, statement.pk])).status_code == 200


def test_it_answers_who_left_a_speaker_out(client, story):
    html = page(client, story, "?speaker=Ben+Ode")

    assert "1 of 3 rows. None in Courier (as far as the text we hold goes)." in text_of(html)
    assert len(rows(html)) == 1


def test_it_names_who_only_reports_a_speaker(client, story):
    herald = make_article(story, "Herald")
    make_statement(story, Said(herald, "They are closing.", kind="reported"), speaker="Ada Low")

    html = text_of(page(client, story, "?speaker=Ada+Low"))

    assert "prints at least one of them. Without quotation marks only: Herald ." in html


def test_it_answers_what_an_outlet_left_out(client, story):
    gazette, courier = (article.outlet_id for article in story.articles.order_by("position"))

    assert "Gazette does not print it." in text_of(page(client, story, f"?without={gazette}"))
    assert "does not print it, as far as the text" in text_of(page(client, story, f"?without={courier}"))
    assert "No other outlet than Gazette prints it." in text_of(page(client, story, f"?only={gazette}"))


def test_what_is_not_read_is_said_to_be_unknown(client, story):
    Revision.objects.filter(article__outlet__name="Gazette").update(language="fr")
    gazette = story.articles.get(outlet__name="Gazette").outlet_id

    html = page(client, story, f"?without={gazette}")

    assert "Gazette is in French, so nobody knows what it leaves out." in text_of(html)
    assert "No row fits these choices" in html


@pytest.mark.parametrize(
    "query",
    [
        "?speaker=Nobody&kind=lies&without=999999&only=x&order=up&columns=down&page=-1",
        "?speaker=%00&without=99999999999999999999&page=99999999999999999999",
    ],
)
def test_nonsense_in_the_address_gives_notices_and_the_whole_matrix(client, story, query):
    html = page(client, story, query)

    assert html.count('class="notice"') == query.count("=")
    assert len(rows(html)) == 3


def test_htmx_gets_the_matrix_alone_and_the_address_that_says_the_choices(client, story):
    address = reverse("coverage", args=[story.slug])
    response = client.get(
        f"{address}?kind=facts&speaker=&without=&order=wide", headers={"HX-Request": "true"}
    )

    assert response.content.decode().strip().startswith('<section id="matrix"')
    assert response["HX-Push-Url"] == f"{address}?kind=facts&order=wide"
    assert "HX-Request" in response["Vary"]


def test_a_reference_is_named_as_one(client, story):
    Article.objects.filter(outlet__name="Courier").update(is_reference=True)

    html = page(client, story)

    assert re.search(r'<th class="col reference".*?Courier.*?<small>reference</small>', html, re.S)
    assert "2 “Nobody uses them.” 1 of 1" in " ".join(rows(html))


def test_an_empty_story_says_what_to_do(client):
    assert "Nothing to lay out yet" in page(client, make_story())


def test_it_is_404_for_a_story_that_does_not_exist(client):
    assert client.get(reverse("coverage", args=["nowhere"])).status_code == 404


def test_many_rows_come_in_pages(client):
    story = build_story(statements=120, outlets=50)

    html = page(client, story, "?page=2")

    assert len(rows(html)) == 40
    assert "Page 2 of 2" in html
    assert len(html) < 1_500_000


@pytest.mark.parametrize(("statements", "outlets"), [(2, 2), (40, 20)])
def test_its_queries_do_not_grow(client, django_assert_num_queries, statements, outlets):
    story = build_story(statements=statements, outlets=outlets)

    with django_assert_num_queries(7):
        page(client, story)
