"""An editor decides about a suggested reading, and that outlives every comparison."""

import json
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.models import Reading, ReadingDecision, Statement, Story
from articles.services.bring_up_to_date import bring_up_to_date
from articles.services.compare_story import compare_story
from articles.services.decide_reading import NothingToDecide, decide_reading
from articles.services.outdate import outdate_story
from articles.services.revise_article import revise_article
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

WORDS = "The ferry should never have sailed in that winter storm,"
GAZETTE = (
    "The ferry left the harbour at dawn with 52 passengers, and snow had fallen for two days.\n\n"
    f"“{WORDS}” Anna Berg said.\n\nRelatives lit candles on the quay.\n"
)
COURIER = (
    "Divers found the wreck on Tuesday, and schools stayed shut.\n\n"
    f"“{WORDS}” Omar Haddad said.\n\nInsurers put no price on the damage yet.\n"
)


@pytest.fixture
def story(db: None) -> Story:
    story = make_story("Ferry lost", slug="ferry-lost")
    make_article(story, "Gazette", text=GAZETTE)
    make_article(story, "Courier", text=COURIER)
    bring_up_to_date(story)
    return story


@pytest.fixture
def decide(story: Story, editor: User) -> Callable[[str], ReadingDecision]:
    """Return how to decide about the Courier's words as a reading of the Gazette's statement."""

    def decide(verdict: str) -> ReadingDecision:
        revision = story.articles.get(outlet__name="Courier").revisions.get(is_current=True)
        start = revision.text.index(WORDS)
        end = start + len(WORDS)
        row = row_of(story, "Gazette")
        return decide_reading(row, revision=revision, start=start, end=end, verdict=verdict, editor=editor)

    return decide


def row_of(story: Story, outlet: str) -> Statement:
    """Return the row in which the outlet surely prints the words."""
    return story.statements.get(
        readings__revision__article__outlet__name=outlet,
        readings__suggested=False,
        readings__revision__is_current=True,
        readings__kind="verbatim",
    )


def printed(statement: Statement) -> list[tuple[str, bool]]:
    return [
        (reading.revision.article.outlet.name, reading.suggested)
        for reading in Reading.objects.filter(statement=statement)
        .select_related("revision__article__outlet")
        .order_by("position")
    ]


def test_the_same_words_of_another_speaker_wait_for_an_editor(story: Story) -> None:
    assert printed(row_of(story, "Gazette")) == [("Gazette", False), ("Courier", True)]


def test_what_is_accepted_is_a_reading_like_the_others(story: Story, decide, editor: User) -> None:
    row = row_of(story, "Gazette")
    decision = decide("same")

    assert (decision.verdict, decision.editor, decision.text) == ("same", editor, WORDS)
    assert row_of(story, "Gazette") == row
    assert printed(row) == [("Gazette", False), ("Courier", False)]
    row.refresh_from_db()
    assert len(row.collation["columns"]) >= len(WORDS.split())
    assert story.discrepancies.filter(kind="speaker", statement=row).exists()


def test_what_is_refused_is_suggested_nowhere(story: Story, decide) -> None:
    decide("different")

    assert not Reading.objects.filter(suggested=True).exists()
    assert row_of(story, "Gazette") != row_of(story, "Courier")


@pytest.mark.parametrize(
    ("verdict", "exported"), [("same", [[WORDS, WORDS]]), ("different", [[WORDS], [WORDS]])]
)
def test_an_export_says_what_was_decided(
    story: Story, decide, capsys, verdict: str, exported: object
) -> None:
    decide(verdict)
    call_command("export", story.slug)

    statements = json.loads(capsys.readouterr().out)["statements"]
    assert [[reading["text"] for reading in statement["readings"]] for statement in statements] == exported


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_decision_outlives_comparing_and_reading_again(story: Story, decide, verdict: str) -> None:
    decide(verdict)
    found = printed(row_of(story, "Gazette"))
    compare_story(story)
    assert printed(row_of(story, "Gazette")) == found
    bring_up_to_date(story, again=True)
    assert printed(row_of(story, "Gazette")) == found


@pytest.mark.parametrize("verdict", ["same", "different"])
@pytest.mark.parametrize("outlet", ["Gazette", "Courier"])
def test_a_decision_outlives_a_revision_that_still_prints_the_words(
    story: Story, decide, verdict: str, outlet: str
) -> None:
    decide(verdict)
    found = printed(row_of(story, "Gazette"))
    article = story.articles.get(outlet__name=outlet)
    text = article.revisions.get(is_current=True).text
    revise_article(f"Updated on Wednesday with a word from the owners.\n\n{text}", article=article)
    bring_up_to_date(story)

    assert printed(row_of(story, "Gazette")) == found


def test_a_decision_about_words_that_are_gone_waits_until_they_return(story: Story, decide) -> None:
    decide("same")
    courier = story.articles.get(outlet__name="Courier")
    revise_article("Divers found the wreck on Tuesday.", article=courier)
    bring_up_to_date(story)
    assert printed(row_of(story, "Gazette")) == [("Gazette", False)]

    revise_article(COURIER, article=courier)
    bring_up_to_date(story)
    assert printed(row_of(story, "Gazette")) == [("Gazette", False), ("Courier", False)]


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_decision_can_be_taken_back(story: Story, decide, verdict: str) -> None:
    before = printed(row_of(story, "Gazette"))
    decide(verdict)
    decide("undecided")

    assert printed(row_of(story, "Gazette")) == before
    assert list(ReadingDecision.objects.values_list("verdict", flat=True)) == ["undecided", verdict]


def test_a_third_outlet_joins_a_row_that_an_editor_made(story: Story, decide) -> None:
    decide("same")
    herald = GAZETTE.replace("Relatives lit", "Strangers lit").replace("Anna Berg", "Omar Haddad")
    make_article(story, "Herald", text=herald)
    outdate_story(story)
    bring_up_to_date(story)

    assert ("Herald", False) in printed(row_of(story, "Gazette"))


def test_a_second_editor_comes_too_late(story: Story, decide) -> None:
    decide("same")

    for verdict in ("same", "different"):
        with pytest.raises(NothingToDecide):
            decide(verdict)
    assert ReadingDecision.objects.count() == 1


def test_there_is_nothing_to_take_back_before_somebody_decided(story: Story, decide) -> None:
    with pytest.raises(NothingToDecide):
        decide("undecided")
    decide("different")
    decide("undecided")
    with pytest.raises(NothingToDecide):
        decide("undecided")


def test_a_decision_made_while_an_article_waits_to_be_read_is_kept(story: Story, decide) -> None:
    make_article(story, "Herald", text="The inquiry opens on Monday.")
    decide("same")
    assert printed(row_of(story, "Gazette")) == [("Gazette", False), ("Courier", True)]

    bring_up_to_date(story)
    assert printed(row_of(story, "Gazette")) == [("Gazette", False), ("Courier", False)]
