"""A story's words become findable, and only those that it has now."""

import pytest

from articles.models import ArticleWords, Omission, ReadingWords, Revision
from articles.services.index_story import index_story
from tests.factories import Said, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def index(story):
    index_story(story, revisions=list(Revision.objects.filter(article__story=story, is_current=True)))


def test_it_keeps_a_reading_with_its_sentence_and_its_speaker():
    story = make_story()
    make_statement(
        story, Said(make_article(story, "Gazette"), "We close.", before="She wrote: "), speaker="Zoë Low"
    )

    index(story)

    words = ReadingWords.objects.get()
    assert (words.words, words.sentence, words.names) == ("we close", " she wrote we close ", "zoe low low")


def test_it_keeps_the_articles_own_words_apart_from_what_its_statements_print():
    story = make_story("Depots to close")
    article = make_article(story, "Gazette")
    make_statement(story, Said(article, "We close.", before="She wrote: "))

    index(story)

    kept = {words.part: words for words in ArticleWords.objects.all()}
    assert kept["whole"].words == " depots to close gazette reports she wrote we close "
    assert kept["own"].words == " depots to close gazette reports "
    (start, end), *_rest = kept["own"].passages
    assert kept["own"].revision.text[start:end].strip() == "Depots to close, Gazette reports"


def test_it_leaves_out_what_is_not_the_article():
    story = make_story()
    article = make_article(story, "Gazette", text="Skip to main content\nDepots close.")
    Omission.objects.create(revision=article.revisions.get(), start=0, end=20, reason="navigation")

    index(story)

    assert {words.words for words in ArticleWords.objects.all()} == {" depots close "}


def test_it_keeps_a_suggested_reading_unless_the_words_stand_in_another_row():
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    suggested = make_statement(story, Said(one, "We close."), Said(other, "It may shut.", suggested=True))
    index(story)
    assert ReadingWords.objects.filter(reading__suggested=True).count() == 1

    elsewhere = suggested.readings.get(suggested=True)
    row = make_statement(story, Said(one, "Nobody asked."))
    row.readings.update(revision=elsewhere.revision, start=elsewhere.start, end=elsewhere.end)
    index(story)

    assert not ReadingWords.objects.filter(reading__suggested=True).exists()


def test_a_second_time_changes_nothing():
    story = make_story()
    make_statement(story, Said(make_article(story, "Gazette"), "We close."))

    index(story)
    index(story)

    assert (ReadingWords.objects.count(), ArticleWords.objects.count()) == (1, 2)


def test_words_go_with_what_they_belong_to():
    story = make_story()
    make_statement(story, Said(make_article(story, "Gazette"), "We close."))
    index(story)

    story.articles.get().delete()

    assert (ReadingWords.objects.count(), ArticleWords.objects.count()) == (0, 0)


def test_words_of_an_earlier_revision_are_found_no_more():
    story = make_story()
    article = make_article(story, "Gazette", text="Depots close.")
    index(story)
    article.revisions.update(is_current=False)
    article.revisions.create(number=2, text="Depots open.", text_hash="x", is_current=True)

    index(story)

    assert {words.words for words in ArticleWords.objects.all()} == {" depots open "}


@pytest.mark.parametrize("text", ["x" * 500_000, " ".join(f"w{number:x}" for number in range(80_000))])
def test_the_longest_text_can_be_kept(text):
    story = make_story()
    make_statement(story, Said(make_article(story, "Gazette", text=text[:400_000]), text[:90_000]))

    index(story)

    assert ArticleWords.objects.count() == 2
