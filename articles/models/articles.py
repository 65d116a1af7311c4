"""What an outlet published, and the dated texts of it."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncDate

from articles.models.passages import PassageModel, ordered_offsets


class Article(models.Model):
    """What an outlet published about a story. Its text lives in its revisions."""

    class OutletBasis(models.TextChoices):
        STATED = "stated", "stated in the text"
        INFERRED = "inferred", "inferred from the published page"
        UNKNOWN = "unknown", "unknown"

    class Extent(models.TextChoices):
        FULL = "full", "full text"
        EXCERPT = "excerpt", "excerpt"
        TRUNCATED = "truncated", "cut off, for example by a paywall"

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="articles")
    outlet = models.ForeignKey("articles.Outlet", on_delete=models.PROTECT, related_name="articles")
    outlet_basis = models.CharField(
        max_length=20,
        choices=OutletBasis,
        default=OutletBasis.UNKNOWN,
        help_text="How we know that this outlet published it.",
    )
    title = models.CharField(
        max_length=500, blank=True, help_text="The printed headline, where there is one."
    )
    url = models.URLField(max_length=1000, blank=True, help_text="Where it was published.")
    source = models.CharField(
        max_length=500, blank=True, help_text="The file it was read from; empty for a pasted article."
    )
    published = models.DateField(null=True, blank=True, help_text="Day of publication, where known.")
    published_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Exact time of publication in UTC, where known. It tells who came first on one day.",
    )
    extent = models.CharField(
        max_length=20,
        choices=Extent,
        default=Extent.FULL,
        help_text="Whether we hold all of it. A gap in an excerpt reads “not in the text we hold”.",
    )
    copy_of = models.ForeignKey(
        "articles.Outlet",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The outlet or agency whose report this is a copy of.",
    )
    copy_note = models.CharField(max_length=300, blank=True, help_text="How it was copied or republished.")
    own_report = models.BooleanField(
        default=False, help_text="Its own report, whatever the machine takes its text for."
    )
    is_reference = models.BooleanField(
        default=False,
        help_text="A transcript, letter or press release to compare the outlets with; "
        "not an outlet's report.",
    )
    position = models.PositiveIntegerField(default=0, help_text="Order of the columns, lowest first.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "source"], condition=~Q(source=""), name="article_source_once_in_a_story"
            ),
            models.CheckConstraint(
                # The day is the outlet's own, which may be one off from that in UTC.
                condition=Q(published_at__isnull=True)
                | Q(
                    published__isnull=False,
                    published__gte=TruncDate("published_at") - timedelta(days=1),
                    published__lte=TruncDate("published_at") + timedelta(days=1),
                ),
                name="article_time_within_a_day_of_its_day",
                violation_error_message="The exact time is not on the day of publication.",
            ),
            models.CheckConstraint(
                condition=Q(copy_of__isnull=True) | Q(own_report=False),
                name="article_copy_or_own_report",
                violation_error_message="An article is a copy or its own outlet's report, not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.title or self.source or self.pk}"


class Revision(models.Model):
    """One dated text of an article, kept exactly as it came in."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(help_text="1 for the first text we held, then counting up.")
    text = models.TextField(help_text="The text as received. Newsroom never changes it.")
    text_hash = models.CharField(
        max_length=64, editable=False, help_text="SHA-256 of the text in UTF-8, hex."
    )
    is_current = models.BooleanField(default=True)
    language = models.CharField(
        max_length=3,
        default="en",
        editable=False,
        help_text="ISO 639 code of the language that the machine found. Only English is read.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    analysis = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="What the machine read, as articles.analysis wrote it.",
    )
    analysis_version = models.PositiveIntegerField(
        null=True, blank=True, editable=False, help_text="The articles.analysis.VERSION that read it."
    )
    analysed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once_in_an_article"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(is_current=True), name="one_current_revision_an_article"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="revision_text_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.article}, revision {self.number}"


class Omission(PassageModel):
    """A passage of a revision that is not the article: navigation, teasers, pull-quotes and the like."""

    class Reason(models.TextChoices):
        NAVIGATION = "navigation"
        TEASER = "teaser"
        SOURCE_LINE = "source line"
        PULL_QUOTE = "pull-quote"
        FRONT_MATTER = "front matter"

    reason = models.CharField(max_length=20, choices=Reason)

    class Meta:
        ordering = ["revision", "start"]
        constraints = [ordered_offsets()]

    def __str__(self) -> str:
        return f"{self.reason} at {self.start}"
