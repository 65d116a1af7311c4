"""How much memory ``extract`` takes on a long run, in one process.

    python benchmarks/memory.py 10000

Without a number it is a shorter run. From about a thousand articles on, new words are not kept any more.

The articles are made from the sentences of ``seeds/``, in another order each and with new names and words, so
that the vocabulary grows as it does with real news.
"""

import json
import random
import re
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
ARTICLES = 2_000
WANTED = 600
"""Megabytes."""

SENTENCES = 25
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()


def main() -> int:
    """Run ``extract`` and print its greatest resident size. Returns 1 where that is more than is wanted."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    started = perf_counter()
    extract = subprocess.Popen(
        [sys.executable, "-m", "articles.analysis", "extract"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    feeder = threading.Thread(target=feed, args=(extract.stdin, count))
    feeder.start()
    assert extract.stdout  # noqa: S101 - it is a pipe
    answers = sum(1 for _ in extract.stdout)
    feeder.join()
    extract.wait()
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    took = perf_counter() - started
    print(f"{answers:,} articles in {took:,.0f} s; at most {megabytes:,.0f} MB resident ({WANTED} wanted)")
    return int(megabytes > WANTED or answers != count)


def feed(articles, count: int) -> None:
    """Write the articles, one a line."""
    with articles:
        for line in invented(count):
            articles.write(line)


def invented(count: int) -> Iterator[bytes]:
    """Yield articles, the same in each run."""
    chance = random.Random(count)  # noqa: S311 - nothing secret
    sentences = [
        sentence
        for seed in sorted((ROOT / "seeds").glob("*.txt"))
        for sentence in re.split(r"(?<=[.!?”])\s+", seed.read_text("utf-8"))
    ]
    for number in range(count):
        text = "\n\n".join(chance.sample(sentences, SENTENCES))
        known = {name: word(chance) for name in set(_NAME.findall(text)) if chance.random() < 0.5}
        text = _NAME.sub(lambda match, known=known: known.get(match.group(), match.group()), text)
        yield json.dumps({"id": number, "text": text}).encode() + b"\n"


def word(chance: random.Random) -> str:
    """Return a word that nobody has printed yet."""
    return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()


if __name__ == "__main__":
    sys.exit(main())
