"""Dependencies and sentences as spaCy's parser finds them, with its moves chosen for many texts at once.

The parser goes through a text from left to right and makes about two moves a word: it puts the word on a
stack, or makes it depend on one there, or the other way round. Eight words near its place tell which of 106
moves is best:

    She | left London      "left" comes next: is it put on the stack, or is "She" made its subject?

The moves themselves are spaCy's. It makes them without Python's lock and takes and frees that lock several
times for each, to ask whether an error occurred. That costs more than the moves; here the lock is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Doc

from articles.analysis.word_vectors import Floats, UnknownNetwork

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Dependencies:
    """The parser of one model. Raises UnknownNetwork for one that is not built as is known here."""

    def __init__(self, parser: Any) -> None:
        vectors, lower, upper = parser.model.layers
        narrowing = vectors.layers[-1]
        weights: Floats = lower.get_param("W")
        if parser.cfg["beam_width"] != 1 or parser.model.attrs["unseen_classes"] or weights.shape[2] != 2:
            raise UnknownNetwork("The parser chooses its moves in another way.")
        self._parser = parser
        self._narrowing: tuple[Floats, Floats] = narrowing.get_param("W").T, narrowing.get_param("b")
        self._near, self._width, _, inputs = weights.shape
        self._positions: Floats = np.ascontiguousarray(weights.swapaxes(1, 2).reshape(-1, inputs).T)
        self._no_word: Floats = lower.get_param("pad")[0].swapaxes(1, 2).reshape(self._near, -1)
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._moves: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._move_bias: Floats = upper.get_param("b")
        word = Doc(parser.vocab, words=["word"])
        word.tensor = np.zeros((1, len(self._narrowing[0])), dtype=np.float32)
        self._states: Any = parser.model.predict([word])
        """What tells which words a state looks at; the text it was made from does not matter."""

    def annotate(self, docs: Sequence[Doc], vectors: Sequence[Floats]) -> None:
        """Set the dependencies and sentences of docs, given the vectors of their words."""
        states = self._parser.moves.init_batch(docs)
        self._move(states, self._parts(np.concatenate(vectors)))
        self._parser.set_annotations(docs, states)

    def _parts(self, vectors: Floats) -> Floats:
        """Return what each word adds to a decision from each place near; the last is no word."""
        parts = np.empty((len(vectors) + 1, self._near, 2 * self._width), dtype=np.float32)
        narrow = vectors @ self._narrowing[0] + self._narrowing[1]
        np.matmul(narrow, self._positions, out=parts[:-1].reshape(len(vectors), -1))
        parts[-1] = self._no_word
        parts[:, 0] += self._bias
        return parts.reshape(-1, 2 * self._width)

    def _move(self, states: Sequence[Any], parts: Floats) -> None:
        """Make the best of the allowed moves in each state until all have come to the end of their text."""
        going = [state for state in states if not state.is_final()]
        places = np.arange(self._near)
        while going:
            words: NDArray[np.int32] = self._states.get_token_ids(going)
            summed = parts.take(words * self._near + places, axis=0).sum(axis=1)
            hidden = np.maximum(summed[:, : self._width], summed[:, self._width :])
            going = self._parser.transition_states(going, hidden @ self._moves + self._move_bias)
