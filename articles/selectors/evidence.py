"""The evidence of a discrepancy as an editor reads it: the differing words, marked in their own sentence.

One outlet prints “about 300 staff and 40 vehicles”, another “about 350 staff and 45 vehicles”. The evidence
is 300, 40, 350 and 45; shown are two sentences, each under its outlet, with two words marked in each.

What the comparison leaves out of a text is not shown around evidence either. Of the sentence

    date 2024-08-19 A British diplomat has resigned.

the first two words are front matter, and “A British diplomat has resigned.” is shown.

Where an outlet leaves words out, its evidence is the words beside the place. Of “to flee to”, which another
prints after “no safe quarter”, it is “quarter”: that side is said to lack the words, not to print “quarter”.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from articles.analysis.passages import Passage, paragraphs, sentences
from articles.models import Evidence, Reading, Revision, Statement
from articles.selectors.marked_text import Mark, Run, cut


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSentence:
    """The sentence of one article in which differing words stand; ``start`` and ``end`` are the first ones'.

    ``revision`` is the number of the text it was found in where that is not the current one. ``statement``
    and ``row`` name the row of the comparison that carries them, by key and by number from 1. ``lacking``
    tells that the marked words are those beside a place where the article prints nothing.
    """

    article: int
    outlet: str
    published: date | None
    paragraph: int
    start: int
    end: int
    revision: int | None
    statement: int | None
    row: int | None
    lacking: bool
    runs: tuple[Run, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Return the marked words, without line breaks."""
        return tuple(" ".join(run.text.split()) for run in self.runs if run.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The outlets that print the same differing words or, as ``lacking`` tells, lack them.

    ``words`` are printed as the first of them does; of those that lack them, they are the words beside.
    """

    words: tuple[str, ...]
    outlets: tuple[str, ...]
    lacking: bool
    evidence: tuple[EvidenceSentence, ...]


def sides(evidence: Iterable[EvidenceSentence]) -> tuple[Side, ...]:
    """Return who stands against whom, those who lack the words last."""
    alike: dict[object, list[EvidenceSentence]] = {}
    for one in evidence:
        alike.setdefault(one.lacking or tuple(word.casefold() for word in one.words), []).append(one)
    found = [
        Side(
            words=group[0].words,
            outlets=tuple(dict.fromkeys(one.outlet for one in group)),
            lacking=group[0].lacking,
            evidence=tuple(group),
        )
        for group in alike.values()
    ]
    return tuple(sorted(found, key=lambda side: side.lacking))


class SentenceFinder:
    """Finds sentences in one revision, cutting each of its paragraphs only once.

    ``omitted`` are the passages that are no part of the article.
    """

    def __init__(self, text: str, *, omitted: Sequence[Passage] = ()) -> None:
        self._text = text
        self._omitted = omitted
        self._paragraphs = paragraphs(text)
        self._ends = [paragraph.end for paragraph in self._paragraphs]
        self._sentences: dict[int, tuple[Passage, ...]] = {}

    def around(self, passage: Passage) -> tuple[int, Passage]:
        """Return the number of the passage's paragraph, and the sentence around it or sentences it spans.

        The sentence ends where an omitted passage before or after the words begins or ends.
        """
        first, last = self._paragraph_at(passage.start), self._paragraph_at(passage.end - 1)
        touched = [
            sentence
            for index in range(first, last + 1)
            for sentence in self._sentences_of(index)
            if sentence.overlaps(passage)
        ]
        start = min([passage.start, *(sentence.start for sentence in touched)])
        end = max([passage.end, *(sentence.end for sentence in touched)])
        return first + 1, self._without_omitted(Passage(start=start, end=end), kept=passage)

    def _without_omitted(self, sentence: Passage, *, kept: Passage) -> Passage:
        """Return what of a sentence is the article's own, on both sides of the words to be kept."""
        touching = [passage for passage in self._omitted if passage.overlaps(sentence)]
        start = max([sentence.start, *(one.end for one in touching if one.end <= kept.start)])
        end = min([sentence.end, *(one.start for one in touching if one.start >= kept.end)])
        before, after = self._text[start : kept.start], self._text[kept.end : end]
        return Passage(start=kept.start - len(before.lstrip()), end=kept.end + len(after.rstrip()))

    def _paragraph_at(self, offset: int) -> int:
        return min(bisect_right(self._ends, offset), len(self._ends) - 1)

    def _sentences_of(self, index: int) -> tuple[Passage, ...]:
        if index not in self._sentences:
            self._sentences[index] = sentences(self._text, self._paragraphs[index])
        return self._sentences[index]


class EvidenceReader:
    """Sets evidence into its sentences. Its revisions come with their article, outlet and omissions loaded.

    The readings are those of the same revisions, with their statements; they tell the rows.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._finders: dict[int, SentenceFinder] = {}
        self._readings: dict[int, list[Reading]] = defaultdict(list)
        for reading in readings:
            self._readings[reading.revision_id].append(reading)

    def read(self, evidence: Iterable[Evidence]) -> tuple[EvidenceSentence, ...]:
        """Return the sentences in the order of the evidence, one for all the words that share it."""
        together: dict[tuple[int, int, Passage], list[Evidence]] = {}
        for one in evidence:
            number, sentence = self._finder(one.revision).around(Passage(start=one.start, end=one.end))
            together.setdefault((one.revision_id, number, sentence), []).append(one)
        return tuple(
            _evidence_sentence(sharing, number=number, sentence=sentence, carrying=self._carrying(sharing[0]))
            for (_, number, sentence), sharing in together.items()
        )

    def _carrying(self, evidence: Evidence) -> Statement | None:
        """Return the statement whose reading holds the words; the shortest reading says it best."""
        holding = [
            reading
            for reading in self._readings[evidence.revision_id]
            if reading.start <= evidence.start and evidence.end <= reading.end
        ]
        shortest = min(holding, key=lambda reading: reading.end - reading.start, default=None)
        return shortest.statement if shortest else None

    def _finder(self, revision: Revision) -> SentenceFinder:
        if revision.pk not in self._finders:
            omitted = [Passage(start=one.start, end=one.end) for one in revision.omissions.all()]
            self._finders[revision.pk] = SentenceFinder(revision.text, omitted=omitted)
        return self._finders[revision.pk]


def _evidence_sentence(
    evidence: Sequence[Evidence], *, number: int, sentence: Passage, carrying: Statement | None
) -> EvidenceSentence:
    first = evidence[0]
    revision = first.revision
    marks = [
        Mark(start=one.start, end=one.end, layer="differing", name="lacking" if one.lacking else "printed")
        for one in evidence
    ]
    return EvidenceSentence(
        article=revision.article_id,
        outlet=revision.article.outlet.name,
        published=revision.article.published,
        paragraph=number,
        start=first.start,
        end=first.end,
        revision=None if revision.is_current else revision.number,
        statement=carrying.pk if carrying else None,
        row=carrying.position + 1 if carrying else None,
        lacking=all(one.lacking for one in evidence),
        runs=cut(revision.text, within=sentence, marks=marks),
    )
