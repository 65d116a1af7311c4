"""A real browser, in which every message on the console fails the test: script errors, missing files, and
whatever the content security policy forbids.

`page` is a page of a desk computer. `new_page(width=390, colour_scheme="dark", javascript=False)` opens
others, `signed_in(page, user)` signs somebody in, `find_violations(page)` asks axe-core, and
`assert_accessible(page)` fails where it finds any.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from typing import Any, Protocol

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.functional import chromium

# Playwright's synchronous interface keeps an event loop in this thread, which Django takes for asynchronous
# code; the tests speak to the database between two calls of the browser, never from inside the loop.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

FLAGS = [
    "--no-sandbox",  # containers rarely allow its namespaces, and the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHTS = {1440: 900, 1024: 768, 390: 844}


class NewPage(Protocol):
    """Open a page in a browser window of its own."""

    def __call__(
        self,
        *,
        width: int = 1440,
        colour_scheme: str = "light",
        javascript: bool = True,
        refused: bool = False,
    ) -> Page: ...


class FindViolations(Protocol):
    """Say what axe-core finds wrong with the page as it stands, without certain of its rules."""

    def __call__(self, page: Page, *, without: Sequence[str] = ()) -> list[str]: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this run."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.ADVICE, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, live_server: LiveServer) -> Iterator[NewPage]:
    """Return a function that opens pages of the live server. Messages on their consoles fail the test.

    A browser also reports there that a page came with an error's status: ``refused`` pages may do so.
    """
    contexts, problems = [], []

    def note(message: ConsoleMessage, *, refused: bool) -> None:
        of_the_page = message.page is not None and message.location["url"] == message.page.url
        if message.type in ("error", "warning") and not (refused and of_the_page):
            problems.append(f"{message.type}: {message.text}")

    def open_page(
        *,
        width: int = 1440,
        colour_scheme: str = "light",
        javascript: bool = True,
        refused: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            color_scheme=colour_scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        context.on("console", partial(note, refused=refused))
        context.on("weberror", lambda error: problems.append(f"exception: {error.error}"))
        context.set_default_timeout(30_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Return a page of a desk computer, light, with JavaScript."""
    return new_page()


@pytest.fixture(params=[1440, 1024, 390])
def width(request: pytest.FixtureRequest) -> int:
    """Return the widths of a desk computer, a tablet and a phone, one after the other."""
    return int(request.param)


@pytest.fixture(params=["light", "dark"])
def colour_scheme(request: pytest.FixtureRequest) -> str:
    """Return the colour schemes, one after the other."""
    return str(request.param)


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Return whether scripts run, both ways one after the other."""
    return bool(request.param)


@pytest.fixture
def signed_in(live_server: LiveServer) -> Callable[[Page, User], Page]:
    """Return a function that signs a user in on a page, by the cookie of a session."""

    def sign_in(page: Page, user: User) -> Page:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )
        return page

    return sign_in


@pytest.fixture(scope="session")
def axe_script() -> str:
    """Return axe-core."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def find_violations(axe_script: str) -> FindViolations:
    """Return a function that says what axe-core finds wrong with the page as it stands."""

    def find(page: Page, *, without: Sequence[str] = ()) -> list[str]:
        page.evaluate(axe_script)  # by the debugger's way in, which no content security policy closes
        # Without fetching imported styles again, which axe-core would put into the page as inline ones.
        found: list[dict[str, Any]] = page.evaluate(
            "axe.run({preload: false}).then(found => found.violations)"
        )
        return [_described(violation) for violation in found]

    return find


@pytest.fixture
def assert_accessible(find_violations: FindViolations) -> Callable[[Page], None]:
    """Return a function that fails where axe-core finds a violation on the page as it stands."""

    def check(page: Page) -> None:
        assert find_violations(page) == []

    return check


def _described(violation: dict[str, Any]) -> str:
    places = "\n    ".join(f"{node['target']}: {node['failureSummary']}" for node in violation["nodes"][:5])
    return f"{violation['id']} ({violation['impact']}): {violation['help']}\n    {places}"
