"""Take pictures of every page of a running Newsroom: three widths, light and dark.

    python docs/screenshots/take.py http://127.0.0.1:8000/ docs/screenshots

Each picture shows one screen, or with --full the whole length of the page. With --user and --password the
pages are those of somebody signed in.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.functional import chromium

HEIGHTS = {1440: 1150, 1024: 900, 390: 844}
SCHEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]


def pages(page: Page, address: str) -> Iterator[tuple[str, str]]:
    """Yield the name and address of each page, found by following links from the newest story."""
    page.goto(address)
    story = _first_link(page, "main h2 a, main h3 a")
    yield "stories", address
    yield "compare", story
    page.goto(story)
    yield "statement", _first_link(page, "tbody th a.toggle")
    yield "articles", urljoin(story, "articles/")
    yield "discrepancies", urljoin(story, "discrepancies/")
    page.goto(urljoin(story, "articles/"))
    yield "article", _first_link(page, "main h2 a, main h3 a")
    yield "sign-in", urljoin(address, "/sign-in/")
    yield "not-found", urljoin(address, "/nothing-here/")


def take(browser: Browser, *, address: str, folder: Path, full: bool, user: str, password: str) -> None:
    """Write PAGE-SCHEME-WIDTH.png for every page into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for width, height in HEIGHTS.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            if user:
                _sign_in(page, address=address, user=user, password=password)
            for name, place in list(pages(page, address)):
                page.goto(place)
                page.evaluate("document.fonts.ready")
                page.screenshot(path=folder / f"{name}-{scheme}-{width}.png", full_page=full)
            page.close()


def _first_link(page: Page, selector: str) -> str:
    return urljoin(page.url, page.locator(selector).first.get_attribute("href") or "")


def _sign_in(page: Page, *, address: str, user: str, password: str) -> None:
    page.goto(urljoin(address, "/sign-in/"))
    page.get_by_label("User name").fill(user)
    page.get_by_label("Password").fill(password)
    page.locator("main form button[type=submit]").click()


def main() -> None:
    """Read the command line, take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    wanted = parser.parse_args()
    path = chromium.find()
    if path is None:
        sys.exit(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        take(
            browser,
            address=wanted.address,
            folder=wanted.folder,
            full=wanted.full,
            user=wanted.user,
            password=wanted.password,
        )
        browser.close()


if __name__ == "__main__":
    main()
