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
from typing import TYPE_CHECKING, Literal

from articles.analysis import aliases, name_rules, person_names
from articles.analysis.name_lexicon import (
    BODY_WORDS,
    FURNITURE,
    GIVEN_NAMES,
    NO_HEADS,
    NOT_NAMES,
    PLACE_WORDS,
    ROLE_WORDS,
)
from articles.analysis.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

Kind = Literal["person", "organisation", "place"]

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
_IN = re.compile(r"\b(?:in|near|outside|across|throughout|inside)[ \u00a0](?:the[ \u00a0])?$", re.IGNORECASE)
_IS_PERSON = re.compile(
    r",?[ \u00a0]\(?(?:who|whose)\b|,[ \u00a0](?:aged[ \u00a0])?[0-9]{1,2}[,.)]|"
    rf",[ \u00a0](?:an?|the|[A-Z]\w+['’]s)?[ \u00a0]?(?:[\w'’.\-]+[ \u00a0]){{0,4}}?(?:{'|'.join(sorted(ROLE_WORDS))})\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan(Passage):
    """A printed name with its likely kind. ``defines`` is where the full name of a bracketed acronym starts."""

    text: str
    kind: Kind
    defines: int | None = None


def find(doc: Doc) -> list[NameSpan]:
    """Return the names of an article in printed order, none overlapping another."""
    text = doc.text
    modelled = [name for ent in doc.ents if (name := _from_model(ent, text))]
    found = _without_overlaps([*_ruled(text), *_well_known(text), *modelled])
    found = _with_settled_kinds(found, text)
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
    for match, alias in aliases.occurrences(text):
        yield from _spans(text, match.span(), kind=alias.kind)


def _from_model(ent: Span, text: str) -> NameSpan | None:
    """Turn a span of the model into a name, or None where it is none."""
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    newline = text.find("\n", ent.start_char, ent.end_char)
    start, end = _trimmed(text, ent.start_char, newline if newline > ent.start_char else _whole_end(ent))
    start, end = _without_office_at_end(text, *_without_owner(text, start, end))
    if start >= end:
        return None
    kind = _better_kind(text[start:end], kind)
    if kind == "person":
        start = _with_courtesy(text, _after_office(text, start, end))
    if not _is_name(text[start:end], ent, kind):
        return None
    return NameSpan(start=start, end=end, text=text[start:end], kind=kind)


def _whole_end(ent: Span) -> int:
    """Return where a name ends that the model cut before its last word: "Francesca" of "Francesca Albanese"."""
    following = ent.doc[ent.end] if ent.end < len(ent.doc) else None
    cut = (
        following is not None
        and following.tag_ == "NNP"
        and not following.ent_type_
        and ent.root.dep_ == "compound"
        and ent.root.head == following
    )
    return following.idx + len(following) if following is not None and cut else ent.end_char


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
    """Leave out what names an office-holder, not a name: "Interior Minister", "SpaceX CEO"; and "Central or"."""
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


def _better_kind(printed: str, kind: Kind) -> Kind:
    """Return the kind that a name's own words tell, else the model's."""
    folded = person_names.fold(printed).split()
    if alias := aliases.lookup(printed):
        return alias.kind
    if not folded:
        return kind
    if folded[-1] in BODY_WORDS or (
        len(folded) > 2 and folded[0] in BODY_WORDS and folded[1] in {"of", "for"}
    ):
        return "organisation"
    if len(folded) > 1 and folded[-1] in PLACE_WORDS:
        return "place"
    if 2 <= len(folded) <= 3 and folded[0] in GIVEN_NAMES and kind == "organisation":
        return "person"
    if kind == "person" and len(folded) == 1 and printed.isupper() and len(printed) <= 5:
        return "organisation"
    return kind


def _is_name(printed: str, ent: Span, kind: Kind) -> bool:
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
        return _single_word_is_name(printed, ent)
    if kind == "person":
        return len(split) <= 6 and all(
            word[0].isupper() or word.casefold() in person_names.PARTICLES or "-" in word for word in split
        )
    return split[0][0].isupper() or split[0][0].isdigit()


def _single_word_is_name(printed: str, ent: Span) -> bool:
    """A word that the article also prints in lower case, or that no noun tag was given, is not a name."""
    token = next((token for token in ent if token.text in printed), ent[0])
    if not any(char.isupper() for char in printed[:3]):
        return False
    if token.pos_ not in {"PROPN", "NOUN", "X"} and not printed.isupper():
        return False
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_punct)
    lower = rf"\b{re.escape(printed.lower())}s?\b"
    if printed.isupper() and len(printed) > 3 and re.search(lower, token.doc.text):
        return False
    if opens and not printed.isupper():
        if re.search(lower, token.doc.text):
            return False
        if (
            ent.label_ in {"PERSON", "ORG"}
            and token.doc.text.count(printed) == 1
            and token.dep_ not in {"nsubj", "poss"}
        ):
            return False
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


def _with_settled_kinds(spans: list[NameSpan], text: str) -> list[NameSpan]:
    """Give every mention of a name one kind: what its places in the text tell, else what most mentions have."""
    mentions: dict[str, list[NameSpan]] = {}
    for span in spans:
        mentions.setdefault(person_names.fold(span.text), []).append(span)
    kinds = {key: _settled_kind(same, text) for key, same in mentions.items()}
    regions = {key.rpartition(" ")[0] for key in mentions if key.rpartition(" ")[2] in PLACE_WORDS}
    for key, same in mentions.items():
        if key in regions and not aliases.lookup(same[0].text):
            kinds[key] = "place"
        name = person_names.parse(same[0].text)
        if kinds[key] == "organisation" and name and name.given and _looks_like_person(key, kinds):
            kinds[key] = "person"
    families = {
        name.family
        for key, same in mentions.items()
        if kinds[key] == "person" and (name := person_names.parse(same[0].text)) and name.given
    }
    for key, same in mentions.items():
        if " " not in key and key in families and not aliases.lookup(same[0].text):
            kinds[key] = "person"
    return [replace(span, kind=kinds[person_names.fold(span.text)]) for span in spans]


def _settled_kind(same: list[NameSpan], text: str) -> Kind:
    voted: Kind = Counter(span.kind for span in same).most_common(1)[0][0]
    printed = same[0].text
    if aliases.lookup(printed) or any(word in BODY_WORDS for word in person_names.fold(printed).split()):
        return voted
    if any(_IS_PERSON.match(text, span.end) for span in same) and " " in printed and voted == "organisation":
        return "person"
    inside = sum(bool(_IN.search(text[max(0, span.start - 20) : span.start])) for span in same)
    possessive = any(text[span.end : span.end + 2] in {"'s", "’s"} for span in same)
    if voted != "place" and 2 * inside >= len(same) and not possessive and len(printed.split()) <= 2:
        return "place" if not name_rules.COURTESY_NAME.match(printed) else voted
    return voted


def _looks_like_person(key: str, kinds: dict[str, Kind]) -> bool:
    """Two capitalised words the last of which is a person's name elsewhere in the article."""
    folded = key.split()
    return len(folded) == 2 and kinds.get(folded[-1]) == "person" and folded[-1] not in BODY_WORDS


def _repeated(text: str, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Find the other places where a name of the article, or the family name of a person of it, is printed."""
    kinds = {span.text: span.kind for span in spans if len(span.text) > 2}
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
    if not kinds:
        return
    forms = "|".join(re.escape(form) for form in sorted(kinds, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w’'\-])(?:{forms})(?![\w\-])", text):
        yield from _spans(text, match.span(), kind=kinds[match.group()])
