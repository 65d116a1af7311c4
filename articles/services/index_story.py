"""A story's words become findable: those of its readings, and those of its articles.

A comparison writes readings anew, and so their words too; words of a reading or an article that is gone went
with it. Three kinds of words are kept apart, so that what one search finds twice is shown once:

    Mark Smith resigned on Friday.                      the article's own words
    “I can no longer carry out my duties,” he wrote.    a reading, found with its sentence and its speaker
    Skip to main content                                omitted, and never found
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef

from articles.analysis.passages import Passage
from articles.analysis.search_words import folded, folded_passages
from articles.models import ArticleWords, Omission, Reading, ReadingWords, Revision, Story

_Part = ArticleWords.Part

_INDEXED_BYTES = 200_000
"""The database refuses a vector of more than a mebibyte; each word may take twice its bytes there."""


def index_story(story: Story, *, revisions: Sequence[Revision]) -> None:
    """Make the story findable by the words of its readings and of these revisions, its current ones."""
    texts = {revision.pk: revision.text for revision in revisions}
    readings = _indexed_readings(story, texts)
    ReadingWords.objects.filter(reading__statement__story=story).delete()
    ReadingWords.objects.bulk_create(
        [words_of_reading(reading, text=texts[reading.revision_id]) for reading in readings], batch_size=500
    )
    omitted = defaultdict(list)
    for omission in Omission.objects.filter(revision__in=texts):
        omitted[omission.revision_id].append(Passage(start=omission.start, end=omission.end))
    said = defaultdict(list)
    for reading in readings:
        said[reading.revision_id].append(sentence_of(reading))
    ArticleWords.objects.filter(revision__article__story=story).delete()
    ArticleWords.objects.bulk_create(
        words_of_article(revision, part=part, without=without)
        for revision in revisions
        for part, without in [
            (_Part.WHOLE, omitted[revision.pk]),
            (_Part.OWN, omitted[revision.pk] + said[revision.pk]),
        ]
    )


def _indexed_readings(story: Story, revisions: Iterable[int]) -> list[Reading]:
    """Return the readings without those suggested ones that surely stand in another row."""
    elsewhere = Reading.objects.filter(
        revision=OuterRef("revision"), start__lt=OuterRef("end"), end__gt=OuterRef("start"), suggested=False
    )
    readings = Reading.objects.filter(statement__story=story, revision__in=revisions)
    return list(readings.exclude(Exists(elsewhere), suggested=True).select_related("statement", "quote"))


def words_of_reading(reading: Reading, *, text: str) -> ReadingWords:
    """Return the words of a reading, whose revision has this text. A suggested one is not yet the row's."""
    quote = reading.quote
    speaker = reading.statement.speaker
    if reading.suggested:
        speaker = quote.speaker if quote else ""
    names = dict.fromkeys([speaker, quote.speaker_as_printed if quote else ""])
    return ReadingWords(
        reading=reading,
        words=_cut(folded(text[reading.start : reading.end])),
        sentence=f" {_cut(folded(sentence_of(reading).of(text)))} ",
        names=folded(" / ".join(names)),
    )


def words_of_article(
    revision: Revision, *, part: ArticleWords.Part, without: Iterable[Passage]
) -> ArticleWords:
    """Return the words of a revision outside certain passages."""
    passages = rest_of(revision.text, without)
    return ArticleWords(
        revision=revision,
        part=part,
        passages=[[passage.start, passage.end] for passage in passages],
        words=f" {_cut(folded_passages(revision.text, passages))} ",
    )


def sentence_of(reading: Reading) -> Passage:
    """Return the reading with the sentence around it."""
    return Passage(start=min(reading.start, reading.context_start), end=max(reading.end, reading.context_end))


def rest_of(text: str, without: Iterable[Passage]) -> list[Passage]:
    """Return the passages of the text that lie outside the ones given and hold a word."""
    rest = []
    start = 0
    for passage in sorted(without, key=lambda passage: passage.start):
        rest.append((start, passage.start))
        start = max(start, passage.end)
    rest.append((start, len(text)))
    return [Passage(start=start, end=end) for start, end in rest if start < end and folded(text[start:end])]


def _cut(words: str) -> str:
    """Return as many of the words as the index can hold, which is all of them but in a book."""
    encoded = words.encode()
    if len(encoded) <= _INDEXED_BYTES:
        return words
    return encoded[:_INDEXED_BYTES].decode(errors="ignore").rpartition(" ")[0]
