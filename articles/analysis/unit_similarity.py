"""How sure it is that two units carry one statement: shared content words, weighted by rarity in the story.

In a story about arms sales, two sentences that share "arms" and "sales" share nothing; two that share
"penholder" are about one thing. The weight of a word falls with the number of units that print it, as in
Spärck Jones, "A statistical interpretation of term specificity", J. Documentation 28, 1972.

A fragment is measured twice: by itself ("deeply troubling" lies inside the sentence it was taken from), and
together with what the outlet prints around it.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from math import log

from articles.analysis.content_words import EVERYDAY
from articles.analysis.statement_units import Unit

CERTAIN = 0.19
"""Overlap from which two units are joined; measured on hand-aligned coverage of one story."""
SUGGESTED = 0.10
"""Overlap from which a reading is offered to an editor."""

_RAREST = 10
"""Candidates of a unit are those that share one of its rarest words; common words find nothing new."""
_NAME = 0.5
"""A name weighs less than another word as rare: it says who takes part, not what happens."""
_COMMON = 0.5
"""So does a word that any text has: "a long time" is found in stories with nothing else in common."""
_SOME_WORDS = 1.5
"""Shared words worth less than this many of the rarest count for less: "war crimes" is everywhere."""
_SURE_WORDS = 2.5
"""A fragment that another unit contains is sure once it is worth this many of the story's rarest words."""


class UnitSimilarity:
    """The overlap of a story's units, known by their place in ``units``."""

    def __init__(self, units: Sequence[Unit], names: Collection[str] = ()) -> None:
        """Weigh the words of the units; ``names`` are the reduced words of the story's names."""
        self._lemmas = [frozenset(unit.lemmas) for unit in units]
        self._around = [frozenset(unit.around) - frozenset(unit.lemmas) for unit in units]
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for at, lemmas in enumerate(self._lemmas):
            for lemma in lemmas | self._around[at]:
                postings[lemma].append(at)
        self._postings = dict(postings)
        self._weight = {
            lemma: log(1 + len(units) / len(found)) * _importance(lemma, names)
            for lemma, found in self._postings.items()
        }
        self._rarest = log(1 + len(units) / 2)
        self._worths = [self._worth(lemmas) for lemmas in self._lemmas]
        self._worths_around = [self._worth(around) for around in self._around]
        self._names = frozenset(names)

    def weight(self, at: int) -> float:
        """Return how much the unit's own words say."""
        return self._worths[at]

    def pairs(self, voices: Sequence[Hashable]) -> Iterator[tuple[int, int, float]]:
        """Yield every two units that may carry one statement, the earlier first, with their overlap.

        Of units with the same words in the same voice, as agency copies have them, the first stands for all
        in other pairs. ``voices`` tells whose each unit is.
        """
        first: dict[tuple[frozenset[str], frozenset[str], Hashable], int] = {}
        alike = [
            (first.setdefault((lemmas, self._around[at], voices[at]), at), at)
            for at, lemmas in enumerate(self._lemmas)
        ]
        seen = {(one, other) for one, other in alike if one != other}
        originals = set(first.values())
        for one in originals:
            words = self._lemmas[one] | self._around[one]
            ranked = sorted(words, key=lambda lemma: (-self._weight[lemma], lemma))
            for lemma in ranked[:_RAREST]:
                others = originals.intersection(self._postings[lemma])
                seen.update((min(one, other), max(one, other)) for other in others if other != one)
        for one, other in sorted(seen):
            # Sums of one pair come out a hair apart from run to run, as sets have no order.
            if (overlap := round(self.overlap(one, other), 9)) >= SUGGESTED:
                yield one, other, overlap

    def overlap(self, one: int, other: int) -> float:
        """Return the overlap of two units, 0 to 1."""
        mine, theirs = self._lemmas[one], self._lemmas[other]
        worth = self._worths[one] + self._worths[other]
        best = self._jaccard(mine & theirs, worth)
        if self._around[one] or self._around[other]:
            wide, wider = mine | self._around[one], theirs | self._around[other]
            if mine & wider and theirs & wide:
                worth += self._worths_around[one] + self._worths_around[other]
                best = max(best, self._jaccard(wide & wider, worth))
            best = max(best, self._quoted_from(one, other), self._quoted_from(other, one))
        return best

    def happening(self, one: int, other: int, *, besides: frozenset[str] = frozenset()) -> float:
        """Return how many of the story's rarest words the shared words are worth, names left aside.

        Names say who takes part; the other words say what happens. Those ``besides`` do not count either.
        """
        mine, theirs = (self._lemmas[at] | self._around[at] for at in (one, other))
        return self._worth((mine & theirs) - self._names - besides) / self._rarest

    def contained(self, one: int, other: int, *, besides: int | None = None) -> float:
        """Return the share of the one unit's worth that the other prints too, 0 to 1.

        Words that it has in common with the unit ``besides`` count for nothing.
        """
        shared = self._lemmas[one] & self._lemmas[other]
        if besides is not None:
            shared -= self._lemmas[besides]
        return self._worth(shared) / (self._worths[one] or 1)

    def holders(self, at: int) -> list[int]:
        """Return the units that print all the words of one, itself among them, in their order."""
        rarest = min((self._postings[lemma] for lemma in self._lemmas[at]), key=len, default=[])
        return [other for other in rarest if self._lemmas[at] <= self._lemmas[other]]

    def _quoted_from(self, fragment: int, other: int) -> float:
        """Return how sure it is that a fragment's words were taken from the other unit's."""
        if not self._around[fragment] or self.contained(fragment, other) < 0.75:
            return 0.0
        shared = self._worth(self._lemmas[fragment] & self._lemmas[other])
        if shared < _SOME_WORDS * self._rarest:
            return 0.0
        return min(1.0, shared / (_SURE_WORDS * self._rarest))

    def _jaccard(self, shared: frozenset[str], worth: float) -> float:
        """Return the shared words' part of what both say; ``worth`` is that of both added up."""
        common = self._worth(shared)
        return common / ((worth - common) or 1) * min(1.0, common / (_SOME_WORDS * self._rarest))

    def _worth(self, lemmas: frozenset[str]) -> float:
        return sum(self._weight[lemma] for lemma in lemmas)


def _importance(lemma: str, names: Collection[str]) -> float:
    if lemma in names:
        return _NAME
    return _COMMON if lemma in EVERYDAY else 1.0
