"""How well the analysis reads, scored against texts that were marked by hand.

The gold and its scorers do not belong to this repository. Where a folder ``shared`` lies beside the checkout
they are run and their counts printed; elsewhere there is nothing to measure against.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
OUTLETS = ["Unidentified outlet", "NewsChain", "The National", "ExBulletin", "Quds News Network"]


def main() -> int:
    """Print the scores of the seeds and of the corpus of quotations."""
    if not SHARED.is_dir():
        print(f"Skipped: there is no {SHARED.name}/ beside the checkout to measure against.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        score_story(Path(folder))
        score_quotes(Path(folder))
    return 0


def score_story(folder: Path) -> None:
    """Compare the seeds and score the document: quotes, speakers, pairs of readings, discrepancies."""
    articles = [
        {"id": file.name[:3], "outlet": outlet, "text": file.read_bytes().decode()}
        for file, outlet in zip(sorted((ROOT / "seeds").glob("*.txt")), OUTLETS, strict=True)
    ]
    story = {"story": {"title": "Seeds"}, "articles": articles}
    export = folder / "export.json"
    export.write_bytes(analysis("compare", json.dumps(story).encode()))
    print("Seeds\n")
    run(SHARED / "tools" / "score_story.py", SHARED / "gold" / "seeds.json", export)


def score_quotes(folder: Path) -> None:
    """Extract the quotes of the training corpus and score them."""
    lines = gzip.decompress((SHARED / "corpus" / "quotes_train.jsonl.gz").read_bytes())
    gold, predicted = folder / "gold.jsonl", folder / "predicted.jsonl"
    gold.write_bytes(lines)
    predicted.write_bytes(analysis("extract", lines))
    print("\nQuotations\n")
    run(SHARED / "tools" / "score_quotes.py", "--gold", gold, "--pred", predicted)


def analysis(command: str, data: bytes) -> bytes:
    """Return what a command of the analysis writes."""
    done = subprocess.run(  # noqa: S603 - this interpreter, this package
        [sys.executable, "-m", "articles.analysis", command],
        input=data,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        check=True,
    )
    return done.stdout


def run(*arguments: object) -> None:
    """Run a scorer; it prints its own table."""
    sys.stdout.flush()
    subprocess.run([sys.executable, *map(str, arguments)], check=True)  # noqa: S603 - as above


if __name__ == "__main__":
    sys.exit(main())
