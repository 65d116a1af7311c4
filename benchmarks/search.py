"""How long the search and the front page take over many stories, in a database made for it.

    python benchmarks/search.py                  200 stories of 10 articles, half a minute to make
    python benchmarks/search.py --stories 2000   20,000 articles, 300,000 readings

Words are as frequent as in English but for the commonest, which no search looks for: the most frequent stands
in one sentence of ten, most of the others in a few. Each page is fetched from the site's own views, without a
network between; the database's plan of each search is looked at too, whether it uses the index of words or,
where another narrows more, that one. Processor time is that of the site and of its database together, which
does not grow when the machine is busy with other work.
"""

import os
import random
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
os.environ.setdefault("PGDATA", str(ROOT / "var" / "benchmark-postgres"))

import django  # noqa: E402 - it needs the settings named above

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from articles.models import (  # noqa: E402
    Article,
    Discrepancy,
    Outlet,
    Quote,
    Reading,
    Revision,
    Statement,
    Story,
)
from articles.selectors.search_filter import Wanted, fitting_articles, fitting_readings  # noqa: E402
from articles.selectors.search_query import read_query  # noqa: E402
from articles.services.index_story import index_story  # noqa: E402

STATEMENTS = 30
OUTLETS = 50
DICE = random.Random(1)  # noqa: S311 - no secret

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
WORDS = [f"{one}{two}{three}" for one in SYLLABLES for two in SYLLABLES for three in SYLLABLES]
DICE.shuffle(WORDS)
FREQUENT = list(accumulate(1 / (rank + 40) for rank in range(len(WORDS))))
GIVEN = "Ada Ben Cleo Dan Eve Finn Gail Hugh Ivy Jon Kay Leo Mia Ned Ola Pam Rex Sue Tom Una".split()
FAMILY = [f"{one}{two}ton".capitalize() for one in SYLLABLES for two in SYLLABLES]
FIRST_DAY = date(2020, 1, 1)

SEARCHES: dict[str, dict[str, object]] = {
    "a rare word": {"words": WORDS[3000]},
    "a frequent word": {"words": WORDS[5]},
    "two words": {"words": f"{WORDS[40]} {WORDS[90]}"},
    "three words, one of them rare": {"words": f"{WORDS[2]} {WORDS[8]} {WORDS[2000]}"},
    "words as printed": {"words": f'"{WORDS[20]} {WORDS[150]}"'},
    "one word or another": {"words": f"{WORDS[300]} or {WORDS[400]}"},
    "one word without another": {"words": f"{WORDS[30]} -{WORDS[0]}"},
    "all of a person": {"speaker": f"Ada {FAMILY[0]}"},
    "a person and a word": {"speaker": FAMILY[1], "words": WORDS[20]},
    "a word in one outlet, two years": {"words": WORDS[60], "outlet": 7, "since": "2021-01-01"},
}
LISTS: dict[str, dict[str, object]] = {
    "stories, last changed": {},
    "stories, most outlets": {"order": "outlets"},
    "stories, most open discrepancies": {"order": "open"},
    "stories, newest": {"order": "published"},
    "stories by a word": {"words": WORDS[200]},
    "stories by outlet, serious": {"outlet": 7, "serious": "1"},
}


def main() -> int:
    """Make the database, fetch every page some times, print the times, and drop the database."""
    options = read_options()
    setup_test_environment(debug=False)
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        make_stories(options)
        outlet = Outlet.objects.order_by("pk")[7].pk
        print(f"\n{'Search':<36}{'found':>8}{'median':>9}{'95 %':>9}{'processor':>11}  index")
        times = [
            time for one in measured(SEARCHES, "search", outlet=outlet, rounds=options.rounds) for time in one
        ]
        print_times("all ten", times)
        print(f"\n{'Front page':<44}{'median':>9}{'95 %':>9}{'processor':>11}")
        for _times in measured(LISTS, "stories", outlet=outlet, rounds=options.rounds):
            pass
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)
    return 0


