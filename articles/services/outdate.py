"""Something that a story's comparison rests on has changed, so that what is stored no longer holds."""

from articles.models import Article, Revision, Story


def outdate_story(story: Story) -> None:
    """Have the story compared again at the next refresh: an article was moved, reordered or taken out."""
    Story.objects.filter(pk=story.pk).update(compared_at=None)


def outdate_reading(article: Article) -> None:
    """Have the article's text read again at the next refresh: its date resolves "on Monday" otherwise."""
    Revision.objects.filter(article=article, is_current=True).update(analysis_version=None)
