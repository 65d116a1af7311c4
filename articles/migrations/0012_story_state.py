from django.db import migrations

from articles.models.story_triggers import state_function


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_evidence_lacking"),
    ]

    operations = [
        state_function(),
    ]
