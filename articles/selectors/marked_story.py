"""A story with the mark of its state: the least that one has to read to know whether anything changed."""

from dataclasses import dataclass
from typing import Any

from django.db import OperationalError, connection
from psycopg import Connection
from psycopg import Error as DriverError
from psycopg.pq import ExecStatus

from articles.models import Story

_QUERY = """
SELECT s.id, s.slug, s.title,
    (SELECT string_agg(mark::text, ' ' ORDER BY mark) FROM articles_storymark WHERE story_id = s.id)
FROM articles_story s WHERE s.slug = %s
"""
_STATE = b"SELECT articles_story_state($1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedStory:
    """A story and the name of its state, which is another one after every change. See StoryMark."""

    story: Story
    mark: str


def marked_story(slug: str) -> MarkedStory | None:
    """Return the story of this slug, in one small query; None where there is none.

    Its fields beside slug and title are read when they are asked for.
    """
    try:
        row = _row(slug)
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        row = _row(slug)
    if row is None:
        return None
    story = Story.from_db(connection.alias, ["id", "slug", "title"], row[:3])
    return MarkedStory(story=story, mark=f"{story.pk} {row[3]}")


def is_still_marked(slug: str, *, mark: str) -> bool:
    """Say whether the story of this slug is in the state that the mark names. Where the database does not
    answer it says no.

    Asks the database driver itself: to ask through its cursors and Django's takes as long as the answer.
    """
    connection.ensure_connection()
    driver: Connection[Any] = connection.connection
    try:
        found = driver.pgconn.exec_params(_STATE, [slug.encode()])
    except DriverError:
        return False
    return found.status == ExecStatus.TUPLES_OK and found.get_value(0, 0) == mark.encode()


def _row(slug: str) -> tuple[int, str, str, str | None] | None:
    # This query, the first of most requests, tells itself whether a kept connection still lives: to ask that
    # first would take as long again.
    connection.health_check_done = True  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [slug])
        row: tuple[int, str, str, str | None] | None = cursor.fetchone()
    return row
