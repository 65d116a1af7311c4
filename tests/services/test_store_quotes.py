"""Quotes as rows, with editors' corrections on top."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.analysis.passages import Passage
from articles.analysis.quotes import Quote as ReadQuote
from articles.models import Quote, Revision
from articles.services.revise_article import revise_article
from articles.services.store_quotes import store_quotes
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

TEXT = "“We close the depots,” said Low. “It is a pity,” she added."


def read(text: str, words: str, **fields: object) -> ReadQuote:
    start = text.index(words)
    inside = Passage(start=start + 1, end=start + len(words) - 1)
    given = {"type": "direct", "speaker": "Ada Low", **fields}
    return ReadQuote(start=start, end=start + len(words), segments=(inside,), **given)  # type: ignore[arg-type]


@pytest.fixture
def revision(db: None) -> Revision:
    return make_article(make_story(), "Gazette", text=TEXT).revisions.get()


@pytest.fixture
def correct(editor: User) -> Callable[[Quote], None]:
    def corrects(quote: Quote) -> None:
        quote.speaker, quote.corrected_by, quote.corrected_at = "Bea High", editor, timezone.now()
        quote.save()

    return corrects


def test_it_stores_what_was_read(revision: Revision) -> None:
    mention = Passage(start=TEXT.index("Low"), end=TEXT.index("Low") + 3)
    quote = read(
        TEXT, "“We close the depots,”", speaker_as_printed="Low", speaker_at=mention, cue="said", review=True,
        review_reason="Two people are named.",
    )  # fmt: skip
    store_quotes([quote], revision=revision)

    row = Quote.objects.get()
    assert row.text == "“We close the depots,”"
    assert row.segments == [[1, 21]]
    assert (row.speaker, row.speaker_as_printed, row.cue) == ("Ada Low", "Low", "said")
    assert TEXT[row.speaker_start : row.speaker_end] == "Low"
    assert (row.review, row.review_reason) == (True, "Two people are named.")


def test_an_unknown_speaker_is_empty(revision: Revision) -> None:
    store_quotes([read(TEXT, "“It is a pity,”", speaker=None)], revision=revision)

    assert Quote.objects.get().speaker == ""


def test_a_speaker_too_long_to_be_one_costs_only_its_tail(revision: Revision) -> None:
    store_quotes([read(TEXT, "“It is a pity,”", speaker="x" * 1000)], revision=revision)

    assert len(Quote.objects.get().speaker) == 300


def test_reading_again_keeps_ids_and_drops_what_is_gone(revision: Revision) -> None:
    first, second = read(TEXT, "“We close the depots,”"), read(TEXT, "“It is a pity,”")
    store_quotes([first, second], revision=revision)
    held = Quote.objects.get(start=0)
    store_quotes([read(TEXT, "“We close the depots,”", speaker="Low")], revision=revision)

    assert Quote.objects.get() == held
    assert Quote.objects.get().speaker == "Low"


def test_a_correction_outlives_a_new_reading(
    revision: Revision, correct: Callable[[Quote], None], editor: User
) -> None:
    store_quotes([read(TEXT, "“We close the depots,”")], revision=revision)
    correct(Quote.objects.get())
    store_quotes([read(TEXT, "“We close the depots,”", speaker="Cy Mid")], revision=revision)

    assert (Quote.objects.get().speaker, Quote.objects.get().corrected_by) == ("Bea High", editor)


def test_a_correction_goes_over_to_the_quote_drawn_longer(
    revision: Revision, correct: Callable[[Quote], None]
) -> None:
    store_quotes([read(TEXT, "“We close the depots,”")], revision=revision)
    correct(Quote.objects.get())
    store_quotes([read(TEXT, "“We close the depots,” said Low. “It is a pity,”")], revision=revision)

    assert Quote.objects.get().speaker == "Bea High"
    assert Quote.objects.get().end == TEXT.index(" she added")


def test_a_corrected_quote_that_is_not_read_any_more_stays(
    revision: Revision, correct: Callable[[Quote], None]
) -> None:
    store_quotes([read(TEXT, "“We close the depots,”")], revision=revision)
    correct(Quote.objects.get())
    store_quotes([read(TEXT, "“It is a pity,”")], revision=revision)

    assert list(Quote.objects.order_by("start").values_list("speaker", flat=True)) == ["Bea High", "Ada Low"]


def test_a_correction_moves_along_to_the_next_revision(
    revision: Revision, correct: Callable[[Quote], None]
) -> None:
    store_quotes([read(TEXT, "“We close the depots,”"), read(TEXT, "“It is a pity,”")], revision=revision)
    correct(Quote.objects.get(start=0))
    text = f"Updated. {TEXT}"
    following, _ = revise_article(text, article=revision.article)
    store_quotes([read(text, "“We close the depots,”"), read(text, "“It is a pity,”")], revision=following)

    assert list(following.quotes.values_list("speaker", flat=True)) == ["Bea High", "Ada Low"]
    assert revision.quotes.count() == 2
