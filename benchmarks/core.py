"""How long each step of the analysis takes on the seeds, as multiples of one step measured in the same run.

Seconds differ from machine to machine and from hour to hour; ratios within one run differ little. The unit is
spaCy's own full pipeline with the same model over the same texts, both on one core.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

import spacy

from articles.analysis import cleaning, entities, figures, nlp, quotes, speakers
from articles.analysis.alignment import align, units
from articles.analysis.collation import collate
from articles.analysis.passages import tokens
from articles.analysis.pipeline import Witness, analyse, compare, extract

ROUNDS = 5
SEEDS = Path(__file__).parents[1] / "seeds"


def main() -> None:
    """Print one line a step."""
    texts = [file.read_bytes().decode() for file in sorted(SEEDS.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    nlp.parse(texts[0])
    spacys_own = spacy.load(f"{nlp.model().meta['lang']}_{nlp.model().meta['name']}")
    unit = seconds(lambda: [spacys_own(text) for text in texts])
    print(
        f"{words} words in {len(texts)} articles; spaCy's pipeline reads {words / unit:,.0f} words a second\n"
    )
    for name, step in steps(texts).items():
        took = seconds(step)
        print(f"{name:<28} {took / unit:6.2f} × spaCy   {1000 * took:8.1f} ms")


def steps(texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return each step as a call that repeats it on all the texts."""
    docs = [nlp.parse(text) for text in texts]
    named = [entities.find(doc) for doc in docs]
    spoken = [quotes.find(text)[0] for text in texts]
    witnesses = [
        Witness(id=str(at), outlet=str(at), published=None, analysis=analyse(text))
        for at, text in enumerate(texts)
    ]
    joined = entities.join([witness.analysis.entities for witness in witnesses], texts)
    statements = compare(witnesses).statements
    readings = [
        [tokens(texts[reading.article], reading) for reading in statement.readings]
        for statement in statements
    ]
    return {
        "parse": lambda: [nlp.parse(text) for text in texts],
        "cleaning": lambda: [cleaning.clean(text) for text in texts],
        "quotes": lambda: [quotes.find(text) for text in texts],
        "entities": lambda: [entities.find(doc) for doc in docs],
        "figures": lambda: [figures.find(doc, published=None) for doc in docs],
        "speakers": lambda: [
            speakers.attribute(doc, found, names)
            for doc, found, names in zip(docs, spoken, named, strict=True)
        ],
        "units": lambda: [
            units(text, omitted=(), quotes=found, doc=doc)
            for text, found, doc in zip(texts, spoken, docs, strict=True)
        ],
        "alignment": lambda: align(
            [witness.analysis.units for witness in witnesses],
            texts=texts,
            quotes=[witness.analysis.quotes for witness in witnesses],
            entities=joined,
        ),
        "collation": lambda: [collate(rows, [str(at) for at in range(len(rows))]) for rows in readings],
        "extract, all of it": lambda: extract(texts),
        "analyse, all of it": lambda: [analyse(text) for text in texts],
        "compare, all of it": lambda: compare(witnesses),
    }


def seconds(step: Callable[[], object]) -> float:
    """Return the least processor time that a step took."""
    took = []
    for _ in range(ROUNDS):
        start = process_time()
        step()
        took.append(process_time() - start)
    return min(took)


if __name__ == "__main__":
    main()
