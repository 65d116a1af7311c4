"""An editor's decision about a discrepancy."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from articles.models import Decision
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def discrepancy():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    statement = make_statement(story, Said(one, "We close the depots."), Said(other, "We shut the depots."))
    return make_discrepancy(statement, "wording", "They close or shut them.", (one, "close"), (other, "shut"))


@pytest.fixture
def address(discrepancy):
    return reverse("decide", args=[discrepancy.story.slug, discrepancy.pk])


@pytest.fixture
def listed(discrepancy):
    return reverse("discrepancies", args=[discrepancy.story.slug])


@pytest.fixture
def at_work(client, editor):
    client.force_login(editor)
    return client


def test_it_keeps_the_status_the_note_and_who_gave_them(at_work, editor, discrepancy, address, listed):
    response = at_work.post(address, {"status": "confirmed", "note": " She wrote “close”. "})

    assert response.status_code == 302
    assert response["Location"] == f"{listed}#discrepancy-{discrepancy.pk}"
    decision = Decision.objects.get()
    assert (decision.status, decision.note, decision.editor) == ("confirmed", "She wrote “close”.", editor)
    discrepancy.refresh_from_db()
    assert discrepancy.status == "confirmed"
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "Confirmed: They close or shut them."
    ]


def test_it_goes_back_to_the_page_it_was_sent_from(at_work, discrepancy, address, listed):
    response = at_work.post(address, {"status": "dismissed", "next": f"{listed}?kind=wording"})

    assert response["Location"] == f"{listed}?kind=wording#discrepancy-{discrepancy.pk}"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_it_never_goes_to_another_site(at_work, discrepancy, address, listed, elsewhere):
    response = at_work.post(address, {"status": "dismissed", "next": elsewhere})

    assert response["Location"] == f"{listed}#discrepancy-{discrepancy.pk}"


def test_it_keeps_a_note_without_another_status(at_work, discrepancy, address):
    at_work.post(address, {"status": "open", "note": "Ask the council."})

    assert Decision.objects.get().note == "Ask the council."


def test_it_adds_to_what_was_decided_before(at_work, discrepancy, address):
    for status in ("confirmed", "dismissed", "open"):
        at_work.post(address, {"status": status})

    assert list(Decision.objects.values_list("status", flat=True)) == ["open", "dismissed", "confirmed"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"status": "open"}, "Write a note, or give it another status."),
        ({"status": "open", "note": "  "}, "Write a note, or give it another status."),
        ({"status": "settled"}, "not one of the available choices"),
        ({}, "This field is required."),
        ({"status": "confirmed", "note": "x" * 2001}, "at most 2000 characters"),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_it_asks_again_and_keeps_what_was_typed(at_work, discrepancy, address, sent, told, headers):
    response = at_work.post(address, sent, headers=headers, follow=True)

    html = response.content.decode()
    assert response.status_code == 200
    assert told in html
    assert f">{sent.get('note', '')}</textarea>" in html
    assert not Decision.objects.exists()


def test_without_scripts_it_asks_again_at_the_place_and_once(at_work, discrepancy, address, listed):
    back = f"{listed}?kind=wording"
    response = at_work.post(address, {"status": "open", "next": back})

    assert response["Location"] == f"{back}#discrepancy-{discrepancy.pk}"
    assert "Write a note" in at_work.get(back).content.decode()
    assert "Write a note" not in at_work.get(back).content.decode()


def test_it_counts_anew_what_fits_the_filter(at_work, discrepancy, address, listed):
    response = at_work.post(
        address, {"status": "dismissed", "next": f"{listed}?status=open"}, headers={"HX-Request": "true"}
    )

    html = response.content.decode()
    assert 'id="found-count" role="status" hx-swap-oob="true">0 discrepancies fit these choices' in html


def test_it_gives_htmx_the_one_discrepancy_and_the_counts(at_work, discrepancy, address, listed):
    response = at_work.post(
        address, {"status": "confirmed", "next": f"{listed}?kind=wording"}, headers={"HX-Request": "true"}
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert html.count('<article class="discrepancy') == 1
    assert "Confirmed by editor" in html
    assert 'id="count-confirmed" hx-swap-oob="true">1</b>' in html
    assert 'name="next" value="/stories/depots-to-close/discrepancies/?kind=wording"' in html
    assert "HX-Request" in response["Vary"]


def test_in_a_card_it_gives_htmx_the_decision_and_the_storys_numbers(at_work, discrepancy, address):
    card = reverse("statement", args=[discrepancy.story.slug, discrepancy.statement.pk])
    board = reverse("compare", args=[discrepancy.story.slug])
    response = at_work.post(
        address,
        {"status": "confirmed", "next": card},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{board}?show=every"},
    )

    html = response.content.decode()
    assert html.strip().startswith('<div class="decision"')
    assert "<article" not in html
    assert 'id="story-head" hx-swap-oob="true"' in html
    assert "<b>0</b> discrepancies open" in html
    assert f'href="{board}?show=every"' in html
    assert f'href="{reverse("report", args=[discrepancy.story.slug])}?show=every"' in html


@pytest.mark.parametrize("page", ["", "http://testserver/nowhere/?show=every", "http://testserver/?base=1"])
def test_a_page_without_choices_gives_the_numbers_none(at_work, discrepancy, address, page):
    card = reverse("statement", args=[discrepancy.story.slug, discrepancy.statement.pk])
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    html = at_work.post(address, {"status": "confirmed", "next": card}, headers=headers).content.decode()

    assert f'href="{reverse("compare", args=[discrepancy.story.slug])}"' in html


def test_an_anonymous_visitor_is_asked_to_sign_in_and_comes_back(client, discrepancy, address, listed):
    response = client.post(address, {"status": "confirmed"})

    back = f"{listed}%23discrepancy-{discrepancy.pk}"
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('login')}?next={back}"
    assert not Decision.objects.exists()


def test_an_anonymous_visitor_with_htmx_is_sent_to_the_whole_sign_in_page(client, discrepancy, address):
    response = client.post(address, {"status": "confirmed"}, headers={"HX-Request": "true"})

    assert response["HX-Redirect"].startswith(reverse("login"))


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_note_sent_after_the_session_ran_out_waits_for_the_editor(client, editor, address, listed, headers):
    client.post(address, {"status": "confirmed", "note": "She wrote “close”."}, headers=headers)
    told = "You had been signed out: nothing was decided yet. Your note is kept."
    assert told in client.get(reverse("login")).content.decode()
    assert "She wrote" not in client.get(listed).content.decode()

    client.post(reverse("login"), {"username": "editor", "password": "reading-between-lines"})
    html = client.get(listed).content.decode()
    assert ">She wrote “close”.</textarea>" in html
    assert told in html
    assert not Decision.objects.exists()


def test_it_keeps_no_more_of_a_strangers_note_than_a_note_may_have(client, address):
    client.post(address, {"status": "confirmed", "note": "x" * 100_000})

    assert len(client.session["unsent_decision"]["note"]) == 2000


def test_a_user_without_the_permission_may_not_decide(client, reader, address):
    client.force_login(reader)
    response = client.post(address, {"status": "confirmed"})

    assert response.status_code == 403
    assert "Your account may not do this" in response.content.decode()
    assert not Decision.objects.exists()


def test_it_is_404_for_a_discrepancy_of_another_story(at_work, discrepancy):
    other = make_story("Another story", slug="another")

    for slug, pk in ((other.slug, discrepancy.pk), (discrepancy.story.slug, 0), ("nowhere", discrepancy.pk)):
        assert at_work.post(reverse("decide", args=[slug, pk]), {"status": "confirmed"}).status_code == 404
    assert not Decision.objects.exists()


def test_who_opens_its_address_is_shown_the_discrepancy(client, discrepancy, address, listed):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == f"{listed}#discrepancy-{discrepancy.pk}"


def test_it_wants_the_sites_own_form(editor, address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post(address, {"status": "confirmed"})

    assert response.status_code == 403
    assert "The form could not be trusted" in response.content.decode()
    assert not Decision.objects.exists()


def test_a_form_without_any_cookie_gets_its_note_back_and_the_way_in(db, address, listed):
    response = Client(enforce_csrf_checks=True).post(
        address, {"status": "confirmed", "note": "She wrote <close>.", "next": listed}
    )

    html = response.content.decode()
    assert response.status_code == 403
    assert response["Sign-In-At"] == reverse("login")
    assert "You were signed out" in html
    assert "She wrote &lt;close&gt;." in html
    assert f'{reverse("login")}?next={listed}"' in html
