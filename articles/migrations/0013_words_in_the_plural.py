from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_story_state"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="articlewords",
            options={"verbose_name_plural": "article words"},
        ),
        migrations.AlterModelOptions(
            name="readingwords",
            options={"verbose_name_plural": "reading words"},
        ),
    ]
