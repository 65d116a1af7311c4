import io
import json
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.analysis import extract_command, nlp
from articles.analysis.pipeline import analyse

HOUSE = Path(__file__).parents[2]


def extract(*lines: bytes) -> tuple[int, list[dict], list[str]]:
    answers, errors = io.StringIO(), io.StringIO()
    code = extract_command.run(io.BytesIO(b"\n".join(lines)), answers, errors)
    return (
        code,
        [json.loads(line) for line in answers.getvalue().splitlines()],
        errors.getvalue().splitlines(),
    )


def line(**article: object) -> bytes:
    return json.dumps(article).encode()


def test_it_gives_a_speaker_whom_the_text_does_not_name_as_printed_and_flags_the_quote():
    _, answers, _ = extract(line(id="a1", text="“We won,” they said."))
    (quote,) = answers[0]["quotes"]
    assert (quote["speaker"], quote["review"]) == ("they", True)


def test_it_writes_the_quotes_of_each_article():
    text = "“We won,” said Mark Smith."
    code, answers, errors = extract(line(id="a1", text=text))
    assert (code, errors) == (0, [])
    assert answers == [
        {
            "id": "a1",
            "quotes": [
                {
                    "start": 0,
                    "end": 9,
                    "text": "“We won,”",
                    "type": "direct",
                    "speaker": "Mark Smith",
                    "speaker_start": 15,
                    "speaker_end": 25,
                    "cue": "said",
                    "review": False,
                }
            ],
        }
    ]


def test_a_bad_line_is_named_and_the_others_go_through():
    code, answers, errors = extract(
        line(id=1, text="“We won,” said Mark Smith."),
        b"{",
        b"\xff",
        b"[1]",
        line(id=2),
        line(text="x"),
        line(id=3, text=7),
        line(id=4, text="half a pair: \ud800"),
        line(id=5, text=""),
    )
    assert code == 1
    assert [answer["id"] for answer in answers] == [1, 5]
    assert [error.split(":")[0] for error in errors] == [f"line {number}" for number in range(2, 9)]
    assert errors[1] == "line 3: This is not UTF-8."
    assert errors[3] == 'line 5: The field "text" is missing or not a string.'


def test_empty_lines_are_passed_over():
    code, answers, errors = extract(b"", line(id=1, text="No quotes."), b"  ", b"")
    assert (code, errors) == (0, [])
    assert answers == [{"id": 1, "quotes": []}]


def test_no_input_is_no_error():
    assert extract() == (0, [], [])


def test_it_runs_without_django():
    program = (
        "import sys; sys.modules['django'] = None; sys.argv = ['extract', 'extract'];"
        "from articles.analysis.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=line(id=1, text="“Oui,” said Zoë.") + b"\nbad\n",
        capture_output=True,
        cwd=HOUSE,
        check=False,
    )
    assert done.returncode == 1
    assert json.loads(done.stdout)["quotes"][0]["text"] == "“Oui,”"
    assert done.stderr.decode().startswith("line 2: This is not JSON")


def test_it_names_another_language_and_reads_nothing_of_it():
    text = "Le ministre a démissionné vendredi. « Je ne peux plus servir ce gouvernement », a-t-il dit."
    code, answers, errors = extract(line(id="a1", text=text))
    assert (code, errors) == (0, [])
    assert answers == [{"id": "a1", "quotes": [], "language": "fr"}]


def test_it_reads_as_analyse_does_what_arrives_together():
    texts = [seed.read_text("utf-8") for seed in sorted((HOUSE / "seeds").glob("*.txt"))]
    _, answers, _ = extract(*(line(id=at, text=text) for at, text in enumerate(texts)))
    for answer, text in zip(answers, texts, strict=True):
        read = [(quote.start, quote.end, quote.cue, quote.review) for quote in analyse(text).quotes]
        assert [(one["start"], one["end"], one["cue"], one["review"]) for one in answer["quotes"]] == read


def test_a_line_in_many_pieces_is_one_line():
    text = "“We won,” said Mark Smith. " + "The sun rose. " * 20_000
    _, answers, errors = extract(line(id=1, text="Short."), line(id=2, text=text), line(id=3, text="Short."))
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert [quote["speaker"] for quote in answers[1]["quotes"]] == ["Mark Smith"]
    assert errors == []


def test_a_text_longer_than_any_article_is_refused_with_what_to_do():
    code, answers, errors = extract(line(id=1, text="a " * nlp.LONGEST), line(id=2, text="Short."))
    assert (code, [answer["id"] for answer in answers]) == (1, [2])
    assert [error.split(",")[0] for error in errors] == ["line 1: The text has 1"]
    assert errors[0].endswith("at most 500,000 can be read at once. Split it into its articles.")


def test_a_line_longer_than_any_text_is_refused_without_being_kept():
    code, answers, errors = extract(b"x" * 30_000_000, line(id=2, text="Short."))
    assert (code, [answer["id"] for answer in answers]) == (1, [2])
    assert errors == [
        "line 1: This line is longer than 20,000,000 bytes. Put each article on a line of its own."
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_texts_get_an_answer_or_one_error_each(texts):
    code, answers, errors = extract(*(line(id=at, text=text) for at, text in enumerate(texts)))
    assert len(answers) + len(errors) == len(texts)
    assert code == bool(errors)
    for answer in answers:
        text = texts[answer["id"]]
        assert all(quote["text"] == text[quote["start"] : quote["end"]] for quote in answer["quotes"])
