"""What a report says of each row: the base's words, and in an apparatus what others print in their place."""

from hashlib import sha256

import pytest

from articles.models import Story
from articles.selectors.comparison_choices import Choices
from articles.selectors.comparison_source import comparison_source
from articles.selectors.report import Report, ReportRow, report
from articles.selectors.report_choices import in_words
from tests.factories import Said, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db

BASE = "We will close the two depots in the spring."


def read(story: Story, **choices: object) -> Report:
    return report(story, source=comparison_source(story), choices=Choices(**choices))


def told(row: ReportRow) -> list[str]:
    """Return the apparatus in one line a variant: base ] words (how) outlets."""
    return [
        f"{entry.words} ] {'+' if variant.added else ''}{variant.words} {', '.join(variant.outlets)}"
        for entry in row.entries
        for variant in entry.variants
    ]


def words(row: ReportRow) -> str:
    return "".join(piece.text for piece in row.pieces)


@pytest.fixture
def story() -> Story:
    """Return a story whose first row has every kind of variant."""
    story = make_story()
    gazette, courier, herald, mirror = (
        make_article(story, name) for name in ("Gazette", "Courier", "Herald", "Mirror")
    )
    closing = make_statement(
        story,
        Said(gazette, BASE),
        Said(courier, "We will shut the two depots in spring."),
        Said(herald, "We will shut the two old depots in the spring."),
    )
    make_discrepancy(closing, "wording", "close / shut", (gazette, "close"), (courier, "shut"))
    make_statement(story, Said(gazette, "Nobody came."), Said(mirror, "Nobody came."))
    make_statement(story, Said(gazette, "It is over."), speaker="Ben Ode")
    return story


def test_variants_stand_in_the_order_of_the_bases_words(story: Story) -> None:
    row = read(story).rows[0]

    assert words(row) == f"“{BASE}”"
    assert row.base
    assert row.base.label == "Gazette"
    assert told(row) == ["close ] shut Courier, Herald", "two ] +old Herald", "the ]  Courier"]


def test_it_follows_the_chosen_base(story: Story) -> None:
    courier = story.articles.get(outlet__name="Courier")
    found = read(story, base=courier.pk)

    assert found.base == "Courier"
    assert words(found.rows[0]) == "“We will shut the two depots in spring.”"
    assert "shut ] close Gazette" in told(found.rows[0])
    assert found.rows[1].falls_back


def test_a_row_says_who_prints_it_and_who_does_not(story: Story) -> None:
    second = read(story).rows[1]

    assert [reading.label for reading in second.others] == ["Mirror"]
    assert [(gap.reason, gap.labels) for gap in second.gaps] == [("Not printed", ("Courier", "Herald"))]
    assert not second.differs


def test_a_report_in_other_words_is_given_in_full() -> None:
    story = make_story()
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(
        story, Said(gazette, BASE), Said(courier, "Two sites face an uncertain future.", kind="reported")
    )
    (row,) = read(story).rows

    assert row.entries == ()
    assert [reading.words for reading in row.in_other_words] == ["Two sites face an uncertain future."]
    assert row.differs


def test_slight_variants_stand_in_it_when_every_variant_is_asked_for() -> None:
    story = make_story()
    gazette, courier = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(gazette, "The Board has spoken."), Said(courier, "The board has spoken."))

    assert told(read(story).rows[0]) == []
    assert told(read(story, show="every").rows[0]) == ["Board ] board Courier"]


def test_rows_and_discrepancies_are_those_of_the_choices(story: Story) -> None:
    assert len(read(story).discrepancies) == 1
    assert read(story).rows[0].discrepancies == (1,)
    assert [row.speaker for row in read(story, speaker="Ben Ode").rows] == ["Ben Ode"]
    assert read(story, speaker="Ben Ode").discrepancies == ()
    assert len(read(story, changes_only=True).rows) == 1
    assert read(story, changes_only=True).total == 3


def test_the_majority_can_be_the_base(story: Story) -> None:
    found = read(story, base="majority")

    assert found.has_majority
    assert found.rows[0].base is None
    assert "close" in [variant.words for entry in found.rows[0].entries for variant in entry.variants]


def test_each_text_is_named_to_the_letter() -> None:
    story = make_story()
    make_article(story, "Gazette", text="One text.", published=None)
    make_article(story, "Gazette", text="Another text.", extent="excerpt", copy_of="AFP")
    first, second = read(story).witnesses

    assert (first.label, second.label) == ("Gazette 1", "Gazette 2")
    assert first.text_hash == sha256(b"One text.").hexdigest()
    assert first.text_hash != second.text_hash
    assert second.copied == "copy of AFP"
    assert second.extent == "excerpt"


def test_choices_are_told_in_words(story: Story) -> None:
    columns = comparison_source(story).columns
    gazette, courier, *_ = columns
    chosen = Choices(
        hide=(gazette.article, courier.article), outlet=gazette.outlet_id, kind="wording", words="depots"
    )

    assert in_words(Choices(), columns=columns) == ()
    assert in_words(chosen, columns=columns) == (
        "Without Gazette and Courier.",
        "Only rows that Gazette prints.",
        "Only rows with a discrepancy of the kind “Wording”.",
        "Only rows with the words “depots”.",
    )
