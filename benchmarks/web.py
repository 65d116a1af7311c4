"""How fast the comparison is answered: the sample story under load, and the largest board in a browser.

Makes a site of its own: a private PostgreSQL and static files in ``var/benchmark``, the sample story, and a
generated one of fifty outlets and four hundred statements. A second run finds them made.

The server is gunicorn with the options of docs/operations.md; "hello world" is the least that it can answer.
The server, its database and the client share the machine's cores.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
VAR = ROOT / "var" / "benchmark"
HOST = "127.0.0.1"
SEEDS, BIG = "/stories/diplomat-resigns-over-arms-sales/", "/stories/big-story/"
SECONDS = 5
ROUNDS = 3

sys.path.insert(0, str(ROOT))


def hello(_environ: Any, start_response: Any) -> Iterable[bytes]:
    """Answer the least there is to answer."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]


def main() -> int:
    """Make the site, measure, and print."""
    configure()
    make_site()
    under_load()
    board()
    with served("newsroom.wsgi") as port:
        in_browser(f"http://{HOST}:{port}{BIG}")
    return 0


# -- The site


def configure() -> None:
    """Set the environment that the settings read, here and in the servers."""
    VAR.mkdir(parents=True, exist_ok=True)
    for name in ("DEBUG", "DATABASE_URL", "DB_HOST"):
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_VAR": str(VAR),
        "PGDATA": str(VAR / "postgres"),
        "STATIC_ROOT": str(VAR / "static"),
        "SECRET_KEY": "for-this-benchmark-only",
        "PLAIN_HTTP": "on",
        "ALLOWED_HOSTS": f"{HOST},testserver",
    }


def make_site() -> None:
    """Make what is not there yet: the tables, the static files, the two stories."""
    import django
    from django.core.management import call_command

    django.setup()
    from articles.models import Story
    from tests.big_story import big_story

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("ingest", str(ROOT / "seeds"), verbosity=0, stdout=StringIO())
    if not Story.objects.filter(slug="big-story").exists():
        big_story()


@contextmanager
def served(application: str) -> Iterator[int]:
    """Run gunicorn as docs/operations.md says, and yield its port."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    options = ["--bind", f"{HOST}:{port}", "--workers", "2", "--threads", "4", "--log-level", "warning"]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--pythonpath",
        str(ROOT / "benchmarks"),
        *options,
        application,
    ]
    server = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - our own command
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("gunicorn does not listen.")


# -- Under load


def under_load() -> None:
    """Print the answers a second for the sample story, beside the server's own."""
    print(f"Answers a second: two workers of four threads, one client, the best of {ROUNDS} × {SECONDS} s")
    with served("web:hello") as port:
        print_rate("hello world", load(port, "/"))
    with served("newsroom.wsgi") as port:
        etag = etag_of(port, SEEDS)
        print_rate("Compare, the sample story", load(port, SEEDS), wanted=250)
        print_rate("the same, not modified (304)", load(port, SEEDS, etag), wanted=1500)


def load(port: int, path: str, *etag: str) -> dict[str, Any]:
    """Return what the client in a process of its own was answered; the first round only warms up."""
    client = [sys.executable, str(ROOT / "benchmarks" / "clients" / "load.py"), HOST, str(port), path]
    rounds = []
    for seconds in (1, *[SECONDS] * ROUNDS):
        done = subprocess.run([*client, str(seconds), *etag], check=True, capture_output=True)  # noqa: S603
        rounds.append(json.loads(done.stdout))
    return max(rounds[1:], key=lambda one: one["a_second"])


def etag_of(port: int, path: str) -> str:
    """Return the name with which the server sends a page."""
    from http.client import HTTPConnection

    connection = HTTPConnection(HOST, port)
    connection.request("GET", path)
    return connection.getresponse().headers["ETag"]


def print_rate(name: str, answers: dict[str, Any], *, wanted: int | None = None) -> None:
    """Print one line."""
    told = f"({wanted:,} wanted)" if wanted else ""
    print(f"  {name:<36}{answers['a_second']:>8,.0f}  {told:<16}{answers['statuses']}")


