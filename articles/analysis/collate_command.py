"""Collate witnesses word by word: CollateX's JSON on standard input, the table on standard output.

    {"witnesses": [{"id": "A", "content": "…"}, {"id": "B", "tokens": [{"t": "…", "n": "…"}]}]}

The table comes as CollateX's JSON, as text, or as HTML. An input that cannot be read gives one line on
standard error.
"""

import json
from typing import BinaryIO, Literal, TextIO

from articles.analysis import collatex


def run(
    source: BinaryIO, target: TextIO, errors: TextIO, *, written: Literal["json", "text", "html"] = "json"
) -> int:
    """Collate the witnesses that the source holds. Returns the exit code: 1 when they cannot be read."""
    try:
        collated = collatex.read(source.read())
    except collatex.CollateXError as error:
        print(f"The witnesses cannot be read: {error}", file=errors)
        return 1
    if written == "json":
        json.dump(collatex.as_json(collated), target, ensure_ascii=False)
        target.write("\n")
    else:
        target.write(collatex.as_text(collated) if written == "text" else collatex.as_html(collated))
    return 0
