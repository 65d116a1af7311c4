"""A story with the mark of its state: the least that one has to read to know whether anything changed."""

from django.db import connection

from articles.models import Story

_QUERY = """
SELECT s.id, s.slug, s.title,
    (SELECT string_agg(mark::text, ' ' ORDER BY mark) FROM articles_storymark WHERE story_id = s.id)
FROM articles_story s WHERE s.slug = %s
"""


def marked_story(slug: str) -> tuple[Story, str] | None:
    """Return the story of this slug and the name of its state, in one small query; None where there is none.

    The story's other fields are read when they are asked for.
    """
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [slug])
        row = cursor.fetchone()
    if row is None:
        return None
    return Story.from_db(connection.alias, ["id", "slug", "title"], row[:3]), row[3] or ""
