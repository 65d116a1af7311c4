"""A compared story as a document that other programs read: the format ``newsroom-story/1``.

Offsets are Unicode code points into ``articles[].text``, and every ``text`` equals that slice. Readings that
wait for an editor's word are not in it: the document says what is joined, not what may be.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from articles.analysis import roles
from articles.analysis.alignment import Statement
from articles.analysis.copies import Origin, as_printings
from articles.analysis.discrepancies import Discrepancy
from articles.analysis.entities import StoryEntity
from articles.analysis.figures import FigureSubject
from articles.analysis.passages import Passage
from articles.analysis.pipeline import Comparison, Witness
from articles.analysis.printings import groups
from articles.analysis.roles import StoryRole

FORMAT = "newsroom-story/1"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDetails:
    """What a document says of an article beside its text: where it comes from.

    ``id`` names the article in the document; ``source`` is the name of the file it was read from. ``copy_of``
    is whose report people know it to copy, empty for its outlet's own report, None where nobody said;
    ``published_at`` is the exact time of publication, where that is known. A ``reference`` is a transcript or
    press release to compare the outlets with, and no outlet's report.
    """

    id: int | str
    outlet_basis: Literal["stated", "inferred", "unknown"] = "unknown"
    source: str | None = None
    url: str | None = None
    title: str = ""
    copy_of: str | None = None
    published_at: datetime | None = None
    reference: bool = False


def document(
    *,
    slug: str,
    title: str,
    witnesses: Sequence[Witness],
    details: Sequence[ArticleDetails],
    comparison: Comparison,
    statuses: Sequence[str] = (),
) -> Json:
    """Return the story as ``newsroom-story/1``, ready for ``json.dumps``.

    ``details[i]`` belongs to ``witnesses[i]``. ``statuses[i]`` is what editors decided about
    ``comparison.discrepancies[i]``; without it every discrepancy is open.
    """
    texts = [witness.analysis.text for witness in witnesses]
    ids = [detail.id for detail in details]
    quote_ids = _quote_ids(witnesses)
    origins = {origin.article: origin for origin in comparison.copies}
    return {
        "format": FORMAT,
        "story": {"slug": slug, "title": title},
        "articles": [
            _article(witness, detail, origin=origins.get(at), ids=ids)
            for at, (witness, detail) in enumerate(zip(witnesses, details, strict=True))
        ],
        "printings": _printings(witnesses, details, comparison, ids),
        "quotes": [
            _quote(witnesses[article], ids[article], index, number)
            for (article, index), number in quote_ids.items()
        ],
        "statements": [
            _statement(number, statement, texts, ids, quote_ids)
            for number, statement in enumerate(comparison.statements, start=1)
        ],
        "entities": [
            _entity(entity, given, texts, ids)
            for entity, given in zip(
                comparison.entities,
                roles.join(comparison.entities, [witness.analysis.roles for witness in witnesses]),
                strict=True,
            )
        ],
        "figures": [_figures(subject, witnesses, ids) for subject in comparison.subjects],
        "discrepancies": [
            _discrepancy(at + 1, discrepancy, statuses[at] if statuses else "open", texts, ids)
            for at, discrepancy in enumerate(comparison.discrepancies)
        ],
    }


def _quote_ids(witnesses: Sequence[Witness]) -> dict[tuple[int, int], int]:
    places = [
        (article, index)
        for article, witness in enumerate(witnesses)
        for index in range(len(witness.analysis.quotes))
    ]
    return {place: number for number, place in enumerate(places, start=1)}


def _printings(
    witnesses: Sequence[Witness],
    details: Sequence[ArticleDetails],
    comparison: Comparison,
    ids: Sequence[int | str],
) -> list[list[int | str]]:
    """Return the ids of the articles in groups of one printing each. A reference is in none."""
    printings = as_printings(
        [witness.outlet for witness in witnesses],
        comparison.copies,
        stated={at: detail.copy_of for at, detail in enumerate(details) if detail.copy_of is not None},
    )
    members: dict[int, list[int | str]] = {}
    for at, group in enumerate(groups(printings)):
        if not details[at].reference:
            members.setdefault(group, []).append(ids[at])
    return list(members.values())


def _article(
    witness: Witness, details: ArticleDetails, *, origin: Origin | None, ids: Sequence[int | str]
) -> Json:
    return {
        "id": details.id,
        "outlet": witness.outlet,
        "outlet_basis": details.outlet_basis,
        "published": witness.published.isoformat() if witness.published else None,
        "published_at": details.published_at.isoformat() if details.published_at else None,
        "source": details.source,
        "url": details.url,
        "reference": details.reference,
        "title": details.title,
        "text": witness.analysis.text,
        "language": witness.analysis.language,
        "copy_of": details.copy_of,
        "origin": _origin(origin, witness.analysis.text, ids) if origin else None,
        "omitted": [
            {"start": omission.start, "end": omission.end, "reason": omission.reason}
            for omission in witness.analysis.omitted
        ],
    }


def _origin(origin: Origin, text: str, ids: Sequence[int | str]) -> Json:
    return {
        **_passage(origin, text, ids[origin.article]),
        "relation": origin.relation,
        "source": origin.source,
        "basis": origin.basis,
        "same_as": None if origin.other is None else ids[origin.other],
        "share": origin.share,
    }


def _quote(witness: Witness, article: int | str, index: int, number: int) -> Json:
    quote = witness.analysis.quotes[index]
    return {
        "id": number,
        **_passage(quote, witness.analysis.text, article),
        "segments": [[segment.start, segment.end] for segment in quote.segments],
        "type": quote.type,
        "speaker": quote.speaker,
        "speaker_as_printed": quote.speaker_as_printed,
        "cue": quote.cue,
        "review": quote.review,
    }


def _statement(
    number: int,
    statement: Statement,
    texts: Sequence[str],
    ids: Sequence[int | str],
    quote_ids: Mapping[tuple[int, int], int],
) -> Json:
    return {
        "id": number,
        "speaker": statement.speaker,
        "readings": [
            {
                **_passage(reading, texts[reading.article], ids[reading.article]),
                "quote": None if reading.quote is None else quote_ids[reading.article, reading.quote],
                "kind": reading.kind,
            }
            for reading in statement.readings
            if not reading.suggested
        ],
    }


def _entity(
    entity: StoryEntity, given: Sequence[StoryRole], texts: Sequence[str], ids: Sequence[int | str]
) -> Json:
    forms = Counter((mention.article, mention.of(texts[mention.article])) for mention in entity.mentions)
    return {
        "name": entity.name,
        "kind": entity.kind,
        "forms": [
            {"article": ids[article], "text": text, "count": count}
            for (article, text), count in sorted(forms.items(), key=lambda item: (item[0][0], -item[1]))
        ],
        "roles": [_passage(one.role, texts[one.article], ids[one.article]) for one in given],
    }


def _figures(subject: FigureSubject, witnesses: Sequence[Witness], ids: Sequence[int | str]) -> Json:
    return {"subject": subject.subject, "readings": list(_figure_readings(subject, witnesses, ids))}


def _figure_readings(
    subject: FigureSubject, witnesses: Sequence[Witness], ids: Sequence[int | str]
) -> Iterator[Json]:
    for reading in subject.readings:
        analysis = witnesses[reading.article].analysis
        figure = analysis.figures[reading.figure]
        yield {
            **_passage(reading, analysis.text, ids[reading.article]),
            "value": _number(figure.value),
            "unit": figure.unit,
            "qualifier": figure.qualifier,
        }


def _discrepancy(
    number: int, discrepancy: Discrepancy, status: str, texts: Sequence[str], ids: Sequence[int | str]
) -> Json:
    return {
        "id": number,
        "kind": discrepancy.kind,
        "severity": discrepancy.severity,
        "verdict": discrepancy.verdict,
        "status": status,
        "summary": discrepancy.summary,
        "readings": [
            _passage(evidence, texts[evidence.article], ids[evidence.article])
            for evidence in discrepancy.readings
        ],
    }


def _passage(passage: Passage, text: str, article: int | str) -> Json:
    return {"article": article, "start": passage.start, "end": passage.end, "text": passage.of(text)}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
