"""The board: which rows, against which base, with what marked."""

from datetime import date

import pytest

from articles.models import Article, Outlet, Quote, Story
from articles.selectors.comparison import comparison
from articles.selectors.comparison_board import Board
from articles.selectors.comparison_choices import UNNAMED, Choices
from articles.selectors.comparison_source import comparison_source
from tests.factories import Said, build_story, make_article, make_discrepancy, make_statement, make_story

pytestmark = pytest.mark.django_db


def board(story: Story, **chosen) -> Board:
    return comparison(comparison_source(story), choices=Choices(**chosen))


def as_text(cell) -> str:
    """Write a cell's first reading with [changed|base's words], +added+ and -left out-, context in (…)."""
    shapes = {
        "same": "{0.text}",
        "context": "({0.text})",
        "changed": "[{0.text}|{0.instead}]",
        "added": "+{0.text}+",
        "left_out": "-{0.text}-",
    }
    return "".join(shapes[piece.kind].format(piece) for piece in cell.readings[0].pieces)


@pytest.fixture
def story() -> Story:
    return make_story()


@pytest.fixture
def gazette(story: Story) -> Article:
    return make_article(story, "Gazette", published=date(2024, 5, 2))


@pytest.fixture
def courier(story: Story) -> Article:
    return make_article(story, "Courier", published=date(2024, 5, 1))


# The base


