"""The two calls that the rest of Newsroom makes: ``analyse`` one text, ``compare`` several analyses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.analysis import cleaning, copies, entities, languages, nlp, roles, speakers, story_differences
from articles.analysis import figures as figures_of_story
from articles.analysis import quotes as quotes_of_text
from articles.analysis.aliases import Alias
from articles.analysis.alignment import Statement, Unit, align
from articles.analysis.cleaning import Cleaned, Omission
from articles.analysis.collation import Table, collate
from articles.analysis.copies import Origin, Source
from articles.analysis.discrepancies import Discrepancy
from articles.analysis.entities import Entity, StoryEntity
from articles.analysis.figures import DateMention, Figure, FigureSubject
from articles.analysis.passages import tokens
from articles.analysis.quotes import Quote, Warning
from articles.analysis.roles import Role
from articles.analysis.rulings import Ruling
from articles.analysis.statement_units import units


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything the machine read in one text. All passages are offsets into ``text``.

    ``language`` is an ISO 639 code. A text in another language than English is held and not read.
    """

    text: str
    published: date | None
    omitted: tuple[Omission, ...]
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    units: tuple[Unit, ...]
    warnings: tuple[Warning, ...]
    roles: tuple[Role, ...] = ()
    language: str = languages.ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The quotes of one text, none where its language is not English."""

    quotes: tuple[Quote, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An article as it takes part in a comparison.

    A ``reference`` is a transcript or a letter: all of it is somebody's words, with marks or without.
    """

    id: str
    outlet: str
    published: date | None
    analysis: Analysis
    reference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the witnesses share and where they differ. Article indices follow the order of the witnesses.

    ``tables[i]`` collates the readings of ``statements[i]``, one row for each reading in its order, and is
    None for a statement with a single reading. ``copies`` says which articles their
    texts tell to be copies, whole or in part.
    """

    statements: tuple[Statement, ...]
    tables: tuple[Table | None, ...]
    entities: tuple[StoryEntity, ...]
    subjects: tuple[FigureSubject, ...]
    discrepancies: tuple[Discrepancy, ...]
    copies: tuple[Origin, ...] = ()


def analyse(text: str, *, published: date | None = None) -> Analysis:
    """Read one article. ``published`` resolves relative dates; the front matter's date is used without it.

    Of a text that is not English nothing is read but its date.

    Raises ValueError for a text that is not Unicode: one with half of a surrogate pair in it.
    """
    cleaned, body, language = _prepared(text)
    published = published or cleaned.published
    if language != languages.ENGLISH:
        front_matter = [one for one in cleaned.omitted if one.reason == "front matter"]
        return unread(text, published=published, omitted=front_matter, language=language)
    found, warnings = quotes_of_text.find(body)
    with nlp.memory():
        doc = nlp.parse(body)
        people_and_places = entities.find(doc)
        counted, dates = figures_of_story.find(doc, published=published)
        spoken = speakers.attribute(doc, found, people_and_places)
        return Analysis(
            text=text,
            published=published,
            omitted=cleaned.omitted,
            quotes=spoken,
            entities=people_and_places,
            figures=counted,
            dates=dates,
            units=units(body, omitted=cleaned.omitted, quotes=spoken, doc=doc),
            warnings=warnings,
            roles=roles.find(doc, people_and_places),
        )


def extract(texts: Sequence[str]) -> list[Extract]:
    """Read the quotes of several articles, as ``analyse`` does, and nothing else.

    Raises ValueError as ``analyse`` does.
    """
    prepared = [_prepared(text) for text in texts]
    bodies = [body for _, body, language in prepared if language == languages.ENGLISH]
    with nlp.memory():
        read = [
            speakers.attribute(doc, quotes_of_text.find(body)[0], entities.find(doc))
            for body, doc in zip(bodies, nlp.parse_all(bodies), strict=True)
        ]
    quotes = iter(read)
    return [
        Extract(quotes=next(quotes) if language == languages.ENGLISH else (), language=language)
        for _, _, language in prepared
    ]


def _prepared(text: str) -> tuple[Cleaned, str, str]:
    """Return what a text omits, the text with that blanked, and its language."""
    nlp.check(text)
    cleaned = cleaning.clean(text)
    body = cleaning.blank(text, cleaned.omitted)
    return cleaned, body, languages.language_of(body)


def unread(
    text: str, *, published: date | None, omitted: Sequence[Omission] = (), language: str = languages.ENGLISH
) -> Analysis:
    """Return the analysis of a text that is not read, or not yet: one in which nothing was found."""
    return Analysis(
        text=text,
        published=published,
        omitted=tuple(omitted),
        quotes=(),
        entities=(),
        figures=(),
        dates=(),
        units=(),
        warnings=(),
        language=language,
    )


def compare(
    witnesses: Sequence[Witness], *, rulings: Sequence[Ruling] = (), aliases: Sequence[Alias] = ()
) -> Comparison:
    """Join what the witnesses share and list where they differ; ``rulings`` are what editors decided.

    ``aliases`` are names that editors want taken as one, beside those that ship.

    Statements that several witnesses print come first, in the order of the witness that carries most of them,
    the others slotted in; then what one witness alone has, in the order of the witnesses.
    """
    texts = [witness.analysis.text for witness in witnesses]
    quotes = [witness.analysis.quotes for witness in witnesses]
    figures = [witness.analysis.figures for witness in witnesses]
    joined = entities.join(
        [witness.analysis.entities for witness in witnesses],
        [cleaning.blank(witness.analysis.text, witness.analysis.omitted) for witness in witnesses],
        added=aliases,
    )
    subjects = figures_of_story.join(figures)
    statements = align(
        [witness.analysis.units for witness in witnesses],
        texts=texts,
        quotes=quotes,
        entities=joined,
        rulings=rulings,
    )
    tables = tuple(_table(statement, witnesses) for statement in statements)
    return Comparison(
        statements=statements,
        tables=tables,
        entities=joined,
        subjects=subjects,
        discrepancies=story_differences.find(
            statements=statements,
            tables=tables,
            entities=joined,
            subjects=subjects,
            quotes=quotes,
            figures=figures,
            dates=[witness.analysis.dates for witness in witnesses],
            roles=[witness.analysis.roles for witness in witnesses],
            texts=texts,
            outlets=[witness.outlet for witness in witnesses],
            references=frozenset(at for at, witness in enumerate(witnesses) if witness.reference),
            published=[witness.published for witness in witnesses],
        ),
        copies=copies.find([_source(witness) for witness in witnesses]),
    )


def _source(witness: Witness) -> Source:
    return Source(
        text=witness.analysis.text,
        outlet=witness.outlet,
        published=witness.published,
        omitted=witness.analysis.omitted,
        quotes=witness.analysis.quotes,
    )


def _table(statement: Statement, witnesses: Sequence[Witness]) -> Table | None:
    if len(statement.readings) < 2:
        return None
    return collate(
        [tokens(witnesses[reading.article].analysis.text, reading) for reading in statement.readings],
        [witnesses[reading.article].id for reading in statement.readings],
    )
