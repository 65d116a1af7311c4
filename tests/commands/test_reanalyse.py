"""manage.py reanalyse."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Revision, Story
from articles.services.bring_up_to_date import bring_up_to_date
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(db: None) -> list[Story]:
    stories = [make_story(), make_story("Another story", slug="another")]
    for story in stories:
        make_article(story, "Gazette", text="“We close the depots,” said Ada Low.")
        bring_up_to_date(story)
    return stories


def reanalyse(*arguments: str) -> str:
    out = StringIO()
    call_command("reanalyse", *arguments, stdout=out)
    return out.getvalue()


def test_what_is_up_to_date_is_left_alone(stories: list[Story]) -> None:
    assert "0 of 2 stories had to be read." in reanalyse()


def test_what_another_version_read_is_read_again(stories: list[Story]) -> None:
    Revision.objects.filter(article__story=stories[0]).update(analysis_version=0)

    said = reanalyse()
    assert "depots-to-close: read and compared" in said
    assert "1 of 2 stories had to be read." in said


def test_one_story_may_be_named(stories: list[Story]) -> None:
    Revision.objects.update(analysis_version=0)

    assert "1 of 1 stories had to be read." in reanalyse("another")


def test_all_reads_everything_again(stories: list[Story]) -> None:
    assert "2 of 2 stories had to be read." in reanalyse("--all")


def test_an_unknown_story_is_answered_with_those_there_are(stories: list[Story]) -> None:
    with pytest.raises(CommandError, match="There are: another, depots-to-close"):
        reanalyse("nothing")
