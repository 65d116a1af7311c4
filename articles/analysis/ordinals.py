"""Numbers that say which one of a row something is: "the third resignation", "the fourth consecutive month".

Not read: "first", which is as often a word of praise; halves, quarters, rounds and floors, which are names of
places in a row ("the second half"); names ("Fifth Avenue", "the Second Amendment"); and a "second" of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from articles.analysis.nlp import text_of
from articles.analysis.quantities import Quantity
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

UNIT = "ordinal"

IN_A_ROW = re.compile(r"[ \u00a0](?:consecutive|straight|successive)\b|[\w \u00a0]{0,20}[ \u00a0]in a row\b")
"""What follows an ordinal that counts without a break: "the fourth consecutive month"."""

_WORDS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_WORDS)}))(?!\w)",
    re.IGNORECASE,
)
_PLACES = word_set(
    "half quarter round century grade floor lady person place amendment circuit district ward street avenue "
    "party world degree class base baseman hand thought generation army division estate rate reading chapter "
    "edition gear nature wind fiddle string sight inning period set leg down trimester semester part option "
    "page row seed choice opinion language home name parallel dimension"
)


def find(doc: Doc) -> Iterator[Quantity]:
    """Yield the ordinals that stand before a noun, in printed order."""
    for match in _ORDINAL.finditer(text_of(doc)):
        span = doc.char_span(match.start(), match.end())
        if span is None or span.root.dep_ != "amod":
            continue
        noun = span.root.head
        if noun.pos_ == "NOUN" and noun.i > span.root.i and noun.lemma_.lower() not in _PLACES:
            yield Quantity(
                start=match.start(),
                end=match.end(),
                value=Decimal(match["digits"] or _WORDS.index(match["word"].lower()) + 2),
                second=None,
                unit=UNIT,
                qualifier=None,
                plain=False,
            )
