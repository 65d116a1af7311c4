"""What people see when something went wrong."""

import pytest
from django.template.loader import get_template
from django.test import Client


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_gets_a_page_of_the_site(client):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    html = response.content.decode()
    assert "There is no such page" in html
    assert 'class="mast"' in html
    assert 'href="/"' in html
    assert 'action="/search/"' in html


@pytest.mark.urls("tests.failing_urls")
def test_a_broken_page_says_so_without_database_or_details():
    response = Client(raise_request_exception=False).get("/broken/")

    assert response.status_code == 500
    html = response.content.decode()
    assert "Something broke on our side" in html
    assert "depot" not in html


@pytest.mark.urls("tests.failing_urls")
def test_a_request_that_cannot_be_understood_gets_a_page():
    response = Client(raise_request_exception=False).get("/suspicious/")

    assert response.status_code == 400
    assert "The request could not be understood" in response.content.decode()


@pytest.mark.django_db
def test_a_form_that_holds_too_much_is_told_the_limit_and_what_to_do(administrator):
    client = Client(raise_request_exception=False)
    client.force_login(administrator)
    response = client.post(
        "/admin/articles/article/add/",
        "pasted=" + "x" * 3_000_000,
        content_type="application/x-www-form-urlencoded",
    )

    html = response.content.decode()
    assert response.status_code == 413
    assert "It may hold 2.5 MB, and the text of an article 500,000 characters" in html
    assert "Go back" in html


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_pages_for_the_worst_case_need_nothing_but_themselves(template, settings):
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "no.such.Storage"}}

    assert 'href="/static/css/base.css"' in get_template(template).render()
