"""How long ``extract`` takes for texts that are no articles, and whether time grows with length alone.

    python benchmarks/any_input.py [MEGABYTES …]

Each text is one line. What is longer than a text may be has to be refused at once.
"""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from articles.analysis import extract_command, nlp

MEGABYTES = [0.05, 0.2, 1, 10]
"""Million characters, rather: the texts are measured before they are encoded."""

TEXTS: dict[str, Callable[[int], str]] = {
    "one word": lambda size: "x" * size,
    "no full stop": lambda size: repeated("the minister resigned over the report on Friday and ", size),
    "marks": lambda size: repeated('"', size),
    "opening marks": lambda size: repeated("“", size),
    "nested a thousand deep": lambda size: repeated("“a " * 1000 + "”" * 1000 + " he said. ", size),
    "emoji": lambda size: repeated("😀😂 🎉👩‍👩‍👧", size),
    "control characters": lambda size: repeated("\x01\x02\x1b \x07\x85", size),
    "right to left": lambda size: repeated("\u202eقال الوزير “نعم” the minister said on Friday ", size),
    "one quotation, again and again": lambda size: repeated("“We won,” said Mark Smith. ", size),
    "names": lambda size: "".join(
        f"Mark Smith{spelt(at)} said so to the BBC on Friday. " for at in range(size // 48)
    ),
}


def main() -> int:
    """Print, for each kind of text and each size, the seconds that a million characters take."""
    sizes = [float(one) for one in sys.argv[1:]] or MEGABYTES
    nlp.parse("The model is loaded.")
    print(" " * 32 + "".join(f"{size:>9g} M" for size in sizes) + "    seconds a million characters")
    for name, text in TEXTS.items():
        row = [f"{seconds(text(int(size * 1_000_000))) / size:11.2f}" for size in sizes]
        print(f"{name:<32}{''.join(row)}", flush=True)
    return 0


def seconds(text: str) -> float:
    """Return the processor time that one line took, be it answered or refused."""
    line = io.BytesIO(json.dumps({"id": 1, "text": text}).encode())
    answers, errors = io.StringIO(), io.StringIO()
    started = process_time()
    extract_command.run(line, answers, errors)
    took = process_time() - started
    assert answers.getvalue().count("\n") + errors.getvalue().count("\n") == 1  # noqa: S101 - an answer or an error
    return took


def repeated(text: str, size: int) -> str:
    """Return a text again and again, up to a size."""
    return (text * (size // len(text) + 1))[:size]


def spelt(number: int) -> str:
    """Return a number in letters."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


if __name__ == "__main__":
    sys.exit(main())
