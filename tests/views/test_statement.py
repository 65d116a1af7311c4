"""The card of a statement: as a page, as a row of the comparison, and as copies to take along."""

import re
from datetime import date

import pytest
from django.urls import reverse

from articles.models import Article, Entity, EntityRole, Evidence, Statement
from tests.factories import Said, build_story, make_article, make_discrepancy, make_statement, make_story
from tests.pages import page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(story, statement):
    return reverse("statement", args=[story.slug, statement.pk])


def rows_of(html: str, table: str) -> list[list[str]]:
    (found,) = re.findall(rf'<table class="{table}">.*?</table>', html, re.S)
    rows = [re.findall(r"<t[hd].*?</t[hd]>", row, re.S) for row in found.split("</tr>")[:-1]]
    return [[text_of(cell) for cell in row] for row in rows]


# The page and the row


def test_it_is_a_page_of_its_own(client, card):
    html = page(client, card)

    assert "<html" in html
    assert "Row 1 Ada Low printed by 2 of 3 outlets" in text_of(html)


def test_htmx_gets_it_as_a_row_as_wide_as_the_board(client, card, statement, articles):
    html = page(client, card, f"?hide={articles[2].pk}", **{"HX-Request": "true"})

    assert html.lstrip().startswith(f'<tr class="card" id="card-{statement.pk}"')
    assert 'colspan="3"' in html


def test_page_and_row_show_the_same_card(client, card):
    bodies = [
        text_of(re.search(r'<section class="card-body".*', html, re.S).group())
        for html in (page(client, card), page(client, card, **{"HX-Request": "true"}))
    ]

    assert bodies[1].replace("Close ", "") in bodies[0]


def test_a_reference_is_no_outlet(client, story, articles, card, statement):
    Article.objects.filter(pk=articles[0].pk).update(is_reference=True)

    text = text_of(page(client, card))
    assert "printed by 1 of 2 outlets" in text
    assert "Gazette reference" in text


def test_printed_text_is_escaped(client, story, articles):
    lone = make_statement(story, Said(articles[0], "<script>alert(1)</script> & <b>bold</b> words"))

    for name in ("statement", "statement-html"):
        html = page(client, reverse(name, args=[story.slug, lone.pk]))
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold" in html
        assert "<script>alert" not in html


def test_a_statement_of_another_story_is_not_found(client, story, statement):
    other = make_story(slug="other")
    names = ("statement", "statement-text", "statement-html")

    for name in names:
        assert client.get(reverse(name, args=[other.slug, statement.pk])).status_code == 404
    Statement.objects.all().delete()
    for name in names:
        assert client.get(reverse(name, args=[story.slug, statement.pk])).status_code == 404


def test_it_takes_the_same_queries_however_much_it_shows(client, editor, django_assert_max_num_queries):
    story = build_story(statements=12, outlets=20, slug="big")
    statement = story.statements.first()
    for number in range(5):
        make_discrepancy(statement, "wording", f"Difference {number}.", (story.articles.first(), "We"))
    client.force_login(editor)

    with django_assert_max_num_queries(24):
        page(client, reverse("statement", args=[story.slug, statement.pk]))


# Before and after


def test_it_leads_to_the_statements_before_and_after(client, story, articles, card, statement):
    after = make_statement(story, Said(articles[0], "Nobody uses them."), speaker="Ben Ode")
    last = make_statement(story, Said(articles[0], "They stand empty."))

    html = page(client, card)
    assert 'rel="prev"' not in html
    assert re.search(rf'rel="next"[^>]* href="{reverse("statement", args=[story.slug, after.pk])}"', html)
    assert "1 of 3" in text_of(html)
    assert 'rel="next"' not in page(client, reverse("statement", args=[story.slug, last.pk]))


def test_the_boards_choices_lead_on(client, story, articles, card, statement):
    make_statement(story, Said(articles[0], "Nobody uses them."), speaker="Ben Ode")
    hers = make_statement(story, Said(articles[0], "They stand empty."))

    html = page(client, card, "?speaker=Ada+Low")
    address = f"{reverse('statement', args=[story.slug, hers.pk])}?speaker=Ada+Low"
    assert re.search(rf'rel="next"[^>]* href="{re.escape(address)}"', html)
    assert "1 of 2 that fit your choices" in text_of(html)
    back = rf'href="{reverse("compare", args=[story.slug])}\?speaker=Ada\+Low[^"]*#statement-{statement.pk}"'
    assert re.search(back, html)


