"""Where names stand in one article: what spaCy's small model finds, trimmed, sifted and completed by rules.

"the Foreign Office"                 -> "Foreign Office"
"Smith's"                            -> "Smith"
"Foreign, Commonwealth and Development Office (FCDO)"
                                     -> the name and its acronym, two mentions of one organisation
"Mr Smith"                           -> a person, courtesy title included
"Humanitarian aid is being blocked"  -> nothing, whatever the model says
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from articles.analysis import aliases, person_names
from articles.analysis.passages import Passage

Kind = Literal["person", "organisation", "place"]

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}

_BODIES = (
    "department ministry office committee commission council union university college school agency bureau board "
    "embassy consulate party association institute institution foundation federation society party network "
    "service services company corporation corp group bank court parliament assembly senate congress authority "
    "campaign centre center fund police army navy force forces organisation organization trust church club "
    "administration directorate secretariat league movement front brigade brigades coalition alliance "
    "inc ltd plc llc co news times post journal herald guardian tribune hospital government cabinet"
)
BODY_WORDS = frozenset(_BODIES.split())
"""Words that make a name an organisation's when they head it: "Edinburgh University", "Ministry of Defence"."""

_CAP = r"[A-Z][\w’'&.\-]*"
_LINK = r"(?:of|for|and|&|on|to|against|in|the|de|du|des)"
_HEADED = "|".join(
    sorted({word.capitalize() for word in BODY_WORDS} - {"Co", "Inc", "Front", "Force", "Post", "Times"})
)
_BODY_FIRST = re.compile(
    rf"\b(?:Department|Ministry|Office|Committee|Commission|Council|University|Bureau|Institute|Campaign|Bank|"
    rf"Court|House|Board|Secretary|Association|Centre|Center|Federation|Union)(?: (?:of|for|on|against)(?: the)?)"
    rf"(?: {_CAP})(?:(?:,? (?:and|of|&)(?: the)?)? {_CAP}){{0,5}}"
)
_BODY_LAST = re.compile(
    rf"(?<=\b[Tt]he )(?:{_CAP} ){{1,4}}(?:and|&) (?:{_CAP} ){{0,4}}"
    rf"(?:{_HEADED}|union|party|department)\b"
)
_BRACKETED = re.compile(r"[(\[]([A-Z][A-Za-z&.]{1,9}[A-Z.]s?)[)\]]")
_COURTESY_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Baroness|Baron|Rev)\.?[ \u00a0]"
    r"[A-Z][\w’'\-]+(?:[ \u00a0](?:[A-Z]\.|[A-Z][\w’'\-]+|(?:von|van|de|bin|al)(?= ))){0,3}"
)
_EDGE = " \t\r\n\u00a0\u200b\"“”‘’'`´«».,;:!?()[]{}<>*•|/\\-–—_#@&…"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LEADING = re.compile(
    r"^(?:the|a|an|this|that|his|her|its|our|my|their|former|then|ex|late|new)[\s-]+", re.IGNORECASE
)
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow "
    "christmas easter ramadan i we he she it they you us me him her them this that these those there here what who "
    "when where why how and but or if not no yes read more also advertisement advertising share email print photo "
    "image video caption credit getty copyright subscribe newsletter related source sources updated published "
    "mr mrs ms dr sir covid covid-19 coronavirus department government opposition internet state states "
    "federal national international public local cabinet minister ministers president republican democrat "
    "democratic islamic christian muslim jewish catholic american british english french israeli "
    "god jesus ok tv dna rsvp pm am gmt bst est edt utc ceo cfo cto coo mp mps msp msps ai iq phd "
    "first second third fourth north south east west".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan(Passage):
    """A printed name with its likely kind. ``defines`` is the start of the full name a bracketed acronym stands for."""

    text: str
    kind: Kind
    defines: int | None = None


def find(doc: Doc) -> list[NameSpan]:
    """Return the names of an article in printed order, none overlapping another."""
    text = doc.text
    ruled = [*_bracketed(text), *_bodies(text), *_courtesy(text)]
    known = _known_forms(doc)
    modelled = [name for ent in doc.ents if (name := _from_model(ent, text))]
    found = _without_overlaps([*ruled, *modelled, *known])
    found = _with_majority_kind(found)
    return _without_overlaps([*found, *_repeated(text, found)])


