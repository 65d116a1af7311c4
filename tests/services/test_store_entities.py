"""People, organisations and places become rows, with their forms and roles."""

import pytest

from articles.models import Entity, EntityRole, Story
from articles.services.bring_up_to_date import bring_up_to_date
from articles.services.revise_article import revise_article
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    make_article(
        story, "Gazette", text="Mark Smith, a second secretary in the embassy, resigned. Smith left."
    )
    make_article(
        story, "Courier", text="Mark Smith resigned. A senior diplomat, Mark Smith, did so on Friday."
    )
    bring_up_to_date(story)
    return story


def roles(story: Story) -> dict[str, set[str]]:
    return {
        outlet: {
            row.text
            for row in EntityRole.objects.filter(entity__story=story, revision__article__outlet__name=outlet)
        }
        for outlet in ("Gazette", "Courier")
    }


def test_roles_are_kept_as_each_outlet_prints_them(story: Story) -> None:
    assert roles(story) == {"Gazette": {"second secretary in the embassy"}, "Courier": {"senior diplomat"}}
    assert {row.entity for row in EntityRole.objects.all()} == {Entity.objects.get(name="Mark Smith")}


def test_a_new_text_brings_its_own_roles(story: Story) -> None:
    revise_article("Mark Smith, a diplomat, resigned.", article=story.articles.get(outlet__name="Gazette"))
    bring_up_to_date(story)

    assert roles(story)["Gazette"] == {"diplomat"}


def test_an_entity_keeps_its_id_when_the_story_is_compared_again(story: Story) -> None:
    before = dict(story.entities.values_list("name", "pk"))
    bring_up_to_date(story, again=True)

    assert dict(story.entities.values_list("name", "pk")) == before