def test_a_statement_that_the_choices_hide_stands_among_all(client, story, articles, card):
    make_statement(story, Said(articles[0], "Nobody uses them."), speaker="Ben Ode")

    assert "1 of 2 that" not in text_of(page(client, card, "?speaker=Ben+Ode"))
    assert "1 of 2" in text_of(page(client, card, "?speaker=Ben+Ode"))


def test_nonsense_in_the_address_gives_a_notice(client, card):
    assert "a base that is no article of this story" in text_of(page(client, card, "?base=nonsense"))


# Word by word


def test_it_lays_the_readings_word_by_word_the_base_first(client, card, articles):
    assert rows_of(page(client, card), "apparatus") == [
        ["Base Gazette", "We will", "close (differs)", "both depots in the spring"],
        ["Courier", "We will", "shut (differs)", "both depots in the spring"],
    ]
    rows = rows_of(page(client, card, f"?base={articles[1].pk}"), "apparatus")
    assert [row[0] for row in rows] == ["Base Courier", "Gazette"]


def test_words_that_one_outlet_prints_alone_stand_together(client, story, articles):
    longer = make_statement(
        story,
        Said(articles[0], "We close both of the old and empty depots in spring."),
        Said(articles[1], "We close both depots in spring."),
    )

    text = text_of(page(client, reverse("statement", args=[story.slug, longer.pk])))
    assert "We close both of the old and empty (differs) depots in spring" in text
    assert "We close both – nothing here depots in spring" in text


def test_the_same_words_are_one_line(client, story):
    outlets = [make_article(story, f"Outlet {number}") for number in range(6)]
    said = [Said(outlet, "We close both depots.") for outlet in outlets]
    alike = make_statement(story, *said[:5], Said(outlets[5], "We shut both depots."), said[0])

    rows = rows_of(page(client, reverse("statement", args=[story.slug, alike.pk])), "apparatus")
    assert [row[0] for row in rows] == [
        "Base Outlet 0 (2 times) , Outlet 1 , Outlet 2 and 2 more in the same words Outlet 3 , Outlet 4",
        "Outlet 5",
    ]


def test_the_table_points_at_the_discrepancies(client, card, statement, articles):
    found = make_discrepancy(statement, "wording", "One word.", (articles[0], "close"), (articles[1], "shut"))

    html = page(client, card)
    assert rows_of(html, "apparatus")[0] == ["", "", "Discrepancy 1", ""]
    assert f'href="#discrepancy-{found.pk}"' in html
    assert f'id="discrepancy-{found.pk}"' in html


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


# Who printed it


def test_it_tells_who_printed_it_when_where_and_how(client, card):
    html = page(client, card)

    assert rows_of(html, "ledger carriers")[1:] == [
        ["Gazette", "1 May 2024", "First paragraph, 2 of 2 in Gazette", "Quoted in full", "“Low” said"],
        [
            "Courier copy of Agency",
            "undated",
            "First paragraph, 2 of 2 in Courier",
            "Quoted in full",
            "“Low” said",
        ],
    ]
    text = text_of(html)
    assert "Nobody can say who was first: only Gazette is dated, 1 May 2024." in text
    assert "Not in the text we hold Herald" in text


def test_nobody_is_first_where_nothing_is_dated(client, story):
    one, other = (make_article(story, name, published=None) for name in ("Gazette", "Courier"))
    told = make_statement(story, Said(one, "We close."), Said(other, "We close."))

    text = text_of(page(client, reverse("statement", args=[story.slug, told.pk])))
    assert "Nobody can say who was first: no article that prints it is dated." in text


def test_several_on_one_day_are_named_together(client, story):
    outlets = [make_article(story, f"Outlet {at}", published=date(2024, 5, 1)) for at in range(6)]
    told = make_statement(story, *[Said(outlet, "We close.") for outlet in outlets])

    text = text_of(page(client, reverse("statement", args=[story.slug, told.pk])))
    assert "Outlet 0, Outlet 1, Outlet 2, Outlet 3 and 2 others , all on that day." in text


def test_it_says_what_each_outlet_calls_the_speaker(client, story):
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

    html = page(client, reverse("statement", args=[story.slug, statement.pk]))
    assert [row[-1] for row in rows_of(html, "ledger carriers")[1:]] == [
        "“Low” said called <i>senior official</i>",
        "“Low” said called minister for roads",
        "“Low” said",
    ]


