"""Discrepancies keep what editors decided."""

import pytest
from django.contrib.auth.models import User

from articles.analysis.discrepancies import Discrepancy as ReadDiscrepancy
from articles.analysis.discrepancies import Evidence as ReadEvidence
from articles.models import Discrepancy, Revision, Story
from articles.services.decide_discrepancy import decide_discrepancy
from articles.services.revise_article import revise_article
from articles.services.store_discrepancies import store_discrepancies
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

TEXTS = {
    "Gazette": "They perpetuated it for 52 days.",
    "Courier": "They perpetrated it for 51 days.",
    "Herald": "They perpetrated it for 52 days.",
}
WORDING = ("wording", [(0, "perpetuated"), (1, "perpetrated")])
THREE_WAYS = ("wording", [*WORDING[1], (2, "for")])
FIGURE = ("figure", [(0, "52"), (1, "51")])


@pytest.fixture
def story(db: None) -> Story:
    story = make_story()
    for outlet, text in TEXTS.items():
        make_article(story, outlet, text=text)
    return story


def store(story: Story, *found: tuple[str, list[tuple[int, str]]]) -> None:
    """Store discrepancies: a kind, and the differing words that the article of this index prints."""
    revisions = list(Revision.objects.filter(is_current=True).order_by("article__position"))
    read = [
        ReadDiscrepancy(
            kind=kind,  # type: ignore[arg-type]
            severity="high",
            verdict=None,
            summary=f"{kind} differs",
            readings=tuple(_evidence(article, revisions[article].text, words) for article, words in evidence),
        )
        for kind, evidence in found
    ]
    store_discrepancies(read, story=story, revisions=revisions, statements=[], subjects=[])


def _evidence(article: int, text: str, words: str) -> ReadEvidence:
    return ReadEvidence(article=article, start=text.index(words), end=text.index(words) + len(words))


def test_it_stores_them_by_rank_with_their_evidence(story: Story) -> None:
    store(story, FIGURE, WORDING)

    first, second = story.discrepancies.all()
    assert (first.kind, first.rank, second.kind, second.rank) == ("figure", 0, "wording", 1)
    assert [evidence.text for evidence in second.evidence.all()] == ["perpetuated", "perpetrated"]


def test_finding_them_again_keeps_ids_and_decisions(story: Story, editor: User) -> None:
    store(story, FIGURE, WORDING)
    decided = story.discrepancies.get(kind="wording")
    decide_discrepancy(decided, editor=editor, status="confirmed", note="See the letter.")
    store(story, WORDING, FIGURE)

    again = story.discrepancies.get(kind="wording")
    assert (again.pk, again.status, again.rank) == (decided.pk, "confirmed", 0)
    assert again.decisions.get().note == "See the letter."
    assert Discrepancy.objects.count() == 2


def test_an_article_that_joins_a_side_leaves_the_decision_in_place(story: Story, editor: User) -> None:
    store(story, WORDING)
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="confirmed")
    store(story, ("wording", [*WORDING[1], (2, "perpetrated")]))

    assert story.discrepancies.get().status == "confirmed"
    assert story.discrepancies.get().evidence.count() == 3


@pytest.mark.parametrize(
    ("decided", "then"), [("confirmed", "confirmed"), ("dismissed", "open"), ("open", "open")]
)
def test_a_third_wording_makes_it_grow_and_opens_again_what_was_dismissed(
    story: Story, editor: User, decided: str, then: str
) -> None:
    store(story, WORDING)
    row = story.discrepancies.get()
    decide_discrepancy(row, editor=editor, status=decided, note="See the letter.")
    store(story, THREE_WAYS)

    grown = story.discrepancies.get()
    assert (grown.pk, grown.status, grown.superseded) == (row.pk, then, False)
    assert grown.evidence.count() == 3
    assert grown.decisions.get().note == "See the letter."


