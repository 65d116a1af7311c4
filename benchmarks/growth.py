"""How the time of each step grows with the length of texts that tempt it to look far ahead.

Each text is a short piece again and again, once short and once four times as long. A time that grows with
the length alone makes a ratio of about 4; one that grows with its square, 16. The worst piece of each step is
shown.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from articles.analysis import cleaning, copies, languages, quantities, quotes
from articles.analysis.copies import Source
from articles.analysis.passages import paragraphs, sentences, tokens

SHORT = 15_000
"""Characters of the shorter text."""

TRIES = 3


def passages_of(text: str) -> None:
    """Part a text into paragraphs, sentences and tokens."""
    for paragraph in paragraphs(text):
        sentences(text, paragraph)
        tokens(text, paragraph)


def copies_of(text: str) -> None:
    """Hold a text against itself."""
    copies.find(
        [Source(text=text, outlet=outlet, published=None, omitted=(), quotes=()) for outlet in ("A", "B")]
    )


STEPS: dict[str, tuple[Callable[[str], object], list[str]]] = {
    "passages": (passages_of, ["x", "a. ", "“", ".", "a.b.", "-a", "U.S. ", ")."]),
    "languages": (languages.language_of, ["word ", "« mot ", "“mot", "字", "é"]),
    "cleaning": (
        cleaning.clean,
        ["a b c d e f\n", "“a b c d e f”\na b c d e g\n", "Ab Cd ", "photo: ", "x"],
    ),
    "quotes": (
        quotes.find,
        [
            *("“a ", "”", "‘a ", "'a' ", '"a', "“a” he said, ", "“\n", "<a ", "'\n", "’ ", '5" a '),
            *("Q: a?\nA: b\n", "Lee: a?\n", "— a, he said, — ", "— a\n", "x:\nI am\n"),
            *(
                "The letter in full:\n",
                "a — Ann Lee (@a)\n",
                "<tweet ",
                "Ann tweeted:\n",
                "A b ",
                "I am sad. ",
            ),
        ],
    ),
    "quantities": (
        quantities.find,
        [
            "7",
            "1,",
            "1,234,567,",
            "12.5.",
            "five ",
            "one hundred and ",
            "$",
            "£5m and ",
            "3-2, ",
            "30 miles ",
        ],
    ),
    "copies": (copies_of, ["told AFP. ", "AP writer ", "© ", "with reporting by ", "originally published "]),
}


def main() -> None:
    """Print one line a step."""
    print(f"{'':<14}{'ratio':>8}   the piece of which it is")
    for name, (step, pieces) in STEPS.items():
        ratio, piece = max((growth(step, piece), piece) for piece in pieces)
        print(f"{name:<14}{ratio:>8.1f}   {piece!r}", flush=True)


def growth(step: Callable[[str], object], piece: str) -> float:
    """Return how many times as long the longer text takes."""
    short = piece * (SHORT // len(piece))
    return seconds(step, short * 4) / max(seconds(step, short), 0.001)


def seconds(step: Callable[[str], object], text: str) -> float:
    """Return the least processor time of some tries."""
    took = []
    for _ in range(TRIES):
        started = process_time()
        step(text)
        took.append(process_time() - started)
    return min(took)


if __name__ == "__main__":
    main()