def test_a_fact_has_no_column_for_speakers(client, story, articles):
    fact = make_statement(story, Said(articles[0], "They are empty.", kind="reported"), speaker="")

    html = page(client, reverse("statement", args=[story.slug, fact.pk]))
    assert rows_of(html, "ledger carriers")[0] == ["Outlet", "Date", "Where in the article", "How"]


# In their paragraphs


def test_it_leaves_out_what_is_no_part_of_the_article(client, story):
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


def test_what_an_article_prints_twice_is_shown_once(client, story, articles):
    said = Said(articles[0], "Nobody uses them.")
    twice = make_statement(story, said, said)

    html = page(client, reverse("statement", args=[story.slug, twice.pk]))
    assert len(re.findall(r'class="in-place"', html)) == 1
    assert "printed twice" in text_of(html)
    assert "again: Last paragraph, 3 of 3" in text_of(html)


def test_a_reading_has_an_address_that_outlives_a_new_comparison(client, card, articles):
    revision = articles[1].revisions.get()
    anchor = f"reading-{articles[1].pk}-{revision.text.index('We will shut')}"

    html = page(client, card)
    assert f'id="{anchor}"' in html
    assert f'data-copy="{card}#{anchor}"' in html


# Discrepancies


def test_it_shows_its_discrepancies_with_both_sides_words(client, card, statement, articles):
    found = make_discrepancy(
        statement, "wording", "One word differs.", (articles[0], "close"), (articles[1], "shut")
    )

    html = page(client, card)
    text = text_of(html)
    assert "Discrepancy 1 Wording Serious One word differs. Gazette close Courier shut" in text
    assert "Sign in as an editor to decide." in text
    assert f'href="{card}#discrepancy-{found.pk}"' in html


def test_an_outlet_that_leaves_words_out_is_said_to(client, card, statement, articles):
    make_discrepancy(
        statement, "dropped", "Some words lack.", (articles[0], "both depots"), (articles[1], "in")
    )
    Evidence.objects.filter(revision__article=articles[1]).update(lacking=True)

    text = text_of(page(client, card))
    assert "Gazette both depots Courier leaves out both depots beside “in”" in text
    board = text_of(page(client, reverse("compare", args=[statement.story.slug])))
    assert "Dropped words both depots Serious" in board
    listed = text_of(page(client, reverse("discrepancies", args=[statement.story.slug])))
    assert "leaves out “both depots” here" in listed


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


# To take along


def test_it_can_be_taken_along_as_text(client, story, card, statement):
    response = client.get(f"{card}text/")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"] == f'inline; filename="{story.slug}-statement-1.txt"'
    assert response.content.decode() == (
        "Ada Low\n"
        "Statement 1 of “Depots to close”, printed by 2 of 3 outlets\n"
        "\n"
        "“We will close both depots in the spring.”\n"
        "— Gazette, 1 May 2024 (quoted in full)\n"
        "\n"
        "“We will shut both depots in the spring.”\n"
        "— Courier, undated (quoted in full; copy of Agency)\n"
        "\n"
        "Not in the text we hold: Herald\n"
        f"http://testserver{card}\n"
    )


def test_what_is_taken_along_tells_reports_and_possible_outlets(client, story, articles):
    gazette, courier, herald = articles
    statement = make_statement(
        story,
        Said(gazette, "The board closes <both> depots.", kind="reported"),
        Said(courier, "Two depots are to close.", kind="reported", suggested=True),
        Said(herald, "We will close both depots."),
    )
    card = reverse("statement", args=[story.slug, statement.pk])

    text = client.get(f"{card}text/").content.decode()
    assert (
        "\nIn the outlet’s own words: The board closes <both> depots.\n"
        "— Gazette, 1 May 2024 (reported, not quoted)\n"
    ) in text
    assert "\nPossibly: Courier\n" in text
    assert "Two depots" not in text
    html = client.get(f"{card}html/").content.decode()
    assert "In the outlet’s own words: The board closes <both> depots. — Gazette" in text_of(html)
    assert "Possibly: Courier" in text_of(html)


def test_it_can_be_taken_along_as_html_without_styles_and_pictures(client, story, card):
    response = client.get(f"{card}html/")

    html = response.content.decode()
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Content-Disposition"].startswith("inline")
    assert "style" not in html
    assert "<img" not in html
    assert html.count("<blockquote") == 2
    assert "“We will shut both depots in the spring.” — Courier, undated" in text_of(html)
    assert f'<a href="http://testserver{card}">' in html


def test_copies_only_read(client, card):
    assert client.post(f"{card}text/").status_code == 405
    assert client.post(f"{card}html/").status_code == 405
