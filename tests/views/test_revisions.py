"""The texts that we hold of one article, and what changed between two of them."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.models import Article, Quote, Revision
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    text = "\n".join(["The depots close in May.", *(f"Paragraph {number}." for number in range(2, 7))])
    return make_article(make_story(), "Gazette", text=text)


def revise(article, text: str) -> Revision:
    number = article.revisions.count() + 1
    article.revisions.update(is_current=False)
    return Revision.objects.create(article=article, number=number, text=text, text_hash=f"{number:064}")


@pytest.fixture
def revised(article):
    text = article.revisions.get().text
    revise(article, text.replace("May", "June"))
    revise(article, text.replace("May", "June").replace("Paragraph 6.", "Nobody was asked about it."))
    return article


def page(client, article, **query) -> str:
    response = client.get(reverse("revisions", args=[article.story.slug, article.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def seen(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_it_lists_the_texts_and_what_changed_in_numbers(client, revised):
    html = seen(page(client, revised))

    assert "Revision 3 current" in html
    assert "the first text we received" in html
    assert re.search(r"Revision 2 \d+ \w{3} \d{4}, \d\d:\d\d 15 1 paragraph changed \+1 −1", html)


def test_it_shows_the_last_change_first(client, revised):
    html = page(client, revised)

    assert "From revision 2 to revision 3" in html
    assert "Nobody was asked about it." in html
    assert "5 paragraphs unchanged, show" in html


def test_it_shows_the_two_asked_for(client, revised):
    html = page(client, revised, **{"from": 1, "to": 2})

    assert re.search(r"in <del ><span[^>]*> \[removed: </span>May<", html)
    assert re.search(r"<ins ><span[^>]*> \[added: </span>June<", html)
    assert re.search(r'name="from" value="1" [^>]*checked', html)
    assert "notice" not in html


@pytest.mark.parametrize(
    ("query", "shown", "notice"),
    [
        ({"to": 2}, (1, 2), ""),
        ({"from": 1}, (1, 3), ""),
        ({"from": 3, "to": 1}, (1, 3), "from the earlier to the later"),
        ({"from": 2, "to": 2}, (1, 2), "one text twice"),
        ({"from": 1, "to": 1}, (1, 2), "one text twice"),
        ({"from": 1, "to": 99}, (2, 3), "no text of that number"),
        ({"from": "x"}, (2, 3), "no text of that number"),
        ({"page": "x"}, (2, 3), ""),
    ],
)
def test_what_makes_no_sense_in_the_address_gives_a_notice(client, revised, query, shown, notice):
    html = page(client, revised, **query)

    assert "From revision {} to revision {}".format(*shown) in html
    assert notice in html
    assert ('class="notice"' in html) == bool(notice)


def test_it_says_at_the_top_that_a_quotation_changed(client, revised):
    for revision in revised.revisions.filter(number__gt=1):
        Revision.objects.filter(pk=revision.pk).update(analysis_version=1)
        words = "depots close" if revision.number == 2 else "close in June"
        start = revision.text.index(words)
        Quote.objects.create(
            revision=revision, start=start, end=start + len(words), type="mixed", speaker="Ada Low"
        )

    html = seen(page(client, revised))

    assert "A quotation was removed Ada Low paragraph 1 before" in html
    assert html.index("A quotation") < html.index("Nobody was asked about it.")


def test_it_says_that_quotations_of_an_unread_text_are_not_compared(client, revised):
    assert "The machine has not read both texts" in page(client, revised)


def test_it_says_where_only_white_space_differs(client, article):
    revise(article, article.revisions.get().text.replace("\n", "\n\n"))

    assert "Only white space." in page(client, article)


def test_it_says_that_there_is_one_text_only(client, article):
    html = page(client, article)

    assert "We hold one text of this article." in html
    assert "that becomes revision 2" in html


def test_it_says_that_there_is_no_text(client, article):
    article.revisions.all().delete()

    assert "We hold no text of this article" in page(client, article)


def test_every_character_is_escaped(client, article):
    revise(article, "<script>alert(1)</script>\nParagraph <b>2</b>.")
    Article.objects.update(title="<i>Depots</i>")

    html = page(client, article)

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "<i>Depots" not in html


def test_many_texts_come_in_pages(client, article):
    for number in range(12):
        revise(article, f"The depots close in {number} days.")

    assert "Page 1 of 2" in page(client, article)
    assert "Revision 1<" in page(client, article, page=2)


def test_htmx_gets_the_texts_alone(client, revised):
    address = reverse("revisions", args=[revised.story.slug, revised.pk])
    response = client.get(address, headers={"HX-Request": "true"})

    assert "<html" not in response.content.decode()
    assert 'id="revisions"' in response.content.decode()
    assert "HX-Request" in response["Vary"]


def test_it_is_404_for_an_article_of_another_story(client, article):
    other = make_story("Another story", slug="another")

    assert client.get(reverse("revisions", args=[other.slug, article.pk])).status_code == 404
    assert client.get(reverse("revisions", args=[article.story.slug, 0])).status_code == 404


def test_its_queries_do_not_grow(client, revised, django_assert_num_queries):
    for number in range(6):
        revise(revised, f"The depots close in {number} days.")

    with django_assert_num_queries(8):
        page(client, revised)


def test_the_articles_pages_lead_to_it(client, revised):
    address = reverse("revisions", args=[revised.story.slug, revised.pk])

    assert f'href="{address}"' in client.get(reverse("articles", args=[revised.story.slug])).content.decode()
    article = reverse("article", args=[revised.story.slug, revised.pk])
    assert f'href="{address}"' in client.get(article).content.decode()
    assert f'href="{address}?from=1"' in client.get(article, {"revision": 1}).content.decode()


def test_a_file_that_comes_in_changed_is_a_new_revision_with_its_change(client, tmp_path):
    file = tmp_path / "gazette.txt"
    file.write_text("The depots close.\n\n“We had no choice but to close six depots,” Ada Low said.")
    call_command("ingest", file, story="Depots to close")
    file.write_text("The depots close.\n\n“We had no choice but to close two depots,” Ada Low said.")
    call_command("ingest", file, story="Depots to close")

    html = seen(page(client, Article.objects.get()))

    assert "From revision 1 to revision 2" in html
    assert "A quotation changed Ada Low" in html
    assert "[removed: six]" in html
    assert "[added: two]" in html
