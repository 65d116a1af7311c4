"""Where outlets agree on the words and not on how they were said.

    A   “We knew,” she said.                   B   “We knew,” she admitted.
        cue: “said” in A, “admitted” in B

A cue counts when it judges what was said: "claimed" doubts it, "admitted" takes it as true and damaging.
"Added" and "told" do not. Where one outlet's speaker denies what another's admits, they contradict each
other. An outlet that prints both, in the lead and below, takes no part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.analysis.alignment import Reading, Statement
from articles.analysis.discrepancies import Discrepancy, Evidence
from articles.analysis.outlet_sentences import each_prints
from articles.analysis.passages import Passage, tokens
from articles.analysis.quotes import Quote

_LOADED = frozenset(
    "claim claims claimed claiming allege alleges alleged alleging purport purports purported "
    "insist insists insisted insisting admit admits admitted admitting concede concedes conceded "
    "conceding confess confesses confessed confessing boast boasts boasted boasting brag brags bragged "
    "bragging threaten threatens threatened threatening fume fumes fumed fuming rant rants ranted".split()
)
"""Forms of verbs that judge what they report."""

_NEUTRAL = frozenset(
    "say says said saying tell tells told telling write writes wrote writing add adds added adding state "
    "states stated read reads post posts posted tweet tweets tweeted announce announces announced "
    "explain explains explained note notes noted continue continues continued conclude concludes "
    "concluded reply replies replied respond responds responded answer answers answered remark remarks "
    "remarked declare declares declared testify testifies testified".split()
)
"""Forms of verbs that only report."""

_ADMITTING = frozenset(
    "admit admits admitted admitting concede concedes conceded confess confesses confessed confirm confirms "
    "confirmed confirming acknowledge acknowledges acknowledged acknowledging".split()
)
_DENYING = frozenset("deny denies denied denying dispute disputes disputed reject rejects rejected".split())

_SIMILAR = 0.35
_SIMILAR_REPORTS = 0.6
"""So alike are readings of one statement; without marks they must be more so."""
_NEAR = 150
"""A cue outside the sentence stands at most so many characters from its quote."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb of saying as printed, with the quote that it announces."""

    article: int
    quote: int
    verb: str
    passage: Passage


def find(
    *,
    statements: Sequence[Statement],
    quotes: Sequence[Sequence[Quote]],
    texts: Sequence[str],
    outlets: Sequence[str],
) -> tuple[Discrepancy, ...]:
    """Return the differences of cue word, statement by statement; those of one quotation once.

    ``quotes``, ``texts`` and ``outlets`` belong to the articles that the readings call by their index.
    """
    found: dict[tuple[tuple[int, int], ...], Discrepancy] = {}
    for at, statement in enumerate(statements):
        cues = list(_cues(statement, quotes, texts))
        for judging, others, is_contradicted in (
            (_of_verbs(cues, _DENYING), _of_verbs(cues, _ADMITTING), True),
            (_of_verbs(cues, _LOADED), _of_verbs(cues, _NEUTRAL), False),
        ):
            both = {cue.article for cue in judging} & {cue.article for cue in others}
            judging = [cue for cue in judging if cue.article not in both]
            plain = [cue for cue in others if cue.article not in both]
            if judging and plain:
                key = tuple(sorted((cue.article, cue.quote) for cue in judging))
                found.setdefault(key, _discrepancy(at, [*judging, *plain], outlets, grave=is_contradicted))
    return tuple(found.values())


def _of_verbs(cues: Sequence[_Cue], verbs: frozenset[str]) -> list[_Cue]:
    return [cue for cue in cues if cue.verb.lower() in verbs]


def _cues(statement: Statement, quotes: Sequence[Sequence[Quote]], texts: Sequence[str]) -> Iterator[_Cue]:
    """Yield the verbs that announce a statement; one that others print inside the marks is the speaker's."""
    said = {
        token.norm
        for reading in statement.readings
        if reading.kind != "reported"
        for token in tokens(texts[reading.article], reading)
    }
    for reading in statement.readings:
        if reading.quote is None or reading.suggested:
            continue
        quote = quotes[reading.article][reading.quote]
        if reading.similarity < (_SIMILAR if quote.segments else _SIMILAR_REPORTS):
            continue
        if not quote.cue or (not quote.segments and quote.cue.lower() in said):
            continue
        if passage := _printed_cue(quote.cue, reading, quote, texts[reading.article]):
            yield _Cue(reading.article, reading.quote, quote.cue, passage)


def _printed_cue(cue: str, reading: Reading, quote: Quote, text: str) -> Passage | None:
    """Return where a quote's cue word is printed: in its sentence, else close to it."""
    pattern = re.compile(rf"\b{re.escape(cue)}\b", re.IGNORECASE)
    words = quote.segments or (quote,)
    for start, end in (
        (reading.context.start, reading.context.end),
        (quote.start - _NEAR, quote.end + _NEAR),
    ):
        found = pattern.finditer(text, max(0, start), min(len(text), end))
        places = [Passage(start=match.start(), end=match.end()) for match in found]
        outside = [place for place in places if not any(segment.overlaps(place) for segment in words)]
        if outside:
            return min(
                outside, key=lambda place: min(abs(place.start - reading.end), abs(place.end - reading.start))
            )
    return None


def _discrepancy(at: int, cues: Sequence[_Cue], outlets: Sequence[str], *, grave: bool) -> Discrepancy:
    once = {cue.article: cue for cue in reversed(cues)}
    ordered = [once[article] for article in sorted(once)]
    verbs = list(dict.fromkeys(cue.verb for cue in ordered))
    return Discrepancy(
        kind="cue",
        severity="high" if grave else "medium",
        verdict=None,
        summary=each_prints(
            [(verb, [outlets[cue.article] for cue in ordered if cue.verb == verb]) for verb in verbs]
        ),
        readings=tuple(
            Evidence(start=cue.passage.start, end=cue.passage.end, article=cue.article) for cue in ordered
        ),
        statement=at,
    )
