"""Interviews and transcripts: paragraphs that begin with the name of who speaks.

Q: Did you win?                  a question, by whoever asks
A: We did.                       an answer; both are quotes
I said so at the time.           goes on with the answer, as a label follows
Q: And now?
A: We go home.

NEWSROOM: … SMITH: …             so do these, once two names have taken turns and one has asked something

Note: the office is closed.      nothing: one label
Pros: light. Cons: dear.         nothing: labels of a list, nobody asks anything
Smith: “We won.”                 nothing: what stands between marks is found by its marks
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.analysis.passages import Passage
from articles.analysis.unmarked_words import UnmarkedWords

_NAME = r"[A-Z][\w.'’&-]*(?:\ (?:(?:of|for|the|and|de|van|von|al)\ )?[A-Z][\w.'’&-]*){0,4}"
_LABEL = re.compile(
    rf"""(?: (?P<letter>(?:Q|A)(?=[.:]) | Question(?=:) | Answer(?=:))
           | (?P<name>{_NAME})(?:,[^:.?!\n]{{1,60}}|\ \([^()\n]{{1,60}}\))?(?=:) )
         [.:]\s+(?=\S)""",
    re.VERBOSE,
)
_ASIDE = re.compile(r"[(\[].*[)\]]\.?")
_QUOTATION = re.compile('["“„«].*["”“»]')
_DOUBLE_MARK = re.compile('["“”„«»]')
_LONGEST_LABEL = 80
_TURNS = 4
_BETWEEN = 3
"""The most paragraphs without a label that one answer goes on for."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph, by its place among the paragraphs."""

    place: int
    label: Passage
    words: Passage


def find(text: str, body: Sequence[Passage]) -> Iterator[UnmarkedWords]:
    """Yield the questions and answers of the interviews among the paragraphs of a text, in printed order."""
    for interview in _runs(text, body):
        if _is_interview(text, interview):
            following = [*(turn.place for turn in interview[1:]), interview[-1].place + 1]
            for turn, end in zip(interview, following, strict=True):
                more = (one for one in body[turn.place + 1 : end] if not _ASIDE.fullmatch(one.of(text)))
                yield UnmarkedWords(words=(turn.words, *more), speaker_at=turn.label)


def _runs(text: str, body: Sequence[Passage]) -> Iterator[list[_Turn]]:
    """Yield labelled paragraphs that stand together, with only what may go on with an answer in between."""
    run: list[_Turn] = []
    for turn in _turns(text, body):
        if run and not _may_go_on(text, body[run[-1].place + 1 : turn.place]):
            yield run
            run = []
        run.append(turn)
    yield run


def _turns(text: str, body: Sequence[Passage]) -> Iterator[_Turn]:
    for place, paragraph in enumerate(body):
        match = _LABEL.match(text, paragraph.start, min(paragraph.start + _LONGEST_LABEL, paragraph.end))
        if match and not _QUOTATION.fullmatch(text, match.end(), paragraph.end):
            label = "letter" if match["letter"] else "name"
            yield _Turn(
                place,
                Passage(start=match.start(label), end=match.end(label)),
                Passage(start=match.end(), end=paragraph.end),
            )


def _may_go_on(text: str, between: Sequence[Passage]) -> bool:
    return len(between) <= _BETWEEN and not any(
        _DOUBLE_MARK.search(text, paragraph.start, paragraph.end) for paragraph in between
    )


def _is_interview(text: str, run: Sequence[_Turn]) -> bool:
    """Say whether two speakers take turns, at least twice each, and a question is asked."""
    times = Counter(turn.label.of(text) for turn in run)
    return (
        len(run) >= _TURNS
        and sum(count > 1 for count in times.values()) > 1
        and any(turn.words.of(text).rstrip("”\"'’)").endswith("?") for turn in run)
    )
