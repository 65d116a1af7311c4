"""The page of a story's figures."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, FigureSubject
from tests.factories import make_article, make_story
from tests.figures import make_counting_story, print_figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_counting_story()


def page(client, story, query="", **headers):
    response = client.get(reverse("figures", args=[story.slug]) + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_anybody_sees_who_prints_which_figure_and_what_comes_of_it(client, story):
    html = page(client, story)
    assert re.search(r"Contradicting <b>1</b>", html)
    assert "Both cannot be right." in html
    assert "300 is 14\u00a0% less than 350." in html
    assert "<small>more than</small> 350" in html
    assert "“since May”" in html
    assert "2 of 3 outlets" in html
    assert "copy of Gazette" in html
    assert 'aria-current="page">Figures</a>' in html


def test_only_the_signs_that_are_used_are_explained(client, story):
    html = page(client, story)
    assert "more than, at least" in html
    assert "up to, nearly" not in html
    assert "from, to" not in html


def test_the_figures_that_contradict_are_one_link_away(client, story):
    html = page(client, story)
    (query,) = re.findall(r'href="[^"]*/figures/(\?verdict=contradicting)"', html)
    listed = page(client, story, query)
    assert listed.count('class="entry figure-entry') == 1
    assert 'class="entry figure-entry contradicting"' in listed
    assert "Printed by one outlet only" not in listed


def test_a_figure_leads_to_its_passage_and_to_its_discrepancy(client, story):
    html = page(client, story)
    article = Article.objects.get(outlet__name="Courier")
    discrepancy = story.discrepancies.get()
    assert f"{reverse('article', args=[story.slug, article.pk])}?at=10-13#passage" in html
    assert f"{reverse('discrepancies', args=[story.slug])}#discrepancy-{discrepancy.pk}" in html


def test_htmx_gets_the_ledger_alone(client, story):
    html = page(client, story, "?kind=money", **{"HX-Request": "true"})
    assert "<html" not in html
    assert 'id="figures"' in html
    assert "£5m" in html


def test_nonsense_in_the_address_gets_a_notice_each(client, story):
    html = page(client, story, "?verdict=wrong&outlet=99999&kind=ghosts&order=up&words=%00")
    assert html.count('<p class="notice"') == 5
    assert html.count('class="entry figure-entry') == 2


def test_choices_stay_in_the_links(client, story):
    html = page(client, story, "?kind=count&order=story&verdict=agreeing")
    assert "?verdict=contradicting&amp;kind=count&amp;order=story" in html
    assert '<input type="hidden" name="verdict" value="agreeing"' in html


def test_a_story_without_figures_says_why(client):
    story = make_story()
    assert "This story has no article yet." in page(client, story)
    article = make_article(story, "Gazette")
    assert "The article of this story prints no number" in page(client, story)
    article.revisions.update(language="fr")
    assert "Its article was not read" in page(client, story)


def test_it_says_when_no_two_outlets_count_the_same(client):
    story = make_story()
    print_figure(make_article(story, "Gazette", text="All 40 close."), "40", "40")
    html = page(client, story)
    assert "It takes two outlets to differ. This story has 1." in html
    assert "Printed by one outlet only" in html


def test_it_says_when_nothing_contradicts(client, story):
    story.discrepancies.all().delete()
    assert "No figures contradict each other" in page(client, story, "?verdict=contradicting")


def test_printed_words_are_escaped(client):
    story = make_story("<b>Depots</b>")
    counted = FigureSubject.objects.create(story=story, subject="<i>jobs</i>")
    for outlet in ("<s>Gazette</s>", "Courier"):
        article = make_article(story, outlet, text="It costs 5 <i>jobs</i> <script>alert(1)</script>.")
        print_figure(article, "5", "5", counted=counted, qualifier="<u>", scope="<q>")
    html = page(client, story)
    assert not re.search(r"<(script>alert|i>jobs|s>Gazette|b>Depots|u>|q>)", html)
    assert "&lt;i&gt;jobs" in html


def test_a_story_that_does_not_exist_is_not_found(client):
    assert client.get(reverse("figures", args=["nowhere"])).status_code == 404


def test_it_takes_no_post(client, story):
    assert client.post(reverse("figures", args=[story.slug])).status_code == 405


def test_it_asks_the_database_a_fixed_number_of_times(client, story, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page(client, story)
    for number in range(8):
        counted = FigureSubject.objects.create(story=story, subject=f"thing {number}")
        for at in (1, 2):
            print_figure(make_article(story, f"{number} {at}", text="It is 5."), "5", "5", counted=counted)
    with django_assert_max_num_queries(12):
        page(client, story)
