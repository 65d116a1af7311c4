"""The largest story that the pages promise to show quickly: fifty outlets that all print four hundred
statements.

Nobody's text: the words are drawn from a list, the same in each run. Of every statement there are six
wordings, which the outlets print by turns: as most do, with another verb, with a clause left out, with one
put in, with other spelling and punctuation, and as a report in other words.
"""

import random

from articles.models import Article, Story
from tests.factories import Said, build_story

OUTLETS = 50
STATEMENTS = 400

_NAMES = "board council ministry harbour union depot bridge hospital museum railway school court".split()
_VERBS = "close repair sell inspect recognise defend publish withdraw extend replace".split()
_OTHERS = "shut mend auction examine acknowledge protect release cancel prolong exchange".split()
_KINDS = "old northern wooden public empty costly former disputed narrow flooded".split()
_CLAUSES = [
    "before the end of the summer",
    "because nobody has used it for eleven years",
    "after a long season of repairs",
    "whatever the neighbouring towns may say about it",
    "with the money that was set aside in 2019",
    "as soon as the inspectors have handed in their report",
]


def big_story(*, outlets: int = OUTLETS, statements: int = STATEMENTS, slug: str = "big-story") -> Story:
    """Return the story, written in bulk."""
    return build_story(outlets=outlets, statements=statements, slug=slug, say=_say)


def _say(article: Article, at: int, position: int) -> Said:
    """Return how the outlet at this place words the statement at this position."""
    chance = random.Random(position)  # noqa: S311 - nothing secret
    who, what = chance.sample(_NAMES, 2)
    kind, verb = chance.choice(_KINDS), chance.randrange(len(_VERBS))
    first, second, extra = chance.sample(_CLAUSES, 3)
    asks = f"The {who} will {_VERBS[verb]} the {kind} {what} {position}"
    wordings = [
        f"{asks} {first}, and {second}.",
        f"The {who} will {_OTHERS[verb]} the {kind} {what} {position} {first}, and {second}.",
        f"{asks} {first}.",
        f"{asks} {first}, {extra}, and {second}.",
        f"{asks.replace('recognise', 'recognize')} {first} – and {second}.",
        f"Plans of the {who} for {what} {position}: {second}.",
    ]
    turn = (at * 7 + position) % 11
    way = turn if turn < len(wordings) else 0
    return Said(
        article,
        wordings[way],
        kind="reported" if way == 5 else "verbatim",
        before="It has long been expected. "
        if turn == 7
        else "She told the meeting on Monday: "
        if turn == 8
        else "",
        after=" Nobody contradicted her." if turn == 9 else "",
    )
