"""Bytes become text. UTF-8 is expected; older Windows files are read, with a warning.

    b"\\xef\\xbb\\xbfHe said"    He said    the byte order mark is how the file says UTF-8, not text
    b"\\x93Yes,\\x94 he said"   “Yes,” he said, with a warning: no UTF-8, read as Windows-1252
    b"PK\\x03\\x04…"            refused: a Word document, not a text

Line ends, blank lines and everything else stay as they are.
"""

from dataclasses import dataclass

_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1b")
_MOST_CONTROLS = 0.01
"""A text may carry a stray control character; a file with more than one in a hundred is no text."""


class Undecodable(ValueError):
    """The bytes are no text. ``remedy`` says what to do about it."""

    def __init__(self, reason: str, *, remedy: str) -> None:
        super().__init__(reason)
        self.remedy = remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, and what to tell about how it was read."""

    text: str
    warning: str = ""


def decode(data: bytes) -> Decoded:
    """Return the text that the bytes hold. Raises Undecodable for a binary or an empty file."""
    if not data.strip():
        raise Undecodable("The file is empty.", remedy="Put the article's text into it.")
    _refuse_binary(data)
    try:
        return Decoded(text=data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        at = error.start
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Undecodable(
            f"The file is neither UTF-8 nor Windows-1252 text (byte {at + 1}).", remedy="Save it as UTF-8."
        ) from None
    return Decoded(
        text=text,
        warning=f"no valid UTF-8 at byte {at + 1}: read as Windows-1252. Look at its quotation marks.",
    )


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise Undecodable(
                f"The file is {what}, not a text.", remedy="Save the article as plain text in UTF-8."
            )
    if data.startswith(_UTF16):
        raise Undecodable("The file is UTF-16 text.", remedy="Save it as UTF-8.")
    controls = sum(byte in _CONTROLS for byte in data)
    if b"\x00" in data or controls > len(data) * _MOST_CONTROLS:
        raise Undecodable(
            "The file is binary, not a text.", remedy="Save the article as plain text in UTF-8."
        )
