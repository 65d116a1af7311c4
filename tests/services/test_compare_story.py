"""A story is read and compared as a whole."""

import threading
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection

from articles.analysis import VERSION
from articles.models import Entity, Figure, FigureSubject, Quote, Reading, Revision, Statement, Story
from articles.services.add_article import ArticleFacts, add_article
from articles.services.analyse_revision import analyse_revision, stored_analysis
from articles.services.bring_up_to_date import bring_up_to_date, is_up_to_date
from articles.services.compare_story import NotRead, compare_story
from articles.services.correct_quote import correct_quote
from articles.services.outdate import outdate_reading, outdate_story
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

GAZETTE = (
    " date 2024-05-01 The minister will close six depots.\n\n"
    "“We close the depots before the summer, and nobody will lose a job,” said Ada Low, the minister.\n\n"
    "The closure of the depots will cost £576 million.\n"
)
COURIER = (
    "Depots are to shut.\n\n"
    "Ada Low said: “We shut the depots before the summer, and nobody will lose a job.”\n\n"
    "The closure of the depots will cost £574 million.\n"
)


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(story, "Gazette", text=GAZETTE, published=None)
    make_article(story, "Courier", text=COURIER)
    return story


def all_rows(story: Story) -> list[object]:
    """Return everything that a comparison stores, but for the keys that it may give anew."""
    return [
        list(story.statements.values_list("pk", "position", "speaker", "collation")),
        list(
            Reading.objects.filter(statement__story=story)
            .order_by("statement__position", "position")
            .values_list("statement", "revision", "start", "end", "kind", "quote")
        ),
        list(story.entities.order_by("pk").values_list("pk", "kind", "name")),
        list(story.discrepancies.values_list("pk", "fingerprint", "summary", "rank")),
        list(story.figure_subjects.values_list("subject", flat=True)),
        list(Quote.objects.order_by("pk").values_list("pk", "speaker", "start", "end")),
    ]


def test_it_stores_what_was_read_and_what_was_compared(story: Story) -> None:
    work = bring_up_to_date(story)

    assert (work.revisions_read, work.compared) == (2, True)
    gazette = Revision.objects.get(article__outlet__name="Gazette")
    assert gazette.analysis_version == VERSION
    assert str(gazette.article.published) == "2024-05-01"
    assert gazette.omissions.get().reason == "front matter"
    assert [str(figure.value.normalize()) for figure in gazette.figures.filter(unit="GBP")] == ["5.76E+8"]
    low = Entity.objects.get(name="Ada Low")
    assert {form.revision.article.outlet.name for form in low.forms.all()} == {"Gazette", "Courier"}
    shared = [row for row in story.statements.all() if row.readings.count() == 2 and row.speaker == "Ada Low"]
    assert len(shared) == 1
    assert shared[0].collation is not None
    assert {reading.quote.speaker for reading in shared[0].readings.all() if reading.quote} == {"Ada Low"}
    assert FigureSubject.objects.get().figures.count() == 2
    assert set(story.discrepancies.values_list("kind", flat=True)) >= {"wording", "figure"}
    for row in story.discrepancies.all():
        assert row.evidence.count() >= 2


def test_every_stored_passage_lies_in_its_text(story: Story) -> None:
    bring_up_to_date(story)

    for reading in Reading.objects.select_related("revision"):
        assert reading.context_start <= reading.start < reading.end <= reading.context_end
        assert reading.context_end <= len(reading.revision.text)


def test_what_is_stored_is_what_was_read(story: Story) -> None:
    revision = Revision.objects.get(article__outlet__name="Courier")
    analysis = analyse_revision(revision)

    assert stored_analysis(Revision.objects.get(pk=revision.pk)) == analysis


def test_comparing_again_changes_nothing(story: Story) -> None:
    bring_up_to_date(story)
    before = all_rows(story)
    compare_story(story)
    assert all_rows(story) == before

    bring_up_to_date(story, again=True)
    assert all_rows(story) == before


def test_what_is_up_to_date_is_left_alone(story: Story) -> None:
    assert not is_up_to_date(story)
    bring_up_to_date(story)
    assert is_up_to_date(story)

    work = bring_up_to_date(story)
    assert (work.revisions_read, work.compared) == (0, False)


def test_a_new_article_is_read_and_the_others_are_not_read_again(story: Story) -> None:
    bring_up_to_date(story)
    add_article(COURIER.replace("shut", "close"), story=story, facts=ArticleFacts(outlet="Herald"))

    work = bring_up_to_date(story)
    assert (work.revisions_read, work.compared) == (1, True)


@pytest.mark.parametrize("version", [None, VERSION - 1])
def test_what_another_version_read_is_read_again(story: Story, version: int | None) -> None:
    bring_up_to_date(story)
    Revision.objects.filter(article__outlet__name="Courier").update(analysis_version=version)

    assert not is_up_to_date(story)
    assert bring_up_to_date(story).revisions_read == 1


def test_an_outdated_story_is_compared_and_an_outdated_reading_read(story: Story) -> None:
    bring_up_to_date(story)
    outdate_story(story)
    assert bring_up_to_date(story).compared

    outdate_reading(story.articles.earliest("pk"))
    assert bring_up_to_date(story).revisions_read == 1


def test_a_story_is_not_compared_before_it_is_read(story: Story) -> None:
    with pytest.raises(NotRead, match="has not been read"):
        compare_story(story)

    assert Story.objects.get().compared_at is None


def test_a_story_without_articles_has_an_empty_comparison(db: None) -> None:
    story = make_story()
    bring_up_to_date(story)

    assert is_up_to_date(story)
    assert not story.statements.exists()


def test_a_corrected_speaker_is_the_speaker_of_the_statement(story: Story, editor: User) -> None:
    bring_up_to_date(story)
    for quote in Quote.objects.all():
        correct_quote(quote, editor=editor, speaker="Bea High", type="direct")

    assert [row.speaker for row in story.statements.all() if row.readings.count() == 2 and row.speaker] == [
        "Bea High"
    ]


def test_a_number_too_long_for_a_column_costs_only_its_row(story: Story) -> None:
    text = f"There were {'9' * 60} depots and 12 sheds."
    revision = make_article(story, "Herald", text=text).revisions.get()
    analyse_revision(revision)

    assert not Figure.objects.filter(revision=revision, value__gt=10**20).exists()


def test_a_failure_leaves_nothing_half_written(story: Story) -> None:
    bring_up_to_date(story)
    before = all_rows(story)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE articles_evidence ADD CONSTRAINT no CHECK (revision_id < 0) NOT VALID")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    with pytest.raises(DatabaseError):
        compare_story(story)
    assert all_rows(story) == before


@pytest.mark.django_db(transaction=True)
def test_two_comparisons_at_once_come_out_as_one_after_the_other() -> None:
    story = make_story()
    make_article(story, "Gazette", text=GAZETTE)
    make_article(story, "Courier", text=COURIER)
    bring_up_to_date(story)
    before = all_rows(story)
    errors: list[BaseException] = []

    def in_thread(work: Callable[[Story], object]) -> threading.Thread:
        def run() -> None:
            try:
                work(Story.objects.get(pk=story.pk))
            except BaseException as error:
                errors.append(error)
            finally:
                connection.close()

        return threading.Thread(target=run)

    threads = [in_thread(compare_story) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not errors
    assert all_rows(story) == before
    assert Statement.objects.filter(story=story).count() == len(before[0])  # type: ignore[arg-type]
