"""Which passages carry one statement: every case of cases/alignment.toml, and the rules around them."""

import tomllib
from pathlib import Path

import pytest

from articles.analysis.alignment import Statement
from articles.analysis.pipeline import Witness, analyse, compare
from articles.analysis.rulings import Printed, Ruling
from articles.analysis.speaker_identity import may_be_one
from tests.analysis.story_texts import BACKGROUND, article, witness

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "alignment.toml").read_text("utf-8"))
CASES, STORIES = TABLE["case"], TABLE["story"]


def printed(
    witnesses: list[Witness], statement: Statement, *, suggested: bool = False
) -> list[tuple[int, str]]:
    return [
        (reading.article, reading.of(witnesses[reading.article].analysis.text))
        for reading in statement.readings
        if reading.suggested is suggested
    ]


def carrying(witnesses: list[Witness], words: str) -> list[Statement]:
    return [
        statement
        for statement in compare(witnesses).statements
        if any(words in text for _, text in printed(witnesses, statement))
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_it_joins_what_carries_one_statement(case):
    witnesses = [
        witness(index, case[name], case["speakers"][index]) for index, name in enumerate(("one", "other"))
    ]
    own = [len(BACKGROUND[index]) for index in (0, 1)]
    found = "apart"
    for statement in compare(witnesses).statements:
        sure = {
            reading.article: reading.suggested
            for reading in statement.readings
            if reading.start > own[reading.article]
        }
        if len(sure) == 2:
            found = "suggested" if any(sure.values()) and found != "joined" else "joined"
    assert found == case["expected"]


@pytest.mark.parametrize("story", STORIES, ids=[story["why"] for story in STORIES])
def test_it_joins_what_carries_one_statement_across_whole_stories(story):
    background = [*BACKGROUND, "The mayor of Northbridge ordered flags to fly at half mast until Sunday."]
    witnesses = [
        article(at, f"{background[at]}\n\n{text}", story["speakers"][at] or [""])
        for at, text in enumerate(story["articles"])
    ]
    rows = [printed(witnesses, statement) for statement in compare(witnesses).statements]
    for words in story["joined"]:
        assert any(all(_prints(row, one) for one in words) for row in rows), words
    for words in story["apart"]:
        assert not any(all(_prints(row, one) for one in words) for row in rows), words


def _prints(row: list[tuple[int, str]], place: str) -> bool:
    """Say whether a row has the words of a place, "A: cracked hull", which is the first article's."""
    letter, words = place.split(": ", 1)
    return any(at == "ABC".index(letter) and words in text for at, text in row)


def test_two_sentences_of_one_quotation_are_two_statements():
    text = (
        "“We will publish an update when the review of the hull is done. The review of the hull is ongoing.”"
    )
    witnesses = [witness(0, text, "Anna Berg"), witness(1, text, "Anna Berg")]
    statements = carrying(witnesses, "review of the hull")
    assert len(statements) == 2
    assert all(len(statement.readings) == 2 for statement in statements)


def test_two_sentences_are_one_reading_where_another_outlet_prints_them_as_one():
    witnesses = [
        witness(
            0, "“With sadness I leave the shipyard. I can no longer sign off hulls I distrust.”", "Anna Berg"
        ),
        witness(
            1,
            "“With sadness I leave the shipyard, since I can no longer sign off hulls I distrust.”",
            "Anna Berg",
        ),
    ]
    (statement,) = carrying(witnesses, "With sadness")
    assert printed(witnesses, statement)[0] == (
        0,
        "With sadness I leave the shipyard. I can no longer sign off hulls I distrust.",
    )


def test_a_fragment_in_the_lead_and_the_quotation_in_full_are_one_statement():
    witnesses = [
        witness(
            0,
            "An engineer has quit over a hull that “was cracked from bow to stern”.\n\n"
            "“The hull was cracked from bow to stern and nobody listened,” Anna Berg said.",
            "Anna Berg",
        ),
        witness(
            1, "“The hull was cracked from bow to stern and nobody listened,” Anna Berg said.", "Anna Berg"
        ),
    ]
    (statement,) = carrying(witnesses, "cracked from bow to stern")
    assert [(reading.article, reading.kind) for reading in statement.readings] == [
        (0, "partial"),
        (0, "verbatim"),
        (1, "verbatim"),
    ]


def test_readings_tell_how_they_print_the_statement():
    full = "“The board buried our report on the cracked hull for eleven months,” Anna Berg said."
    witnesses = [
        witness(0, full, "Anna Berg"),
        witness(
            1,
            "Anna Berg said a report on the cracked hull had been buried by the board for eleven months.",
            "",
        ),
    ]
    (statement,) = carrying(witnesses, "cracked hull")
    assert [reading.kind for reading in statement.readings] == ["verbatim", "reported"]
    assert statement.speaker == "Anna Berg"


def test_what_one_outlet_alone_quotes_is_kept_and_what_it_alone_reports_is_not():
    witnesses = [
        witness(0, "“Nobody phoned my mother for nine hours,” Omar Haddad said.", "Omar Haddad"),
        witness(1, "Volunteers served soup in the church hall.", ""),
    ]
    assert len(carrying(witnesses, "phoned my mother")) == 1
    assert carrying(witnesses, "soup") == []


def test_the_outlets_own_words_before_a_fragment_are_a_statement_of_their_own():
    witnesses = [
        witness(0, "The shipyard declined to comment on the inspection, calling safety “a daily habit”.", ""),
        witness(1, "The shipyard declined to comment on the inspection.", ""),
    ]
    (statement,) = carrying(witnesses, "declined to comment on the inspection")
    assert [reading.kind for reading in statement.readings] == ["reported", "reported"]


def test_shared_statements_stand_as_the_story_unfolds_before_those_of_one_outlet():
    first, second, third = (
        "“The hull was cracked from bow to stern,” Anna Berg said.",
        "“Nobody phoned the families for nine hours,” Anna Berg said.",
        "“Every pump on the lower deck had rusted through,” Anna Berg said.",
    )
    witnesses = [
        witness(0, f"{first}\n\n{third}", "Anna Berg"),
        witness(1, f"{first}\n\n{second}\n\n{third}", "Anna Berg"),
    ]
    texts = [printed(witnesses, statement)[0][1][:6] for statement in compare(witnesses).statements]
    assert [text for text in texts if text in ("The hu", "Nobody", "Every ")] == [
        "The hu",
        "Every ",
        "Nobody",
    ]


def test_every_reading_lies_inside_its_context():
    witnesses = [
        article(
            0,
            "Anna Berg called it “a scandal” and “a crime”. “We were ignored. Twice,” she said.",
            ["Anna Berg"],
        ),
        article(1, "“It is a scandal and a crime,” said Anna Berg. “We were ignored twice.”", ["Anna Berg"]),
    ]
    for statement in compare(witnesses).statements:
        for reading in statement.readings:
            assert reading.context.covers(reading)


def test_an_article_without_words_takes_part_in_nothing():
    assert compare([article(0, " ", [""]), article(1, "…", [""])]).statements == ()


WARNED = "“The harbour board ignored our warnings about the ferry for eleven months,” {} said."


def test_two_who_speak_together_are_named_both_and_join_with_a_reading_of_either():
    witnesses = [
        witness(0, WARNED.format("Anna Berg and Omar Haddad"), "Anna Berg; Omar Haddad"),
        witness(1, WARNED.format("Berg"), "Berg"),
    ]
    comparison = compare(witnesses)
    (statement,) = carrying(witnesses, "ignored our warnings")
    assert statement.speaker == "Anna Berg; Omar Haddad"
    assert [reading.suggested for reading in statement.readings] == [False, False]
    assert [found.kind for found in comparison.discrepancies] == []


def test_what_two_say_together_does_not_join_what_each_says_alone():
    assert may_be_one([("berg", "haddad"), ("haddad", "berg"), ("berg",)])
    assert not may_be_one([("berg",), ("haddad",)])
    assert not may_be_one([("berg", "haddad"), ("berg",), ("haddad",)])
    assert not may_be_one([("berg", "haddad"), ("haddad", "lind")])


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody listened to the divers.”\n\n– Anna Berg, the union's special envoy for safety at sea",
        "Anna Berg, the union's special envoy for safety at sea:\n\n“Nobody listened to the divers.”",
        "Anna Berg told reporters:\n\n“Nobody listened to the divers.”",
    ],
    ids=["a signature", "a label", "a verb of saying on a line of its own"],
)
def test_a_line_that_only_names_the_speaker_is_no_unit(text):
    assert [unit.of(text) for unit in analyse(text, published=None).units] == [
        "Nobody listened to the divers."
    ]


