"""What an article says people are: their offices, ranks and jobs, as printed beside their names.

    "Mark Smith, a second secretary in the British embassy, resigned."
        Mark Smith       "second secretary in the British embassy"     head secretary
    "Former White House counsel Don McGahn will testify."
        Don McGahn       "Former White House counsel"                  head counsel, bare
    "the company’s chief executive, Ann Lee, said"
        Ann Lee          "company’s chief executive"                   head executive
    "Bo Ek, listed as a nurse working at St Mary’s, left."
        Bo Ek            "nurse working at St Mary’s"                  head nurse

A role stands before a name or between commas behind it. No role: "Trump, President Macron and others", where
the second title is the next one's; "lawyers Ann Lee and Bo Ek", where it is nobody's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.analysis.entities import Entity, StoryEntity
from articles.analysis.name_lexicon import DAYS_AND_MONTHS, ROLE_WORDS
from articles.analysis.nlp import text_of
from articles.analysis.passages import Passage
from articles.analysis.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Passage):
    """A role as printed, without its article, and the mention of the person it is given to.

    ``head`` is its noun in one form: "senator" for "Sen.", "chair" for "chairwoman". ``qualifiers`` are the
    words before the head that belong to it, and ``scope`` all the others: whose, of what, where; both are in
    lower case. ``bare`` says that the role is a title before the name, ``indefinite`` that "a" introduces it.
    """

    person: Passage
    head: str
    qualifiers: tuple[str, ...]
    scope: tuple[str, ...]
    bare: bool = False
    indefinite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRole:
    """A role in the article with this index among those compared."""

    article: int
    role: Role


_SAME_HEAD = {
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "cmdr": "commander",
    "adm": "admiral",
    "det": "detective",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "advisor": "adviser",
    "ceo": "chief executive",
}
_HEADS = (
    ROLE_WORDS
    | _SAME_HEAD.keys()
    | word_set(
        "counsel prosecutor consul premier chancellor lieutenant major colonel captain sergeant corporal "
        "brigadier admiral inspector constable superintendent detective undersecretary attache treasurer "
        "bishop archbishop cardinal councillor commissioner envoy strategist negotiator"
    )
)
_OF_THE_STATE = word_set("attorney secretary surgeon solicitor director consul inspector governor")
"""What makes "general" the second half of an office and no rank."""

_OWNERS = word_set("'s ’s ' ’")
_NP = word_set("ADJ NOUN PROPN NUM PART")
_TIMES = word_set("then ex former")
_DETERMINERS = word_set("a an the his her their its another our one my")
_LINKS = word_set("of in at for from to on with")
_AT_WORK = word_set("working serving based stationed posted")
_LEADS_IN = re.compile(
    r"(?:(?:listed|described|identified|named|known|working|serving) as"
    r"|who (?:is|was|has been|had been|(?:works|worked|serves|served|has served|had served) as)"
    r"|currently|formerly|now|once|until recently) ",
    re.IGNORECASE,
)
"""Words between a name and the role behind it, which are no part of the role."""
_LONGEST = 10
"""So many words belong to a role on either side of its head."""


def find(doc: Doc, entities: Sequence[Entity]) -> tuple[Role, ...]:
    """Return the roles that a text gives to its people, in printed order."""
    names = {mention.start: mention for entity in entities for mention in entity.mentions}
    found = [
        role
        for entity in entities
        if entity.kind == "person"
        for mention in entity.mentions
        if (span := doc.char_span(mention.start, mention.end, alignment_mode="expand"))
        for role in _roles(span, mention, names)
    ]
    return tuple(sorted(found, key=lambda role: (role.start, role.end)))


def join(
    entities: Sequence[StoryEntity], roles: Sequence[Sequence[Role]]
) -> tuple[tuple[StoryRole, ...], ...]:
    """Return for each entity of a story the roles that its articles give it, in printed order.

    ``roles[i]`` are those of the article that the entities' mentions call ``i``.
    """
    given_at: dict[tuple[int, int], list[StoryRole]] = {}
    for article, of_article in enumerate(roles):
        for role in of_article:
            given_at.setdefault((article, role.person.start), []).append(
                StoryRole(article=article, role=role)
            )
    joined = []
    for entity in entities:
        given = [one for at in entity.mentions for one in given_at.get((at.article, at.start), ())]
        once = {(one.article, one.role.start): one for one in given}  # between two mentions it is both's
        joined.append(tuple(once[place] for place in sorted(once)))
    return tuple(joined)


def _roles(name: Span, mention: Passage, names: Mapping[int, Passage]) -> Iterator[Role]:
    if role := _before(name, mention):
        yield role
    if role := _behind(name, mention, names):
        yield role


def _before(name: Span, mention: Passage) -> Role | None:
    """Return the title that ends at a name, or before the comma in front of it."""
    doc = name.doc
    end = name.start
    apart = end > 0 and doc[end - 1].text == "," and _text(doc, name.end) in (",", ".", ";")
    end -= apart
    head = end - 1
    if head > 0 and _is_dot_of_title(doc[head]):
        head -= 1
    if head < 0 or not _is_head(doc, head):
        return None
    start = head
    while start > 0 and end - start < _LONGEST and _belongs(doc[start - 1]):
        start -= 1
    while doc[start].text in _OWNERS | {"-", "‘"}:
        start += 1
    determiner = _text(doc, start - 1).lower()
    return _role(doc[start:end], doc[end:end], mention, bare=not apart, determiner=determiner)


def _behind(name: Span, mention: Passage, names: Mapping[int, Passage]) -> Role | None:
    """Return the apposition that begins with a comma or a bracket behind a name."""
    doc = name.doc
    start = name.end
    if _text(doc, start) == "," and _text(doc, start + 1).isdigit() and _text(doc, start + 2) == ",":
        start += 2
    if _text(doc, start) not in (",", "("):
        return None
    start = _after_lead_in(doc, start + 1)
    determiner = _text(doc, start).lower()
    start += determiner in _DETERMINERS
    end = start
    while end < len(doc) and end - start < _LONGEST and _belongs(doc[end]):
        end += 1
    if end == start or not _is_head(doc, end - 1):
        return None
    return _role(doc[start:end], _complement(doc, end, names), mention, bare=False, determiner=determiner)


def _after_lead_in(doc: Doc, start: int) -> int:
    """Return where a role may begin behind "listed as", "who was"."""
    if start >= len(doc) or not (lead_in := _LEADS_IN.match(text_of(doc), doc[start].idx)):
        return start
    while start < len(doc) and doc[start].idx < lead_in.end():
        start += 1
    return start


def _complement(doc: Doc, start: int, names: Mapping[int, Passage]) -> Span:
    """Return what a role is limited to: "of the union", "working in the embassy", with names to their end."""
    end = start
    at_work = _text(doc, start).lower() in _AT_WORK
    if _text(doc, start + at_work).lower() in _LINKS:
        end += at_work
        inside = 0
        while end < len(doc) and end - start < _LONGEST:
            if name := names.get(doc[end].idx):
                inside = name.end
            if doc[end].idx >= inside and _ends_phrase(doc[end]):
                break
            end += 1
    return doc[start:end]


def _ends_phrase(token: Token) -> bool:
    return token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ")


def _role(office: Span, complement: Span, mention: Passage, *, bare: bool, determiner: str) -> Role:
    words = [word for token in office if (word := token.lower_.strip(".-‑"))]
    if words[-1] == "elect":
        words = ["elect", *words[:-1]]
    head = _SAME_HEAD.get(words[-1], words[-1])
    rest = words[:-1]
    if head == "general" and rest and rest[-1] in _OF_THE_STATE:
        head = f"{rest.pop()} general"
    owned = max((at + 1 for at, word in enumerate(rest) if word in _OWNERS), default=0)
    return Role(
        start=office.start_char,
        end=complement.end_char if len(complement) else office.end_char,
        person=mention,
        head=head,
        qualifiers=tuple(rest[owned:]),
        scope=tuple(word for word in rest[:owned] if word not in _OWNERS)
        + tuple(token.lower_ for token in complement if token.pos_ in ("NOUN", "PROPN", "ADJ")),
        bare=bare,
        indefinite=determiner in ("a", "an", "another", "one"),
    )


def _is_head(doc: Doc, at: int) -> bool:
    if doc[at].lower_ == "elect" and at > 1 and doc[at - 1].text == "-":
        at -= 2
    return doc[at].lower_.strip(".") in _HEADS


def _belongs(token: Token) -> bool:
    """Say whether a word may stand inside the phrase of a role."""
    if token.is_space or token.lower_ in DAYS_AND_MONTHS:
        return False
    if token.text in ("-", "‑") or _is_dot_of_title(token):
        return True
    return token.lower_ in _TIMES | _OWNERS or token.pos_ in _NP


def _is_dot_of_title(token: Token) -> bool:
    """Recognise the full stop of "Capt. Ann Lee" where it is a word of its own."""
    before = token.doc[token.i - 1] if token.i else token
    return token.text == "." and before.text.istitle() and not before.whitespace_ and before.lower_ in _HEADS


def _text(doc: Doc, at: int) -> str:
    return str(doc[at].text) if 0 <= at < len(doc) else ""
