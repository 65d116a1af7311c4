"""The rows of the comparison keep their ids while what they say recurs."""

import pytest

from articles.analysis.alignment import Reading as ReadReading
from articles.analysis.alignment import Statement as ReadStatement
from articles.analysis.passages import Passage
from articles.analysis.pipeline import Analysis, Comparison, Witness
from articles.models import Revision, Statement, Story
from articles.services.revise_article import revise_article
from articles.services.store_statements import store_statements
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

CLOSE = "We close the depots."
PITY = "It is a pity."
HELP = "We help the staff."


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    for outlet in ("Gazette", "Courier"):
        make_article(story, outlet, text=f"{CLOSE} {PITY} {HELP}")
    return story


def store(story: Story, *statements: tuple[str, list[tuple[int, str]]]) -> None:
    """Store statements: a speaker, and the words that the article of this index prints."""
    revisions = list(Revision.objects.filter(is_current=True).order_by("article__position"))
    read = tuple(
        ReadStatement(
            speaker=speaker or None,
            readings=tuple(_reading(article, revisions[article].text, words) for article, words in readings),
        )
        for speaker, readings in statements
    )
    comparison = Comparison(
        statements=read, tables=(None,) * len(read), entities=(), subjects=(), discrepancies=()
    )
    witnesses = [_witness(revision) for revision in revisions]
    store_statements(comparison, story=story, revisions=revisions, witnesses=witnesses)


def _reading(article: int, text: str, words: str) -> ReadReading:
    start = text.index(words)
    place = Passage(start=start, end=start + len(words))
    return ReadReading(
        article=article, start=place.start, end=place.end, quote=None, context=place, kind="verbatim",
        similarity=0.5,
    )  # fmt: skip


def _witness(revision: Revision) -> Witness:
    nothing = dict.fromkeys(("omitted", "quotes", "entities", "figures", "dates", "units", "warnings"), ())
    analysis = Analysis(text=revision.text, published=None, **nothing)  # type: ignore[arg-type]
    return Witness(id=str(revision.pk), outlet="", published=None, analysis=analysis)


def ids(story: Story) -> list[int]:
    return list(story.statements.order_by("position").values_list("pk", flat=True))


def test_it_stores_statements_in_order_with_their_readings(story: Story) -> None:
    store(story, ("Ada Low", [(0, CLOSE), (1, CLOSE)]), ("", [(1, PITY)]))

    first, second = story.statements.all()
    assert (first.speaker, second.speaker) == ("Ada Low", "")
    assert [reading.text for reading in first.readings.select_related("revision")] == [CLOSE, CLOSE]
    assert [reading.position for reading in first.readings.all()] == [0, 1]
    assert [reading.revision.article.outlet.name for reading in second.readings.all()] == ["Courier"]


def test_the_same_statements_in_another_order_keep_their_ids(story: Story) -> None:
    store(story, ("Ada Low", [(0, CLOSE)]), ("Ada Low", [(0, PITY)]), ("Ada Low", [(1, HELP)]))
    close, pity, help_ = ids(story)
    store(story, ("Ada Low", [(1, HELP)]), ("Ada Low", [(0, CLOSE), (1, CLOSE)]), ("Ada Low", [(0, PITY)]))

    assert ids(story) == [help_, close, pity]


def test_of_two_parts_the_larger_keeps_the_id(story: Story) -> None:
    store(story, ("Ada Low", [(0, f"{CLOSE} {PITY}")]))
    (whole,) = ids(story)
    store(story, ("Ada Low", [(0, PITY)]), ("Ada Low", [(0, CLOSE)]))

    assert ids(story)[1] == whole
    assert Statement.objects.count() == 2


def test_a_statement_that_is_gone_is_deleted_and_a_new_one_has_a_new_id(story: Story) -> None:
    store(story, ("Ada Low", [(0, CLOSE)]))
    (close,) = ids(story)
    store(story, ("Ada Low", [(0, PITY)]))

    assert ids(story) != [close]
    assert Statement.objects.count() == 1


def test_a_row_keeps_its_id_where_a_new_revision_prints_the_same_words(story: Story) -> None:
    store(story, ("Ada Low", [(0, CLOSE)]), ("Ada Low", [(0, PITY)]))
    close, pity = ids(story)
    revise_article(f"Updated. {PITY} And more. {CLOSE}", article=story.articles.first())
    store(story, ("Ada Low", [(0, PITY)]), ("Ada Low", [(0, CLOSE)]))

    assert ids(story) == [pity, close]


def test_no_statements_are_no_rows(story: Story) -> None:
    store(story, ("Ada Low", [(0, CLOSE)]))
    store(story)

    assert ids(story) == []
