"""The story that articles go into."""

import pytest

from articles.models import Story
from articles.services.open_story import open_story

pytestmark = pytest.mark.django_db


def test_it_opens_a_story_with_a_slug_of_its_title() -> None:
    assert open_story("Depots to close, “at last”").slug == "depots-to-close-at-last"


def test_it_finds_a_story_by_slug_or_title() -> None:
    story = open_story("Depots to close", slug="depots", summary="They close.")

    assert open_story("Another title", slug="depots") == story
    assert open_story("Depots to close") == story
    assert open_story("depots") == story
    assert Story.objects.get().summary == "They close."


def test_titles_with_the_same_slug_are_two_stories() -> None:
    assert open_story("Depots: close").slug == "depots-close"
    assert open_story("Depots close?").slug == "depots-close-2"
    assert open_story("Depots, close").slug == "depots-close-3"


def test_a_title_in_another_script_has_an_address_too() -> None:
    assert open_story("Депо закрывают").slug.startswith("story-")


def test_a_long_title_has_a_slug_that_fits() -> None:
    assert len(open_story("depot " * 50).slug) <= 120
