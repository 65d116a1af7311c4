"""The Compare page: its board, its choices in the address, its fragment."""

import re
from html import unescape

import pytest
from django.urls import reverse

from articles.models import Entity, EntityRole, Statement
from tests.factories import Said, build_story, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return [
        make_article(story, "Gazette"),
        make_article(story, "Courier", published=None, outlet_basis="inferred", copy_of="Agency"),
        make_article(story, "Herald", extent="excerpt", outlet_basis="unknown"),
    ]


@pytest.fixture
def statement(story, articles):
    gazette, courier, _ = articles
    return make_statement(
        story,
        Said(gazette, "We will close both depots in the spring."),
        Said(courier, "We will shut both depots in the spring."),
    )


@pytest.fixture
def address(story, statement):
    return reverse("compare", args=[story.slug])


def page(client, address, query="", **headers) -> str:
    response = client.get(f"{address}{query}", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_one_column_an_outlet_with_how_we_know_it(client, address):
    heads = [
        text_of(head) for head in re.findall(r'<th[^>]*scope="col".*?</th>', page(client, address), re.S)
    ]

    assert heads == [
        "Statement",
        "Gazette Base 1 May 2024 prints 1 of 1",
        "Courier as the base undated outlet inferred copy of Agency 1 of 1 changed",
        "Herald as the base 1 May 2024 outlet unknown excerpt 0 of 0 changed",
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


@pytest.mark.parametrize("statements", [10, 200])
def test_a_page_takes_at_most_twelve_queries(client, editor, statements, django_assert_max_num_queries):
    build_story(statements=statements, outlets=5, slug="big")
    client.force_login(editor)

    with django_assert_max_num_queries(12):
        html = page(client, "/stories/big/")
    assert len(re.findall(r'<tr[^>]*class="statement"', html)) == statements


# The card


@pytest.fixture
def card(story, statement):
    return reverse("statement", args=[story.slug, statement.pk])


def test_the_card_is_a_page_of_its_own(client, card):
    html = page(client, card)

    assert "<html" in html
    text = text_of(html)
    assert "Ada Low statement 1, printed by 2 of 3 outlets" in text
    assert "Paragraph 2 of 2 in Courier Quoted in full speaker printed as “Low” cue “said”" in text
    assert "Herald : not in the text we hold" in text


def test_htmx_gets_the_card_as_a_row(client, card, statement):
    html = page(client, card, **{"HX-Request": "true"})

    assert html.lstrip().startswith(f'<tr class="card" id="card-{statement.pk}"')


def test_the_card_lays_the_readings_word_by_word(client, card):
    (table,) = re.findall(r'<table class="apparatus">.*?</table>', page(client, card), re.S)
    rows = [re.findall(r"<t[hd].*?</t[hd]>", row, re.S) for row in table.split("</tr>")[:-1]]

    assert [[text_of(cell) for cell in row] for row in rows] == [
        ["Gazette", "We will", "close (differs)", "both depots in the spring"],
        ["Courier", "We will", "shut (differs)", "both depots in the spring"],
    ]


def test_words_that_one_outlet_prints_alone_stand_together(client, story, articles):
    longer = make_statement(
        story,
        Said(articles[0], "We close both of the old and empty depots in spring."),
        Said(articles[1], "We close both depots in spring."),
    )

    html = page(client, reverse("statement", args=[story.slug, longer.pk]))
    assert "We close both of the old and empty (differs) depots in spring" in text_of(html)
    assert "We close both – nothing here depots in spring" in text_of(html)


def test_the_card_shows_its_discrepancies_with_both_sides_words(client, card, statement, articles):
    make_discrepancy(statement, "wording", "One word differs.", (articles[0], "close"), (articles[1], "shut"))

    text = text_of(page(client, card))
    assert "Serious Wording One word differs. Gazette close Courier shut" in text
    assert "Sign in as an editor to decide." in text


def test_a_discrepancy_of_no_statement_is_decided_on_the_card_that_shows_its_words(
    client, editor, card, statement, articles
):
    make_discrepancy(statement, "name", "One verb.", (articles[0], "close"), of_story=True)
    client.force_login(editor)

    text = text_of(page(client, card))
    assert "One verb." in text
    assert "Confirm" in text


def test_an_editor_can_decide_on_the_card(client, editor, card, statement):
    make_discrepancy(statement, "wording", "One word differs.")
    client.force_login(editor)

    assert "Confirm" in text_of(page(client, card))


def test_the_card_leaves_out_what_is_no_part_of_the_article(client, story):
    front = "date 2024-08-19 "
    mirror = make_article(
        story, "Mirror", text=f"{front}The board met. It closes the depots. SHARE It was sad."
    )
    revision = mirror.revisions.get()
    start = revision.text.index("It closes")
    revision.omissions.create(start=0, end=len(front), reason="front matter")
    share = revision.text.index("SHARE ")
    revision.omissions.create(start=share, end=share + len("SHARE "), reason="navigation")
    lone = story.statements.create(position=0)
    lone.readings.create(
        revision=revision,
        start=start,
        end=start + len("It closes the depots."),
        context_start=start,
        context_end=start + len("It closes the depots."),
        position=0,
        kind="reported",
    )

    text = text_of(page(client, reverse("statement", args=[story.slug, lone.pk])))
    assert "The board met. It closes the depots. It was sad." in text
    assert front.strip() not in text


def test_each_row_tells_its_number(client, story, articles, address):
    make_statement(story, Said(articles[1], "Nobody uses them."))

    numbers = re.findall(r'class="number">([^<]+)<', page(client, address))
    assert numbers == ["Row 1", "Row 2"]


def test_the_page_of_a_statement_has_no_link_to_itself(client, card):
    assert f'href="{card}"' not in page(client, card)
    assert f'href="{card}"' in page(client, card, **{"HX-Request": "true"})


def test_only_a_table_with_moved_words_explains_their_sign(client, story, articles, card):
    moved = make_statement(
        story,
        Said(articles[0], "In the spring of next year we will close both of the old depots."),
        Said(articles[1], "We will close both of the old depots in the spring of next year."),
    )

    assert "in another place" not in text_of(page(client, card))
    html = page(client, reverse("statement", args=[story.slug, moved.pk]))
    assert "⇄ the same words in another place" in text_of(html)


def test_a_single_reading_has_no_table(client, story, articles):
    lone = make_statement(story, Said(articles[0], "Nobody uses them."))

    html = page(client, reverse("statement", args=[story.slug, lone.pk]))
    assert "apparatus" not in html
    assert "No discrepancy was found here" in html


def test_a_statement_of_another_story_is_not_found(client, story, statement):
    other = make_story(slug="other")

    assert client.get(reverse("statement", args=[other.slug, statement.pk])).status_code == 404
    Statement.objects.all().delete()
    assert client.get(reverse("statement", args=[story.slug, statement.pk])).status_code == 404


def test_a_card_takes_the_same_queries_however_many_discrepancies(
    client, editor, card, statement, articles, django_assert_max_num_queries
):
    for number in range(5):
        make_discrepancy(statement, "wording", f"Difference {number}.", (articles[0], "close"))
    client.force_login(editor)

    with django_assert_max_num_queries(22):
        page(client, card)


def test_the_card_says_what_each_outlet_calls_the_speaker(client, story):
    texts = {
        "Gazette": "“We close the depots,” said Ada Low, a <i>senior official</i>.",
        "Courier": "“We shut the depots,” said Ada Low, the minister for roads.",
        "Herald": "“We shut them,” said Ada Low.",
    }
    articles = [make_article(story, outlet, text=text) for outlet, text in texts.items()]
    low = Entity.objects.create(story=story, kind="person", name="Ada Low")
    for article, words in zip(articles, ("<i>senior official</i>", "minister for roads"), strict=False):
        revision = article.revisions.get()
        start = revision.text.index(words)
        EntityRole.objects.create(entity=low, revision=revision, start=start, end=start + len(words))
    statement = make_statement(story, *[Said(article, "We close.") for article in articles])

    html = client.get(reverse("statement", args=[story.slug, statement.pk])).content.decode()

    (called,) = re.findall(r'<p class="small roles">(.*?)</p>', html, re.DOTALL)
    assert "Ada Low is called" in called
    assert "&lt;i&gt;senior official&lt;/i&gt;</a>" in called
    assert "minister for roads</a>" in called
    assert "Herald" not in called


def test_a_card_without_roles_says_nothing_of_them(client, card):
    assert "is called" not in client.get(card).content.decode()
