"""A story's mark changes with whatever its pages show, however that was written, and with nothing else."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection, connections, transaction
from django.db.models import F, Model

from articles.models import (
    Alias,
    Article,
    Decision,
    Discrepancy,
    Entity,
    EntityForm,
    EntityRole,
    Evidence,
    Figure,
    FigureSubject,
    Omission,
    Origin,
    Outlet,
    Quote,
    Reading,
    ReadingDecision,
    Revision,
    Statement,
    Story,
    StoryMark,
)
from articles.selectors.marked_story import is_still_marked, marked_story
from tests.factories import build_story, make_article, make_origin

UNCHANGED: dict[type[Model], str] = {
    Alias: "note",
    Article: "title",
    Decision: "note",
    Discrepancy: "summary",
    Entity: "name",
    EntityForm: "text",
    EntityRole: "start",
    Evidence: "start",
    Figure: "value",
    FigureSubject: "subject",
    Omission: "start",
    Origin: "source",
    Outlet: "homepage",
    Quote: "cue",
    Reading: "similarity",
    ReadingDecision: "verdict",
    Revision: "text",
    Statement: "speaker",
    Story: "title",
}
"""A field of each model that a page may show. It is written as it is: to have been written is enough."""

OF_NO_STORYS_PAGE = {"StoryMark", "ReadingWords", "ArticleWords"}
"""The marks themselves, and what the search over all stories looks in."""

FOLLOWED = sorted(UNCHANGED, key=lambda model: model.__name__)


def state(story: Story) -> str:
    found = marked_story(story.slug)
    assert found is not None
    return found.mark


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada", password="reading-between-lines")


@pytest.fixture
def story(ada: User) -> Story:
    """Return a story with a row in every table."""
    story = build_story(statements=2, outlets=2)
    article = story.articles.earliest("position")
    revision = article.revisions.get()
    passage = {"revision": revision, "start": 0, "end": 6}
    ada_low = Entity.objects.create(story=story, kind="person", name="Ada Low")
    EntityForm.objects.create(entity=ada_low, revision=revision, text="Low", starts=[3])
    EntityRole.objects.create(entity=ada_low, **passage)
    FigureSubject.objects.create(story=story, subject="depots")
    Figure.objects.create(value=2, **passage)
    Omission.objects.create(reason="teaser", **passage)
    make_origin(article, "AFP", "Depots")
    Decision.objects.create(discrepancy=story.discrepancies.get(), editor=ada, status="confirmed")
    ReadingDecision.objects.create(
        editor=ada, verdict="same", against_revision=revision, against_start=0, against_end=6, **passage
    )
    Alias.objects.create(name="Ada Low", forms=["Low"], story=story)
    return story


@pytest.fixture
def other(db: None) -> Story:
    return build_story(statements=1, outlets=2, slug="other")


@pytest.fixture
def changes(story: Story, other: Story) -> Callable[[Callable[[], object]], tuple[bool, bool]]:
    """Return a function that says whether an action changes the story's state, and whether the other's."""

    def tell(action: Callable[[], object]) -> tuple[bool, bool]:
        before = state(story), state(other)
        action()
        return state(story) != before[0], state(other) != before[1]

    return tell


def test_every_table_of_the_application_is_followed() -> None:
    """A new model needs ``follow`` in its migration, and a line in UNCHANGED above."""
    models = {model.__name__ for model in apps.get_app_config("articles").get_models()}
    assert models - OF_NO_STORYS_PAGE == {model.__name__ for model in UNCHANGED}


@pytest.mark.parametrize("model", FOLLOWED)
def test_an_update_marks_the_story_alone(story, changes, model):
    rows = model._default_manager.filter(pk=rows_of(model, story).earliest("pk").pk)
    both = model is Outlet  # the factories' outlets write in both stories

    assert changes(lambda: rows.update(**{UNCHANGED[model]: F(UNCHANGED[model])})) == (True, both)


@pytest.mark.parametrize("model", [model for model in FOLLOWED if model not in (Story, Outlet)])
def test_a_deletion_and_a_bulk_insert_mark_the_story_alone(story, changes, model):
    row = rows_of(model, story).earliest("pk")

    assert changes(row.delete) == (True, False)
    assert changes(lambda: model._default_manager.bulk_create([row])) == (True, False)


def test_a_row_that_moves_marks_both_stories(story, other, changes):
    assert changes(lambda: story.articles.update(story=other)) == (True, True)


def test_an_update_of_no_row_marks_nothing(changes):
    assert changes(lambda: Quote.objects.filter(pk=0).update(cue="said")) == (False, False)


def test_an_alias_of_every_story_marks_them_all(changes):
    assert changes(lambda: Alias.objects.create(name="Foreign Office", forms=["FCDO"])) == (True, True)


def test_the_outlet_that_an_article_copies_marks_its_story(story, changes):
    agency = Outlet.objects.create(name="Agency")
    story.articles.update(copy_of=agency)

    assert changes(lambda: Outlet.objects.filter(pk=agency.pk).update(name="The Agency")) == (True, False)


def test_an_editors_name_marks_where_it_is_shown_and_signing_in_does_not(ada, changes):
    assert changes(lambda: User.objects.filter(pk=ada.pk).update(last_name="Low")) == (True, False)
    assert changes(lambda: User.objects.update(last_login="2024-05-01T12:00Z")) == (False, False)


def test_a_deleted_story_leaves_no_mark(story, other):
    key = story.pk
    story.aliases.all().delete()
    story.delete()

    assert not StoryMark.objects.filter(story=key).exists()
    assert marked_story(story.slug) is None
    assert state(other)


def test_many_writings_leave_one_mark(story):
    for name in ("one", "other"):
        Outlet.objects.update(homepage=f"https://{name}.example")

    assert StoryMark.objects.filter(story=story).count() == 1


def test_what_is_rolled_back_leaves_the_story_as_it_was(story, changes):
    def begin_and_give_up() -> None:
        with transaction.atomic():
            story.articles.update(title="Another")
            transaction.set_rollback(True)

    assert changes(begin_and_give_up) == (False, False)


@pytest.mark.django_db(transaction=True)
def test_two_writers_neither_wait_nor_hide_each_other():
    story = make_article(build_story(statements=1, outlets=1), "Herald").story
    states = [state(story)]
    second = connections.create_connection(connection.alias)
    try:
        with transaction.atomic():
            story.articles.update(title="First")
            with second.cursor() as cursor:
                cursor.execute("SET lock_timeout = '5s'")
                cursor.execute("UPDATE articles_statement SET speaker = 'Second'")
                cursor.execute("SELECT string_agg(mark::text, ' ') FROM articles_storymark")
                states.append(cursor.fetchone()[0])
        states.append(state(story))
    finally:
        second.close()
    story.articles.update(title="Third")
    states.append(state(story))

    assert len(set(states)) == len(states)
    assert StoryMark.objects.count() == 1


def rows_of(model, story):
    """Return the model's rows that belong to the story, whatever way they do."""
    ways = {
        Story: {"pk": story.pk},
        Outlet: {"articles__story": story},
        Revision: {"article__story": story},
        Decision: {"discrepancy__story": story},
        Evidence: {"discrepancy__story": story},
        EntityForm: {"entity__story": story},
        Reading: {"statement__story": story},
    }
    passage = hasattr(model, "revision") and model is not Evidence
    way = ways.get(model) or ({"revision__article__story": story} if passage else {"story": story})
    return model._default_manager.filter(**way).distinct()


def cut_the_connection() -> None:
    """End the connection as a database does that starts anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    second = connections.create_connection(connection.alias)
    try:
        with second.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])
    finally:
        second.close()


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_cut_is_made_anew():
    story = build_story(statements=1, outlets=1)
    cut_the_connection()

    assert state(story)


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_cut_tells_of_no_state():
    story = build_story(statements=1, outlets=2)
    mark = state(story)
    assert is_still_marked(story.slug, mark=mark)
    cut_the_connection()

    assert not is_still_marked(story.slug, mark=mark)
    assert state(story) == mark
    assert is_still_marked(story.slug, mark=mark)
