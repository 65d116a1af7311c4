"""An article's text changes: the new text becomes the current revision, the old one stays."""

import hashlib

from django.db import transaction
from django.utils import timezone

from articles.analysis import nlp
from articles.models import Article, Revision, Story


class UnusableText(ValueError):
    """The text cannot be stored. The message says why, in words for the person who gave it."""


class TooLong(UnusableText):
    """The text has more characters than can be read. The message says what to do."""


@transaction.atomic
def revise_article(text: str, *, article: Article) -> tuple[Revision, bool]:
    """Return the article's current revision, which has this text, and whether it is new.

    Raises UnusableText.
    """
    check_text(text)
    Article.objects.select_for_update().get(pk=article.pk)
    current = article.revisions.filter(is_current=True).first()
    if current and current.text == text:
        return current, False
    article.revisions.filter(is_current=True).update(is_current=False)
    last = article.revisions.order_by("-number").first()
    revision = article.revisions.create(
        number=last.number + 1 if last else 1, text=text, text_hash=hash_of(text), is_current=True
    )
    Story.objects.filter(pk=article.story_id).update(updated_at=timezone.now())
    return revision, True


def check_text(text: str) -> None:
    """Raise UnusableText for a text that has no words or too many, or that a database cannot hold."""
    if not text.strip():
        raise UnusableText("The text is empty.")
    if "\x00" in text:
        raise UnusableText("The text holds NUL characters: this is a binary file, not a text.")
    if len(text) > nlp.LONGEST:
        raise TooLong(nlp.too_long(text))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnusableText(
            f"Character {error.start + 1} is half of a surrogate pair: the text was cut or decoded wrongly."
        ) from error


def hash_of(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
