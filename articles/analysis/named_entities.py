"""The entities that spaCy's recogniser finds, decided for many words at once.

The recogniser goes from word to word and takes the best of 74 moves: a word begins an entity of some label,
is one by itself, or is none; once begun, an entity goes on or ends. All that a move depends on is the word,
and, inside an entity, its first word and the word before:

    The   Foreign   Office   said
    O     B-ORG     L-ORG    O

So the moves outside entities are decided for all words in one multiplication, and each entity is followed
from there. spaCy asks each of the 74 moves, at each word, whether it is allowed, and takes and frees a lock
for the answer. The outcome is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span

from articles.analysis.word_vectors import Floats, UnknownNetwork, WordVectors

if TYPE_CHECKING:
    from spacy.tokens import Doc

Places = NDArray[np.intp]

_KINDS = "MBILUO"
"""By spaCy's numbers: missing, begins, goes on (in), ends (last), one by itself (unit), outside."""

_TOGETHER = 8
"""How many words all possible entities are followed at once; the few longer ones are, one by one."""


class NamedEntities:
    """The recogniser of one model. Raises UnknownNetwork for one that is not built as is known here."""

    def __init__(self, recogniser: Any) -> None:
        vectors, lower, upper = recogniser.model.layers
        network, *_, narrowing = vectors.layers
        self._vectors = WordVectors(network)
        self._narrowing = narrowing.get_param("W").T, narrowing.get_param("b")
        weights: Floats = lower.get_param("W")
        if recogniser.cfg["beam_width"] != 1 or weights.shape[0] != 3 or weights.shape[2] != 2:
            raise UnknownNetwork("The recogniser decides by something else than three words.")
        self._positions: Floats = weights.reshape(-1, weights.shape[-1]).T
        self._no_word: Floats = lower.get_param("pad")[0].reshape(len(weights), -1)
        self._bias: Floats = lower.get_param("b").reshape(-1)
        self._moves: Floats = upper.get_param("W")
        self._move_bias: Floats = upper.get_param("b")
        moves = [
            (_KINDS[kind], label) for kind, labels in recogniser.moves.labels.items() for label in labels
        ]
        if len(moves) != len(self._moves):
            raise UnknownNetwork("The recogniser knows other moves than its network.")
        self._labels = [label for _, label in moves]
        # "U" without a label is for words that were told beforehand to be no entity.
        self._outside = np.array(
            [at for at, (kind, label) in enumerate(moves) if kind == "O" or (kind in "BU" and label)]
        )
        self._begins = np.array([kind == "B" for kind, _ in moves])
        self._units = np.array([kind == "U" for kind, _ in moves])
        place = {move: at for at, move in enumerate(moves)}
        self._goes_on = np.array([place.get(("I", label), 0) for label in self._labels])
        self._ends = np.array([place.get(("L", label), 0) for label in self._labels])

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set the entities of docs that have their sentences."""
        for doc, vectors in zip(docs, self._vectors(docs), strict=True):
            if len(doc):
                doc.set_ents(self._found(doc, vectors), default="outside")

    def _found(self, doc: Doc, vectors: Floats) -> list[Span]:
        last = np.empty(len(doc), dtype=bool)
        # No entity reaches over the end of a sentence.
        last[:-1] = doc.to_array("SENT_START")[1:] == 1
        last[-1] = True
        parts = (vectors @ self._narrowing[0] + self._narrowing[1]) @ self._positions
        parts = parts.reshape(len(doc), len(self._no_word), -1)
        first = self._first_moves(parts, last, doc.to_array("IS_SPACE") == 1)
        begun = np.flatnonzero(self._begins[first])
        ends = dict(zip(begun.tolist(), self._followed(begun, first, parts, last, _TOGETHER), strict=True))
        found = []
        taken = 0
        for start in np.flatnonzero(self._begins[first] | self._units[first]).tolist():
            if start < taken:
                continue
            taken = ends.get(start, start + 1) or self._followed(np.array([start]), first, parts, last)[0]
            found.append(Span(doc, start, taken, label=self._labels[first[start]]))
        return found

    def _first_moves(self, parts: Floats, last: NDArray[np.bool_], space: NDArray[np.bool_]) -> Places:
        """Return the best move of each word if no entity is open there."""
        hidden = self._hidden(parts[:, 0] + self._no_word[1] + self._no_word[2])
        scores = hidden @ self._moves[self._outside].T + self._move_bias[self._outside]
        scores[np.ix_(last | space, self._begins[self._outside])] = -np.inf
        scores[np.ix_(space, self._units[self._outside])] = -np.inf
        best: Places = self._outside[scores.argmax(axis=1)]
        return best

    def _followed(
        self,
        begun: Places,
        first: Places,
        parts: Floats,
        last: NDArray[np.bool_],
        steps: int | None = None,
    ) -> list[int]:
        """Return where the entities begun at some words end, 0 for those that go on after so many steps."""
        ends = np.zeros(len(begun), dtype=np.intp)
        going, here = np.arange(len(begun)), begun + 1
        while len(going) and steps != 0:
            start = begun[going]
            hidden = self._hidden(parts[here, 0] + parts[start, 1] + parts[here - 1, 2])
            on, end = self._goes_on[first[start]], self._ends[first[start]]
            better = np.einsum("ij,ij->i", hidden, self._moves[on] - self._moves[end])
            goes_on = (better + self._move_bias[on] - self._move_bias[end] >= 0) & ~last[here]
            ends[going[~goes_on]] = here[~goes_on] + 1
            going, here = going[goes_on], here[goes_on] + 1
            steps = None if steps is None else steps - 1
        return ends.tolist()

    def _hidden(self, summed: Floats) -> Floats:
        pairs = (summed + self._bias).reshape(len(summed), -1, 2)
        hidden: Floats = np.maximum(pairs[:, :, 0], pairs[:, :, 1])
        return hidden
