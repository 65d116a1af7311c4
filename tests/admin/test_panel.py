"""The admin panel as a whole: every list and page opens, finds things, and keeps to the strict CSP."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import (
    Alias,
    Article,
    Discrepancy,
    Entity,
    EntityForm,
    Outlet,
    Quote,
    Revision,
    Statement,
    Story,
)
from articles.services.decide_discrepancy import decide_discrepancy
from tests.factories import build_story

pytestmark = pytest.mark.django_db

MODELS = [Alias, Article, Discrepancy, Entity, Outlet, Quote, Statement, Story]
READ_ONLY = [Discrepancy, Entity, Statement]


@pytest.fixture
def story(db: None, administrator: User) -> Story:
    story = build_story(statements=3)
    Alias.objects.create(name="Ada Low", forms=["The Low"], kind="person")
    entity = Entity.objects.create(story=story, kind="person", name="Ada Low")
    EntityForm.objects.create(
        entity=entity, revision=Revision.objects.earliest("pk"), text="Low", starts=[1, 9]
    )
    decide_discrepancy(
        story.discrepancies.earliest("pk"),
        editor=administrator,
        status="confirmed",
        note="Seen <b>twice</b>.",
    )
    return story


def pages(model: type) -> list[str]:
    name = f"admin:articles_{model._meta.model_name}"  # type: ignore[attr-defined]
    held = model.objects.earliest("pk")  # type: ignore[attr-defined]
    lists = [reverse(f"{name}_changelist"), reverse(f"{name}_changelist") + "?q=low"]
    return [*lists, reverse(f"{name}_change", args=[held.pk])]


def test_every_model_that_people_need_is_there() -> None:
    assert {model for model in admin.site._registry if model._meta.app_label == "articles"} == set(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_every_list_search_and_page_opens_without_inline_script_or_style(
    panel: Client, story: Story, model: type
) -> None:
    for url in pages(model):
        answer = panel.get(url)
        assert answer.status_code == 200, url
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page), url
        assert not re.search(r"<[^>]*\s(?:style|on\w+)=", page), url
        assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("model", [Alias, Article, Outlet, Story])
def test_what_people_write_may_be_added(panel: Client, story: Story, model: type) -> None:
    assert panel.get(reverse(f"admin:articles_{model._meta.model_name}_add")).status_code == 200  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", READ_ONLY)
def test_what_the_machine_writes_is_shown_only(panel: Client, story: Story, model: type) -> None:
    held = model.objects.earliest("pk")  # type: ignore[attr-defined]
    name = f"admin:articles_{model._meta.model_name}"  # type: ignore[attr-defined]

    assert panel.get(reverse(f"{name}_add")).status_code == 403
    assert panel.post(reverse(f"{name}_change", args=[held.pk]), {}).status_code == 403
    assert panel.post(reverse(f"{name}_delete", args=[held.pk]), {"post": "yes"}).status_code == 403


def test_a_discrepancy_shows_its_evidence_and_decisions_escaped(panel: Client, story: Story) -> None:
    held = story.discrepancies.earliest("pk")
    page = panel.get(reverse("admin:articles_discrepancy_change", args=[held.pk])).content.decode()

    assert "Seen &lt;b&gt;twice&lt;/b&gt;." in page
    assert "Outlet 1" in page


def test_a_statement_shows_what_was_decided_about_suggestions(
    panel: Client, story: Story, administrator: User
) -> None:
    held = story.statements.earliest("pk")
    one, other = held.readings.all()[:2]
    held.reading_decisions.create(
        revision=one.revision,
        start=one.start,
        end=one.end,
        against_revision=other.revision,
        against_start=other.start,
        against_end=other.end,
        verdict="different",
        editor=administrator,
    )
    page = panel.get(reverse("admin:articles_statement_change", args=[held.pk])).content.decode()

    assert "Decisions about suggestions" in page
    assert "Not the same" in page


@pytest.mark.parametrize("model", [Article, Entity, Quote, Statement, Story, Discrepancy])
def test_a_list_costs_the_same_number_of_queries_however_long_it_is(panel: Client, model: type) -> None:
    url = reverse(f"admin:articles_{model._meta.model_name}_changelist")  # type: ignore[attr-defined]
    build_story(statements=4, outlets=2, slug="short")
    panel.get(url)
    with CaptureQueriesContext(
        connection,
    ) as short:
        panel.get(url)
    build_story(statements=12, outlets=6, slug="long")
    with CaptureQueriesContext(connection) as long:
        panel.get(url)

    assert len(long) == len(short)


def test_an_outlet_with_articles_is_not_deleted(panel: Client, story: Story) -> None:
    outlet = Outlet.objects.earliest("pk")
    page = panel.post(
        reverse("admin:articles_outlet_delete", args=[outlet.pk]), {"post": "yes"}
    ).content.decode()

    assert "would require deleting the following protected related objects" in page
    assert Outlet.objects.filter(pk=outlet.pk).exists()
