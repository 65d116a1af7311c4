"""An editor's word on a suggested reading."""

import re

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from articles.models import Reading, ReadingDecision
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_article, make_story
from tests.views.test_compare import text_of

pytestmark = pytest.mark.django_db

WORDS = "The ferry should never have sailed in that winter storm,"


@pytest.fixture
def story():
    story = make_story("Ferry lost", slug="ferry-lost")
    make_article(story, "Gazette", text=f"Snow had fallen for two days.\n\n“{WORDS}” Anna Berg said.\n")
    make_article(story, "Courier", text=f"Divers found the wreck.\n\n“{WORDS}” Omar Haddad said.\n")
    bring_up_to_date(story)
    return story


@pytest.fixture
def suggested(story):
    return Reading.objects.get(suggested=True, revision__article__outlet__name="Courier")


@pytest.fixture
def statement(suggested):
    return suggested.statement


@pytest.fixture
def address(story, statement):
    return reverse("decide-reading", args=[story.slug, statement.pk])


@pytest.fixture
def card(story, statement):
    return reverse("statement", args=[story.slug, statement.pk])


@pytest.fixture
def board(story):
    return reverse("compare", args=[story.slug])


@pytest.fixture
def sent(suggested):
    """Return the fields of the form but for the verdict."""
    return {"revision": suggested.revision_id, "start": suggested.start, "end": suggested.end}


@pytest.fixture
def at_work(client, editor):
    client.force_login(editor)
    return client


def told(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_it_joins_what_is_accepted_and_keeps_who_did_it(at_work, editor, statement, address, card, sent):
    response = at_work.post(address, {**sent, "verdict": "same"})

    assert response.status_code == 302
    assert response["Location"] == f"{card}#statement-{statement.pk}"
    assert told(response) == ["Joined: these words are now a reading of the statement."]
    decision = ReadingDecision.objects.get()
    assert (decision.verdict, decision.editor, decision.statement) == ("same", editor, statement)
    assert statement.readings.filter(suggested=False).count() == 2


def test_it_no_longer_suggests_what_is_refused(at_work, statement, address, sent):
    response = at_work.post(address, {**sent, "verdict": "different"})

    assert told(response) == ["Kept apart: these words are no longer suggested here."]
    assert statement.readings.count() == 1


def test_it_takes_a_decision_back(at_work, statement, address, sent):
    at_work.post(address, {**sent, "verdict": "different"})
    at_work.post(address, {**sent, "verdict": "undecided"})

    assert list(ReadingDecision.objects.values_list("verdict", flat=True)) == ["undecided", "different"]
    assert statement.readings.filter(suggested=True).count() == 1


def test_it_goes_back_to_the_choices_it_was_sent_from(at_work, statement, address, board, sent):
    response = at_work.post(address, {**sent, "verdict": "same", "next": f"{board}?show=every"})

    assert response["Location"] == f"{board}?show=every&row={statement.pk}#statement-{statement.pk}"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example"])
def test_it_never_goes_to_another_site(at_work, address, card, sent, elsewhere):
    response = at_work.post(address, {**sent, "verdict": "same", "next": elsewhere})

    assert response["Location"].startswith(card)


def test_it_gives_htmx_the_board_with_its_choices_and_the_storys_numbers(
    at_work, statement, address, board, sent
):
    response = at_work.post(
        address,
        {**sent, "verdict": "same"},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{board}?show=every"},
    )

    html = response.content.decode()
    assert "<html" not in html
    assert html.count('<section id="comparison"') == 1
    assert 'id="story-head" hx-swap-oob="true"' in html
    assert "Joined: these words are now a reading of the statement." in text_of(html)
    assert re.search(rf'id="open-{statement.pk}"[^>]* autofocus', html)
    assert "show=every" in html
    assert 'class="maybe">Possibly the same</span>' not in html
    assert "HX-Request" in response["Vary"]


def test_it_sends_htmx_on_another_page_back_to_that(at_work, statement, address, card, sent):
    response = at_work.post(
        address,
        {**sent, "verdict": "same", "next": card},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{card}"},
    )

    assert response["HX-Redirect"] == f"{card}#statement-{statement.pk}"


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": "perhaps"},
        {"verdict": ""},
        {"start": 0},
        {"end": "x"},
        {"end": 99999999999},
        {"revision": 0},
        {"verdict": "undecided"},
    ],
)
def test_what_makes_no_sense_changes_nothing_and_says_so(at_work, address, sent, changes):
    response = at_work.post(address, {**sent, "verdict": "same", **changes})

    assert response.status_code == 302
    assert told(response)[0].startswith("Nothing was changed")
    assert not ReadingDecision.objects.exists()