def test_a_sentence_that_says_more_than_who_speaks_is_a_unit():
    text = (
        "Anna Berg resigned on Tuesday over the cracked hull and told reporters:\n\n“Nobody listened to us.”"
    )
    assert len(analyse(text, published=None).units) == 2


FULL = "“There is no justification for the yard's continued silence about the hull,” Anna Berg said."


@pytest.mark.parametrize(
    ("other_speaker", "readings"), [("Anna Berg", 3), ("Omar Haddad", 2)], ids=["her own words", "another's"]
)
def test_a_short_fragment_goes_to_the_statement_that_alone_has_its_words(other_speaker, readings):
    witnesses = [
        article(
            0,
            f"The ferry left harbour with “no justification”, {other_speaker} told a packed inquiry room.\n\n"
            f"{FULL}",
            [other_speaker, "Anna Berg"],
        ),
        article(1, FULL, ["Anna Berg"]),
    ]
    (statement,) = [
        found
        for found in carrying(witnesses, "no justification")
        if len({r.article for r in found.readings}) > 1
    ]
    assert len(statement.readings) == readings


def test_two_rows_of_the_same_words_are_offered_to_each_other_once():
    words = "“My sister phoned me from the flooded car deck,” {} said."
    witnesses = [
        article(at, f"News {at}.\n\n{words.format(speaker)}", [speaker])
        for at, speaker in enumerate(["Anna Berg", "Anna Berg", "Omar Haddad", "Omar Haddad"])
    ]
    rows = {statement.speaker: statement for statement in compare(witnesses).statements}
    assert {at for at, _ in printed(witnesses, rows["Anna Berg"])} == {0, 1}
    assert [at for at, _ in printed(witnesses, rows["Anna Berg"], suggested=True)] in ([2], [3])
    assert [at for at, _ in printed(witnesses, rows["Omar Haddad"], suggested=True)] in ([0], [1])