def read_options() -> Namespace:
    """Read how much to make and how often to fetch."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--stories", type=int, default=200, help="stories of ten articles each")
    options.add_argument("--rounds", type=int, default=10, help="how often each page is fetched")
    return options.parse_args()


def make_stories(options: Namespace) -> None:
    """Write the stories with their readings, and index them as a comparison does."""
    start = perf_counter()
    outlets = Outlet.objects.bulk_create(Outlet(name=f"Outlet {number}") for number in range(OUTLETS))
    for number in range(options.stories):
        with transaction.atomic():
            make_story(number, outlets)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(
        f"{Story.objects.count():,} stories, {Article.objects.count():,} articles,"
        f" {Reading.objects.count():,} readings made in {perf_counter() - start:.0f} s"
    )


def make_story(number: int, outlets: list[Outlet]) -> None:
    """Write one story: ten articles, thirty statements that a half of them print, and their quotes."""
    title, first = sentence(6), FIRST_DAY + timedelta(days=DICE.randrange(2000))
    story = Story.objects.create(slug=f"story-{number}", title=title, summary=sentence(20))
    articles = Article.objects.bulk_create(
        Article(story=story, outlet=outlet, published=first + timedelta(days=DICE.randrange(4)), position=at)
        for at, outlet in enumerate(DICE.sample(outlets, 10))
    )
    statements = Statement.objects.bulk_create(
        Statement(story=story, position=at, speaker=f"{DICE.choice(GIVEN)} {DICE.choice(FAMILY)}")
        for at in range(STATEMENTS)
    )
    texts, places = print_articles(len(articles))
    revisions = Revision.objects.bulk_create(
        Revision(article=article, number=1, text=text, text_hash=str(article.pk), analysis_version=1)
        for article, text in zip(articles, texts, strict=True)
    )
    quotes = Quote.objects.bulk_create(
        Quote(
            revision=revisions[article], start=start - 1, end=end + 1, type="direct",
            speaker=statements[at].speaker, speaker_as_printed=statements[at].speaker.split()[1],
        )
        for at, article, start, end in places
    )  # fmt: skip
    readings: dict[int, int] = dict.fromkeys(range(STATEMENTS), -1)
    Reading.objects.bulk_create(
        Reading(
            statement=statements[at], revision=revisions[article], quote=quote, position=nth(readings, at),
            kind="verbatim", start=start, end=end, context_start=start - 1, context_end=end + 12,
        )
        for (at, article, start, end), quote in zip(places, quotes, strict=True)
    )  # fmt: skip
    Discrepancy.objects.bulk_create(
        Discrepancy(
            story=story, statement=statements[at], kind="wording", severity=DICE.choice(["high", "low"]),
            summary=sentence(8), rank=at, fingerprint=f"{number} {at}",
        )
        for at in range(DICE.randrange(8))
    )  # fmt: skip
    index_story(story, revisions=revisions)


def print_articles(count: int) -> tuple[list[str], list[tuple[int, int, int, int]]]:
    """Return the articles' texts, and of each reading its statement, its article, its start and its end."""
    said = [sentence(DICE.randrange(8, 25)) for _at in range(STATEMENTS)]
    texts, places = [], []
    for article in range(count):
        text = f"{sentence(9)}\n"
        for at in range(STATEMENTS):
            text += f"{sentence(18)}\n"
            if DICE.random() < 0.5:
                start = len(text) + 1
                text += f"“{said[at]}” somebody said.\n"
                places.append((at, article, start, start + len(said[at])))
        texts.append(text)
    return texts, places


def sentence(words: int) -> str:
    """Return some words, frequent ones more often."""
    return " ".join(DICE.choices(WORDS, cum_weights=FREQUENT, k=words)).capitalize() + "."


def nth(counts: dict[int, int], at: int) -> int:
    """Count one more, from 0."""
    counts[at] += 1
    return counts[at]


def measured(
    pages: dict[str, dict[str, object]], name: str, *, outlet: int, rounds: int
) -> Iterator[list[float]]:
    """Fetch each page some times, print how long it took, and yield the milliseconds."""
    client = Client()
    for label, query in pages.items():
        asked = {**query, **({"outlet": outlet} if "outlet" in query else {})}

        def fetch(asked: dict[str, object] = asked) -> None:
            response = client.get(reverse(name), asked)
            assert response.status_code == 200, response  # noqa: S101 - a benchmark of an error says nothing

        fetch()
        before = processor_time()
        times = [timed(fetch) for _round in range(rounds)]
        used = (processor_time() - before) / rounds
        print_times(label, times, used=used, note=plan_of(asked) if name == "search" else None)
        yield times


def timed(work: Callable[[], None]) -> float:
    """Return how many milliseconds something takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def processor_time() -> float:
    """Return the milliseconds of processor time that the site and its connection's server have used."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        fields = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return (process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")) * 1000


def print_times(
    label: str, times: list[float], *, used: float = 0, note: tuple[int, str] | None = None
) -> None:
    """Print the median, the 95th percentile and the processor time."""
    found, index = note or ("", "")
    slowest = quantiles(times, n=20, method="inclusive")[18]
    processor = f"{used:.0f} ms" if used else ""
    print(
        f"{label:<36}{found:>8}{median(times):>6.0f} ms{slowest:>6.0f} ms{processor:>11}  {index}", flush=True
    )


def plan_of(asked: dict[str, object]) -> tuple[int, str]:
    """Return how many statements a search finds, and whether the database's plans for it use the index."""
    words = {name: asked[name] for name in ("speaker", "outlet") if name in asked}
    days = {name: date.fromisoformat(str(asked[name])) for name in ("since", "until") if name in asked}
    wanted = Wanted(query=read_query(str(asked.get("words", ""))), **words, **days)  # type: ignore[arg-type]
    plans = [fitting_readings(wanted).explain()]
    if wanted.query.groups and not wanted.speaker:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            plans.append(fitting_articles(wanted).explain())
    used = all("on readingwords_" in plan or "on articlewords_vector" in plan for plan in plans)
    found = fitting_readings(wanted).values("reading__statement").distinct().count()
    return found, "used" if used else "not used"


if __name__ == "__main__":
    sys.exit(main())
