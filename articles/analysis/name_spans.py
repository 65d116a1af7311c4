"""Where names stand in one article: what spaCy's small model finds, trimmed, sifted and completed by rules.

"Mr Smith"                           -> a person, courtesy title included
"President Obama"                    -> "Obama", the office left out
"Humanitarian aid is being blocked"  -> nothing, whatever the model says
"By Ann Lee, Staff Writer"           -> nothing: who wrote the article is not in it
"Hurricane Maria"                    -> nothing: a storm is nobody
"Depots To Close In Spring"          -> nothing in a headline that the text does not print as well
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.analysis import aliases, name_kinds, name_rules, person_names
from articles.analysis.aliases import Kind
from articles.analysis.cleaning import blank
from articles.analysis.name_edges import edges, trimmed, with_courtesy
from articles.analysis.name_lexicon import (
    FURNITURE,
    NO_HEADS,
    NO_NAMES,
    NOT_NAMES,
    REGION_WORDS,
    STORMS,
)
from articles.analysis.nlp import text_of
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
_OPENS = re.compile(r"(?:\A|\n|[.!?…:][”\"’')]*)[ \u00a0]*[“\"‘'(]*$")
"""Before a word that has its capital from where it stands: "Long queues …" is not Mr Long."""

_LOWER = re.compile(r"(?<![\w@#/.’'\-])[a-z]\w*(?![/\-])")
"""A word in lower case that is no part of an address or an account."""

_GLUED = re.compile(r"[a-z]{2}[A-Z]{2,}\b|[/@#<>{}|=\\\[\]]|\d{2,}|https?:|www\.|\.com\b")
"""What stands in no name: words run together, a credit's slash, marks of an address or of code."""


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
    text = text_of(doc)
    common = _CommonWords(lower=frozenset(_LOWER.findall(text)), counts=Counter(re.findall(r"\w+", text)))
    modelled = [name for ent in doc.ents if (name := _from_model(ent, text, common))]
    found = _without_overlaps([*_ruled(text), *_well_known(text), *modelled])
    found = _settled(_of_the_article(found, text), text)
    return _of_the_article(_without_overlaps([*found, *_repeated(text, found, common.lower)]), text)


def _of_the_article(spans: list[NameSpan], text: str) -> list[NameSpan]:
    """Leave out authors, storms, whole families, and what only a headline's capitals make a name."""
    bylines = [Passage(start=start, end=end) for start, end in name_rules.bylines(text)]
    titles = [Passage(start=start, end=end) for start, end in name_rules.headlines(text)]
    storms = {
        span.text for span in spans if name_rules.STORM.search(text[max(0, span.start - 15) : span.start])
    }
    families = {
        form for span in spans if span.kind == "person" for form in person_names.short_forms(span.text)
    }
    printed = blank(text, titles)
    return [
        span
        for span in spans
        if span.text not in storms
        and not {span.text.removesuffix("s"), span.text.removesuffix("es")} & (families - {span.text})
        and not any(byline.overlaps(span) for byline in bylines)
        and (
            not any(title.overlaps(span) for title in titles)
            or aliases.lookup(span.text)
            or re.search(rf"\b{re.escape(span.text.split()[-1])}\b", printed)
        )
    ]


def _ruled(text: str) -> Iterator[NameSpan]:
    for full, acronym in name_rules.bracketed(text):
        yield from _spans(text, full, kind="organisation")
        yield from _spans(text, acronym, kind="organisation", defines=full[0])
    for town, outlet in name_rules.datelines(text):
        yield from _spans(text, town, kind="place")
        yield from _spans(text, outlet, kind="organisation")
    for place in name_rules.bodies(text):
        yield from _spans(text, trimmed(text, *place), kind="organisation")
    for match in name_rules.COURTESY_NAME.finditer(text):
        start, end = trimmed(text, match.start(), match.end())
        if any(word not in NOT_NAMES for word in person_names.fold(text[start:end]).split()):
            yield from _spans(text, (start, end), kind="person")


def _spans(
    text: str, place: tuple[int, int], *, kind: Kind, defines: int | None = None
) -> Iterator[NameSpan]:
    start, end = place
    if start < end:
        yield NameSpan(start=start, end=end, text=text[start:end], kind=kind, defines=defines)


def _well_known(text: str) -> Iterator[NameSpan]:
    for place, alias in aliases.shipped().occurrences(text):
        yield from _spans(text, (place.start, place.end), kind=alias.kind)


def _from_model(ent: Span, text: str, common: _CommonWords) -> NameSpan | None:
    """Turn a span of the model into a name, or None where it is none."""
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    newline = text.find("\n", ent.start_char, ent.end_char)
    start, end = edges(text, ent.start_char, newline if newline > ent.start_char else _whole_end(ent))
    if start >= end or text[start - 1 : start] in ("@", "#"):
        return None
    kind = name_kinds.by_its_words(text[start:end], kind)
    if kind == "person":
        start = with_courtesy(text, start, end)
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


def _is_name(printed: str, ent: Span, kind: Kind, common: _CommonWords) -> bool:
    split = printed.split()
    folded = person_names.fold(printed)
    if aliases.lookup(printed):
        return True
    if len(printed) < 2 or len(split) > 9 or not any(char.isupper() for char in printed):
        return False
    words = folded.split() or [""]
    if FURNITURE.intersection(words) or words[0] in STORMS or (len(words) > 1 and words[-1] in NO_HEADS):
        return False
    if NOT_NAMES.issuperset(words) or folded in NO_NAMES or _GLUED.search(printed):
        return False
    if printed.isupper() and (len(split) > 2 or (kind == "person" and len(split) == 1)):
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


def _repeated(text: str, spans: list[NameSpan], common: frozenset[str]) -> Iterator[NameSpan]:
    """Find where else a name of the article, a person's short form or a province's own name is printed."""
    kinds = {span.text: span.kind for span in spans if len(span.text) > 2}
    for span in spans:
        region, _space, head = span.text.rpartition(" ")
        if region and head in REGION_WORDS:
            kinds.setdefault(region, "place")
    for span in spans:
        for form in person_names.short_forms(span.text) if span.kind == "person" else ():
            if len(form) > 2 and person_names.fold(form) not in NOT_NAMES:
                kinds.setdefault(form, "person")
    by_first: dict[str, list[str]] = {}
    for form in sorted(kinds, key=len, reverse=True):
        if first := re.match(r"\w+", form):
            by_first.setdefault(first.group(), []).append(form)
    for match in re.finditer(r"(?<![\w’'\-])\w+", text):
        for form in by_first.get(match.group(), ()):
            end = match.start() + len(form)
            if not text.startswith(form, match.start()) or re.match(r"[\w\-]", text[end : end + 1]):
                continue
            if form.lower() not in common or not _OPENS.search(text[: match.start()][-6:]):
                yield from _spans(text, (match.start(), end), kind=kinds[form])
                break