def _bracketed(text: str) -> Iterator[NameSpan]:
    for match in _BRACKETED.finditer(text):
        acronym = match.group(1)
        start = _expansion_start(text, match.start(), acronym.replace(".", "").rstrip("s"))
        if start is None:
            continue
        end = len(text[: match.start()].rstrip())
        yield NameSpan(start=start, end=end, text=text[start:end], kind="organisation")
        yield NameSpan(
            start=match.start(1), end=match.end(1), text=acronym, kind="organisation", defines=start
        )


def _expansion_start(text: str, end: int, acronym: str) -> int | None:
    """Return where the words begin whose initials a bracketed acronym is made of, None where they are not there.

    "… the Public and Commercial Services union (PCS)" begins at "Public".
    """
    line_start = max(text.rfind("\n", 0, end), text.rfind(". ", 0, end) + 1, end - 120) + 1
    words = list(re.finditer(r"[^\W\d_][\w’'.]*", text[line_start:end]))[-2 * len(acronym) - 3 :]
    for first in reversed(range(len(words))):
        if not words[first].group()[0].isupper() or words[first].group()[0] != acronym[0]:
            continue
        phrase = [word.group() for word in words[first:]]
        if _spells(acronym, phrase) and sum(word[0].isupper() for word in phrase) >= 2:
            return line_start + words[first].start()
    return None


def _spells(acronym: str, words: list[str]) -> bool:
    """Say whether the acronym's letters are the words' initials, small words and a last one left out at will."""
    letters = acronym.upper()
    position = 0
    for word in words:
        if position < len(letters) and word[0].upper() == letters[position]:
            position += 1
            if word[0].isupper():
                for char in word[1:]:
                    if position < len(letters) and char.isupper() and char == letters[position]:
                        position += 1
        elif word[0].isupper() and word != words[-1]:
            return position == len(letters)
    return position == len(letters)


def _bodies(text: str) -> Iterator[NameSpan]:
    for pattern in (_BODY_FIRST, _BODY_LAST):
        for match in pattern.finditer(text):
            start, end = _trimmed(text, match.start(), match.end())
            if start < end:
                yield NameSpan(start=start, end=end, text=text[start:end], kind="organisation")


def _courtesy(text: str) -> Iterator[NameSpan]:
    for match in _COURTESY_NAME.finditer(text):
        start, end = _trimmed(text, match.start(), match.end())
        if " " in text[start:end].replace("\u00a0", " "):
            yield NameSpan(start=start, end=end, text=text[start:end], kind="person")


