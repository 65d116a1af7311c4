"""What the database itself refuses, whoever asks."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError

from articles.models import (
    Alias,
    Article,
    Decision,
    Discrepancy,
    Entity,
    EntityForm,
    Evidence,
    Figure,
    Omission,
    Origin,
    Outlet,
    Quote,
    Reading,
    Revision,
    Statement,
    Story,
)
from tests.factories import build_story, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db: None) -> Story:
    return build_story(statements=2, outlets=2)


@pytest.fixture
def revision(story: Story) -> Revision:
    return Revision.objects.filter(article__story=story).earliest("pk")


def refused(constraint: str, create: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        create()


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5)])
@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Quote, {"type": "direct"}),
        (Omission, {"reason": "teaser"}),
        (Origin, {"relation": "copy of", "source": "AFP", "basis": "told"}),
        (Figure, {"value": 1}),
        (Evidence, {"discrepancy": Discrepancy}),
        (Reading, {"statement": Statement, "position": 99, "context_start": 0, "context_end": 9}),
    ],
)
def test_a_passage_ends_after_it_starts(
    revision: Revision, model: type[Model], fields: dict[str, object], start: int, end: int
) -> None:
    values = {
        name: value.objects.first() if isinstance(value, type) else value  # type: ignore[attr-defined]
        for name, value in fields.items()
    }
    refused(
        f"{model._meta.model_name}_offsets_ordered",
        lambda: model.objects.create(revision=revision, start=start, end=end, **values),  # type: ignore[attr-defined]
    )


def test_an_offset_is_not_negative(revision: Revision) -> None:
    refused(
        "start_check", lambda: Omission.objects.create(revision=revision, start=-1, end=5, reason="teaser")
    )


def test_an_article_has_one_current_revision(revision: Revision) -> None:
    refused(
        "one_current_revision_an_article",
        lambda: Revision.objects.create(article=revision.article, number=2, text="x", text_hash="x"),
    )


def test_a_revision_number_occurs_once_in_an_article(revision: Revision) -> None:
    refused(
        "revision_number_once_in_an_article",
        lambda: Revision.objects.create(
            article=revision.article, number=1, text="x", text_hash="x", is_current=False
        ),
    )


def test_a_revision_has_a_text(story: Story) -> None:
    article = Article.objects.create(story=story, outlet=Outlet.objects.create(name="Empty"))
    refused(
        "revision_text_not_empty",
        lambda: Revision.objects.create(article=article, number=1, text="", text_hash="x"),
    )


def test_a_file_is_one_article_of_a_story_but_pasted_articles_are_many(story: Story) -> None:
    make_article(story, "One", source="one.txt")
    make_article(story, "Pasted")
    make_article(story, "Pasted too")
    refused("article_source_once_in_a_story", lambda: make_article(story, "Two", source="one.txt"))


@pytest.mark.parametrize(
    ("day", "time", "is_refused"),
    [
        ("2024-05-02", "2024-05-01T23:30:00+00:00", False),  # published in Sydney
        ("2024-05-02", "2024-05-03T05:00:00+00:00", False),  # published in Los Angeles
        ("2024-05-02", "2024-05-04T00:00:00+00:00", True),
        ("2024-05-02", "2024-04-30T23:59:00+00:00", True),
        (None, "2024-05-02T10:00:00+00:00", True),
    ],
)
def test_a_time_of_publication_is_within_a_day_of_its_day(
    story: Story, day: str | None, time: str, is_refused: bool
) -> None:
    def publish() -> object:
        return make_article(story, "Timely", published=day, published_at=time)  # type: ignore[arg-type]

    if is_refused:
        refused("article_time_within_a_day_of_its_day", publish)
    else:
        publish()


def test_a_quote_stands_once_at_its_place(revision: Revision) -> None:
    quote = revision.quotes.earliest("pk")
    refused(
        "quote_once_in_a_revision",
        lambda: Quote.objects.create(revision=revision, start=quote.start, end=quote.end, type="direct"),
    )


def test_rows_may_change_places_in_one_transaction_but_not_share_one(story: Story) -> None:
    first, second = story.statements.all()
    with transaction.atomic():
        Statement.objects.filter(pk=first.pk).update(position=1)
        Statement.objects.filter(pk=second.pk).update(position=0)
    assert list(story.statements.all()) == [second, first]


@pytest.mark.django_db(transaction=True)
def test_two_rows_never_share_a_place() -> None:
    story = build_story(statements=1)
    refused("statement_position_once_in_a_story", lambda: Statement.objects.create(story=story, position=0))


def test_a_reading_has_a_row_of_its_own_in_the_table(story: Story, revision: Revision) -> None:
    statement = story.statements.earliest("pk")
    refused(
        "reading_position_once_in_a_statement",
        lambda: Reading.objects.create(
            statement=statement, revision=revision, position=0, start=0, end=1, context_start=0, context_end=1
        ),
    )


def test_an_entity_and_its_form_occur_once(story: Story, revision: Revision) -> None:
    entity = Entity.objects.create(story=story, kind="person", name="Ada Low")
    EntityForm.objects.create(entity=entity, revision=revision, text="Low", starts=[1])
    Entity.objects.create(story=story, kind="place", name="Ada Low")

    refused(
        "entity_once_in_a_story", lambda: Entity.objects.create(story=story, kind="person", name="Ada Low")
    )
    refused(
        "form_once_in_a_revision",
        lambda: EntityForm.objects.create(entity=entity, revision=revision, text="Low", starts=[9]),
    )


def test_a_discrepancy_is_held_once(story: Story) -> None:
    held = story.discrepancies.earliest("pk")
    refused(
        "discrepancy_once_in_a_story",
        lambda: Discrepancy.objects.create(
            story=story, kind="wording", severity="low", summary="x", rank=9, fingerprint=held.fingerprint
        ),
    )


def test_a_decision_has_a_status_that_exists(story: Story, editor: User) -> None:
    refused(
        "decision_status_known",
        lambda: Decision.objects.create(
            discrepancy=story.discrepancies.earliest("pk"), editor=editor, status="solved"
        ),
    )


def test_who_decided_cannot_be_deleted(story: Story, editor: User) -> None:
    story.discrepancies.earliest("pk").decisions.create(editor=editor, status="confirmed")

    with pytest.raises(ProtectedError):
        editor.delete()


def test_an_outlet_with_articles_cannot_be_deleted(story: Story) -> None:
    with pytest.raises(ProtectedError):
        Outlet.objects.earliest("pk").delete()


def test_a_story_takes_all_that_was_read_with_it(story: Story) -> None:
    story.delete()

    assert not any(model.objects.exists() for model in (Article, Revision, Quote, Statement, Discrepancy))


def test_editors_may_decide_and_correct_and_no_more(db: None) -> None:
    may = set(Group.objects.get(name="Editors").permissions.values_list("codename", flat=True))

    assert {"decide_discrepancy", "change_quote"} <= may
    added_or_deleted = {name for name in may if name.startswith(("add_", "delete_"))}
    assert added_or_deleted == {"add_alias", "delete_alias"}


def test_an_alias_has_a_name_and_forms_and_its_name_once(story: Story) -> None:
    Alias.objects.create(name="Foreign Office", forms=["King Charles Street"])
    Alias.objects.create(name="Foreign Office", forms=["Old Admiralty"], story=story)
    refused("alias_has_a_name", lambda: Alias.objects.create(name="", forms=["Old Admiralty"]))
    refused("alias_has_forms", lambda: Alias.objects.create(name="Home Office", forms=[]))
    for where in (None, story):
        refused(
            "alias_name_once",
            lambda where=where: Alias.objects.create(name="Foreign Office", forms=["KCS"], story=where),
        )


def test_an_article_is_a_copy_or_its_own_report(story: Story) -> None:
    article = make_article(story, "Courier", copy_of="Agency")
    refused(
        "article_copy_or_own_report", lambda: Article.objects.filter(pk=article.pk).update(own_report=True)
    )


def test_a_revision_has_one_origin(revision: Revision) -> None:
    told = {"revision": revision, "start": 0, "end": 5, "relation": "copy of", "source": "AFP"}
    Origin.objects.create(**told)
    refused("one_origin_a_revision", lambda: Origin.objects.create(**told))


@pytest.mark.parametrize("share", [0, 1.5])
def test_what_two_articles_share_is_a_part(revision: Revision, share: float) -> None:
    told = {"revision": revision, "start": 0, "end": 5, "relation": "copy of", "source": "AFP"}
    refused("origin_share_is_a_part", lambda: Origin.objects.create(**told, share=share))
