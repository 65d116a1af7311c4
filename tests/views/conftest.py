"""A small story: two outlets print one statement, a third has an excerpt. A test file may have its own."""

import pytest

from tests.factories import Said, make_article, make_statement, make_story


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return [
        make_article(story, "Gazette"),
        make_article(story, "Courier", published=None, outlet_basis="inferred", copy_of="Agency"),
        make_article(story, "Herald", extent="excerpt", outlet_basis="unknown"),
    ]


@pytest.fixture
def statement(story, articles):
    gazette, courier, _ = articles
    return make_statement(
        story,
        Said(gazette, "We will close both depots in the spring."),
        Said(courier, "We will shut both depots in the spring."),
    )
