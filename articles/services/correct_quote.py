"""An editor corrects what the machine read in a quote, and the story is compared again with it."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Quote
from articles.services.compare_story import compare_story


@transaction.atomic
def correct_quote(
    quote: Quote,
    *,
    editor: User,
    speaker: str,
    type: str,  # noqa: A002 - the domain's word
    review: bool = False,
) -> Quote:
    """Set whose words a quote holds, of which type, and whether it still needs a look; keep who and when.

    An empty speaker says that nobody knows. A correction outlives every later analysis. Raises NotRead
    when a current revision of the story waits for its analysis.
    """
    held = Quote.objects.select_for_update().select_related("revision__article__story").get(pk=quote.pk)
    held.speaker = speaker
    held.type = type
    held.review = review
    held.review_reason = held.review_reason if review else ""
    held.corrected_by = editor
    held.corrected_at = timezone.now()
    held.full_clean(exclude=["corrected_by"])
    held.save()
    compare_story(held.revision.article.story)
    return held
