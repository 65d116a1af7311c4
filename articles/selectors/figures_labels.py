"""What a figure counts, said without misleading.

The machine's name for what is counted is good where the print bears it out, and wrong often enough elsewhere:

    “108 arms export licenses to Israel”, arms export licenses          the name: it follows the number
    “licenses for weapons exports to Israel worth £574 million”         the name: it stands before the number
    “up to 12 months in prison”, Assange, who appeared in …             the printed words around the number
    “killed five people”, people                                        the printed words: it says nothing

Where the name is not borne out, the entry is headed by the printed clause with the number in it. So it is
where the name is short: “Palestinians” does not say that more than 40,000 of them were killed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis import figure_conversions
from articles.analysis.figure_subjects import TIME_UNITS
from articles.analysis.passages import Passage
from articles.selectors.figures_stored import StoredFigure

_WORDS_BEFORE = 7
_WORDS_AFTER = 9
_NEAR = 60
"""Characters before a number in which the name of what it measures must stand."""
_NAMELESS_UNITS = TIME_UNITS | {"time", "ordinal"}
_SAYS_NOTHING = frozenset(
    "people person persons man men woman women other others one ones more total number percent cent part"
    " thing things way member members injured killed dead statement".split()
)
_TELLING_WORDS = 3
"""A name of fewer words says who or what is counted, and not what befell them."""
_CLAUSE_ENDS = re.compile(r"[,;:.!?—–)](?=[”’\"')\s]|$)|\s[-—–](?=\s)|[“”\"(]")
_LEAST_OF_CLAUSE = 4
"""Words without which a clause says too little to head an entry."""
_LINKS = re.compile(r"\W*(?:(?:of|in|for|the|its|their|all|his|her|a|an)\W+){0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A few printed words around a figure, an ellipsis where more stand in the sentence."""

    before: str
    figure: str
    after: str

    @property
    def whole(self) -> str:
        """Return the words in one piece."""
        return f"{self.before}{self.figure}{self.after}"


def name_of(readings: Sequence[StoredFigure]) -> str:
    """Return the name of what the readings count, empty where the print does not bear it out."""
    name = readings[0].counted_as
    if not name or name.casefold() in _SAYS_NOTHING:
        return ""
    units = {reading.unit for reading in readings}
    if units & _NAMELESS_UNITS:
        return ""
    if units == {"year-old"}:
        agreed = {reading.subject.casefold() for reading in readings} == {name.casefold()}
        return _capitalised(name) if agreed else ""
    return _capitalised(name) if any(_bears_out(reading, name) for reading in readings) else ""


def snippet(text: str, figure: Passage, *, sentence: Passage) -> Snippet:
    """Return a figure with the words next to it in its sentence."""
    before = text[sentence.start : figure.start]
    after = text[figure.end : sentence.end]
    return Snippet(
        before=_last(before.split(), _WORDS_BEFORE) + before[len(before.rstrip()) :][:1],
        figure=" ".join(figure.of(text).split()),
        after=after[: len(after) - len(after.lstrip())][:1] + _first(after.split(), _WORDS_AFTER),
    )


def clause(text: str, figure: Passage, *, sentence: Passage) -> Snippet:
    """Return a figure with its clause, or with the words next to it where the clause is hardly longer."""
    starts = [end.end() for end in _CLAUSE_ENDS.finditer(text, sentence.start, figure.start)]
    behind = _CLAUSE_ENDS.search(text, figure.end, sentence.end)
    start = max(starts, default=sentence.start)
    around = Passage(start=start, end=behind.start() if behind else sentence.end)
    start += len(around.of(text)) - len(around.of(text).lstrip())
    found = Passage(start=min(start, figure.start), end=around.end)
    is_telling = len(found.of(text).split()) >= _LEAST_OF_CLAUSE
    return snippet(text, figure, sentence=found if is_telling else sentence)


def tells(name: str) -> bool:
    """Say whether a name can head an entry alone."""
    return len(name.split()) >= _TELLING_WORDS


def _bears_out(figure: StoredFigure, name: str) -> bool:
    """Say whether the name stands where a reader takes it for what the number counts."""
    text = figure.column.text
    behind = text[figure.end : figure.end + len(name) + _NEAR]
    link = _LINKS.match(behind)
    rest = " ".join(behind[link.end() if link else 0 :].split())
    measured = figure.unit == "percent" or figure_conversions.dimension(figure.unit) is not None
    if rest.casefold().startswith(name.casefold()):
        return not measured or bool(link and link.group().strip())
    in_front = " ".join(text[max(0, figure.start - len(name) - _NEAR) : figure.start].split())
    return measured and " " in name and name.casefold() in in_front.casefold()


def _capitalised(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"


def _last(words: Sequence[str], count: int) -> str:
    return ("… " if len(words) > count else "") + " ".join(words[-count:])


def _first(words: Sequence[str], count: int) -> str:
    return " ".join(words[:count]) + (" …" if len(words) > count else "")
