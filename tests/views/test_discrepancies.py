"""A story's discrepancies, as anybody reads them."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Decision, Discrepancy
from articles.services.decide_discrepancy import decide_discrepancy
from tests.factories import Said, build_story, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return make_article(story, "Gazette"), make_article(story, "Courier")


@pytest.fixture
def wording(story, articles):
    one, other = articles
    statement = make_statement(
        story,
        Said(one, "We close the depots.", after=" That is all."),
        Said(other, "We shut the <b>depots</b>."),
    )
    return make_discrepancy(statement, "wording", "They close or shut them.", (one, "close"), (other, "shut"))


@pytest.fixture
def figure(story, articles):
    one, other = articles
    statement = make_statement(
        story, Said(one, "All 40 of them."), Said(other, "All 45 of them."), speaker="Bo Tan"
    )
    return make_discrepancy(
        statement,
        "figure",
        "There are 40 or 45 depots.",
        (one, "40"),
        (other, "45"),
        severity="low",
        verdict="contradicting",
    )


def page(client, story, **query) -> str:
    response = client.get(reverse("discrepancies", args=[story.slug]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_the_differing_words_in_each_outlets_sentence(client, story, wording):
    html = page(client, story)

    assert '<span class="ctx">“We </span><mark>close</mark><span class="ctx"> the depots.”</span>' in html
    assert "<mark>shut</mark>" in html
    assert "&lt;b&gt;depots" in html
    for shown in ("Gazette", "Courier", "Serious", "Wording", "They close or shut them.", "Paragraph 2"):
        assert shown in html


def test_it_links_each_side_to_its_passage_and_the_difference_to_its_row(client, story, wording, articles):
    html = page(client, story)
    evidence = wording.evidence.get(revision__article=articles[0])

    address = reverse("article", args=[story.slug, articles[0].pk])
    assert f'href="{address}?at={evidence.start}-{evidence.end}#passage"' in html
    assert reverse("statement", args=[story.slug, wording.statement.pk]) in html


def test_it_links_evidence_to_its_own_row_where_the_difference_has_none(client, story, figure):
    Discrepancy.objects.filter(pk=figure.pk).update(statement=None)

    html = page(client, story)

    assert html.count(reverse("statement", args=[story.slug, figure.statement.pk])) == 2
    assert html.count("Compare, row 1<") == 2


def test_it_marks_all_differing_words_of_a_sentence_in_one_sentence(client, story, articles):
    one, _other = articles
    statement = make_statement(story, Said(one, "We close 40 depots."))
    make_discrepancy(statement, "wording", "Both.", (one, "close"), (one, "40"))

    html = page(client, story)

    assert html.count("<dt>Gazette") == 1
    assert "<mark>close</mark>" in html
    assert "<mark>40</mark>" in html


def test_it_has_one_set_of_words_for_severity(client, story, wording, figure):
    html = page(client, story)

    assert re.findall(r'class="pill (?:high|low)">(\w+)<', html) == ["Serious", "Minor"]
    assert re.findall(r'<option value="(?:high|medium|low)">(\w+)<', html) == ["Serious", "Medium", "Minor"]


def test_it_lists_them_by_rank(client, story, wording, figure):
    Discrepancy.objects.filter(pk=wording.pk).update(rank=9)

    html = page(client, story)

    assert html.index(figure.summary) < html.index(wording.summary)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "figure"}, "figure"),
        ({"severity": "high"}, "wording"),
        ({"status": "confirmed"}, "figure"),
        ({"words": "SHUT"}, "wording"),
        ({"words": "45 depots"}, "figure"),
        ({"words": "tan"}, "figure"),
        ({"words": "rang"}, "figure"),
        ({"kind": "figure", "words": "40", "status": "confirmed", "severity": "low"}, "figure"),
    ],
)
def test_it_filters(client, story, wording, figure, editor, query, found):
    Discrepancy.objects.filter(pk=figure.pk).update(status="confirmed")
    Decision.objects.create(discrepancy=figure, editor=editor, status="confirmed", note="I rang the council.")

    html = page(client, story, **query)

    assert (wording.summary in html, figure.summary in html) == (found == "wording", found == "figure")
    assert "1 discrepancy fits these choices" in html


@pytest.mark.parametrize(
    "query", [{"kind": "gossip"}, {"status": "'"}, {"words": "\0"}, {"words": "x" * 300}]
)
def test_it_passes_over_a_filter_that_means_nothing(client, story, wording, query):
    assert wording.summary in page(client, story, **query)


def test_it_says_that_no_discrepancy_fits(client, story, wording):
    assert "No discrepancy fits these choices" in page(client, story, words="elephant")


def test_it_says_that_a_story_has_none(client, story, articles):
    assert "No discrepancy was found" in page(client, story)


def test_it_counts_by_status_whatever_status_is_asked_for(client, story, wording, figure):
    Discrepancy.objects.filter(pk=figure.pk).update(status="confirmed")

    html = page(client, story, status="open")

    for status, count in (("all", 2), ("open", 1), ("confirmed", 1), ("dismissed", 0)):
        assert f'id="count-{status}" >{count}</b>' in html


def test_it_shows_what_editors_decided(client, story, wording, editor):
    for status, note in [
        ("open", "Ask <her>."),
        ("confirmed", ""),
        ("confirmed", "She wrote it."),
        ("open", ""),
    ]:
        decide_discrepancy(wording, editor=editor, status=status, note=note)

    html = page(client, story)

    assert "Ask &lt;her&gt;." in html
    assert re.findall(r"<small>([\w ]+) by editor,", html) == ["Opened again", "Note", "Confirmed", "Note"]
    assert "The evidence has changed" not in html


def test_it_says_that_the_evidence_has_changed_since_a_decision(client, story, wording, editor):
    Decision.objects.create(discrepancy=wording, editor=editor, status="dismissed")

    assert "The evidence has changed since the last decision" in page(client, story)


def test_it_sets_apart_what_is_no_longer_found(client, story, wording, figure):
    Discrepancy.objects.filter(pk=wording.pk).update(superseded=True)

    html = page(client, story)

    assert html.index(figure.summary) < html.index("No longer found") < html.index(wording.summary)
    assert 'id="count-all" >1</b>' in html


def test_an_anonymous_reader_sees_no_form_but_the_way_to_sign_in_and_back(client, story, wording):
    html = page(client, story, status="open")

    assert 'method="post"' not in html
    here = f"{reverse('discrepancies', args=[story.slug])}%3Fstatus%3Dopen%23discrepancy-{wording.pk}"
    assert f"{reverse('login')}?next={here}" in html


def test_a_reader_with_an_account_is_told_that_it_may_not_decide(client, story, wording, reader):
    client.force_login(reader)
    html = page(client, story)

    assert "Your account may read, not decide." in html
    assert 'class="decide"' not in html


def test_an_editor_sees_the_form(client, story, wording, editor):
    client.force_login(editor)
    html = page(client, story)

    assert reverse("decide", args=[story.slug, wording.pk]) in html
    assert "csrfmiddlewaretoken" in html


def test_it_names_an_editor_in_full_where_it_can(client, story, wording):
    editor = User.objects.create_user("ed", first_name="Edda", last_name="Lind")
    decide_discrepancy(wording, editor=editor, status="dismissed")

    assert "Dismissed by Edda Lind" in page(client, story)


def test_it_gives_htmx_the_list_alone(client, story, wording):
    address = reverse("discrepancies", args=[story.slug])
    response = client.get(address, headers={"HX-Request": "true"})

    assert wording.summary in response.content.decode()
    assert 'id="count-open" hx-swap-oob="true">1</b>' in response.content.decode()
    assert "<html" not in response.content.decode()
    assert "HX-Request" in response["Vary"]


def test_it_is_404_for_a_story_that_does_not_exist(client):
    assert client.get(reverse("discrepancies", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("statements", [30, 600])
def test_its_queries_do_not_grow_with_discrepancies(client, django_assert_num_queries, statements):
    story = build_story(statements=statements)

    with django_assert_num_queries(10):
        page(client, story)