def _from_model(ent: Span, text: str) -> NameSpan | None:
    """Turn a span of the model into a name, or None where it is none."""
    kind = _KINDS.get(ent.label_)
    if kind is None:
        return None
    start, end = ent.start_char, ent.end_char
    newline = text.find("\n", start, end)
    end = newline if newline > start else end
    start, end = _trimmed(text, start, end)
    if start >= end:
        return None
    printed = text[start:end]
    kind = _better_kind(printed, kind)
    if kind == "person":
        start = _with_courtesy(text, _without_office(text, start, end))
        printed = text[start:end]
    if not _is_name(printed, ent):
        return None
    return NameSpan(start=start, end=end, text=printed, kind=kind)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take quotation marks, articles, possessives and stray marks off both ends of a span."""
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE and not _is_initialism(text[start:end]):
            end -= 1
        possessive = _POSSESSIVE.search(text[start:end])
        if possessive:
            end = start + possessive.start()
        leading = _LEADING.match(text[start:end])
        if leading:
            start += leading.end()
        bracket = re.search(r"\s*[(\[][^)\]]*$", text[start:end])
        if bracket:
            end = start + bracket.start()
        if (start, end) == before:
            return start, end


def _is_initialism(text: str) -> bool:
    return bool(re.search(r"(?:^|[^\w])(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Corp|Co|St)\.$", text))


def _without_office(text: str, start: int, end: int) -> int:
    words = text[start:end].split()
    kept = person_names.without_titles(words)
    courtesy = [
        word
        for word in words[: len(words) - len(kept)]
        if word.strip(".").casefold() in person_names.COURTESY
    ]
    wanted = courtesy[-1:] + kept if courtesy and words[len(words) - len(kept) - 1] == courtesy[-1] else kept
    return end - len(text[start:end]) + text[start:end].find(" ".join(wanted)) if wanted != words else start


def _with_courtesy(text: str, start: int) -> int:
    before = re.search(
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?[ \u00a0]$", text[max(0, start - 8) : start]
    )
    return start - len(before.group()) if before else start


def _better_kind(printed: str, kind: Kind) -> Kind:
    words = person_names.fold(printed).split()
    if alias := aliases.lookup(printed):
        return alias.kind
    if words and (
        words[-1] in BODY_WORDS or (len(words) > 2 and words[0] in BODY_WORDS and words[1] in {"of", "for"})
    ):
        return "organisation"
    return kind


def _is_name(printed: str, ent: Span) -> bool:
    words = printed.split()
    folded = person_names.fold(printed)
    if not any(char.isupper() for char in printed) or len(printed) < 2 or len(words) > 9:
        return False
    if folded in _NOT_NAMES or re.search(r"\d{2,}|[@#<>{}|=]|https?:|www\.|\.com\b", printed):
        return bool(aliases.lookup(printed))
    if aliases.lookup(printed):
        return True
    if len(words) == 1:
        token = next((token for token in ent if token.text in printed), ent[0])
        return _single_word_is_name(printed, token)
    if all(word in _NOT_NAMES for word in folded.split()):
        return False
    return words[0][0].isupper() or words[0][0].isdigit() or words[-1][0].isupper()


def _single_word_is_name(printed: str, token: Token) -> bool:
    """A word that the article also prints in lower case, or that no noun tag was given, is not a name."""
    if not printed[0].isupper() and not any(char.isupper() for char in printed[1:3]):
        return False
    if token.pos_ not in {"PROPN", "NOUN", "X"} and not printed.isupper():
        return False
    starts_sentence = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_punct)
    if starts_sentence and re.search(rf"\b{re.escape(printed.lower())}\b", token.doc.text):
        return False
    return token.pos_ == "PROPN" or printed.isupper() or token.ent_type_ in {"GPE", "PERSON"}


def _known_forms(doc: Doc) -> Iterator[NameSpan]:
    for match, alias in aliases.occurrences(doc.text):
        yield NameSpan(start=match.start(), end=match.end(), text=match.group(), kind=alias.kind)


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


def _with_majority_kind(spans: list[NameSpan]) -> list[NameSpan]:
    """Give every mention of a name the kind most of its mentions have."""
    votes: dict[str, Counter[Kind]] = {}
    for span in spans:
        votes.setdefault(person_names.fold(span.text), Counter())[span.kind] += 1
    families = _family_names(spans)
    result = []
    for span in spans:
        key = person_names.fold(span.text)
        kind: Kind = votes[key].most_common(1)[0][0]
        if " " not in key and key in families and not aliases.lookup(span.text):
            kind = "person"
        result.append(replace(span, kind=kind))
    return result


def _family_names(spans: list[NameSpan]) -> set[str]:
    names = [person_names.parse(span.text) for span in spans if span.kind == "person" and " " in span.text]
    return {name.family for name in names if name}


def _repeated(text: str, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Find the other places where a name of the article, or the family name of a person of it, is printed."""
    kinds = {span.text: span.kind for span in spans if len(span.text) > 2}
    for span in spans:
        if span.kind != "person" or not (name := person_names.parse(span.text)) or not name.given:
            continue
        family = span.text.split()[-1]
        if (
            person_names.fold(family) == name.family
            and person_names.fold(family) not in _NOT_NAMES
            and len(family) > 2
        ):
            kinds.setdefault(family, "person")
    if not kinds:
        return
    forms = "|".join(re.escape(form) for form in sorted(kinds, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w’'\-])(?:{forms})(?![\w\-])", text):
        yield NameSpan(start=match.start(), end=match.end(), text=match.group(), kind=kinds[match.group()])
