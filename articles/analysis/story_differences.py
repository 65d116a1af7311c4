"""Everything an editor of a story should look at, the gravest first."""

from collections.abc import Sequence, Set
from datetime import date

from articles.analysis import (
    cue_differences,
    date_differences,
    figure_differences,
    name_differences,
    role_differences,
    speaker_differences,
    turned_fragments,
    wording_differences,
)
from articles.analysis.alignment import Statement
from articles.analysis.collation import Table
from articles.analysis.dates import DateMention
from articles.analysis.discrepancies import Discrepancy, ranked
from articles.analysis.entities import StoryEntity
from articles.analysis.figures import Figure, FigureSubject
from articles.analysis.quoted_rows import quoted_rows
from articles.analysis.quotes import Quote
from articles.analysis.roles import Role


def find(
    *,
    statements: Sequence[Statement],
    tables: Sequence[Table | None],
    entities: Sequence[StoryEntity],
    subjects: Sequence[FigureSubject],
    quotes: Sequence[Sequence[Quote]],
    figures: Sequence[Sequence[Figure]],
    dates: Sequence[Sequence[DateMention]],
    roles: Sequence[Sequence[Role]],
    texts: Sequence[str],
    outlets: Sequence[str],
    published: Sequence[date | None],
    references: Set[int] = frozenset(),
) -> tuple[Discrepancy, ...]:
    """Return the differences of every kind, ranked. What belongs to an article stands at its index.

    ``references`` are the articles whose words count as quoted, with marks or without.
    """
    rows = [
        quoted_rows(statement, table, quotes, texts, references=references) if table else []
        for statement, table in zip(statements, tables, strict=True)
    ]
    worded = wording_differences.find(rows=rows, quotes=quotes, texts=texts, outlets=outlets)
    of_facts = [
        *date_differences.find(statements=statements, dates=dates, texts=texts, outlets=outlets),
        *figure_differences.find(
            subjects=subjects, figures=figures, texts=texts, outlets=outlets, published=published
        ),
        *name_differences.find(entities=entities, texts=texts, outlets=outlets),
        *role_differences.find(entities=entities, roles=roles, texts=texts, outlets=outlets),
    ]
    return ranked(
        [
            *of_facts,
            *(found for found in worded if not any(_is_same(found, fact) for fact in of_facts)),
            *turned_fragments.find(rows=rows, outlets=outlets),
            *speaker_differences.find(
                statements=statements, quotes=quotes, entities=entities, texts=texts, outlets=outlets
            ),
            *cue_differences.find(statements=statements, quotes=quotes, texts=texts, outlets=outlets),
        ]
    )


def _is_same(wording: Discrepancy, fact: Discrepancy) -> bool:
    """Say whether other words are those of a date, figure, name or role, so that one difference stays one.

    A rounded figure is no matter, but other words between the same marks are: then both are reported. A name
    spelled otherwise is no more than that.
    """
    return (fact.severity != "low" or fact.kind == "name") and all(
        any(item.article == words.article and item.overlaps(words) for item in fact.readings)
        for words in wording.readings
    )
