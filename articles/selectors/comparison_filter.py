"""Which rows of the comparison the choices keep.

Words are found whatever their case, their spaces and the shape of their quotation marks:

    it's the  board's "last     finds     It’s the board’s “last word”.
"""

from articles.selectors.comparison_choices import UNNAMED, Choices
from articles.selectors.comparison_source import Source, StoredStatement
from articles.selectors.folding import folded


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
    return _has_words(statement, source=source, words=folded(choices.words))


def _has_words(statement: StoredStatement, *, source: Source, words: str) -> bool:
    """Look in what the row's cells show, in its speaker's name and in the forms of it that are printed."""
    return words in folded(statement.speaker) or any(
        words in folded(reading.speaker_as_printed)
        or words in folded(reading.context.of(source.columns[reading.column].text))
        for reading in statement.readings
    )
