import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.passages import Passage, normalise, paragraphs, sentences, tokens


def whole(text: str) -> Passage:
    return Passage(start=0, end=len(text))


def printed_sentences(text: str) -> list[str]:
    return [sentence.of(text) for sentence in sentences(text, whole(text))]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2)])
def test_a_passage_cannot_be_empty_or_reversed(start, end):
    with pytest.raises(ValueError, match="start < end"):
        Passage(start=start, end=end)


def test_a_paragraph_is_a_printed_line_without_the_space_around_it():
    text = "\n  One.\r\n\r\n\u00a0Two. \u2028Three\n \n"
    assert [paragraph.of(text) for paragraph in paragraphs(text)] == ["One.", "Two.", "Three"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Sen. Al Franken in St. Louis.",
        "George W. Bush and J. K. Rowling agreed.",
        "The U.K. Government paid £2.3 million on Oct. 7, 2023.",
        "“Why?” she asked.",
        "Acme Corp. Chairman Ann Lee left at 5 p.m. Friday.",
        "It scored 3.5 percent.",
    ],
)
def test_it_does_not_end_a_sentence_at_an_abbreviation(text):
    assert printed_sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed!", ["He left.", "She stayed!"]),
        ("He went to the U.S. The rest stayed.", ["He went to the U.S.", "The rest stayed."]),
        ("“No.” “Yes!” she said.", ["“No.”", "“Yes!” she said."]),
        ("He said no. Nobody heard.", ["He said no.", "Nobody heard."]),
        ("It began at 5 p.m. “We won,” he said.", ["It began at 5 p.m.", "“We won,” he said."]),
        ("A line\nand another", ["A line", "and another"]),
    ],
)
def test_it_ends_sentences(text, expected):
    assert printed_sentences(text) == expected


def test_tokens_keep_the_printed_word():
    text = "The U.K.’s co-operation cost £576 million, 2.3 or 80% – “don’t”, A&B said."
    assert [token.text for token in tokens(text, whole(text))] == [
        "The", "U.K.’s", "co-operation", "cost", "£576", "million",
        "2.3", "or", "80%", "don’t", "A&B", "said",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("Licence", "license"),
        ("recognise", "recognize"),
        ("analysed", "analyzed"),
        ("programme’s", "program's"),
        ("neighbourhoods", "neighborhoods"),
        ("defence", "defense"),
        ("labelled", "labeled"),
        ("centres", "centers"),
        ("co-operation", "cooperation"),
        ("paediatric", "pediatric"),
        ("U.K.", "UK"),
        ("Sejourné", "Sejourne"),
        ("towards", "toward"),
        ("judgement", "judgment"),
        ("practise", "practice"),
        ("learnt", "learned"),
        ("spelt", "spelled"),
        ("mouldy", "moldy"),
        ("ploughing", "plowing"),
        ("marvellous", "marvelous"),
        ("manoeuvred", "maneuvered"),
        ("encyclopaedia", "encyclopedia"),
        ("enquiries", "inquiries"),
        ("s---", "s****"),
    ],
)
def test_two_spellings_of_a_word_are_one_norm(british, american):
    assert normalise(british) == normalise(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("concern", "concerns"),
        ("cheque", "check"),
        ("3-2", "32"),
        ("dinner", "diner"),
        ("four", "for"),
        ("hour", "hor"),
        ("belt", "belled"),
        ("s---", "s"),
    ],
)
def test_two_words_keep_two_norms(one, other):
    assert normalise(one) != normalise(other)


@given(st.text())
def test_every_passage_lies_in_its_text(text):
    last = 0
    for paragraph in paragraphs(text):
        assert last <= paragraph.start
        last = paragraph.end
        found = sentences(text, paragraph)
        assert "".join("".join(one.of(text) for one in found).split()) == "".join(paragraph.of(text).split())
        for token in tokens(text, paragraph):
            assert paragraph.covers(token)
            assert token.text == token.of(text)


@pytest.mark.parametrize("piece", ["x", "a. ", "“", ".", "a.b.", "-a", "U.S. ", ")."])
def test_it_loses_nothing_of_a_long_text_that_repeats_itself(piece):
    text = piece * (400_000 // len(piece))
    (paragraph,) = paragraphs(text)
    printed = "".join(sentence.of(text) for sentence in sentences(text, paragraph))
    assert printed.replace(" ", "") == text.replace(" ", "")


def test_a_word_has_the_punctuation_between_it_and_its_neighbours():
    text = "“Yes,” he said – (“no”); and/or “never”."
    found = tokens(text, Passage(start=0, end=len(text)))
    assert [(token.before, token.text, token.after) for token in found] == [
        ("", "Yes", ",”"),
        ("", "he", ""),
        ("", "said", " –"),
        ("(“", "no", "”);"),
        ("", "and", "/"),
        ("", "or", ""),
        ("“", "never", ""),
    ]
    assert [token.pointed.of(text) for token in found][3] == "(“no”);"