@pytest.mark.parametrize(("status", "afterwards"), [("confirmed", "confirmed"), ("dismissed", "open")])
def test_one_that_is_cut_otherwise_goes_on_where_it_stood(
    story: Story, editor: User, status: str, afterwards: str
) -> None:
    store(story, ("wording", [(0, "They perpetuated it"), (1, "They perpetrated it")]))
    decide_discrepancy(story.discrepancies.get(), editor=editor, status=status)
    store(story, ("wording", [(0, "perpetuated"), (1, "perpetrated"), (2, "for")]))

    assert story.discrepancies.get().status == afterwards
    assert story.discrepancies.get().decisions.get().status == status


@pytest.mark.parametrize("status", ["confirmed", "dismissed"])
def test_an_article_that_leaves_with_its_wording_changes_no_decision(
    story: Story, editor: User, status: str
) -> None:
    store(story, THREE_WAYS)
    row = story.discrepancies.get()
    decide_discrepancy(row, editor=editor, status=status)
    store(story, WORDING)

    shrunk = story.discrepancies.get()
    assert (shrunk.pk, shrunk.status, shrunk.evidence.count()) == (row.pk, status, 2)


def test_of_two_that_grow_into_one_the_decided_one_goes_on(story: Story, editor: User) -> None:
    store(story, ("wording", [(0, "perpetuated"), (2, "for")]), WORDING)
    decided = story.discrepancies.get(rank=1)
    decide_discrepancy(decided, editor=editor, status="confirmed")
    store(story, THREE_WAYS)

    assert story.discrepancies.get().pk == decided.pk


def test_what_shares_only_some_evidence_is_another_difference(story: Story, editor: User) -> None:
    store(story, WORDING)
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="confirmed")
    store(story, ("wording", [(0, "perpetuated"), (2, "for")]))

    assert story.discrepancies.get(superseded=False).status == "open"
    assert story.discrepancies.get(superseded=True).status == "confirmed"


def test_other_words_are_another_difference_and_the_decided_one_is_superseded(
    story: Story, editor: User
) -> None:
    store(story, WORDING)
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="dismissed")
    revise_article("They committed it for 51 days.", article=story.articles.get(outlet__name="Courier"))
    store(story, ("wording", [(0, "perpetuated"), (1, "committed")]))

    old = story.discrepancies.get(superseded=True)
    assert old.status == "dismissed"
    assert [evidence.text for evidence in old.evidence.all()] == ["perpetuated", "perpetrated"]
    assert story.discrepancies.get(superseded=False).status == "open"


def test_a_superseded_one_that_is_found_again_comes_back_as_decided(story: Story, editor: User) -> None:
    store(story, WORDING)
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="dismissed")
    store(story)
    assert story.discrepancies.get().superseded

    store(story, WORDING)
    assert not story.discrepancies.get().superseded
    assert story.discrepancies.get().status == "dismissed"


def test_one_that_is_not_found_again_and_was_not_decided_is_deleted(story: Story) -> None:
    store(story, WORDING)
    store(story)

    assert not story.discrepancies.exists()


def test_a_note_alone_keeps_it_too(story: Story, editor: User) -> None:
    store(story, WORDING)
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="open", note="Ask the desk.")
    store(story)

    assert story.discrepancies.get().superseded


def test_the_same_words_twice_are_two_differences(story: Story, editor: User) -> None:
    store(story, WORDING, WORDING)
    first, second = story.discrepancies.all()
    decide_discrepancy(second, editor=editor, status="confirmed")
    store(story, WORDING, WORDING)

    assert [row.pk for row in story.discrepancies.all()] == [first.pk, second.pk]
    assert [row.status for row in story.discrepancies.all()] == ["open", "confirmed"]


def test_the_same_words_of_another_kind_are_another_difference(story: Story, editor: User) -> None:
    store(story, WORDING)
    decide_discrepancy(story.discrepancies.get(), editor=editor, status="confirmed")
    store(story, ("cue", WORDING[1]))

    assert story.discrepancies.get(kind="cue").status == "open"
