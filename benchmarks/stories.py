"""What a comparison finds in real stories, and, with ``--read N``, N of them at random for a reader to judge.

The stories do not belong to this repository: without a folder ``shared`` beside the checkout nothing is run.
"""

import gzip
import json
import random
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from articles.analysis.compare_command import compared

ROOT = Path(__file__).parents[1]
STORIES = ROOT.parent / "shared" / "corpus" / "stories.jsonl.gz"

Export = dict[str, Any]


def main() -> int:
    """Compare the stories and print the counts, or the comparisons themselves."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--read", type=int, metavar="N", help="print N comparisons chosen at random")
    options.add_argument("--seed", type=int, default=1, help="which random choice")
    chosen = options.parse_args()
    if not STORIES.is_file():
        print(f"Skipped: there is no {STORIES.relative_to(ROOT.parent)} beside the checkout.")
        return 0
    stories = [json.loads(line) for line in gzip.decompress(STORIES.read_bytes()).splitlines()]
    if chosen.read:
        for story in random.Random(chosen.seed).sample(stories, chosen.read):  # noqa: S311 - no secret
            print_comparison(comparison(story))
    else:
        print_counts(stories)
    return 0


def comparison(story: dict[str, Any]) -> Export:
    """Return a story's comparison as the commands export it."""
    articles = [
        {
            "id": at,
            "outlet": article["outlet"],
            "text": article["text"],
            "published": article["date"],
        }
        for at, article in enumerate(story["articles"], start=1)
    ]
    return compared(json.dumps({"story": {"title": story["id"]}, "articles": articles}).encode())


def print_counts(stories: list[dict[str, Any]]) -> None:
    """Print how many statements and discrepancies of each kind and severity are found, and the time."""
    start = process_time()
    counts: Counter[str] = Counter()
    severities: dict[str, Counter[str]] = {}
    for story in stories:
        export = comparison(story)
        counts["articles"] += len(export["articles"])
        counts["quotes"] += len(export["quotes"])
        counts["statements in several articles"] += sum(
            len({reading["article"] for reading in statement["readings"]}) > 1
            for statement in export["statements"]
        )
        counts["discrepancies"] += len(export["discrepancies"])
        for found in export["discrepancies"]:
            severities.setdefault(found["kind"], Counter())[found["severity"]] += 1
    print(f"{len(stories)} stories in {process_time() - start:.0f} s of processor time")
    for name, count in counts.items():
        print(f"  {name:<32}{count:>8}")
    print(f"\n{'Discrepancies':<20}{'high':>8}{'medium':>8}{'low':>8}")
    for kind, by_severity in sorted(severities.items()):
        print(f"  {kind:<18}" + "".join(f"{by_severity[one]:>8}" for one in ("high", "medium", "low")))


def print_comparison(export: Export) -> None:
    """Print the rows that several articles share, the discrepancies and the gravest first."""
    outlets = {article["id"]: article["outlet"] for article in export["articles"]}
    print(f"\n{'=' * 100}\n{export['story']['title']}: {', '.join(outlets.values())}")
    for statement in export["statements"]:
        if len({reading["article"] for reading in statement["readings"]}) > 1:
            print(f"\n  [{statement['id']}] {statement['speaker'] or '–'}")
            print_readings(outlets, statement["readings"])
    print("\n  Discrepancies")
    for found in export["discrepancies"]:
        verdict = f", {found['verdict']}" if found["verdict"] else ""
        print(f"\n  {found['kind']}, {found['severity']}{verdict}: {found['summary']}")
        print_readings(outlets, found["readings"])


def print_readings(outlets: dict[int, str], readings: list[dict[str, Any]]) -> None:
    """Print one line a reading."""
    for reading in readings:
        printed = " ".join(reading["text"].split())
        print(f"      {outlets[reading['article']]:<18} {reading.get('kind', ''):<9} {printed}")


if __name__ == "__main__":
    sys.exit(main())
