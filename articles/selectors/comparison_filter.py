"""Which rows of the comparison the choices keep.

Words are found whatever their case, their spaces and the shape of their quotation marks:

    it's the  board's "last     finds     It’s the board’s “last word”.
"""

from articles.selectors.comparison_choices import UNNAMED, Choices
from articles.selectors.comparison_source import Source, StoredStatement
from articles.selectors.folding import folded
from articles.selectors.kept import Kept

_lines: Kept[dict[int, str]] = Kept(limit=50_000_000)
"""What is looked for in whole stories; the weight is in characters."""


def is_wanted(statement: StoredStatement, *, source: Source, choices: Choices) -> bool:
    """Say whether the choices keep a row, as far as that shows before its words are compared."""
    if choices.speaker and choices.speaker != (statement.speaker or UNNAMED):
        return False
    if choices.shared_only and len(statement.carried_by) < 2:
        return False
    if choices.outlet and choices.outlet not in {
        source.columns[reading.column].outlet_id for reading in statement.readings
    }:
        return False
    if choices.kind and not any(choices.kind in ("any", flag.kind) for flag in statement.flags):
        return False
    words = folded(choices.words)
    return not words or words in _words_of(statement, source=source)


def _words_of(statement: StoredStatement, *, source: Source) -> str:
    """Return where words are looked for; from memory, where the source names its state."""
    if not source.state:
        return _read_words(statement, source=source)
    return _lines.made(
        (source.state, source.shown),
        make=lambda: {one.key: _read_words(one, source=source) for one in source.statements},
        weigh=lambda lines: sum(map(len, lines.values())),
    )[statement.key]


def _read_words(statement: StoredStatement, *, source: Source) -> str:
    """Return what the row's cells show, its speaker's name and the forms of it that are printed, each once.

    They stand on lines of their own, and nobody finds the end of a line: what is looked for is on one.
    """
    printed = {statement.speaker}
    for reading in statement.readings:
        printed.add(reading.speaker_as_printed)
        printed.add(reading.context.of(source.columns[reading.column].text))
    return "\n".join(sorted(map(folded, printed)))
