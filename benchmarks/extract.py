"""How many words a second ``extract`` reads, as a multiple of spaCy's full pipeline with the same model.

Both read the same texts on one core in the same run: the training corpus where a folder ``shared`` lies
beside the checkout, else the seeds. Of spaCy's two ways, text by text and in batches, the faster counts.
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
ROUNDS = 2


def main() -> int:
    """Print both speeds and their ratio."""
    lines = read()
    texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    meta = nlp.model().meta
    own = spacy.load(f"{meta['lang']}_{meta['name']}")
    steps: dict[str, Callable[[], object]] = {
        "spaCy, text by text": lambda: [len(own(text)) for text in texts],
        "spaCy, in batches": lambda: [len(doc) for doc in own.pipe(texts)],
        "extract": lambda: extract_command.run(io.BytesIO(b"\n".join(lines)), io.StringIO(), sys.stderr),
    }
    took = dict.fromkeys(steps, float("inf"))
    # In turns, so that what else the machine does falls on all of them.
    for _ in range(ROUNDS):
        for name, step in steps.items():
            took[name] = min(took[name], seconds(step))
    print(f"{words:,} words in {len(texts)} articles")
    for name, least in took.items():
        print(f"{name:<22} {words / least:10,.0f} words a second")
    *spacys, extract = took.values()
    print(f"extract is {min(spacys) / extract:.2f} times as fast as spaCy ({WANTED} wanted)")
    return 0


def read() -> list[bytes]:
    """Return the articles, one line of JSON each."""
    if CORPUS.is_file():
        return gzip.decompress(CORPUS.read_bytes()).splitlines()
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    return [json.dumps({"id": seed.name, "text": seed.read_text("utf-8")}).encode() for seed in seeds]


def seconds(step: Callable[[], object]) -> float:
    """Return the processor time that a step took."""
    started = process_time()
    step()
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main())