def test_the_base_is_the_article_with_most_readings(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We close both depots."))
    make_statement(story, Said(gazette, "Nobody uses them."))

    assert [header.is_base for header in board(story).headers] == [True, False]


def test_the_first_column_is_the_base_among_equals(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We close both depots."))

    assert [header.is_base for header in board(story).headers] == [True, False]


@pytest.mark.parametrize(
    "partial", [{"extent": "excerpt"}, {"extent": "truncated"}, {"copy_of": "Gazette"}, {"copy_of": "Agency"}]
)
def test_an_article_that_copies_or_is_not_whole_does_not_become_the_base(story, gazette, partial):
    make_statement(story, Said(gazette, "We close both depots."))
    if "copy_of" in partial:
        partial = {"copy_of": Outlet.objects.get_or_create(name=partial["copy_of"])[0]}
    added = make_article(story, "Courier", **partial)
    for words in ("Nobody uses them.", "They stand empty."):
        make_statement(story, Said(added, words))

    assert [header.is_base for header in board(story).headers] == [True, False]


def test_where_every_article_is_partial_the_one_with_most_readings_is_the_base(story):
    first, second = (make_article(story, name, extent="excerpt") for name in ("Gazette", "Courier"))
    make_statement(story, Said(first, "We close both depots."), Said(second, "We close both depots."))
    make_statement(story, Said(second, "Nobody uses them."))

    assert [header.is_base for header in board(story).headers] == [False, True]


def test_suggested_readings_do_not_make_a_base(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We close both depots."))
    make_statement(
        story, Said(courier, "Nobody uses them."), Said(gazette, "They stand empty.", suggested=True)
    )
    make_statement(story, Said(gazette, "Not one.", suggested=True), Said(courier, "None."))

    assert [header.is_base for header in board(story).headers] == [False, True]


def test_the_chosen_article_is_the_base(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "We will close both depots in the spring."),
        Said(courier, "We will shut both depots in the spring."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert [as_text(cell) for cell in row.cells] == [
        "“We will close both depots in the spring.”",
        "“We will [shut|close] both depots in the spring.”",
    ]
    (row,) = board(story, base=courier.pk).rows
    assert as_text(row.cells[0]) == "“We will [close|shut] both depots in the spring.”"


def test_a_row_the_base_does_not_print_falls_to_the_first_that_does(story, gazette, courier):
    herald = make_article(story, "Herald")
    make_statement(
        story,
        Said(courier, "I hope that others follow her good example."),
        Said(herald, "I hope that others follow her brave example."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert not row.base_is_chosen
    assert row.falls_back
    assert row.base.outlet == "Courier"
    assert [cell.is_base for cell in row.cells] == [False, True, False]
    assert as_text(row.cells[2]) == "“I hope that others follow her [brave|good] example.”"


def test_a_row_of_one_outlet_alone_is_compared_with_nothing(story, gazette, courier):
    make_statement(story, Said(courier, "Nobody uses them."))

    (row,) = board(story, base=gazette.pk).rows
    assert not row.base_is_chosen
    assert not row.falls_back


def test_a_story_without_statements_or_articles_has_an_empty_board(story):
    assert board(story).rows == ()
    assert board(story).headers == ()


def test_rows_that_outlets_share_stand_before_those_of_one_alone(story, gazette, courier):
    make_statement(story, Said(gazette, "Nobody uses them."))
    make_statement(story, Said(gazette, "They stand empty."), Said(courier, "Empty.", suggested=True))
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We close both depots."))

    shown = board(story)
    assert [row.number for row in shown.rows] == [3, 1, 2]
    assert [(part.heading, len(part.rows)) for part in shown.parts] == [
        ("", 1),
        ("Printed by one outlet alone", 2),
    ]


# The cells


def test_words_outside_the_quotation_marks_are_context(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "We see clear signs of rust on the north pier every day."),
        Said(courier, "clear signs of rust", before="She cited ", after=" on the pier.", kind="partial"),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert as_text(row.cells[1]) == "(She cited )“clear signs of rust”( on the pier.)"
    assert not row.cells[1].differs, "a fragment left nothing out"


def test_words_left_out_in_the_middle_stand_where_they_were(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "We will close the old and empty depots in the spring."),
        Said(courier, "We will close the depots in the early spring."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert as_text(row.cells[1]) == "“We will close the-old and empty- depots in the +early+ spring.”"


def test_words_left_out_after_a_comma_stand_after_the_readings_own_full_stop(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "I close them after years of repairs, however I can answer for it no longer."),
        Said(courier, "I close them after years of repairs. I can answer for it no longer."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert "of repairs. -however-I can" in as_text(row.cells[1])


def test_a_slight_variant_is_marked_only_when_every_variant_is_asked_for(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "The Board will organise the closure."),
        Said(courier, "The board will organize the closure."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert as_text(row.cells[1]) == "“The board will organize the closure.”"
    assert not row.differs
    (row,) = board(story, base=gazette.pk, show="every").rows
    assert as_text(row.cells[1]) == "“The [board|Board] will [organize|organise] the closure.”"
    assert all(piece.slight for piece in row.cells[1].readings[0].pieces if piece.instead)


def test_punctuation_is_marked_with_the_word_before_it_among_every_variant(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "They film, openly burning and looting; nobody stops them, however we try."),
        Said(courier, "They film openly, burning and looting; nobody stops them. We try"),
    )

    (row,) = board(story, base=gazette.pk, show="every").rows
    assert as_text(row.cells[1]) == (
        "“They [film openly,|film, openly] burning and looting; nobody stops them. -however-[We|we] try”"
    )
    (row,) = board(story, base=gazette.pk).rows
    assert "film openly, burning" in as_text(row.cells[1])


def test_a_reading_in_words_of_its_own_is_called_so_and_not_marked_all_over(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "I raised this at every level and heard nothing back."),
        Said(courier, "Despite several warnings Low received no answer.", kind="reported"),
    )

    (row,) = board(story, base=gazette.pk).rows
    (reading,) = row.cells[1].readings
    assert reading.other_words
    assert as_text(row.cells[1]) == "Despite several warnings Low received no answer."
    assert row.cells[1].heat == 4
    assert reading.is_uncompared, "the cell says why it has no mark"
    assert board(story, base=gazette.pk).differences == 1


def test_a_full_quote_is_not_in_other_words_than_a_report(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "Despite several warnings Low received no answer.", kind="reported"),
        Said(courier, "I raised this at every level and heard nothing back."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert not row.cells[1].readings[0].other_words
    assert row.cells[1].readings[0].is_uncompared


def test_a_full_quote_is_not_in_other_words_than_a_shorter_one(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "nothing back", before="She heard ", kind="partial"),
        Said(courier, "I raised this at every level and in every week of the year and heard nothing back."),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert not row.cells[1].readings[0].other_words
    assert not row.cells[1].differs, "the shorter one has no other words"


def test_two_fragments_of_one_sentence_show_it_once(story, gazette, courier):
    text = "Low called it “a mess” and went on that “nobody asked us” before."
    quote = make_statement(story, Said(gazette, "It is a mess and nobody asked us."))
    revision = courier.revisions.get()
    revision.text = f"{text}"
    revision.save()
    for at, words in enumerate(("a mess", "nobody asked us"), start=1):
        start = text.index(words)
        quote.readings.create(
            revision=revision,
            start=start,
            end=start + len(words),
            context_start=0,
            context_end=len(text),
            position=at,
            kind="partial",
        )

    (row,) = board(story, base=gazette.pk, show="every").rows
    shown = [
        "".join(piece.text for piece in one.pieces if piece.kind != "left_out")
        for one in row.cells[1].readings
    ]
    assert shown == ["Low called it “a mess” and went on that", " “nobody asked us” before."]


def test_every_cell_joins_to_the_sentence_as_printed(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "It is sad, she says: we must close the two depots – both of them – at once."),
        Said(courier, "it’s sad we must shut both depots", before="Low wrote: ", after=" …", kind="reworded"),
    )

    for show in ("changed", "every"):
        (row,) = board(story, base=gazette.pk, show=show).rows
        for cell, sentence in zip(
            row.cells,
            [
                "“It is sad, she says: we must close the two depots – both of them – at once.”",
                "Low wrote: “it’s sad we must shut both depots” …",
            ],
            strict=True,
        ):
            pieces = cell.readings[0].pieces
            assert "".join(piece.text for piece in pieces if piece.kind != "left_out") == sentence


def test_several_readings_of_one_article_stand_in_one_cell(story, gazette, courier):
    make_statement(
        story,
        Said(gazette, "We close both depots and nobody will lose work."),
        Said(courier, "We close both depots"),
        Said(courier, "nobody will lose work"),
    )

    (row,) = board(story, base=gazette.pk).rows
    assert [reading.paragraph for reading in row.cells[1].readings] == [2, 3]
    assert row.carriers == 2


def test_a_suggested_reading_is_shown_as_possibly_the_same(story, gazette, courier):
    make_statement(
        story, Said(gazette, "We close both depots."), Said(courier, "Two depots go.", suggested=True)
    )

    (row,) = board(story).rows
    assert row.carried == ("yes", "maybe")
    assert row.carriers == 1
    assert row.cells[1].readings[0].suggested
    assert not row.differs, "what is only possibly the same is no difference yet"
    assert row.cells[1].heat is None


def test_a_gap_says_whether_we_hold_the_whole_text(story, gazette):
    make_article(story, "Courier")
    make_article(story, "Herald", extent="excerpt")
    make_article(story, "Mirror", extent="truncated")
    make_statement(story, Said(gazette, "We close both depots."))

    (row,) = board(story).rows
    assert [cell.gap for cell in row.cells[1:]] == [
        "Not printed",
        "Not in the text we hold",
        "Not in the text we hold",
    ]


def test_a_gap_in_a_text_that_waits_to_be_read_says_so(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."))
    courier.revisions.update(analysis_version=None)

    assert board(story).rows[0].cells[1].gap == "Not read yet"


def test_an_old_revisions_readings_are_passed_over(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We close both depots."))
    courier.revisions.update(is_current=False)
    courier.revisions.create(number=2, text="Another text.", text_hash="0")

    (row,) = board(story).rows
    assert not row.cells[1].readings


def test_the_heat_of_a_column_tells_row_by_row_how_much_changed(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."), Said(courier, "We close both depots."))
    make_statement(story, Said(gazette, "Nobody has used them for years."))
    make_statement(
        story,
        Said(gazette, "It is with regret that I leave."),
        Said(courier, "It is with relief that we leave."),
    )

    header = board(story, base=gazette.pk).headers[1]
    assert header.heat == (0, 2, None)
    assert (header.changed, header.carried) == (1, 2)


# Who speaks, and what differs


def test_a_row_without_a_speaker_is_unknown_when_surely_quoted_and_a_fact_when_not(story, gazette, courier):
    make_statement(story, Said(gazette, "We close both depots."), speaker="")
    make_statement(story, Said(gazette, "Two depots are to close.", kind="reported"), speaker="")
    make_statement(
        story,
        Said(gazette, "Nobody used them.", kind="reported"),
        Said(courier, "They stood empty.", suggested=True),
        speaker="",
    )

    assert [row.speaker for row in board(story).rows] == ["Unknown speaker", "Reported fact", "Reported fact"]


def test_a_row_carries_its_discrepancies_with_the_differing_words(story, gazette, courier):
    statement = make_statement(
        story, Said(gazette, "We spend £576 million."), Said(courier, "We spend £574 million.")
    )
    make_discrepancy(statement, "figure", "Two sums.", (gazette, "£576 million"), (courier, "£574 million"))
    make_discrepancy(statement, "cue", "Two cues.", severity="low", status="dismissed")

    (row,) = board(story).rows
    assert [(flag.label, flag.words, flag.state) for flag in row.flags] == [
        ("Figure", ("£576 million", "£574 million"), "Serious"),
        ("Cue word", (), "Dismissed"),
    ]


def test_a_discrepancy_of_no_statement_is_flagged_at_every_row_that_shows_its_evidence(
    story, gazette, courier
):
    counted = make_statement(
        story, Said(gazette, "We employ them all.", before="Of the 300 staff she said: ")
    )
    make_statement(story, Said(courier, "Nobody uses them."))
    other = make_statement(story, Said(courier, "The depots have 350 people.", kind="reported"), speaker="")
    staff = make_discrepancy(counted, "figure", "300 / 350", (gazette, "300"), of_story=True)
    reading = other.readings.get()
    start = reading.revision.text.index("350")
    staff.evidence.create(revision=reading.revision, start=start, end=start + 3)

    shown = board(story, kind="figure")
    assert [row.number for row in shown.rows] == [1, 3]
    assert [flag.words for row in shown.rows for flag in row.flags] == [("300", "350")] * 2


def show_name(statement, discrepancy, words):
    """Have a discrepancy's evidence also stand in the first reading of a statement."""
    reading = statement.readings.select_related("revision").order_by("position")[0]
    start = reading.revision.text.index(words, reading.context_start)
    discrepancy.evidence.create(revision=reading.revision, start=start, end=start + len(words))


@pytest.mark.parametrize("kind", ["name", "role"])
def test_a_name_is_flagged_only_where_both_its_sides_can_be_seen(story, gazette, courier, kind):
    both = make_statement(story, Said(gazette, "Mr Low pays staff."), Said(courier, "Mr Lowe pays staff."))
    one = make_statement(story, Said(gazette, "Mr Low meets them."), Said(courier, "He meets them."))
    found = make_discrepancy(both, kind, "Low / Lowe", (gazette, "Low"), (courier, "Lowe"), of_story=True)
    show_name(one, found, "Low")

    rows = board(story).rows
    assert [(flag.words, flag.elsewhere) for flag in rows[0].flags] == [(("Low", "Lowe"), ())]
    assert rows[1].flags == ()


def test_a_name_whose_sides_no_row_shows_together_is_flagged_at_the_rarer(story, gazette, courier):
    rows = [
        make_statement(story, Said(gazette, "Mr Low pays staff.")),
        make_statement(story, Said(gazette, "Mr Low meets them.")),
        make_statement(story, Said(courier, "Mr Lowe stays.")),
    ]
    found = make_discrepancy(rows[0], "name", "Low / Lowe", (gazette, "Low"), of_story=True)
    show_name(rows[1], found, "Low")
    show_name(rows[2], found, "Lowe")

    assert [[(flag.words, flag.elsewhere) for flag in row.flags] for row in board(story).rows] == [
        [],
        [],
        [(("Lowe",), ("Low",))],
    ]


def test_a_name_of_which_rows_show_one_side_alone_is_flagged_there(story, gazette, courier):
    shown = make_statement(story, Said(gazette, "Mr Low pays staff."))
    found = make_discrepancy(shown, "name", "Low / Lowe", (gazette, "Low"), of_story=True)
    revision = courier.revisions.get()
    found.evidence.create(revision=revision, start=0, end=3)

    (flag,) = board(story).rows[0].flags
    assert (flag.words, flag.elsewhere) == (("Low",), (revision.text[:3],))


def test_a_row_is_flagged_once_with_each_discrepancy_the_first_to_look_at_first(story, gazette, courier):
    statement = make_statement(
        story, Said(gazette, "Mr Low pays 300 staff."), Said(courier, "Mr Lowe pays 300 staff.")
    )
    make_discrepancy(statement, "name", "Low / Lowe", (gazette, "Low"), (courier, "Lowe"), of_story=True)
    make_discrepancy(statement, "wording", "Low / Lowe", (gazette, "Low"), (courier, "Lowe"))

    assert [flag.kind for flag in board(story).rows[0].flags] == ["name", "wording"]


def test_evidence_in_an_old_revision_flags_nothing(story, gazette, courier):
    statement = make_statement(story, Said(gazette, "Mr Low pays."), Said(courier, "Mr Lowe pays."))
    make_discrepancy(statement, "name", "Low / Lowe", (gazette, "Low"), of_story=True)
    gazette.revisions.update(is_current=False)

    assert board(story).rows[0].flags == ()


def test_a_superseded_discrepancy_is_not_flagged(story, gazette):
    statement = make_statement(story, Said(gazette, "We close both depots."))
    make_discrepancy(statement, "wording", "Gone.")
    story.discrepancies.update(superseded=True)

    assert board(story).rows[0].flags == ()


# The choices


@pytest.fixture
def five_rows(story, gazette, courier):
    """Return the story with rows that differ in all that can be chosen."""
    one = make_statement(
        story, Said(gazette, "We will close both depots."), Said(courier, "We will shut both depots.")
    )
    make_discrepancy(one, "wording", "close / shut", (gazette, "close"), (courier, "shut"))
    make_statement(
        story, Said(gazette, "Nobody uses them."), Said(courier, "Nobody uses them."), speaker="Ben Ode"
    )
    make_statement(story, Said(gazette, "It’s the board’s “last word”."), speaker="Ben Ode")
    two = make_statement(story, Said(courier, "Both stand empty since 2008.", kind="reported"), speaker="")
    make_discrepancy(two, "date", "2008 / 2009", severity="low")
    return story


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ({}, [1, 2, 3, 4]),
        ({"changes_only": True}, [1]),
        ({"shared_only": True}, [1, 2]),
        ({"speaker": "Ben Ode"}, [2, 3]),
        ({"speaker": UNNAMED}, [4]),
        ({"kind": "any"}, [1, 4]),
        ({"kind": "date"}, [4]),
        ({"kind": "name"}, []),
        ({"words": "SHUT"}, [1]),
        ({"words": "it's the  board's \"last"}, [3]),
        ({"words": "2008", "speaker": "Ben Ode"}, []),
        ({"words": "ben ode"}, [2, 3]),
    ],
)
def test_choices_hide_rows(five_rows, chosen, numbers):
    shown = board(five_rows, **chosen)

    assert [row.number for row in shown.rows] == numbers
    assert shown.total == 4


def test_words_are_also_looked_for_in_the_speaker_as_printed(story, gazette):
    statement = make_statement(story, Said(gazette, "We close both depots."), speaker="Ada Low")
    Quote.objects.filter(readings__statement=statement).update(speaker_as_printed="the chairwoman")

    assert board(story, words="Chairwoman").rows
    assert not board(story, words="chairman").rows


def test_the_outlet_choice_keeps_rows_that_the_outlet_prints(five_rows, courier):
    assert [row.number for row in board(five_rows, outlet=courier.outlet_id).rows] == [1, 2, 4]


def test_changes_only_follows_which_variants_are_shown(story, gazette, courier):
    make_statement(story, Said(gazette, "The Board will close."), Said(courier, "The board will close."))

    assert not board(story, changes_only=True).rows
    assert board(story, changes_only=True, show="every").rows


# Cost


@pytest.mark.parametrize("statements", [10, 200])
def test_five_queries_read_any_number_of_rows(statements, django_assert_num_queries):
    story = build_story(statements=statements, outlets=5)

    with django_assert_num_queries(5):
        shown = board(story)

    assert len(shown.keys) == statements
    assert shown.differences
