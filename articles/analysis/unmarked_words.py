"""Somebody's words that are printed without quotation marks, and known by their place on the page.

The modules ``interviews``, ``tweets``, ``dialogue_dashes`` and ``block_texts`` find them, each one form.
"""

from dataclasses import dataclass

from articles.analysis.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmarkedWords:
    """Words of one speaker, a passage for each paragraph or part of them.

    ``speaker_at`` is what the print names as their speaker: a label, a signature, a document; None where the
    sentence around the words has to tell. ``verbatim`` words stand as they were said. Others may have been
    worded by the outlet, and ``doubt`` says why they need a look.
    """

    words: tuple[Passage, ...]
    speaker_at: Passage | None = None
    verbatim: bool = True
    doubt: str = ""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end