def test_whoever_comes_second_is_told(at_work, address, sent):
    at_work.post(address, {**sent, "verdict": "same"})
    response = at_work.post(address, {**sent, "verdict": "different"})

    assert told(response)[-1].startswith("Nothing was changed: somebody has decided")
    assert ReadingDecision.objects.count() == 1


def test_the_text_of_another_story_cannot_be_decided_about(at_work, address, sent):
    other = make_article(make_story("Another", slug="another"), "Gazette").revisions.get()
    at_work.post(address, {**sent, "revision": other.pk, "verdict": "same"})

    assert not ReadingDecision.objects.exists()


def test_an_anonymous_visitor_is_asked_to_sign_in_and_comes_back(client, address, card, sent):
    response = client.post(address, {**sent, "verdict": "same"})

    assert response["Location"] == f"{reverse('login')}?next={card}"
    assert not ReadingDecision.objects.exists()


def test_a_user_without_the_permission_may_not_decide(client, reader, address, sent):
    client.force_login(reader)

    assert client.post(address, {**sent, "verdict": "same"}).status_code == 403
    assert not ReadingDecision.objects.exists()


def test_it_is_404_for_a_statement_of_another_story(at_work, statement, sent):
    other = make_story("Another", slug="another")

    for slug, pk in ((other.slug, statement.pk), (statement.story.slug, 0), ("nowhere", statement.pk)):
        response = at_work.post(reverse("decide-reading", args=[slug, pk]), {**sent, "verdict": "same"})
        assert response.status_code == 404


def test_who_opens_its_address_is_shown_the_statement(client, address, card):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == card


def test_without_scripts_the_answer_stands_at_the_row_of_the_board_once(
    at_work, statement, address, sent, board
):
    response = at_work.post(address, {**sent, "verdict": "same", "next": board})

    assert response["Location"] == f"{board}?row={statement.pk}#statement-{statement.pk}"
    answer = f'id="answer-{statement.pk}" role="status">Joined: these words'
    assert answer in at_work.get(board).content.decode()
    assert answer not in at_work.get(board).content.decode()


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_the_answer_offers_to_take_the_decision_back(at_work, statement, address, sent, board, verdict):
    at_work.post(address, {**sent, "verdict": verdict, "next": board})
    html = at_work.get(board).content.decode()
    answer = html[html.index(f'id="answer-{statement.pk}"') :]

    assert answer.index('value="undecided">Take back') < answer.index("</th>")
    at_work.post(address, {**sent, "verdict": "undecided", "next": board})
    html = at_work.get(board).content.decode()
    assert "Taken back: the machine’s reading stands again." in text_of(html)
    assert "Take back<" not in html


def test_the_answer_stands_above_the_board_where_the_choices_hide_the_row(at_work, address, sent, board):
    at_work.post(address, {**sent, "verdict": "same", "next": board})
    html = at_work.get(board, {"words": "zeppelin"}).content.decode()

    assert '<p class="notice" role="status">Joined: these words' in html


def test_it_wants_the_sites_own_form(editor, address, sent):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    assert client.post(address, {**sent, "verdict": "same"}).status_code == 403
    assert not ReadingDecision.objects.exists()


@pytest.mark.parametrize("place", ["board", "card"])
def test_editors_see_the_buttons_where_the_suggestion_stands(at_work, request, place):
    html = at_work.get(request.getfixturevalue(place)).content.decode()

    assert "Same statement" in html
    assert "Not the same" in html
    assert "csrfmiddlewaretoken" in html


@pytest.mark.parametrize("place", ["board", "card"])
def test_journalists_see_the_suggestion_and_no_buttons(client, request, place):
    html = client.get(request.getfixturevalue(place)).content.decode()

    assert "ossibly the same" in html
    assert "editor decides" in html
    assert "Same statement" not in html


def test_the_card_tells_editors_what_was_decided_and_offers_to_take_it_back(at_work, address, card, sent):
    at_work.post(address, {**sent, "verdict": "different"})
    text = text_of(at_work.get(card).content.decode())

    assert "Decided about suggestions Not the same Courier The ferry should never" in text
    assert "by editor," in text
    assert "Take back" in text


def test_journalists_see_an_accepted_reading_as_any_other(at_work, client, address, card, sent):
    at_work.post(address, {**sent, "verdict": "same"})
    at_work.logout()
    text = text_of(client.get(card).content.decode())

    assert "ossibly the same" not in text
    assert "Decided about suggestions" not in text
    assert "printed by 2 of 2 outlets" in text
