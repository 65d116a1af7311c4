"""Names, roles and quotes that outlets print, written straight to the database."""

from articles.models import Article, Discrepancy, Entity, EntityForm, EntityRole, Evidence, Quote, Story
from tests.factories import make_article, make_story


def make_name(story: Story, name: str, *printed: tuple[Article, str], kind: str = "person") -> Entity:
    """Return a name with the forms that these articles already print, each at its first place."""
    entity = Entity.objects.create(story=story, name=name, kind=kind)
    for article, text in printed:
        revision = article.revisions.get(is_current=True)
        EntityForm.objects.create(
            entity=entity, revision=revision, text=text, starts=[revision.text.index(text)]
        )
    return entity


def give_role(entity: Entity, article: Article, words: str) -> EntityRole:
    """Return a role that the article already prints in these words."""
    return EntityRole.objects.create(entity=entity, **_place(article, words))


def quote_words(
    article: Article, words: str, *, speaker: str, kind: str = "direct", **fields: object
) -> Quote:
    """Return a quote of words that the article already prints, between marks unless it is indirect."""
    place = _place(article, words)
    segments = [] if kind == "indirect" else [[place["start"], place["end"]]]
    return Quote.objects.create(type=kind, segments=segments, speaker=speaker, **place, **fields)


def find_conflict(
    story: Story, kind: str, *evidence: tuple[Article, str], status: str = "open"
) -> Discrepancy:
    """Return a discrepancy of names or roles with this evidence."""
    rank = story.discrepancies.count()
    discrepancy = Discrepancy.objects.create(
        story=story,
        kind=kind,
        severity="medium",
        status=status,
        summary="It is printed in different ways.",
        rank=rank,
        fingerprint=f"{story.slug} {rank}",
    )
    for article, words in evidence:
        Evidence.objects.create(discrepancy=discrepancy, **_place(article, words))
    return discrepancy


def make_talking_story() -> Story:
    """Return a story whose outlets spell Lammy and Lamy, disagree on Low's office, and quote unevenly."""
    story = make_story()
    gazette = make_article(
        story,
        "Gazette",
        text="Mr Lammy met Ada Low, deputy mayor, in Oslo.\nLow: We close all ten depots now.\nLammy: Good.\n"
        "Police said it was calm.",
    )
    courier = make_article(
        story, "Courier", text="Lamy met Ada Low, the mayor.\nLow: We close now.\nHe said: Never again."
    )
    herald = make_article(story, "Herald", text="Low: We close all ten depots now.", copy_of="Gazette")
    make_name(story, "David Lammy", (gazette, "Mr Lammy"), (courier, "Lamy"))
    low = make_name(story, "Ada Low", (gazette, "Ada Low"), (courier, "Ada Low"), (herald, "Low"))
    make_name(story, "Oslo", (gazette, "Oslo"), kind="place")
    make_name(story, "Depot Union", (gazette, "depots"), kind="organisation")
    give_role(low, gazette, "deputy mayor")
    give_role(low, courier, "mayor")
    find_conflict(story, "name", (gazette, "Lammy"), (courier, "Lamy"))
    find_conflict(story, "role", (gazette, "deputy mayor"), (courier, "mayor"))
    quote_words(gazette, "We close all ten depots now.", speaker="Ada Low", speaker_as_printed="Low")
    quote_words(gazette, "Good.", speaker="David Lammy")
    quote_words(gazette, "it was calm", speaker="Police", kind="indirect")
    quote_words(courier, "We close now.", speaker="Low", review=True)
    quote_words(courier, "Never again.", speaker="", speaker_as_printed="He")
    quote_words(herald, "We close all ten depots now.", speaker="Ada Low")
    return story


def _place(article: Article, words: str) -> dict[str, object]:
    revision = article.revisions.get(is_current=True)
    start = revision.text.index(words)
    return {"revision": revision, "start": start, "end": start + len(words)}
