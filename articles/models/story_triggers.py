"""Every writing to a table of a story leaves a mark at the story: by triggers, so that no way of writing can
forget it, be it a service, the admin panel, a bulk insert, a deletion that cascades or a line of SQL.

A table tells by a query which stories its changed rows belong to. In a migration:

    follow("articles_entity", "SELECT story_id FROM {rows}")
    follow("articles_entityform", "SELECT e.story_id FROM {rows} JOIN articles_entity e ON e.id = entity_id")

An update asks for the rows as they were and as they are, since a row may move to another story. The triggers
fire once a statement, however many rows it writes.
"""

from collections.abc import Iterable

from django.db.migrations import RunSQL

_FUNCTION = """
CREATE FUNCTION articles_mark_stories() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint[];
BEGIN
    EXECUTE 'SELECT array_agg(DISTINCT story) FILTER (WHERE story IS NOT NULL) FROM (' || TG_ARGV[0]
        || ') AS found (story)' INTO touched;
    IF touched IS NOT NULL THEN
        -- What another transaction is taking away or has just left is passed over: nobody waits here.
        DELETE FROM articles_storymark WHERE mark IN (
            SELECT mark FROM articles_storymark WHERE story_id = ANY (touched) FOR UPDATE SKIP LOCKED
        );
        INSERT INTO articles_storymark (story_id) SELECT id FROM articles_story WHERE id = ANY (touched);
    END IF;
    RETURN NULL;
END
$$
"""

_REFERENCING = {
    "INSERT": "NEW TABLE AS written",
    "UPDATE": "OLD TABLE AS were NEW TABLE AS written",
    "DELETE": "OLD TABLE AS written",
}
_BOTH = "(SELECT * FROM were UNION ALL SELECT * FROM written) AS written"


def mark_function() -> RunSQL:
    """Return the operation that makes the triggers' function."""
    return RunSQL(_FUNCTION, "DROP FUNCTION articles_mark_stories()")


def follow(table: str, stories: str, *, events: Iterable[str] = tuple(_REFERENCING)) -> RunSQL:
    """Return the operation that lets the table's writings mark stories.

    ``stories`` is a query for their keys; ``{rows}`` in it stands for the changed rows of the table.
    """
    forward, backward = [], []
    for event in events:
        query = stories.format(rows=_BOTH if event == "UPDATE" else "written")
        name = f"story_mark_{event.lower()}"
        forward.append(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {_REFERENCING[event]}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION articles_mark_stories('{query}')"
        )
        backward.append(f"DROP TRIGGER {name} ON {table}")
    return RunSQL(";\n".join(forward), ";\n".join(backward))


_STATE_FUNCTION = """
CREATE FUNCTION articles_story_state(asked text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- In this language, so that a connection plans the query once: planning takes longer than answering.
    RETURN (
        SELECT s.id || ' ' || (
            SELECT string_agg(mark::text, ' ' ORDER BY mark) FROM articles_storymark WHERE story_id = s.id
        ) FROM articles_story s WHERE s.slug = asked
    );
END
$$
"""


def state_function() -> RunSQL:
    """Return the operation that makes a function which tells the state of the story of a slug."""
    return RunSQL(_STATE_FUNCTION, "DROP FUNCTION articles_story_state(text)")