# -- The largest board, on the server


def board() -> None:
    """Print what the board of the generated story takes, in this process and on one core."""
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    import newsroom.wsgi  # noqa: F401 - as in the server, garbage is looked for less often

    reader, editor = Client(), Client()
    editor.force_login(User.objects.get_or_create(username="benchmark", is_superuser=True)[0])
    print("\nCompare, 50 outlets and 400 statements")
    start = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        page = editor.get(BIG)
    first = time.perf_counter() - start
    print(f"  {len(page.content):,} bytes (1,500,000 wanted), {len(queries)} queries (12 wanted)")
    print(f"  {'the first page of a process':<36}{1000 * first:>8,.0f} ms")
    cases: list[tuple[str, Callable[[int], object], int, bool]] = [
        ("a reader's page again", lambda _: reader.get(BIG), 50, False),
        ("an editor's page again", lambda _: editor.get(BIG), 30, False),
        ("another filter", lambda at: editor.get(f"{BIG}?words=depot+{at}"), 15, False),
        ("another base", lambda at: editor.get(f"{BIG}?base={base(at)}"), 5, False),
        ("after a change of the story", lambda _: editor.get(BIG), 5, True),
    ]
    for name, ask, times, is_cold in cases:
        took = [timed(ask, at, is_cold=is_cold) for at in range(times)]
        wanted = "(60 wanted)" if name.endswith("again") else ""
        print(f"  {name:<36}{1000 * statistics.median(took):>8,.0f} ms at the median {wanted}")


def base(at: int) -> int:
    """Return the key of one of the story's articles."""
    from articles.models import Article

    return int(Article.objects.filter(story__slug="big-story").order_by("-pk")[at].pk)


def timed(ask: Callable[[int], object], at: int, *, is_cold: bool) -> float:
    """Return the seconds that an answer takes; a story that has changed is made anew."""
    from articles.models import Story

    if is_cold:
        Story.objects.filter(slug="big-story").update(summary="")
    start = time.perf_counter()
    ask(at)
    return time.perf_counter() - start


# -- The largest board, in a browser

OBSERVE = """
    window.longest = 0;
    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
    }).observe({ type: "longtask", buffered: true });
"""
AT_THE_END = """
    (wrap => wrap.scrollTop + wrap.clientHeight >= wrap.scrollHeight - 1)(
        document.querySelector("#board-wrap")
    )
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def in_browser(address: str) -> None:
    """Print when the board is first painted, and how long scrolling through all of it blocks the page."""
    from playwright.sync_api import sync_playwright

    from tests.functional import chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        painted = []
        for _ in range(5):
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            page.goto(address)
            while not (at := page.evaluate(PAINTED)):
                page.wait_for_timeout(50)
            painted.append(at)
            if len(painted) < 5:
                context.close()
        print(f"  first paint {statistics.median(painted):>24,.0f} ms at the median (1,000 wanted)")
        page.evaluate(OBSERVE)
        rows = scroll_to_the_end(page)
        longest = page.evaluate("window.longest")
        print(f"  longest task in scrolling {rows} rows  {longest:>10,.0f} ms (200 wanted)")
        page.evaluate("window.longest = 0")
        first = page.locator("tr.statement").first.get_attribute("id")
        page.locator("#rows-after a").click()
        page.locator(f"#{first}").wait_for(state="detached")
        page.wait_for_timeout(1000)
        print(f"  longest task in showing the next     {page.evaluate('window.longest'):>8,.0f} ms")
        browser.close()


def scroll_to_the_end(page: Any) -> int:
    """Scroll with the wheel until the last row of the window is there; return how many rows there are."""
    page.mouse.move(700, 500)
    for _ in range(200):
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(30)
        if page.evaluate(AT_THE_END):
            break
    return int(page.locator("tr.statement").count())


if __name__ == "__main__":
    sys.exit(main())
