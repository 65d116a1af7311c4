"""Where names stand in one article: what spaCy's small model finds, trimmed, sifted and completed by rules.

"the Foreign Office"                 -> "Foreign Office"
"Smith's"                            -> "Smith"
"Vox's Radhika Viswanathan"          -> "Radhika Viswanathan"
"Mr Smith"                           -> a person, courtesy title included
"President Obama"                    -> "Obama", the office left out
"Humanitarian aid is being blocked"  -> nothing, whatever the model says
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.analysis import aliases, name_kinds, name_rules, person_names
from articles.analysis.aliases import Kind
from articles.analysis.name_lexicon import (
    BODY_WORDS,
    FURNITURE,
    NO_HEADS,
    NOT_NAMES,
    PLACE_WORDS,
)
from articles.analysis.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_EDGE = " \t\r\n\u00a0\u200b\"“”‘’'`´«».,;:!?()[]{}<>*•|/\\-–—_#@&…"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OWNER = re.compile(r"^.*(?:['’]s|s['’])[ \u00a0](?=[A-Z])")
_LEADING = re.compile(
    r"^(?:the|a|an|this|that|his|her|its|our|my|their|former|then|ex|late|new)[\s-]+", re.IGNORECASE
)
_TRAILING_BRACKET = re.compile(r"\s*[(\[][^)\]]*$")
_ENDS_IN_STOP = re.compile(r"(?:^|[^\w])(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Corp|Co|St)\.$")
_COURTESY_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?[ \u00a0]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan(Passage):
    """A printed name with its likely kind. ``defines`` is where a bracketed acronym's full name starts."""

    text: str
    kind: Kind
    defines: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _CommonWords:
    """The article's words printed in lower case, and how often each word is printed."""

    lower: frozenset[str]
    counts: Counter[str]


def find(doc: Doc) -> list[NameSpan]:
    """Return the names of an article in printed order, none overlapping another."""
    text = doc.text
    common = _CommonWords(
        lower=frozenset(re.findall(r"\b[a-z]\w*", text)), counts=Counter(re.findall(r"\w+", text))
    )
    modelled = [name for ent in doc.ents if (name := _from_model(ent, text, common))]
    found = _without_overlaps([*_ruled(text), *_well_known(text), *modelled])
    found = _settled(found, text)
    return _without_overlaps([*found, *_repeated(text, found)])


def _ruled(text: str) -> Iterator[NameSpan]:
    for full, acronym in name_rules.bracketed(text):
        yield from _spans(text, full, kind="organisation")
        yield from _spans(text, acronym, kind="organisation", defines=full[0])
    for town, outlet in name_rules.datelines(text):
        yield from _spans(text, town, kind="place")
        yield from _spans(text, outlet, kind="organisation")
    for place in name_rules.bodies(text):
        yield from _spans(text, _trimmed(text, *place), kind="organisation")
    for match in name_rules.COURTESY_NAME.finditer(text):
        start, end = _trimmed(text, match.start(), match.end())
        if any(word not in NOT_NAMES for word in person_names.fold(text[start:end]).split()):
            yield from _spans(text, (start, end), kind="person")


def _spans(
    text: str, place: tuple[int, int], *, kind: Kind, defines: int | None = None
) -> Iterator[NameSpan]:
    start, end = place
    if start < end:
        yield NameSpan(start=start, end=end, text=text[start:end], kind=kind, defines=defines)


def _well_known(text: str) -> Iterator[NameSpan]:
    for match, alias in aliases.shipped().occurrences(text):
        yield from _spans(text, match.span(), kind=alias.kind)


def _from_model(ent: Span, text: str, common: _CommonWords) -> NameSpan | None:
    """Turn a span of the model into a name, or None where it is none."""
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    newline = text.find("\n", ent.start_char, ent.end_char)
    start, end = _trimmed(text, ent.start_char, newline if newline > ent.start_char else _whole_end(ent))
    start, end = _without_office_at_end(text, *_without_owner(text, start, end))
    if start >= end:
        return None
    kind = name_kinds.by_its_words(text[start:end], kind)
    if kind == "person":
        start = _with_courtesy(text, _after_office(text, start, end))
    if not _is_name(text[start:end], ent, kind, common) or aliases.is_shouted(text, start, end):
        return None
    return NameSpan(start=start, end=end, text=text[start:end], kind=kind)


