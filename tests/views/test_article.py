"""One article with its marks and notes."""

import re

import pytest
from django.urls import reverse

from articles.models import Entity, EntityForm, EntityRole, Figure, Omission, Quote, Reading, Revision
from tests.factories import Said, build_story, make_article, make_origin, make_statement, make_story
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def article(story):
    return make_article(story, "Gazette", text="Share this page\nThe depots close on Friday.")


def page(client, article, **query) -> str:
    response = client.get(reverse("article", args=[article.story.slug, article.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def printed(html: str) -> list[str]:
    """Return the paragraphs as a reader sees them, without the numbers of the notes."""
    paragraphs = re.findall(r'<p class="printed">(.*?)</p>\s*(?:<aside|</div>)', html, re.DOTALL)
    without_numbers = (re.sub(r'<a class="ref".*?</a>', "", paragraph) for paragraph in paragraphs)
    return [re.sub(r"<[^>]+>", "", paragraph) for paragraph in without_numbers]


def test_it_prints_the_text_as_it_is(client, article):
    assert printed(page(client, article)) == ["Share this page", "The depots close on Friday."]


def test_it_escapes_what_the_outlet_printed(client, story):
    article = make_article(story, "Gazette", text="<script>alert('depots')</script> & <b>more</b>")
    make_statement(story, Said(article, "<i>We</i> close.", before="<u>"), speaker="<em>Ada</em>")

    html = page(client, article)

    for tag in ("<script>alert", "<b>more", "<i>We", "<u>", "<em>Ada"):
        assert tag not in html
    assert "&lt;i&gt;We&lt;/i&gt; close." in html


def test_it_describes_a_quote_in_the_margin(client, story, article):
    other = make_article(story, "Courier")
    make_statement(
        story, Said(article, "Nobody asked us.", after=" Ms Low said."), Said(other, "Nobody asked.")
    )

    html = page(client, article)
    quote = Quote.objects.get(revision__article=article)

    assert f'id="quote-{quote.pk}"' in html
    for shown in (
        "<b>Ada Low</b>",
        "printed as “Low”",
        "cue “said”",
        "Whole sentences",
        "in 2 articles",
    ):
        assert shown in html
    statement = quote.readings.get().statement
    assert reverse("statement", args=[story.slug, statement.pk]) in html


def test_it_asks_for_a_look_where_the_machine_is_unsure(client, story, article):
    make_statement(story, Said(article, "Nobody asked us."), speaker="")
    Quote.objects.update(review=True, review_reason="Two people could have said it.")

    html = page(client, article)

    assert "<b>Unknown speaker</b>" in html
    assert "<b>Check this</b>: Two people could have said it." in html


def test_it_anchors_paragraphs_and_readings(client, story, article):
    make_statement(story, Said(article, "Nobody asked us."))

    html = page(client, article)

    assert 'id="p3"' in html
    assert html.count(f'id="reading-{Reading.objects.get().pk}"') == 1


def test_it_says_how_far_a_quote_over_paragraphs_goes(client, story):
    article = make_article(story, "Gazette", text="“We close.\n\n“All of them.” Nobody objected.")
    Quote.objects.create(revision=article.revisions.get(), start=0, end=26, type="direct", segments=[[1, 10]])

    html = page(client, article)

    assert 'goes on to <a href="#p2">paragraph 2</a>' in html
    assert printed(html) == ["“We close.", "“All of them.” Nobody objected."]
    assert html.count('aria-label="Note 1"') == 1


def test_it_links_a_passage_outside_the_quotes_to_its_row(client, story, article):
    make_statement(story, Said(article, "The depots will close on Friday.", kind="reported"))

    html = page(client, article)

    assert "note-shared" in html
    assert "only here" in html


def test_it_says_why_a_passage_is_left_out(client, article):
    Omission.objects.create(revision=article.revisions.get(), start=0, end=15, reason="navigation")

    html = page(client, article)

    assert "<b>Omitted</b>: navigation" in html
    assert '<span class="in-omitted">Share this page</span>' in html


def test_it_marks_names_and_figures_where_they_stand(client, story, article):
    revision = article.revisions.get()
    ada = Entity.objects.create(story=story, name="Friday Group", kind="organisation")
    EntityForm.objects.create(entity=ada, revision=revision, text="Friday", starts=[36])
    Figure.objects.create(revision=revision, start=20, end=26, value=6)

    html = page(client, article, show=["names", "figures"])

    assert '<span class="in-name name-organisation">Friday</span>' in html
    assert '<span class="in-figure">depots</span>' in html
    assert "<dt>Friday Group</dt>" in html


def test_it_shows_the_layers_asked_for(client, article):
    html = page(client, article, show=["", "names", "nonsense"])

    assert 'class="article show-names "' in html
    assert re.search(r'value="names" checked', html)
    assert not re.search(r'value="quotes" checked', html)


def test_it_shows_no_layer_when_none_is_ticked(client, article):
    assert 'class="article "' in page(client, article, show="")


def test_it_points_at_a_passage(client, article):
    html = page(client, article, at="20-26")

    assert '<span class="anchor" id="passage"></span><mark class="in-cited">depots</mark>' in html


@pytest.mark.parametrize("at", ["20-9999", "26-20", "x", "15-16", "-1-2", "99999999999-999999999999", "1-"])
def test_it_points_at_nothing_where_there_is_no_such_passage(client, article, at):
    assert 'id="passage"' not in page(client, article, at=at)


def test_it_shows_the_facts_about_the_text(client, article):
    html = page(client, article)

    for shown in ("stated in the text", "1 May 2024", "a pasted text", article.revisions.get().text_hash):
        assert shown in html


def test_it_shows_an_earlier_revision_and_says_so(client, article):
    article.revisions.update(is_current=False)
    Revision.objects.create(article=article, number=2, text="The depots stay.", text_hash="b" * 64)

    assert printed(page(client, article)) == ["The depots stay."]
    earlier = page(client, article, revision="1")
    assert "This is revision 1, an earlier text of the article." in earlier
    assert "The depots close on Friday." in earlier


@pytest.mark.parametrize("number", ["7", "x", "-1", "99999999999999999999"])
def test_it_is_404_for_a_revision_we_do_not_hold(client, article, number):
    address = reverse("article", args=[article.story.slug, article.pk])

    assert client.get(address, {"revision": number}).status_code == 404


def test_it_tells_what_the_machine_warns_of(client, article):
    warning = {"start": 16, "end": 26, "message": "A quotation is opened and never closed."}
    article.revisions.update(analysis={"warnings": [warning]})

    html = page(client, article)

    assert '<a href="#p2">Paragraph 2</a>: A quotation is opened and never closed.' in html


def test_it_is_404_for_an_article_of_another_story(client, article):
    other = make_story("Another story", slug="another")

    assert client.get(reverse("article", args=[other.slug, article.pk])).status_code == 404
    assert client.get(reverse("article", args=[article.story.slug, 0])).status_code == 404


def test_it_gives_htmx_the_article_alone(client, article):
    address = reverse("article", args=[article.story.slug, article.pk])
    response = client.get(address, headers={"HX-Request": "true"})

    assert "<html" not in response.content.decode()
    assert 'id="article"' in response.content.decode()
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("statements", [10, 200])
def test_its_queries_do_not_grow_with_what_is_marked(client, django_assert_num_queries, statements):
    article = build_story(statements=statements, outlets=3).articles.select_related("story")[0]

    with django_assert_num_queries(14):
        page(client, article)


def test_it_lists_the_roles_that_the_article_gives_to_people_escaped(client, story):
    text = "Mark Smith, a <b>second</b>\nsecretary, resigned. Smith, a Second Secretary, left. Bo Ek stayed."
    article = make_article(story, "Gazette", text=text)
    revision = article.revisions.get()
    smith = Entity.objects.create(story=story, kind="person", name="Mark Smith")
    EntityForm.objects.create(entity=smith, revision=revision, text="Smith", starts=[5])
    for words in ("<b>second</b>\nsecretary", "Second Secretary", "Second Secretary"):
        start = text.index(words)
        EntityRole.objects.get_or_create(entity=smith, revision=revision, start=start, end=start + len(words))

    html = page(client, article)

    assert "&lt;b&gt;second&lt;/b&gt; secretary</a>" in html
    assert f"?at={text.index('Second')}-" in html
    assert html.count("called <a") == 2


def test_it_tells_what_its_text_says_of_its_origin(client, story):
    held = make_article(story, "Courier")
    article = make_article(story, "Gazette", text="LEEDS (AFP) - The depots <close>.")
    make_origin(article, "AFP", "LEEDS (AFP) -", basis="dateline", other=held, share=0.5)

    html = " ".join(re.sub(r"<[^>]+>", "", page(client, article)).split())

    assert "copy of AFP read from its text" in html
    assert "Read from its text Copy of AFP. Its dateline says so: LEEDS (AFP) -" in html
    assert "50&nbsp;% of the shorter one’s own words" in html
    assert "both this article and Courier’s" in html


def test_what_an_administrator_says_of_its_origin_is_all_it_tells(client, story):
    article = make_article(story, "Gazette", copy_of="Agency", text="LEEDS (AFP) - The depots close.")
    make_origin(article, "AFP", "LEEDS (AFP) -", basis="dateline")

    html = page(client, article)

    assert "copy of Agency" in html
    assert "read from its text" not in html


def test_it_says_that_a_text_in_another_language_is_not_read(client, article):
    Revision.objects.update(language="fr")

    html = page(client, article)

    assert "The text is in French. It is shown as received and not read" in html
    assert re.search(r'id="text"[^>]*lang="fr"', html)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"copy_of": "Agency", "copy_note": "Shortened."}, "Agency: an administrator says so: Shortened."),
        ({"copy_of": "Agency"}, "Agency: an administrator says so, without a note"),
        ({"copy_note": "Printed again."}, "An administrator notes Printed again."),
    ],
)
def test_it_says_plainly_who_says_that_it_is_a_copy(client, story, fields, told):
    article = make_article(story, "Gazette", **fields)

    assert told in text_of(page(client, article))
