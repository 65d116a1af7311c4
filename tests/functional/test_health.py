"""The browser, the live server and the database work together."""

from collections.abc import Callable

from django.contrib.auth.models import User
from playwright.sync_api import Page


def test_the_site_is_well(page: Page) -> None:
    response = page.goto("/healthz")
    assert response is not None
    assert response.text() == "ok\n"


def test_a_session_signs_a_user_in(
    page: Page, administrator: User, signed_in: Callable[[Page, User], Page]
) -> None:
    signed_in(page, administrator).goto("/admin/")
    assert page.get_by_role("button", name="Sign out").is_visible()
