import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Func

from articles.models.story_triggers import follow, mark_function

OF_ARTICLE = "SELECT a.story_id FROM {rows} JOIN articles_article a ON a.id = written.article_id"
OF_REVISION = (
    "SELECT a.story_id FROM {rows} JOIN articles_revision r ON r.id = written.revision_id"
    " JOIN articles_article a ON a.id = r.article_id"
)
OF_ENTITY = "SELECT e.story_id FROM {rows} JOIN articles_entity e ON e.id = written.entity_id"
OF_STATEMENT = "SELECT s.story_id FROM {rows} JOIN articles_statement s ON s.id = written.statement_id"
OF_DISCREPANCY = "SELECT d.story_id FROM {rows} JOIN articles_discrepancy d ON d.id = written.discrepancy_id"
OWN = "SELECT written.story_id FROM {rows}"

# An alias of no story holds in all of them.
OF_ALIAS = "SELECT s.id FROM {rows} JOIN articles_story s ON s.id = written.story_id OR written.story_id IS NULL"
OF_OUTLET = "SELECT a.story_id FROM {rows} JOIN articles_article a ON written.id IN (a.outlet_id, a.copy_of_id)"

# Pages name the editor of a decision. That somebody signed in, which is kept in the same row, they do not tell.
OF_EDITOR = """
SELECT d.story_id FROM renamed
JOIN articles_decision ON articles_decision.editor_id = renamed.id
JOIN articles_discrepancy d ON d.id = articles_decision.discrepancy_id
UNION ALL
SELECT a.story_id FROM renamed
JOIN articles_readingdecision ON articles_readingdecision.editor_id = renamed.id
JOIN articles_revision r ON r.id = articles_readingdecision.revision_id
JOIN articles_article a ON a.id = r.article_id
"""
RENAMED = (
    "WITH renamed AS (SELECT written.id FROM written JOIN were ON were.id = written.id"
    " WHERE (were.username, were.first_name, were.last_name)"
    " IS DISTINCT FROM (written.username, written.first_name, written.last_name))"
)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0008_article_published_at"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoryMark",
            fields=[
                (
                    "mark",
                    models.UUIDField(
                        db_default=Func(function="gen_random_uuid", output_field=models.UUIDField()),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Without a constraint: that would lock the story's row, and writers would wait.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.story",
                    ),
                ),
            ],
        ),
        mark_function(),
        follow("articles_story", "SELECT written.id FROM {rows}"),
        follow("articles_article", OWN),
        follow("articles_revision", OF_ARTICLE),
        follow("articles_omission", OF_REVISION),
        follow("articles_quote", OF_REVISION),
        follow("articles_origin", OF_REVISION),
        follow("articles_figure", OF_REVISION),
        follow("articles_figuresubject", OWN),
        follow("articles_entity", OWN),
        follow("articles_entityform", OF_ENTITY),
        follow("articles_entityrole", OF_ENTITY),
        follow("articles_statement", OWN),
        follow("articles_reading", OF_STATEMENT),
        follow("articles_readingdecision", OF_REVISION),
        follow("articles_discrepancy", OWN),
        follow("articles_evidence", OF_DISCREPANCY),
        follow("articles_decision", OF_DISCREPANCY),
        follow("articles_alias", OF_ALIAS),
        follow("articles_outlet", OF_OUTLET),
        follow("auth_user", RENAMED + OF_EDITOR, events=["UPDATE"]),
        migrations.RunSQL(
            "INSERT INTO articles_storymark (story_id) SELECT id FROM articles_story", migrations.RunSQL.noop
        ),
    ]
