"""A journalist finds a story in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import build_story, make_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story():
    make_story("Library opens", slug="library-opens")
    return build_story(statements=6, outlets=4)


def test_a_story_is_found_by_its_title(new_page, story, javascript):
    page = new_page(javascript=javascript)
    page.goto(reverse("stories"))
    page.get_by_placeholder("Find a story").fill("depot")
    if not javascript:
        page.get_by_role("button", name="Find").click()

    expect(page.get_by_role("heading", name="Library opens")).to_have_count(0)
    page.get_by_role("link", name=story.title).click()
    expect(page).to_have_url(re.compile(rf"/stories/{story.slug}/$"))