def _whole_end(ent: Span) -> int:
    """Return where a name ends that the model cut short: "Francesca" of "Francesca Albanese"."""
    following = ent.doc[ent.end] if ent.end < len(ent.doc) else None
    if following is None or not following.text[:1].isupper():
        return ent.end_char
    joined = following.tag_ == "NNP" and not following.ent_type_ and ent.root.dep_ == "compound"
    if (joined and ent.root.head == following) or ent[-1].text in person_names.PARTICLES:
        return following.idx + len(following)
    return ent.end_char


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take quotation marks, articles, possessives and stray marks off both ends of a span."""
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE and not _ENDS_IN_STOP.search(text[start:end]):
            end -= 1
        if possessive := _POSSESSIVE.search(text[start:end]):
            end = start + possessive.start()
        if leading := _LEADING.match(text[start:end]):
            start += leading.end()
        if bracket := _TRAILING_BRACKET.search(text[start:end]):
            end = start + bracket.start()
        if (start, end) == before:
            return start, end


def _without_owner(text: str, start: int, end: int) -> tuple[int, int]:
    """Keep the name of "Vox's Jo Bloggs" and the owner of "Obama's Cabinet", but all of "Lloyd's Bank"."""
    owner = _OWNER.match(text[start:end])
    if owner is None or aliases.lookup(text[start:end]):
        return start, end
    owned = text[start + owner.end() : end].split()
    if len(owned) >= 2 and owned[-1].casefold() not in BODY_WORDS:
        return start + owner.end(), end
    if len(owned) == 1 and owned[0].casefold() in NOT_NAMES:
        return _trimmed(text, start, start + owner.end())
    return start, end


def _without_office_at_end(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out an office at the end and the first of two: "SpaceX CEO", "Central or South America"."""
    printed = list(re.finditer(r"\S+", text[start:end]))
    offices = person_names.OFFICES - {"house", "senate", "state", "home", "foreign", "defence", "defense"}
    while len(printed) > 1 and printed[-1].group().strip(".,").casefold() in offices:
        printed.pop()
    for position, word in enumerate(printed[1:-1], 1):
        if word.group() in {"or", "to"}:
            printed = printed[position + 1 :]
            break
    return (start + printed[0].start(), start + printed[-1].end()) if printed else (start, start)


def _after_office(text: str, start: int, end: int) -> int:
    """Return where a name begins after its offices, the last courtesy title kept: "Chief Dr Jo Bloggs"."""
    places = [match.start() for match in re.finditer(r"\S+", text[start:end])]
    printed = text[start:end].split()
    kept = len(printed) - len(person_names.without_titles(printed))
    if kept and printed[kept - 1].strip(".").casefold() in person_names.COURTESY:
        kept -= 1
    return start + places[kept]


def _with_courtesy(text: str, start: int) -> int:
    before = _COURTESY_BEFORE.search(text[max(0, start - 8) : start])
    return start - len(before.group()) if before else start


def _is_name(printed: str, ent: Span, kind: Kind, common: _CommonWords) -> bool:
    split = printed.split()
    folded = person_names.fold(printed)
    if aliases.lookup(printed):
        return True
    if len(printed) < 2 or len(split) > 9 or not any(char.isupper() for char in printed):
        return False
    if FURNITURE.intersection(folded.split()) or (len(split) > 1 and folded.split()[-1] in NO_HEADS):
        return False
    if folded in NOT_NAMES or re.search(r"\d{2,}|[@#<>{}|=\\[\\]]|https?:|www\.|\.com\b", printed):
        return False
    if all(word in NOT_NAMES for word in folded.split()):
        return False
    if len(split) == 1:
        return _single_word_is_name(printed, ent, common)
    if kind == "person":
        return len(split) <= 6 and all(
            word[0].isupper() or word.casefold() in person_names.PARTICLES or "-" in word for word in split
        )
    return split[0][0].isupper() or split[0][0].isdigit()


def _single_word_is_name(printed: str, ent: Span, common: _CommonWords) -> bool:
    """A word that the article also prints in lower case, or that no noun tag was given, is not a name."""
    token = next((token for token in ent if token.text in printed), ent[0])
    if not any(char.isupper() for char in printed[:3]):
        return False
    if token.pos_ not in {"PROPN", "NOUN", "X"} and not printed.isupper():
        return False
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_punct)
    lower = printed.lower()
    if lower in common.lower or f"{lower}s" in common.lower:
        if opens or (printed.isupper() and len(printed) > 3):
            return False
    elif opens and ent.label_ in {"PERSON", "ORG"} and not printed.isupper() and common.counts[printed] == 1:
        return token.dep_ in {"nsubj", "poss"} and (token.pos_ == "PROPN" or ent.label_ == "PERSON")
    return token.pos_ == "PROPN" or printed.isupper() or ent.label_ in {"GPE", "PERSON"}


def _without_overlaps(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Keep the longest of overlapping spans; of equal ones the first given."""
    kept: list[NameSpan] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: -(span.end - span.start)):
        covered = range(span.start, span.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _settled(spans: list[NameSpan], text: str) -> list[NameSpan]:
    kinds = name_kinds.settle([(span.text, span.kind, span.end) for span in spans], text)
    return [replace(span, kind=kinds[person_names.fold(span.text)]) for span in spans]


def _repeated(text: str, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Find where else a name of the article, a person's surname or a province's own name is printed."""
    kinds = {span.text: span.kind for span in spans if len(span.text) > 2}
    for span in spans:
        region, _space, head = span.text.rpartition(" ")
        if region and head in PLACE_WORDS:
            kinds.setdefault(region, "place")
    for span in spans:
        name = person_names.parse(span.text) if span.kind == "person" else None
        family = span.text.split()[-1]
        if (
            name
            and name.given
            and len(family) > 2
            and person_names.fold(family) == name.family not in NOT_NAMES
        ):
            kinds.setdefault(family, "person")
    by_first: dict[str, list[str]] = {}
    for form in sorted(kinds, key=len, reverse=True):
        if first := re.match(r"\w+", form):
            by_first.setdefault(first.group(), []).append(form)
    for match in re.finditer(r"(?<![\w’'\-])\w+", text):
        for form in by_first.get(match.group(), ()):
            end = match.start() + len(form)
            if text.startswith(form, match.start()) and not re.match(r"[\w\-]", text[end : end + 1]):
                yield from _spans(text, (match.start(), end), kind=kinds[form])
                break
