"""The Compare page: its board, its choices in the address, its fragment."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.factories import Said, build_story, make_discrepancy, make_statement
from tests.pages import page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(story, statement):
    return reverse("compare", args=[story.slug])


def test_it_shows_one_column_an_outlet_with_how_we_know_it(client, address):
    html = re.sub(
        r'<details class="menu".*?</details>|<button.*?</button>', "", page(client, address), flags=re.S
    )
    heads = [text_of(head) for head in re.findall(r'<th[^>]*scope="col".*?</th>', html, re.S)]

    assert heads == [
        "Statement",
        "Gazette Base 1 May 2024 prints 1 of 1 row",
        "Courier as the base undated outlet inferred copy of Agency 1 of 1 cell differs",
        "Herald as the base 1 May 2024 outlet unknown excerpt in none of these rows",
    ]


def test_a_heading_stands_between_shared_rows_and_those_of_one_outlet(client, story, articles, address):
    make_statement(story, Said(articles[1], "Nobody uses them."))
    make_statement(story, Said(articles[0], "They stand empty."))

    heading = re.compile(r'<tr role="row" class="part">.*?scope="rowgroup".*?</tr>', re.S)
    html = page(client, address)
    (found,) = heading.findall(html)
    assert text_of(found) == "Printed by one outlet alone 2 statements"
    assert 'colspan="4"' in found
    before, after = heading.split(html)
    assert (before.count('class="statement"'), after.count('class="statement"')) == (1, 2)
    assert not heading.search(page(client, address, "?shared=1")), "nothing to set apart"
    assert not heading.search(page(client, address, "?words=empty")), "nothing to set apart from"


def test_it_says_in_words_what_the_colours_say(client, address):
    html = page(client, address)

    assert "We will [other words: shut ; base: close] both depots" in text_of(html)
    assert "Not in the text we hold" in html


def test_a_cell_leads_to_its_passage_in_the_article(client, address, story, articles):
    revision = articles[1].revisions.get()
    start = revision.text.index("We will shut")
    end = start + len("We will shut both depots in the spring.")

    link = f"{reverse('article', args=[story.slug, articles[1].pk])}?at={start}-{end}#passage"
    assert f'href="{link}"' in page(client, address)


def test_printed_text_is_escaped(client, story, articles):
    make_statement(story, Said(articles[0], "<script>alert(1)</script> & <b>bold</b> words"))

    html = page(client, reverse("compare", args=[story.slug]), "?words=%3Cscript%3E")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold" in html
    assert "<script>alert" not in html
    assert 'value="&lt;script&gt;"' in html


def test_it_keeps_every_choice_in_links_and_form(client, address, articles):
    html = page(client, address, "?show=every&changes=1&kind=any&words=depots&speaker=Ada+Low")

    assert not re.search(r'<tr[^>]*class="statement"', html)
    assert 'name="show" value="every" checked' in html
    assert 'name="changes" value="1" checked' in html
    assert '<option value="Ada Low" selected>' in html
    assert 'value="depots"' in html
    assert "No statement fits these choices" in html


def test_the_base_is_chosen_by_the_outlets_link(client, address, articles):
    (link,) = re.findall(rf'id="outlet-{articles[1].pk}"\s+href="([^"]+)"', page(client, address))

    html = page(client, unescape(link))
    assert "We will [other words: close ; base: shut] both depots" in text_of(html)
    assert f'<option value="{articles[1].pk}" selected>Courier' in html


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("?base=999", "a base that is no article of this story"),
        ("?base=drop+table", "a base that is no article of this story"),
        ("?show=nothing", "Changed words are marked"),
        ("?speaker=Nobody", "a speaker whom nobody quotes"),
        ("?outlet=-1", "an outlet that has no article"),
        ("?kind=gossip", "a kind of discrepancy that there is none of"),
        ("?words=" + "x" * 300, "too long"),
        ("?words=%00", "signs that nobody prints"),
    ],
)
def test_a_choice_that_makes_no_sense_is_left_out_with_a_notice(client, address, query, notice):
    html = page(client, address, query)

    assert notice in text_of(html)
    assert "statement" in html
    assert re.search(r'<tr[^>]*class="statement"', html), "the board is shown without that choice"


def test_htmx_gets_the_board_alone_and_the_address_to_show(client, address):
    response = client.get(
        f"{address}?words=&show=changed&kind=any&nonsense=1", headers={"HX-Request": "true"}
    )

    html = response.content.decode()
    assert html.lstrip().startswith('<section id="comparison"')
    assert "<html" not in html
    assert response["HX-Push-Url"] == f"{address}?kind=any"
    assert "HX-Request" in response["Vary"]


def test_going_back_in_history_gets_the_whole_page(client, address):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in page(client, address, **headers)


def test_a_flag_says_which_words_stand_elsewhere(client, story, address, statement, articles):
    found = make_discrepancy(statement, "name", "One verb.", (articles[0], "close"), of_story=True)
    found.evidence.create(revision=articles[2].revisions.get(), start=0, end=6)

    assert "Name close, elsewhere Depots Serious" in text_of(page(client, address))


def test_a_flag_names_kind_words_and_what_editors_decided(client, address, statement, articles):
    make_discrepancy(
        statement,
        "wording",
        "close / shut",
        (articles[0], "close"),
        (articles[1], "shut"),
        status="confirmed",
    )

    assert "Wording close / shut Confirmed" in text_of(page(client, address))


def test_a_story_without_statements_says_so(client, story, articles):
    assert "Nothing to compare yet" in page(client, reverse("compare", args=[story.slug]))


def test_an_unknown_story_is_not_found(client):
    assert client.get(reverse("compare", args=["no-such-story"])).status_code == 404


def test_it_only_reads(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("statements", [10, 400])
def test_a_page_takes_at_most_twelve_queries(client, editor, statements, django_assert_max_num_queries):
    build_story(statements=statements, outlets=3, slug="big")
    client.force_login(editor)

    with django_assert_max_num_queries(12):
        html = page(client, "/stories/big/")
    assert f"prints {statements} of {statements}" in text_of(html)


def test_it_says_of_how_many_rows_its_count_speaks(client, address, story, articles):
    gazette, courier, _ = articles
    make_statement(story, Said(gazette, "Nobody uses them now."), Said(courier, "Nobody uses them today."))

    def counted(query=""):
        return text_of(
            re.search(r'<span id="step-count".*?(?=<button)', page(client, address, query), re.S)[0]
        )

    assert counted().startswith("2 cells differ from Gazette")
    assert "1 cell differs from Gazette in 1 of 2 rows" in counted("?words=depots")


def test_a_cell_that_is_not_compared_word_by_word_says_so(client, address, story, articles):
    gazette, courier, _ = articles
    make_statement(
        story,
        Said(gazette, "I raised this at every level and heard nothing back."),
        Said(courier, "Despite several warnings Low received no answer.", kind="reported"),
    )

    (cell,) = re.findall(r"<td[^>]*>(?:(?!</td>).)*Despite(?:(?!</td>).)*</td>", page(client, address), re.S)
    assert text_of(cell).startswith("In other words Despite several warnings")
    assert 'tabindex="-1"' in cell, "the step to the next difference stops here"
