"""Two articles side by side: what is linked, marked, left out and flagged in them."""

import pytest

from articles.models import Evidence, Omission, Revision
from articles.selectors.reader import reader_page
from articles.selectors.reader_articles import closest, offers
from tests.factories import (
    Said,
    build_story,
    make_article,
    make_discrepancy,
    make_statement,
    make_story,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def articles(story):
    return make_article(story, "Gazette"), make_article(story, "Courier")


def page(story, left=None, right=None):
    return reader_page(*closest(offers(story), left=left, right=right))


def stretches(text):
    return [stretch for paragraph in text.paragraphs for stretch in paragraph.stretches]


def words(text):
    return [(one.word.name, one.text, one.word.instead) for one in stretches(text) if one.word]


def test_both_texts_are_printed_whole(story, articles):
    make_statement(story, Said(articles[0], "We close the depots."), Said(articles[1], "We shut the depots."))

    shown = page(story)

    for side, article in ((shown.left, articles[0]), (shown.right, articles[1])):
        printed = "\n".join(
            "".join(stretch.text for stretch in paragraph.stretches) for paragraph in side.paragraphs
        )
        assert printed == article.revisions.get().text


def test_the_words_that_differ_are_marked_in_both(story, articles):
    make_statement(
        story,
        Said(articles[0], "We will close the two depots for good in spring."),
        Said(articles[1], "We will shut the two depots in early spring."),
    )

    shown = page(story)

    assert words(shown.left) == [("changed", "close", "shut"), ("alone", "for good", "")]
    assert words(shown.right) == [("changed", "shut", "close"), ("alone", "early", "")]
    assert shown.links[0].places == 3


def test_a_report_in_other_words_is_not_marked_word_by_word(story, articles):
    make_statement(
        story,
        Said(articles[0], "We will close the two depots for good."),
        Said(articles[1], "The firm gives up both of its old sites, Ms Low announced.", kind="reported"),
    )

    shown = page(story)

    assert shown.links[0].other_words
    assert words(shown.left) == words(shown.right) == []


def test_the_lines_of_other_outlets_do_not_matter(story, articles):
    third = make_article(story, "Herald")
    make_statement(
        story,
        Said(third, "Both depots we will shut."),
        Said(articles[1], "We will shut both depots."),
        Said(articles[0], "We will close both depots."),
    )

    shown = page(story, left=articles[0].pk, right=articles[1].pk)

    assert words(shown.left) == [("changed", "close", "shut")]


def test_a_passage_is_linked_with_its_quotation_marks(story, articles):
    make_statement(
        story,
        Said(articles[0], "We close.", before="She said: ", after=" Then she left."),
        Said(articles[1], "We close."),
    )

    linked = [one.text for one in stretches(page(story).left) if one.links]

    assert linked == ["“We close.”"]


def test_a_joint_tells_its_partner_and_the_paragraph_it_is_in(story, articles):
    make_statement(story, Said(articles[1], "Nobody asked us."), speaker="")
    make_statement(story, Said(articles[0], "We close."), Said(articles[1], "We close."))

    (joint,) = [joint for one in stretches(page(story).left) for joint in one.joints]

    assert (joint.number, joint.name, joint.partner, joint.paragraph) == (1, "left-1", "right-1", 3)


def test_the_partner_is_printed_under_the_passage_for_narrow_pages(story, articles):
    make_statement(story, Said(articles[0], "We close the depots."), Said(articles[1], "We shut the depots."))

    (partner,) = [one for paragraph in page(story).left.paragraphs for one in paragraph.partners]

    assert "".join(one.text for one in partner.stretches) == "We shut the depots."
    assert [one.word.name for one in partner.stretches if one.word] == ["changed"]


def test_what_is_left_out_says_why_and_counts_for_nothing(story):
    text = "Share this page\nThe depots close."
    article = make_article(story, "Gazette", text=text)
    make_article(story, "Courier")
    Omission.objects.create(revision=article.revisions.get(), start=0, end=15, reason="navigation")

    side = page(story).left

    assert [(one.omitted, one.reason) for one in stretches(side)] == [(True, "navigation"), (False, "")]
    assert side.paragraphs[0].omitted
    assert side.words == 3


def test_a_discrepancy_is_between_the_two_only_where_they_print_different_words(story, articles):
    third = make_article(story, "Herald")
    same = make_statement(
        story,
        *(
            Said(article, f"About {count} staff left.")
            for article, count in zip([*articles, third], (300, 300, 350), strict=True)
        ),
    )
    other = make_statement(story, Said(articles[0], "We close."), Said(articles[1], "We shut."))
    make_discrepancy(same, "figure", "300 / 350", (articles[0], "300"), (articles[1], "300"), (third, "350"))
    make_discrepancy(other, "wording", "close / shut", (articles[0], "close"), (articles[1], "shut"))

    flags = [
        flag for one in stretches(page(story, articles[0].pk, articles[1].pk).left) for flag in one.flags
    ]

    assert [(flag.label, flag.between, flag.statement) for flag in flags] == [
        ("Figure", False, same.pk),
        ("Wording", True, other.pk),
    ]


def test_a_discrepancy_of_no_statement_is_told_by_the_row_around_its_words(story, articles):
    row = make_statement(story, Said(articles[0], "About 300 staff left."), Said(articles[1], "Staff left."))
    make_discrepancy(row, "figure", "300 / 350", (articles[0], "300"), of_story=True)

    (flag,) = [flag for one in stretches(page(story).left) for flag in one.flags]
    assert flag.statement == row.pk

    Evidence.objects.update(start=0, end=5)
    (flag,) = [flag for one in stretches(page(story).left) for flag in one.flags]
    assert flag.statement is None


@pytest.mark.parametrize("gone", [{"status": "dismissed"}, {"superseded": True}])
def test_a_discrepancy_that_is_none_any_more_is_not_flagged(story, articles, gone):
    row = make_statement(story, Said(articles[0], "We close."), Said(articles[1], "We shut."))
    make_discrepancy(row, "wording", "close / shut", (articles[0], "close"), (articles[1], "shut"))
    story.discrepancies.update(**gone)

    assert not any(one.flags for one in stretches(page(story).left))


def test_suggested_readings_are_linked_as_such_and_not_counted(story, articles):
    make_statement(story, Said(articles[0], "We close."), Said(articles[1], "We shut.", suggested=True))

    shown = page(story)

    assert [entry.suggested for entry in shown.links] == [True]
    assert shown.sure == 0
    assert (shown.left.per_cent, shown.right.per_cent) == (0, 0)


def test_it_opens_with_the_two_that_have_most_in_common(story):
    one, other, third = (make_article(story, name) for name in ("Gazette", "Courier", "Herald"))
    make_statement(story, Said(one, "We close."), Said(other, "We close."))
    make_statement(story, Said(other, "Nobody asked us."), Said(third, "Nobody asked us."))
    make_statement(story, Said(other, "We leave."), Said(third, "We leave."))

    names = [offer.name for offer in closest(offers(story), left=None, right=None)]
    beside_one = [offer.name for offer in closest(offers(story), left=None, right=one.pk)]

    assert names == ["Courier", "Herald"]
    assert beside_one == ["Courier", "Gazette"]


def test_copies_and_references_come_last(story):
    one = make_article(story, "Gazette")
    copy = make_article(story, "Courier", copy_of="Gazette")
    reference = make_article(story, "Transcript", is_reference=True)
    third = make_article(story, "Herald")
    for words in ("We close.", "We leave."):
        make_statement(story, Said(one, words), Said(copy, words), Said(reference, words))
    make_statement(story, Said(one, "Nobody asked us."), Said(third, "Nobody asked us."))

    names = [offer.name for offer in closest(offers(story), left=None, right=None)]

    assert names == ["Gazette", "Herald"]


def test_two_articles_of_one_outlet_are_told_apart(story):
    for published in ("2024-05-01", "2024-05-02", None, None):
        make_article(story, "Gazette", published=published)

    assert [offer.name for offer in offers(story)] == [
        "Gazette, 1 May 2024",
        "Gazette, 2 May 2024",
        "Gazette, undated",
        "Gazette, undated, no. 2",
    ]


def test_a_story_of_one_article_has_no_pair(story):
    assert closest(offers(story), left=None, right=None) is None
    make_article(story, "Gazette")
    assert closest(offers(story), left=None, right=None) is None


@pytest.mark.parametrize(("statements", "outlets"), [(5, 2), (60, 6)])
def test_it_reads_in_a_fixed_number_of_queries(django_assert_num_queries, statements, outlets):
    story = build_story(statements=statements, outlets=outlets)

    with django_assert_num_queries(8):
        page(story)


def test_an_earlier_revision_is_not_read(story, articles):
    make_statement(story, Said(articles[0], "We close."), Said(articles[1], "We close."))
    articles[0].revisions.update(is_current=False)
    Revision.objects.create(article=articles[0], number=2, text="All new.", text_hash="b" * 64)

    shown = page(story)

    assert [one.text for one in stretches(shown.left)] == ["All new."]
    assert shown.links == ()
