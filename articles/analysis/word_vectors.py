"""A vector for every word, as spaCy's own network computes it, in a quarter of the time.

Two thirds of spaCy's time go into two such networks: one that tagger and parser share, one of the entity
recogniser. Both embed each word by its form, then mix it four times with its two neighbours. The same weights
give the same vectors, up to rounding in the sixth digit, when

- a word is embedded once for all its occurrences in a batch: three words in four are repeated;
- the text goes through all four mixing layers in blocks that stay in the processor's cache;
- numpy multiplies the matrices, which spaCy's library does without the newer processors' instructions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]

_BLOCK = 512
"""Words that go through the layers together."""

_TINY = 1e-8
"""What spaCy adds to a variance before it divides by it."""

_MIXING = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5,
                    0xD6E8FEB86659FD93, 0xA0761D6478BD642F], dtype=np.uint64)  # fmt: skip
"""Large odd numbers: what a word's features are multiplied with and summed up to tell it from another."""


class UnknownNetwork(ValueError):
    """A network is not built as those of spaCy's small English models are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """A linear layer in three pieces of which the greatest counts, scaled to mean 0 and variance 1."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> _Layer:
        weights: Floats = maxout.get_param("W")
        width, pieces, inputs = weights.shape
        if pieces != 3:
            raise UnknownNetwork(f"A layer has {pieces} pieces.")
        return cls(
            weights=np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * width)),
            bias=np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)),
            scale=norm.get_param("G"),
            shift=norm.get_param("b"),
        )

    def __call__(self, inputs: Floats) -> Floats:
        pieces = inputs @ self.weights
        pieces += self.bias
        width = len(self.scale)
        greatest: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(greatest, pieces[:, 2 * width :], out=greatest)
        greatest -= greatest.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", greatest, greatest) / width + _TINY
        greatest *= (1 / np.sqrt(variance))[:, None]
        greatest *= self.scale
        greatest += self.shift
        return greatest


class WordVectors:
    """The network of one model. Raises UnknownNetwork for one that is built otherwise than is known here."""

    def __init__(self, network: Any) -> None:
        layers = list(network.walk())
        parts = {name: [layer for layer in layers if layer.name == name] for name in _PARTS}
        if any(
            len(found) not in counts for found, counts in zip(parts.values(), _PARTS.values(), strict=True)
        ):
            raise UnknownNetwork("The network of word vectors has other layers than are known.")
        self._features = parts["extract_features"][0].attrs["columns"]
        self._tables = [(one.get_param("E"), one.attrs["seed"], one.ops) for one in parts["hashembed"]]
        self._embedding, *self._mixing = [
            _Layer.of(*pair) for pair in zip(parts["maxout"], parts["layernorm"], strict=True)
        ]
        self._width = len(self._embedding.scale)
        if any(len(layer.weights) != 3 * self._width for layer in self._mixing):
            raise UnknownNetwork("A word is mixed with more than its two neighbours.")
        self._reach = len(self._mixing)
        """How many words away a word still counts."""

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return, for each doc, a row for each of its tokens."""
        embedded, which = self._embedded(docs)
        ends = np.cumsum([len(doc) for doc in docs]) + self._reach * np.arange(1, len(docs) + 1)
        # Empty rows keep the docs apart, as many as the mixing reaches.
        mixed: Floats = np.zeros((int(ends[-1]) + self._reach, self._width), dtype=np.float32)
        rows = [slice(int(end) - len(doc), int(end)) for doc, end in zip(docs, ends, strict=True)]
        taken = 0
        for row in rows:
            size = row.stop - row.start
            mixed[row] = embedded[which[taken : taken + size]]
            taken += size
        self._mix(mixed)
        return [mixed[row] for row in rows]

    def _embedded(self, docs: Sequence[Doc]) -> tuple[Floats, NDArray[np.intp]]:
        """Return a vector for each different word, and which of them each token of the docs is."""
        features = np.concatenate([doc.to_array(self._features) for doc in docs])
        _, first, which = np.unique(keys(features), return_index=True, return_inverse=True)
        different = features[first]
        looked_up = np.concatenate(
            [
                ops.gather_add(table, ops.hash(np.ascontiguousarray(different[:, column]), seed) % len(table))
                for column, (table, seed, ops) in enumerate(self._tables)
            ],
            axis=1,
        )
        blocks = [self._embedding(looked_up[at : at + _BLOCK]) for at in range(0, len(looked_up), _BLOCK)]
        return np.concatenate(blocks), which

    def _mix(self, rows: Floats) -> None:
        """Mix each row with its neighbours, in place.

        Each block takes along as many rows on either side as its own reach to. What these become is wrong at
        the outer edge, by one row a layer, and thrown away.
        """
        behind: Floats = np.zeros((0, self._width), dtype=np.float32)
        for start in range(0, len(rows), _BLOCK):
            end = min(start + _BLOCK, len(rows))
            block = np.concatenate([behind, rows[start : end + self._reach]])
            ahead = len(behind)
            behind = rows[max(0, end - self._reach) : end].copy()
            for layer in self._mixing:
                block += layer(_with_neighbours(block))
            rows[start:end] = block[ahead : ahead + end - start]


_PARTS: dict[str, Sequence[int]] = {
    "extract_features": [1],
    "hashembed": range(1, len(_MIXING) + 1),
    "maxout": range(2, 10),
    "layernorm": range(2, 10),
}
"""The layers that hold anything, and how many of each there may be."""


def keys(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return a number for each row that equal rows share, and others, within any text, do not."""
    mixed: NDArray[np.uint64] = (rows * _MIXING[: rows.shape[1]]).sum(axis=1, dtype=np.uint64)
    return mixed


def _with_neighbours(rows: Floats) -> Floats:
    """Return each row with the one before it on its left and the one behind it on its right."""
    size, width = rows.shape
    window: Floats = np.zeros((size, 3 * width), dtype=np.float32)
    window[1:, :width] = rows[:-1]
    window[:, width : 2 * width] = rows
    window[:-1, 2 * width :] = rows[1:]
    return window
