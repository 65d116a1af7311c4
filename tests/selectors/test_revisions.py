"""The texts of an article, and what became of its quotations."""

import pytest

from articles.models import Quote, Revision
from articles.selectors.revisions import ON_A_PAGE, compared_revisions, revision_page
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(make_story(), "Gazette", text="The depots close.\nThey are old.")


def revise(article, text: str) -> Revision:
    last = article.revisions.latest("number")
    article.revisions.update(is_current=False)
    return Revision.objects.create(
        article=article,
        number=last.number + 1,
        text=text,
        text_hash=f"{last.number:064}",
        analysis_version=last.analysis_version,
    )


def quote(revision: Revision, words: str, *, speaker: str = "Ada Low", kind: str = "direct") -> None:
    start = revision.text.index(words)
    Quote.objects.create(
        revision=revision,
        start=start - 1,
        end=start + len(words) + 1,
        segments=[[start, start + len(words)]],
        speaker=speaker,
        type=kind,
    )


def quotations(article):
    found = compared_revisions(article, older=1, newer=2).quotes
    return [(one.kind, one.speaker, one.was, one.paragraph) for one in found]


def test_each_text_tells_what_changed_since_the_one_before(article):
    revise(article, "The depots stay.\nThey are old.\nNobody was asked.")

    newest, first = revision_page(article).entries

    assert (newest.number, newest.is_current, newest.words) == (2, True, 9)
    assert (newest.counts.changed, newest.counts.added, newest.counts.words_added) == (1, 1, 4)
    assert first.counts is None


def test_texts_come_in_pages_and_the_last_of_a_page_knows_the_one_before_it(
    article, django_assert_num_queries
):
    for number in range(ON_A_PAGE + 1):
        revise(article, f"The depots close.\nThey are {number} years old.")

    with django_assert_num_queries(2):
        first = revision_page(article)
    last = revision_page(article, page="99")

    assert (first.number, first.pages, len(first.entries)) == (1, 2, ON_A_PAGE)
    assert first.entries[-1].counts.changed == 1
    assert [(entry.number, entry.counts is None) for entry in last.entries] == [(2, False), (1, True)]


def test_neighbouring_paragraphs_that_stayed_are_folded(article):
    article.revisions.update(text="One.\nTwo.\nThree.\nFour.\nFive.")
    revise(article, "One.\nTwo.\nThree!\nFour.\nSix and more.")

    stretches = compared_revisions(article, older=1, newer=2).stretches

    assert [(stretch.folded, len(stretch.changes)) for stretch in stretches][:3] == [
        (True, 2),
        (False, 1),
        (False, 1),
    ]


def test_a_changed_quotation_is_told_with_its_words(article):
    article.revisions.update(text="Intro.\n“We will close six depots,” she said.")
    quote(article.revisions.get(), "We will close six depots,")
    quote(
        revise(article, "Intro.\nMore.\n“We will close two depots,” she said."), "We will close two depots,"
    )

    (change,) = compared_revisions(article, older=1, newer=2).quotes

    assert (change.kind, change.speaker, change.paragraph) == ("changed", "Ada Low", 3)
    assert [(piece.kind, piece.text) for piece in change.pieces if piece.kind != "same"] == [
        ("removed", "six"),
        ("added", "two"),
    ]


def test_quotations_that_came_went_or_have_another_speaker_are_told(article):
    article.revisions.update(text="“No comment,” it said.\n“It is a great shame,” he said.")
    older = article.revisions.get()
    quote(older, "No comment,", speaker="The firm")
    quote(older, "It is a great shame,")
    newer = revise(article, "“No comment,” Mr Ek said.\n“Nobody asked the drivers,” he said.")
    quote(newer, "No comment,", speaker="Bo Ek")
    quote(newer, "Nobody asked the drivers,")

    assert quotations(article) == [
        ("speaker", "Bo Ek", "The firm", 1),
        ("removed", "Ada Low", "", 2),
        ("added", "Ada Low", "", 2),
    ]


def test_other_marks_and_another_cut_are_no_news(article):
    article.revisions.update(text="“We close the depots. We leave the town.”")
    quote(article.revisions.get(), "We close the depots. We leave the town.")
    newer = revise(article, '"We close the depots," she said. "We leave the town."')
    quote(newer, "We close the depots,")
    quote(newer, "We leave the town.")

    assert [kind for kind, *_ in quotations(article)] in ([], ["changed"])


def test_reported_speech_is_no_quotation(article):
    article.revisions.update(text="She said the depots close.")
    quote(article.revisions.get(), "depots close", kind="indirect")
    revise(article, "She said nothing.")

    assert quotations(article) == []


@pytest.mark.parametrize("unread", [{"analysis_version": None}, {"language": "fr"}])
def test_quotations_of_a_text_that_was_not_read_are_not_compared(article, unread):
    newer = revise(article, "The depots stay.")
    Revision.objects.filter(pk=newer.pk).update(**unread)

    assert compared_revisions(article, older=1, newer=2).quotes is None


def test_it_reads_in_a_fixed_number_of_queries(article, django_assert_num_queries):
    for number in range(3):
        revise(article, f"The depots close.\nThey are {number} years old.")

    with django_assert_num_queries(2):
        compared_revisions(article, older=1, newer=4)
