"""What the search looks in: the words of readings and of articles, folded, and the database's index of them.

Kept by services.index_story, which writes them anew with every comparison; analysis.search_words folds.
They are tables of their own, so that whoever reads readings and revisions need not carry their words twice.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models


class ReadingWords(models.Model):
    """The words of one reading, of the sentence around it and of its speaker's name."""

    reading = models.OneToOneField(
        "articles.Reading", on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    words = models.TextField(help_text="The reading, folded.")
    sentence = models.TextField(
        help_text="The reading with the sentence around it, folded, and a space before and after."
    )
    names = models.TextField(help_text="Who says it, by full name and as printed, folded.")
    vector = models.GeneratedField(
        expression=SearchVector("words", weight="A", config="english")
        + SearchVector("sentence", weight="C", config="english")
        + SearchVector("names", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    names_vector = models.GeneratedField(
        expression=SearchVector("names", config="simple"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name_plural = "reading words"
        indexes = [
            GinIndex(fields=["vector"], name="readingwords_vector"),
            GinIndex(fields=["names_vector"], name="readingwords_names"),
        ]

    def __str__(self) -> str:
        return self.words


class ArticleWords(models.Model):
    """The words of one revision: all of them, or the outlet's own, outside every sentence of a reading."""

    class Part(models.TextChoices):
        WHOLE = "whole"
        OWN = "own"

    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="words")
    part = models.CharField(max_length=5, choices=Part)
    passages = models.JSONField(help_text="[start, end] of each passage of the revision's text, in order.")
    words = models.TextField(help_text="The passages, folded, and a space before and after.")
    vector = models.GeneratedField(
        expression=SearchVector("words", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name_plural = "article words"
        indexes = [GinIndex(fields=["vector"], name="articlewords_vector")]
        constraints = [
            models.UniqueConstraint(fields=["revision", "part"], name="article_words_once_for_a_part")
        ]

    def __str__(self) -> str:
        return f"{self.part} words of {self.revision_id}"
