"""Which stories the front page shows, and in which order."""

from dataclasses import dataclass
from urllib.parse import urlencode

from articles.models import Story
from articles.querysets import StoryQuerySet

ORDERS = {
    "changed": "Last changed",
    "published": "Newest",
    "outlets": "Most outlets",
    "open": "Most open discrepancies",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesWanted:
    """The choices of the front page. ``outlet`` is a key, ``order`` one of ORDERS."""

    words: str = ""
    outlet: int | None = None
    serious: bool = False
    order: str = "changed"

    @property
    def filters(self) -> bool:
        """Say whether any choice hides stories."""
        return bool(self.words or self.outlet or self.serious)

    def address(self, **but: object) -> str:
        """Return the query of the address with some choices changed; what is usual is left out."""
        held = {
            "words": self.words,
            "outlet": self.outlet or "",
            "serious": "1" if self.serious else "",
            "order": "" if self.order == "changed" else self.order,
            **but,
        }
        return f"?{urlencode({name: value for name, value in held.items() if value})}"


def wanted_stories(wanted: StoriesWanted) -> StoryQuerySet:
    """Return the stories that fit, in the order asked for, with their counts."""
    stories: StoryQuerySet = Story.objects.telling(wanted.words)
    if wanted.outlet:
        stories = stories.printed_by(wanted.outlet)
    if wanted.serious:
        stories = stories.with_serious()
    stories = stories.with_counts()
    if wanted.order == "published":
        return stories.latest_published_first()
    if wanted.order == "outlets":
        return stories.order_by("-outlet_count", "-updated_at", "-pk")
    if wanted.order == "open":
        return stories.order_by("-open_count", "-serious_count", "-updated_at", "-pk")
    return stories.newest_first()
