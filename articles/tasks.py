"""Work that may run behind the scenes: reading and comparing a story.

With ``NEWSROOM_ANALYSIS=inline`` it runs at once, in the process that asks. With ``worker`` it becomes a job
in the same database and the same transaction, so that a job of a transaction that rolls back never was. Jobs
of one story run one after the other. Each does what is left to do by then, so a second run of a job does
nothing and a job whose worker was killed may simply run again.
"""

from django.conf import settings
from django.db import close_old_connections
from procrastinate import JobContext
from procrastinate.contrib.django import app

from articles.models import Story
from articles.services.bring_up_to_date import OnRead, bring_up_to_date, is_up_to_date, pass_over

_HEARTBEAT_LOST_AFTER = 30
"""Seconds without a sign of life after which a worker counts as dead."""


def refresh_story(story: Story, *, again: bool = False, on_read: OnRead = pass_over) -> bool:
    """Have a story read and compared. Return whether that is done; otherwise a worker will do it.

    ``again`` reads every article again. ``on_read`` is called after each one that was read here.
    """
    if settings.NEWSROOM_ANALYSIS == "worker":
        if again or not is_up_to_date(story):
            refresh_story_job.configure(lock=f"story-{story.pk}").defer(story_id=story.pk, again=again)
        return False
    bring_up_to_date(story, again=again, on_read=on_read)
    return True


@app.task(name="refresh_story", queue="analysis")
def refresh_story_job(*, story_id: int, again: bool = False) -> None:
    """Read and compare a story, unless it was deleted since."""
    close_old_connections()  # a worker lives for weeks, its database connections do not
    story = Story.objects.filter(pk=story_id).first()
    if story:
        bring_up_to_date(story, again=again)


@app.periodic(cron="* * * * *")
@app.task(name="retry_stalled_jobs", queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate passes it
    """Put back the jobs whose worker gives no sign of life any more."""
    stalled = await context.app.job_manager.get_stalled_jobs(seconds_since_heartbeat=_HEARTBEAT_LOST_AFTER)
    for job in stalled:
        await context.app.job_manager.retry_job(job)
