"""A text cut into runs, so that marks that overlap can be drawn with elements that cannot.

HTML elements nest; what is marked in an article does not. In

    “We left,” Mr Smith of Acme said, “at dawn.”

one quote covers the whole line, the name and the firm lie inside it, and a reading that carries only
“We left” ends in the middle. Cut at every place where a mark starts or ends, the line falls into runs, and
each run knows the marks that cover it:

    “                 quote
    We left           quote, reading
    ,”                quote
    (space)           quote
    Mr Smith          quote, person
    ...

A template draws the runs one after the other as flat elements, so that overlap needs no nesting. Each mark
begins in exactly one run and ends in exactly one, which is where its anchor and its number belong. The runs
joined are the paragraph as printed: nothing is lost, doubled or escaped here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.analysis.passages import Passage, paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Passage):
    """A passage to be shown as marked.

    ``layer`` says what marks it (quote, speaker, entity …) and ``name`` which sort of it (direct, person).
    ``anchor`` is the id by which a link finds its start, ``number`` the number of its note in the margin;
    both may be empty.
    """

    layer: str
    name: str = ""
    anchor: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch that the same marks cover throughout, with the marks that begin and end at its edges."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()

    @property
    def classes(self) -> str:
        """Return the names of what marks the run, for a style sheet: ``in-quote quote-direct in-entity``."""
        names: dict[str, None] = {}
        for mark in self.marks:
            names[f"in-{mark.layer}"] = None
            if mark.name:
                names[f"{mark.layer}-{mark.name}"] = None
        return " ".join(names)

    def carries(self, layer: str) -> bool:
        """Say whether a mark of the layer covers the run."""
        return any(mark.layer == layer for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph(Passage):
    """A paragraph of a text, cut into its runs. ``number`` counts from 1, as readers do."""

    number: int
    runs: tuple[Run, ...]


def mark_paragraphs(text: str, *, marks: Iterable[Mark]) -> tuple[MarkedParagraph, ...]:
    """Return the text's paragraphs in order, each cut at every edge of the marks that touch it.

    White space at a mark's edges is not marked, so that every mark begins and ends inside a paragraph. A
    mark that goes over several paragraphs covers runs in each of them.
    """
    waiting = sorted(_printed_part(text, marks), key=lambda mark: (mark.start, -mark.end), reverse=True)
    touching: list[Mark] = []
    marked = []
    for number, paragraph in enumerate(paragraphs(text), start=1):
        touching = [mark for mark in touching if mark.end > paragraph.start]
        while waiting and waiting[-1].start < paragraph.end:
            touching.append(waiting.pop())
        runs = cut(text, within=paragraph, marks=touching)
        marked.append(MarkedParagraph(start=paragraph.start, end=paragraph.end, number=number, runs=runs))
    return tuple(marked)


def cut(text: str, *, within: Passage, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """Return the runs of one stretch of the text. Marks that do not touch it are passed over.

    Outer marks come before inner ones in a run. A mark that starts before the stretch does not begin in it
    again, and one that goes on after it does not end in it.
    """
    inside = sorted(
        (mark for mark in marks if mark.overlaps(within)), key=lambda mark: (mark.start, -mark.end)
    )
    edges = {within.start, within.end}
    starting: dict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        first = max(mark.start, within.start)
        starting[first].append(mark)
        edges |= {first, min(mark.end, within.end)}
    runs = []
    covering: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        covering = [mark for mark in covering if mark.end > start] + starting[start]
        runs.append(
            Run(
                text=text[start:end],
                marks=tuple(covering),
                begins=tuple(mark for mark in covering if mark.start == start),
                ends=tuple(mark for mark in covering if mark.end == end),
            )
        )
    return tuple(runs)


def _printed_part(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks without the white space at their edges, and none of those that are all white space."""
    for mark in marks:
        printed = mark.of(text)
        body = printed.strip()
        if body:
            start = mark.start + printed.index(body)
            yield replace(mark, start=start, end=start + len(body))
