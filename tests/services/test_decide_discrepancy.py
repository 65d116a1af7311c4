"""An editor decides."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Decision, Discrepancy
from articles.services.decide_discrepancy import UnknownStatus, decide_discrepancy
from tests.factories import build_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def discrepancy(db: None) -> Discrepancy:
    return build_story(statements=1).discrepancies.get()


def test_it_sets_the_status_and_keeps_who_when_and_why(discrepancy: Discrepancy, editor: User) -> None:
    before = timezone.now()
    decide_discrepancy(discrepancy, editor=editor, status="confirmed", note="See the letter.")

    assert discrepancy.status == "confirmed"
    assert Discrepancy.objects.get().status == "confirmed"
    decision = Decision.objects.get()
    assert (decision.editor, decision.status, decision.note) == (editor, "confirmed", "See the letter.")
    assert before <= decision.decided_at <= timezone.now()


def test_every_decision_is_kept_latest_first(discrepancy: Discrepancy, editor: User) -> None:
    for status in ("confirmed", "dismissed", "open"):
        decide_discrepancy(discrepancy, editor=editor, status=status)

    assert list(discrepancy.decisions.values_list("status", flat=True)) == ["open", "dismissed", "confirmed"]
    assert Discrepancy.objects.get().status == "open"


def test_an_unknown_status_changes_nothing(discrepancy: Discrepancy, editor: User) -> None:
    with pytest.raises(UnknownStatus, match="open, confirmed, dismissed"):
        decide_discrepancy(discrepancy, editor=editor, status="solved")

    assert Discrepancy.objects.get().status == "open"
    assert not Decision.objects.exists()
