"""Take pictures of every page of a running Newsroom: three widths, light and dark, as small WebP files.

    python docs/screenshots/take.py http://127.0.0.1:8000/ docs/screenshots

Each picture shows one screen, or with --full the whole length of the page. With --user and --password the
pages are those of somebody signed in; with --only compare,card just these. A page that does not answer as it
should is named at the end, and the exit code is 1.
"""

import argparse
import base64
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, Response, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.functional import chromium

HEIGHTS = {1440: 900, 1024: 768, 390: 844}
SCHEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
QUALITY = 0.5

# The browser itself writes WebP, which is a third of a PNG's size; no library is needed for it.
AS_WEBP = """async ([png, quality]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture to take: the page at ``address``, after ``then`` was done on it."""

    name: str
    address: str
    status: int = 200
    then: Callable[[Page], object] | None = None


def shots(page: Page, address: str) -> list[Shot]:
    """Return what to take, found by following links from the newest story."""
    page.goto(address)
    story = _first_link(page, "main h2 a, main h3 a")
    page.goto(story)
    statement = _first_link(page, "tbody th a.toggle")
    page.goto(urljoin(story, "articles/"))
    article = _first_link(page, "main h2 a, main h3 a")
    pages = ("coverage", "figures", "people", "timeline", "reader", "articles", "discrepancies", "report")
    return [
        Shot(name="stories", address=address),
        Shot(name="search", address=urljoin(address, "/search/?words=resign")),
        Shot(name="compare", address=story),
        Shot(name="compare-changes", address=f"{story}?changes=1&show=every"),
        Shot(name="compare-nothing", address=f"{story}?words=nowhere"),
        Shot(name="card", address=story, then=_open_card),
        Shot(name="keys", address=story, then=_open_keys),
        Shot(name="statement", address=statement),
        *(Shot(name=name, address=urljoin(story, f"{name}/")) for name in pages),
        Shot(name="article", address=article),
        Shot(name="revisions", address=urljoin(article, "revisions/")),
        Shot(name="sign-in", address=urljoin(address, "/sign-in/")),
        Shot(name="not-found", address=urljoin(address, "/nothing-here/"), status=404),
        Shot(name="offline", address=story, then=_lose_the_server),
    ]


def take(
    browser: Browser,
    *,
    address: str,
    folder: Path,
    full: bool,
    user: str,
    password: str,
    only: frozenset[str],
) -> list[str]:
    """Write NAME-SCHEME-WIDTH.webp for every shot into the folder, and return what went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    writer = browser.new_page()  # once it has found the pages, it writes the pictures
    wanted = [shot for shot in shots(writer, address) if not only or shot.name in only]
    writer.goto("about:blank")
    wrong: list[str] = []
    for scheme in SCHEMES:
        for width, height in HEIGHTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            if user:
                _sign_in(page, address=address, user=user, password=password)
            for shot in wanted:
                wrong += _wrong(shot, page.goto(shot.address))
                if shot.then:
                    shot.then(page)
                page.evaluate("document.fonts.ready")
                png = base64.b64encode(page.screenshot(full_page=full)).decode()
                context.set_offline(False)
                webp = writer.evaluate(AS_WEBP, [png, QUALITY])
                (folder / f"{shot.name}-{scheme}-{width}.webp").write_bytes(base64.b64decode(webp))
            context.close()
    return sorted(set(wrong))


def _wrong(shot: Shot, response: Response | None) -> list[str]:
    status = response.status if response else 0
    return [] if status == shot.status else [f"{shot.name}: {shot.address} answered {status}"]


def _open_card(page: Page) -> None:
    page.locator("form.tools[data-htmx-powered]").wait_for(state="attached")
    page.locator("tr.statement .toggle").nth(3).click()
    page.locator("tr.card").wait_for()


def _open_keys(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()


def _lose_the_server(page: Page) -> None:
    page.locator("form.tools[data-htmx-powered]").wait_for(state="attached")
    page.context.set_offline(True)
    page.locator("tr.statement .toggle").first.click()
    page.locator("#trouble").wait_for()


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
    parser.add_argument("--only", default="", help="names of pictures, with commas between them")
    wanted = parser.parse_args()
    path = chromium.find()
    if path is None:
        sys.exit(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        wrong = take(
            browser,
            address=wanted.address,
            folder=wanted.folder,
            full=wanted.full,
            user=wanted.user,
            password=wanted.password,
            only=frozenset(filter(None, wanted.only.split(","))),
        )
        browser.close()
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
