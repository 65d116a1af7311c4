"""In which order the rows of the comparison stand, and under which headings.

the story's order            what several outlets print
                             Printed by one outlet alone
                             Printed by no outlet                    what a reference witness alone has
the order of the Gazette     Printed by Gazette, in its order
                             Not printed by Gazette
"""

from collections.abc import Iterable, Sequence

from articles.selectors.comparison_source import Source, StoredStatement

Headed = tuple[str, StoredStatement]
"""A statement with the heading that it stands under, which is empty for what needs none."""

_BY_CARRIERS = ("Printed by no outlet", "Printed by one outlet alone", "")


def ordered(statements: Iterable[StoredStatement], *, source: Source, by: int | None) -> Sequence[Headed]:
    """Return the statements in the order to show them. ``by`` is the article whose order it is, if any's."""
    column = next((at for at in source.shown if source.columns[at].article == by), None)
    if column is None:
        return _as_in_the_story(statements)
    return _as_printed(statements, column=column, outlet=source.columns[column].outlet)


def _as_in_the_story(statements: Iterable[StoredStatement]) -> Sequence[Headed]:
    """Put what outlets share before what one has: the statements come in the story's order."""
    headed = [(min(2, len(statement.carried_by)), statement) for statement in statements]
    headed.sort(key=lambda one: -one[0])
    return [(_BY_CARRIERS[carriers], statement) for carriers, statement in headed]


def _as_printed(statements: Iterable[StoredStatement], *, column: int, outlet: str) -> Sequence[Headed]:
    printed, others = [], []
    for statement in statements:
        places = [one.start for one in statement.readings if one.column == column and not one.suggested]
        if places:
            printed.append((min(places), statement))
        else:
            others.append(statement)
    printed.sort(key=lambda one: one[0])
    return [
        *((f"Printed by {outlet}, in its order", statement) for _, statement in printed),
        *((f"Not printed by {outlet}", statement) for statement in others),
    ]
