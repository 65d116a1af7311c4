"""Dialogue whose lines open with a dash, as some papers and most translations print it.

    — We won, said Smith.                       We won
    — Why? she asked. — Because we had to.      Why? and Because we had to., in two segments
    — We won, he said, — and we will again.     two segments

    – Mark Smith, chairman                      nothing: a signature
    — The bill, which was passed on Friday …    nothing: an item of a list; nobody says it

A verb of saying with its subject, right behind a comma, a question or an exclamation, tells dialogue.
"""

import re
from collections.abc import Iterator, Sequence

from articles.analysis.cues import SAYING_LEMMAS
from articles.analysis.passages import Passage
from articles.analysis.unmarked_words import UnmarkedWords

_DASH = re.compile(r"[—―–]\s?(?=\w)")
_SUBJECT = r"(?:he|she|they|I|we|(?:(?:the|a|an|his|her|their)\ )?[^\W\d_][\w.’'-]*(?:\ [A-Z][\w.’'-]*){0,3})"
_ATTRIBUTION = re.compile(
    rf"(?P<ends>[,!?…])\ (?:{_SUBJECT}\ (?P<behind>[a-z]+)|(?P<before>[a-z]+)\ {_SUBJECT})\b[^—―–]{{0,80}}?"
    r"(?:[.,:]\ ?(?P<again>[—―–]\s?)|(?P<over>[.:]?$|[.]\s))"
)


def find(text: str, body: Sequence[Passage]) -> Iterator[UnmarkedWords]:
    """Yield what is said in each paragraph of dialogue, in printed order."""
    for line in body:
        dash = _DASH.match(text, line.start, line.end)
        if not dash:
            continue
        for said in _ATTRIBUTION.finditer(text, dash.end(), line.end):
            if (said["behind"] or said["before"]) in SAYING_LEMMAS:
                words = [Passage(start=dash.end(), end=said.end("ends"))]
                if said["again"] and said.end() < line.end:
                    words.append(Passage(start=said.end(), end=line.end))
                yield UnmarkedWords(words=tuple(words))
                break
