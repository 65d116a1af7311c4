"""The address that asks whether the site can serve."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


def test_it_is_well_when_the_database_answers(client: Client, db: None) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_it_says_so_when_the_database_does_not_answer(client: Client, db: None) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("no answer")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert response.status_code == 503


@pytest.mark.django_db
def test_it_is_not_kept_by_caches(client: Client) -> None:
    assert "no-store" in client.get("/healthz").headers["Cache-Control"]
