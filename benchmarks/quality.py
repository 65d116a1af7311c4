"""How well the analysis reads, scored against texts that were marked by hand.

The gold and its scorers do not belong to this repository. Where a folder ``shared`` lies beside the checkout
they are run, and each figure stands beside the one that is wanted; elsewhere there is nothing to measure
against. Of the corpus of quotations a fifth is held out: the rules were not tuned on it.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SIMILAR = 0.8
"""The share of words that two passages need in common to be taken for the same."""

VIEWS = {"quoted": 0.95, "said": 0.82, "indirect": 0.35}
SPEAKERS = {"person": 0.92, "other": 0.85, "pronoun, resolved": 0.60}

Row = tuple[str, object, object]


def main() -> int:
    """Print a table for the cases, the seeds and the corpus of quotations."""
    show("Cases, each of them a test", ["cases"], cases())
    if not SHARED.is_dir():
        print(f"Skipped the rest: there is no {SHARED.name}/ beside the checkout to measure against.")
        return 0
    sys.path.insert(0, str(SHARED / "tools"))
    show("Seeds", ["wanted", "measured"], seeds())
    show("Corpus of quotations", ["wanted", "tuned", "held out", "whole"], corpus())
    return 0


def show(title: str, columns: list[str], rows: Iterable[tuple[object, ...]]) -> None:
    """Print one table."""
    print(f"{title:<34}" + "".join(f"{column:>12}" for column in columns))
    for name, *values in rows:
        print(f"  {name:<32}" + "".join(f"{written(value):>12}" for value in values))
    print()


def written(value: object) -> str:
    """Return a figure as the table prints it."""
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def cases() -> Iterator[tuple[str, int]]:
    """Yield the number of cases of each step."""
    for file in sorted((ROOT / "tests" / "cases").glob("*.toml")):
        tables = tomllib.loads(file.read_text()).values()
        yield file.stem, sum(len(table) for table in tables if isinstance(table, list))


def seeds() -> Iterator[Row]:
    """Compare the sample story and yield its scores beside those that are wanted."""
    manifest = tomllib.loads((ROOT / "seeds" / "manifest.toml").read_text())
    articles = [
        {
            "id": one["file"],
            "outlet": one["outlet"],
            "text": (ROOT / "seeds" / one["file"]).read_bytes().decode(),
        }
        for one in manifest["article"]
    ]
    story = {"story": {"title": manifest["story"]["title"]}, "articles": articles}
    export = json.loads(analysis("compare", json.dumps(story).encode()))
    found = import_module("score_story").score(
        json.loads((SHARED / "gold" / "seeds.json").read_text()), export
    )
    yield "quotes", "44/45", found["quotes"]
    yield "speakers", "42/45", found["speakers"]
    yield "pairs joined", "52/61", found["pairs"]
    yield "joined that must not be", 0, len(found["never joined"])
    yield "discrepancies", "11/13", found["discrepancies"]
    yield "discrepancies reported", "≤ 45", found["reported"]
    yield "boilerplate", "7/7", found["boilerplate"]
    yield "wrong passages", 0, found["passages wrong"]


def corpus() -> Iterator[tuple[object, ...]]:
    """Extract the corpus's quotes and yield their scores: tuned, held out, whole."""
    lines = gzip.decompress((SHARED / "corpus" / "quotes_train.jsonl.gz").read_bytes())
    gold = [json.loads(line) for line in lines.splitlines()]
    answers = map(json.loads, analysis("extract", lines).splitlines())
    predicted = {answer["id"]: answer["quotes"] for answer in answers}
    parts = [
        scored([one for one in gold if not held_out(one["id"])], predicted),
        scored([one for one in gold if held_out(one["id"])], predicted),
        scored(gold, predicted),
    ]
    for view, wanted in VIEWS.items():
        yield f"{view}, F1", wanted, *(f1 for _, _, f1 in (part[view] for part in parts))
        yield f"{view}, precision", "", *(precision for precision, _, _ in (part[view] for part in parts))
        yield f"{view}, recall", "", *(recall for _, recall, _ in (part[view] for part in parts))
    for kind, wanted in SPEAKERS.items():
        yield f"speaker, {kind}", wanted, *(part[kind] for part in parts)


def held_out(name: str) -> bool:
    """Say whether an article is of the fifth that nothing was tuned on."""
    return crc32(name.encode()) % 5 == 0


def scored(gold: list[dict[str, Any]], predicted: dict[str, Any]) -> dict[str, Any]:
    """Return precision, recall and F1 of each view, and the share of right speakers of each kind."""
    score = import_module("score_quotes")
    (tally,) = score.score(gold, predicted, SIMILAR).values()
    speakers = {kind: tally.s[f"ok {kind}"] / tally.s[f"n {kind}"] for kind in SPEAKERS}
    return {view: score.prf(tally.v[view]) for view in VIEWS} | speakers


def analysis(command: str, data: bytes) -> bytes:
    """Return what a command of the analysis writes."""
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        done = subprocess.run(  # noqa: S603 - this interpreter, this package
            [sys.executable, "-m", "articles.analysis", command],
            stdin=given,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            check=True,
        )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
