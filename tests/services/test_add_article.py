"""A text comes in."""

import pytest

from articles.models import Article, Outlet, Revision, Story
from articles.services.add_article import ArticleFacts, add_article
from articles.services.revise_article import UnusableText, hash_of, revise_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db: None) -> Story:
    return Story.objects.create(title="Depots to close", slug="depots")


FACTS = ArticleFacts(outlet="Gazette", source="one.txt", copy_of="Wire", extent="excerpt")


def test_it_stores_a_text_exactly_as_it_came(story: Story) -> None:
    text = "\r\n “The depots close,”\u00a0she said. \n\n"
    added = add_article(text, story=story, facts=FACTS)

    assert added.outcome == "added"
    revision = Revision.objects.get()
    assert revision.text == text
    assert revision.text_hash == hash_of(text)
    assert (revision.number, revision.is_current) == (1, True)
    article = Article.objects.get()
    assert (article.outlet.name, article.copy_of and article.copy_of.name) == ("Gazette", "Wire")
    assert (article.source, article.extent, article.position) == ("one.txt", "excerpt", 0)


def test_the_same_text_again_changes_nothing(story: Story) -> None:
    first = add_article("The depots close.", story=story, facts=FACTS)
    again = add_article("The depots close.", story=story, facts=FACTS)

    assert again.outcome == "unchanged"
    assert again.revision == first.revision
    assert Revision.objects.count() == 1


def test_a_changed_text_becomes_the_current_revision_and_the_old_one_stays(story: Story) -> None:
    add_article("The depots close.", story=story, facts=FACTS)
    revised = add_article("The depots stay.", story=story, facts=FACTS)

    assert revised.outcome == "revised"
    assert list(Revision.objects.order_by("number").values_list("number", "text", "is_current")) == [
        (1, "The depots close.", False),
        (2, "The depots stay.", True),
    ]


def test_a_text_that_goes_back_to_an_earlier_one_is_a_revision_of_its_own(story: Story) -> None:
    for text in ("One.", "Two.", "One."):
        add_article(text, story=story, facts=FACTS)

    assert Revision.objects.get(is_current=True).number == 3


def test_facts_that_an_administrator_set_stay(story: Story) -> None:
    article = add_article("The depots close.", story=story, facts=FACTS).article
    article.outlet = Outlet.objects.create(name="Courier")
    article.save()
    add_article("The depots stay.", story=story, facts=FACTS)

    assert Article.objects.get().outlet.name == "Courier"


def test_a_pasted_text_is_known_again_by_its_outlet_and_words(story: Story) -> None:
    pasted = ArticleFacts(outlet="Gazette")
    add_article("The depots close.", story=story, facts=pasted)

    assert add_article("The depots close.", story=story, facts=pasted).outcome == "unchanged"
    assert add_article("The depots stay.", story=story, facts=pasted).outcome == "added"
    assert (
        add_article("The depots close.", story=story, facts=ArticleFacts(outlet="Courier")).outcome == "added"
    )


def test_an_outlet_is_the_same_in_another_case(story: Story) -> None:
    add_article("One.", story=story, facts=ArticleFacts(outlet="Daily Gazette"))
    add_article("Two.", story=story, facts=ArticleFacts(outlet="DAILY GAZETTE"))

    assert Outlet.objects.count() == 1


def test_columns_follow_the_order_in_which_articles_came(story: Story) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        add_article(f"Text of {name}.", story=story, facts=ArticleFacts(outlet="Gazette", source=name))

    assert list(story.articles.values_list("source", "position")) == [
        ("b.txt", 0),
        ("a.txt", 1),
        ("c.txt", 2),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\u00a0", "a\x00b", "a\ud800b", "a " * 500_001])
def test_a_text_that_cannot_be_kept_is_refused_and_nothing_is_stored(story: Story, text: str) -> None:
    with pytest.raises(UnusableText):
        add_article(text, story=story, facts=FACTS)

    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


def test_a_new_text_makes_its_story_the_latest(story: Story) -> None:
    article = add_article("One.", story=story, facts=FACTS).article
    before = Story.objects.get().updated_at
    revise_article("One.", article=article)
    assert Story.objects.get().updated_at == before

    revise_article("Two.", article=article)
    assert Story.objects.get().updated_at > before
