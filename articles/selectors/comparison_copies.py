"""The comparison with each printing shown once.

    Gazette   Courier (copy of the Gazette)   Herald        becomes        Gazette   Herald

A printing is shown by the article that copies nobody, or by the base, where the base is one of its copies.
"""

from dataclasses import replace

from articles.selectors.comparison_source import Source, StoredStatement


def without_copies(source: Source, *, base: int | None) -> Source:
    """Return the story without the columns of copies, and without the rows that only copies print.

    ``base`` is the article that is chosen as the base, which stays.
    """
    groups_of_base = {column.group for column in source.columns if column.article == base}
    kept = [
        at
        for at, column in enumerate(source.columns)
        if column.article == base or (column.article == column.group and column.group not in groups_of_base)
    ]
    place = {at: number for number, at in enumerate(kept)}
    statements = (_within(statement, place) for statement in source.statements)
    return Source(
        slug=source.slug,
        columns=tuple(source.columns[at] for at in kept),
        statements=tuple(statement for statement in statements if statement.readings),
    )


def _within(statement: StoredStatement, place: dict[int, int]) -> StoredStatement:
    """Return a row with the readings of the columns that are kept, at their new places."""
    return replace(
        statement,
        readings=tuple(
            replace(reading, column=place[reading.column])
            for reading in statement.readings
            if reading.column in place
        ),
    )
