"""What `make demo` serves: the site under production settings, in a browser that minds every message."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from django.conf import settings
from playwright.sync_api import Page, Response

from newsroom.demo import free_port
from newsroom.embedded_pg import server

OF_THE_TESTS = {"DATABASE_URL", "DB_HOST", "DEBUG", "PGDATA", "SECRET_KEY", "SECRET_KEY_FILE"}


@pytest.fixture(scope="module")
def var() -> Iterator[Path]:
    """Return a new folder for the demo's data, which the database's account may enter."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-demo-"))
    folder.chmod(0o755)
    yield folder
    server.stop(folder / "postgres")
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def demo(var: Path) -> Iterator[str]:
    """Start the demo and return all that it printed before it served."""
    process = subprocess.Popen(
        [sys.executable, "-m", "newsroom.demo", "--port", str(free_port(8700)), "--var", str(var)],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in os.environ.items() if name not in OF_THE_TESTS},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    yield "".join(until_it_serves(process.stdout))
    process.terminate()
    process.communicate(timeout=30)


def until_it_serves(output: IO[str]) -> Iterator[str]:
    for line in output:
        yield line
        if "Ctrl-C" in line:
            return


@pytest.fixture
def address(demo: str) -> str:
    match = re.search(r"http://127\.0\.0\.1:\d+/", demo)
    assert match, demo
    return match[0]


def test_it_tells_the_address_and_the_accounts(demo: str, address: str) -> None:
    assert f"Newsroom: {address}" in demo
    assert re.search(r"^Editor: user name \S+, password \S{12,}$", demo, re.MULTILINE)
    assert re.search(r"^Administrator: user name \S+, password \S{12,}$", demo, re.MULTILINE)


def test_its_key_is_its_own(demo: str, var: Path) -> None:
    assert len((var / "secret_key").read_text()) > 50
    assert (var / "secret_key").stat().st_mode & 0o077 == 0


def test_every_page_keeps_to_the_content_security_policy(page: Page, address: str) -> None:
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    visit(page, address)
    page.get_by_role("main").get_by_role("link").first.click()
    story = page.url
    page.locator("tbody th a").first.click()
    for place in ("articles/", "discrepancies/"):
        visit(page, story.partition("?")[0] + place)
    visit(page, story.partition("?")[0] + "articles/")
    page.get_by_role("main").locator("h2 a, h3 a").first.click()
    visit(page, f"{address}admin/")
    assert [response.url for response in responses if response.status >= 400] == []
    assert all("'unsafe" not in response.headers.get("content-security-policy", "") for response in responses)
    scripts = [response.url for response in responses if response.url.endswith(".js")]
    assert scripts
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", url) for url in scripts)


def visit(page: Page, address: str) -> None:
    """Open a page, once the server that was announced accepts connections."""
    for attempt in range(20):
        try:
            page.goto(address)
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error) or attempt == 19:
                raise
            page.wait_for_timeout(500)
        else:
            return
