"""How many words a second ``extract`` reads, as a multiple of spaCy's full pipeline with the same model.

Both read the same texts on one core in the same run, in turns of a few articles: the training corpus where a
folder ``shared`` lies beside the checkout, else the seeds. Of spaCy's two ways, text by text and in batches,
the faster counts.
"""

import gzip
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

import spacy

from articles.analysis import extract_command, nlp

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "quotes_train.jsonl.gz"
WANTED = 2.5
TURN = 60
"""Articles in a turn: few, so that what else the machine does falls on all alike."""


def main() -> int:
    """Print both speeds and their ratio."""
    lines = read()
    meta = nlp.model().meta
    own = spacy.load(f"{meta['lang']}_{meta['name']}")
    nlp.parse("The model is loaded.")
    steps: dict[str, Callable[[list[bytes]], object]] = {
        "spaCy, text by text": lambda some: [len(own(text)) for text in texts_of(some)],
        "spaCy, in batches": lambda some: [len(doc) for doc in own.pipe(texts_of(some))],
        "extract": lambda some: extract_command.run(io.BytesIO(b"\n".join(some)), io.StringIO(), sys.stderr),
    }
    took = dict.fromkeys(steps, 0.0)
    words = 0
    for start in range(0, len(lines), TURN):
        turn = lines[start : start + TURN]
        words += sum(len(text.split()) for text in texts_of(turn))
        for name, step in steps.items():
            took[name] += seconds(step, turn)
    print(f"{words:,} words in {len(lines)} articles")
    for name, all_turns in took.items():
        print(f"{name:<22} {words / all_turns:10,.0f} words a second")
    *spacys, extract = took.values()
    print(f"extract is {min(spacys) / extract:.2f} times as fast as spaCy ({WANTED} wanted)")
    return 0


def read() -> list[bytes]:
    """Return the articles, one line of JSON each."""
    if CORPUS.is_file():
        return gzip.decompress(CORPUS.read_bytes()).splitlines()
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    return [json.dumps({"id": seed.name, "text": seed.read_text("utf-8")}).encode() for seed in seeds]


def texts_of(lines: list[bytes]) -> list[str]:
    """Return the texts of some articles."""
    return [json.loads(line)["text"] for line in lines]


def seconds(step: Callable[[list[bytes]], object], lines: list[bytes]) -> float:
    """Return the processor time that a step took for some articles."""
    started = process_time()
    step(lines)
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main())
