"""Work behind the scenes."""

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from articles.models import Revision, Story
from articles.services.bring_up_to_date import is_up_to_date
from articles.tasks import refresh_story, refresh_story_job, retry_stalled_jobs
from tests.factories import make_article, make_story
from tests.own_process import manage

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "“We close the depots before the summer,” said Ada Low, the minister."


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(story, "Gazette", text=TEXT)
    make_article(story, "Courier", text=TEXT.replace("close", "shut"))
    return story


@pytest.fixture
def with_worker(settings: Settings) -> None:
    settings.NEWSROOM_ANALYSIS = "worker"


@pytest.fixture(autouse=True)
def no_jobs(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def jobs() -> QuerySet[ProcrastinateJob]:
    return ProcrastinateJob.objects.filter(task_name="refresh_story")


def work() -> None:
    """Do all that waits, in a worker's process."""
    manage("procrastinate", "worker", "--one-shot")


def test_inline_a_story_is_read_at_once(story: Story) -> None:
    assert refresh_story(story)

    assert is_up_to_date(story)
    assert not jobs().exists()


def test_with_a_worker_a_job_waits_and_the_worker_does_it(story: Story, with_worker: None) -> None:
    assert not refresh_story(story)
    assert not is_up_to_date(story)
    job = jobs().get()
    assert (job.task_name, job.lock, job.status) == ("refresh_story", f"story-{story.pk}", "todo")

    work()
    assert jobs().get().status == "succeeded"
    assert is_up_to_date(story)
    assert story.statements.exists()


def test_a_job_of_a_transaction_that_rolls_back_never_was(story: Story, with_worker: None) -> None:
    with transaction.atomic():
        refresh_story(story)
        assert jobs().exists()
        transaction.set_rollback(True)

    assert not jobs().exists()


def test_a_second_run_of_a_job_does_nothing(story: Story) -> None:
    refresh_story_job(story_id=story.pk)
    read_at = list(Revision.objects.values_list("analysed_at", flat=True))
    compared_at = Story.objects.get().compared_at
    refresh_story_job(story_id=story.pk)

    assert list(Revision.objects.values_list("analysed_at", flat=True)) == read_at
    assert Story.objects.get().compared_at == compared_at


def test_a_job_whose_story_was_deleted_is_done(story: Story) -> None:
    gone = story.pk
    story.delete()

    refresh_story_job(story_id=gone)


def test_a_job_whose_worker_was_killed_runs_again(story: Story, with_worker: None) -> None:
    refresh_story(story)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) "
            "VALUES (now() - interval '1 hour') RETURNING id"
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [cursor.fetchone()[0]]
        )
    retry_stalled_jobs.defer(timestamp=0)
    work()

    assert jobs().get().status == "succeeded"
    assert is_up_to_date(story)
