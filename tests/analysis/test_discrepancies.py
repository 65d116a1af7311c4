"""What an editor is asked to look at: differences between the marks, of speaker, of cue, and their rank."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from articles.analysis.discrepancies import Discrepancy, Evidence, ranked
from articles.analysis.pipeline import Witness, analyse, compare
from articles.analysis.wording_severity import severity
from tests.analysis.story_texts import article

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "discrepancies.toml").read_text("utf-8"))["case"]

SPOKEN = "“Each day we see clear examples of neglect {} by the board of the yard,” Anna Berg said."


def found(*texts: str, speakers: tuple[str, ...] = (), cues: tuple[str, ...] = ()) -> list[Discrepancy]:
    return list(compare(articles(*texts, speakers=speakers, cues=cues)).discrepancies)


def articles(*texts: str, speakers: tuple[str, ...] = (), cues: tuple[str, ...] = ()) -> list[Witness]:
    return [
        article(
            index,
            text,
            [speakers[index] if speakers else "Anna Berg"],
            cues=[cues[index]] * 3 if cues else (),
        )
        for index, text in enumerate(texts)
    ]


def evidence(discrepancy: Discrepancy, *texts: str) -> list[tuple[int, str]]:
    return [(item.article, item.of(texts[item.article])) for item in discrepancy.readings]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_it_reports_what_an_editor_should_see(case):
    texts = case["articles"]
    witnesses = [
        Witness(id=str(at), outlet=f"Outlet {at}", published=None, analysis=analyse(text))
        for at, text in enumerate(texts)
    ]
    assert [
        [found.kind, found.severity, *(text for _, text in evidence(found, *texts))]
        for found in compare(witnesses).discrepancies
    ] == case["discrepancies"]


def test_a_changed_word_between_the_marks_is_a_difference_of_wording():
    texts = SPOKEN.format("perpetuated"), SPOKEN.format("perpetrated")
    (discrepancy,) = found(*texts)
    assert (discrepancy.kind, discrepancy.severity) == ("wording", "high")
    assert evidence(discrepancy, *texts) == [(0, "perpetuated"), (1, "perpetrated")]
    assert discrepancy.summary == "Outlet A prints “perpetuated”, Outlet B “perpetrated”."


def test_one_difference_is_one_discrepancy_however_many_share_a_side():
    texts = SPOKEN.format("perpetuated"), SPOKEN.format("perpetrated"), SPOKEN.format("perpetrated")
    (discrepancy,) = found(*texts)
    assert [item.article for item in discrepancy.readings] == [0, 1, 2]
    assert discrepancy.summary == "Outlet A prints “perpetuated”, Outlet B and Outlet C “perpetrated”."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We will licence the organisation’s whistle blowing scheme.",
            "We will license the organization's whistleblowing scheme.",
        ),
        ("We will not stop, whatever the board decides.", "We won't stop whatever the Board decides"),
        ("Over 80% of the yard’s pumps had rusted.", "Over 80 per cent of the yard’s pumps had rusted."),
    ],
)
def test_spelling_case_and_punctuation_are_none(one, other):
    assert found(f"Anna Berg said: “{one}”", f"Anna Berg said: “{other}”") == []


def test_words_outside_the_marks_are_the_outlets_own():
    assert (
        found(
            "Anna Berg, an engineer from Turku, wrote: “The pumps had rusted through.”",
            "The former engineer Anna Berg told a hearing: “The pumps had rusted through.”",
        )
        == []
    )


def test_a_reference_needs_no_marks_for_its_words_to_be_somebodys():
    quoted = articles(
        "“We will shut the harbour before the winter storms,” Anna Berg said.",
        "“We will close the harbour before the winter storms,” Anna Berg said.",
    )
    letter = article(2, "We will close the harbour before the winter storms.", ["Anna Berg"])

    (alone,) = compare([*quoted, letter]).discrepancies
    (settled,) = compare([*quoted, replace(letter, reference=True)]).discrepancies

    assert {side.article for side in alone.readings} == {0, 1}
    assert {side.article for side in settled.readings} == {0, 1, 2}


def test_words_left_out_inside_a_sentence_are_dropped():
    texts = (
        "“The passengers were left with no safe quarter to flee to. Nobody came,” Anna Berg said.",
        "“The passengers were left with no safe quarter. Nobody came,” Anna Berg said.",
    )
    (discrepancy,) = found(*texts)
    assert discrepancy.kind == "dropped"
    assert evidence(discrepancy, *texts) == [(0, "to flee to"), (1, "quarter")]
    assert [item.lacking for item in discrepancy.readings] == [False, True]
    assert discrepancy.summary == "Outlet A prints “to flee to” between the marks, Outlet B does not."


@pytest.mark.parametrize(
    "shorter",
    [
        "“The pumps had rusted … and the board knew it,” Anna Berg said.",
        "“The pumps had rusted [...] and the board knew it,” Anna Berg said.",
        "“The pumps had rusted ... and the board knew it,” Anna Berg said.",
    ],
)
def test_words_left_out_with_an_ellipsis_are_not(shorter):
    assert (
        found("“The pumps had rusted through long ago and the board knew it,” Anna Berg said.", shorter) == []
    )


def test_a_fragment_leaves_nothing_out_before_and_after_it():
    assert (
        found(
            "“The pumps had rusted through long ago and the board knew it,” Anna Berg said.",
            "Anna Berg said pumps “had rusted through long ago”.",
        )
        == []
    )


def test_a_quotation_that_goes_on_behind_the_marks_leaves_nothing_out():
    assert (
        found(
            "“The pumps had rusted through and nobody had looked at them,” Anna Berg said.",
            "“The pumps had rusted through,” Anna Berg said.",
        )
        == []
    )


@pytest.mark.parametrize(
    "shorter",
    [
        "“Nobody had looked at the pumps of the lower deck in years.” Anna Berg said so.",
        "“After the fire in spring, nobody had looked at the pumps of the lower deck.” Anna Berg said so.",
    ],
)
def test_a_quotation_may_open_and_end_within_its_sentence(shorter):
    longer = "“After the fire in spring, nobody had looked at the pumps of the lower deck in years.”"
    assert found(f"{longer} Anna Berg said so.", shorter) == []


def test_a_reworded_opening_is_one_difference():
    texts = (
        "“It is with sadness that I resign after eleven years at the yard,” Anna Berg said.",
        "“I am sad to resign after eleven years at the yard,” Anna Berg said.",
    )
    (discrepancy,) = found(*texts)
    assert discrepancy.kind == "wording"
    assert evidence(discrepancy, *texts) == [(0, "It is with sadness that I"), (1, "I am sad to")]


def test_an_article_that_prints_both_sides_is_on_the_side_of_the_others():
    said = "“The pumps of the lower deck had rusted through, and the board knew,” Anna Berg said."
    later = "Later she wrote: “The pumps of the lower deck had really rusted through, and the board knew.”"
    assert found(said, f"{said}\n\n{later}") == []


def test_words_that_stand_in_another_sentence_of_the_quotation_are_not_dropped():
    assert (
        found(
            "“The pumps had rusted through, and the board of the yard never looked.” Anna Berg said so.",
            "“The pumps had rusted through. And the board of the yard never looked.” Anna Berg said so.",
        )
        == []
    )


def test_a_bracketed_word_is_the_outlets_own():
    assert (
        found(
            "“I bear responsibility for all the pumps of the yard,” Anna Berg said.",
            "Anna Berg says she “bear[s] responsibility for all the pumps of the yard”.",
            "“I bear responsibility for all the pumps (and valves) of the yard,” Anna Berg said.",
        )
        == []
    )


def test_two_sentences_on_one_subject_are_not_a_misquotation():
    assert (
        found(
            "“The rusted pumps of the ferry killed eleven sailors that night,” Anna Berg said.",
            "“Eleven sailors might live had the ferry carried new pumps and no rust,” Anna Berg said.",
        )
        == []
    )


def test_differences_that_divide_the_outlets_in_different_ways_are_several():
    words = (
        "“We served with pride, {}I can go on no longer {} that the yard {} guilty of fraud,” Anna Berg said."
    )
    texts = (
        words.format("", "knowing", "may be"),
        words.format("but ", "in the knowledge", "may be"),
        words.format("", "knowing", "may have been"),
    )
    kinds = {tuple(evidence(item, *texts)): item.severity for item in found(*texts)}
    assert kinds == {
        ((0, "may be"), (1, "may be"), (2, "may have been")): "high",
        ((0, "knowing"), (1, "in the knowledge"), (2, "knowing")): "medium",
        ((0, "pride, I"), (1, "but"), (2, "pride, I")): "low",
    }


def test_the_same_words_of_another_speaker_are_a_difference_of_speaker():
    words = "“The pumps of the ferry had rusted through long before it sailed,” {} said."
    texts = words.format("Anna Berg"), words.format("Omar Haddad")
    (discrepancy,) = found(*texts, speakers=("Anna Berg", "Omar Haddad"))
    assert (discrepancy.kind, discrepancy.severity) == ("speaker", "high")
    assert {"Anna Berg", "Omar Haddad"} <= {text for _, text in evidence(discrepancy, *texts)}


def test_a_verb_that_judges_is_a_difference_of_cue():
    texts = (
        "“The pumps had rusted through long before it sailed,” Anna Berg said.",
        "“The pumps had rusted through long before it sailed,” Anna Berg admitted.",
    )
    (discrepancy,) = found(*texts, cues=("said", "admitted"))
    assert discrepancy.kind == "cue"
    assert evidence(discrepancy, *texts) == [(0, "said"), (1, "admitted")]
    assert discrepancy.summary == "Outlet A prints “said”, Outlet B “admitted”."


def test_verbs_that_only_report_are_no_difference():
    texts = (
        "“The pumps had rusted through long before it sailed,” Anna Berg said.",
        "“The pumps had rusted through long before it sailed,” Anna Berg added.",
    )
    assert found(*texts, cues=("said", "added")) == []


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((("perpetuated",), ("perpetrated",)), "high"),
        ((("save",), ("saving",)), "medium"),
        ((("not",), ()), "high"),
        ((("52",), ("48",)), "high"),
        ((("be",), ("have", "been")), "high"),
        ((("knowing",), ("in", "the", "knowledge")), "medium"),
        ((("to", "flee", "to"), ()), "medium"),
        ((("however",), ("but",)), "low"),
        ((("concern",), ("concerns",)), "low"),
        ((("and",), ()), "low"),
    ],
)
def test_severity_follows_the_meaning(sides, expected):
    assert severity(sides) == expected
    assert severity(tuple(reversed(sides))) == expected


def test_the_gravest_come_first():
    def made(kind, severity, articles):
        return Discrepancy(
            kind=kind,
            severity=severity,
            verdict=None,
            summary="",
            readings=tuple(Evidence(start=0, end=1, article=index) for index in range(articles)),
        )

    small, name, cue, wording = (
        made("wording", "low", 2),
        made("name", "medium", 2),
        made("cue", "medium", 3),
        made("wording", "high", 2),
    )
    widespread = made("wording", "high", 4)
    assert ranked([small, cue, wording, name, widespread]) == (widespread, wording, name, cue, small)


def test_both_places_at_which_a_quotation_is_reworded_are_reported():
    texts = (
        (
            "“I hope more engineers will follow the brave lead of Anna Berg and speak up against the "
            "enablers of the yard's failures,” Omar Haddad said."
        ),
        (
            "“I hope more engineers will follow Anna Berg's courageous leadership and speak out against "
            "those who facilitate shipyard failures,” Omar Haddad said."
        ),
    )
    places = [evidence(discrepancy, *texts) for discrepancy in found(*texts, speakers=("Omar Haddad",) * 2)]
    assert places == [
        [(0, "the brave lead of Anna Berg"), (1, "Anna Berg's courageous leadership")],
        [(0, "up against the enablers of the yard's"), (1, "out against those who facilitate shipyard")],
    ]