def test_what_an_editor_refuses_is_refused_for_all_its_row():
    words = "“My sister phoned me from the flooded car deck,” {} said."
    witnesses = [
        article(at, f"News {at}.\n\n{words.format(speaker)}", [speaker])
        for at, speaker in enumerate(["Anna Berg", "Anna Berg", "Omar Haddad", "Omar Haddad"])
    ]
    places = [Printed(article=at, start=9, end=60) for at in (0, 2)]
    refused = Ruling(one=places[0], other=places[1], same=False)
    rows = compare(witnesses, rulings=[refused]).statements
    assert not any(reading.suggested for statement in rows for reading in statement.readings)


def test_a_quotation_that_an_editor_joins_to_a_report_gives_it_no_speaker():
    witnesses = [
        article(0, "Divers found the bell of the wreck near Turku on Monday.", [""]),
        article(1, "Divers near Turku found the bell of the wreck on Monday.", [""]),
        article(2, "“They have rung it twice since,” Anna Berg said.", ["Anna Berg"]),
    ]
    accepted = Ruling(
        one=Printed(article=0, start=0, end=50), other=Printed(article=2, start=1, end=30), same=True
    )
    (row,) = compare(witnesses, rulings=[accepted]).statements
    assert [reading.article for reading in row.readings] == [0, 1, 2]
    assert row.speaker is None
