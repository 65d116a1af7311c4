"""The quotation that leads into a story: the one that most of its outlets print, as one of them prints it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import RowNumber, Substr

from articles.models import Reading, Statement, Story

SHORTEST = 30
"""Characters below which a quotation says little by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A quotation, the key of its statement, and how many outlets print the statement."""

    statement: int
    speaker: str
    text: str
    outlets: int


def read_leads(stories: Iterable[Story]) -> dict[int, Lead]:
    """Return a lead for each story that quotes somebody by name, by the story's key, in one query."""
    quoted = (
        Reading.objects.filter(
            statement=OuterRef("pk"),
            kind=Reading.Kind.VERBATIM,
            suggested=False,
            revision__is_current=True,
            end__gte=F("start") + SHORTEST,
        )
        .order_by("position")
        .annotate(printed=Substr("revision__text", F("start") + Value(1), F("end") - F("start")))
    )
    statements = (
        Statement.objects.filter(story__in=stories, readings__suggested=False)
        .exclude(speaker="")
        .order_by()
        .annotate(
            outlets=Count(
                "readings__revision__article__outlet",
                distinct=True,
                filter=Q(readings__revision__article__is_reference=False),
            ),
            quoted=Subquery(quoted.values("pk")[:1]),
        )
        .filter(quoted__isnull=False)
        .annotate(place=Window(RowNumber(), partition_by="story", order_by=[F("outlets").desc(), "position"]))
        .filter(place=1)
        .annotate(lead=Subquery(quoted.values("printed")[:1]))
    )
    return {
        story: Lead(statement=key, speaker=speaker, text=" ".join(text.split()), outlets=outlets)
        for story, key, speaker, text, outlets in statements.values_list(
            "story", "pk", "speaker", "lead", "outlets"
        )
    }
