import io
import json
import subprocess
import sys
from pathlib import Path

from articles.analysis import extract_command

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
