"""Who is said to say something: the verbs of saying outside quotation marks, each with its subject.

    “We won,” said Mark Smith, a diplomat.      said          Mark Smith
    Smith, who resigned on Friday, wrote …      wrote         Smith
    He left after claiming it was “over”.       claiming      He
    According to the BBC, …                     According to  the BBC
    In the words of Smith, …                    words of      Smith
    It was called “over” by Smith.              called        Smith; without "by Smith", nobody
    Smith and Ann Lee said …                    said          Smith, and Ann Lee together with him

Counter-examples: in "ministers’ claims" the claims are a noun, whatever the tagger thinks; nobody calls
what is so-called.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.analysis import verb_subjects
from articles.analysis.cues import (
    BACK_VERBS,
    CUE_LEMMAS,
    QUOTING_LEMMAS,
    REPORTING_LEMMAS,
    SAYING_LEMMAS,
    SPEECH_NOUNS,
)
from articles.analysis.passages import Passage
from articles.analysis.speaking_nouns import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_LEFT_PARTS = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "advmod", "quantmod"})
_RIGHT_PREPOSITIONS = frozenset({"of", "for", "from", "at", "with", "in", "to", "by"})
_HYPHENS = 6
"""The most tokens of a word with hyphens behind its first part."""

_IN_THE_WORDS = "in the words of"
_CLOSING = frozenset({"”", "’", '"', "'", "''"})
_AND = frozenset({"and", "&"})
_BREAKS = frozenset({"–", "—", "--", ";", ":"})
_ONLY_REPORT = (
    frozenset(REPORTING_LEMMAS.values())
    - frozenset(SAYING_LEMMAS.values())
    - frozenset(QUOTING_LEMMAS.values())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Passage):
    """A noun phrase that names somebody; ``head`` is the offset of its chief word."""

    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Passage):
    """A cue as printed, with its dictionary form, the mention of who speaks, and its place in the parse."""

    lemma: str
    speaker: Mention | None
    token: int
    unsaid: bool = False
    """The text keeps who says it to itself: "was called", "is known as"."""

    noun: bool = False
    """It is no verb but what somebody's words are called: Smith's claim."""

    @property
    def only_reports(self) -> bool:
        """Say whether the verb reports a finding or a thought, and never words between marks."""
        return self.lemma in _ONLY_REPORT


def find(doc: Doc, inside: Set[int]) -> tuple[Attribution, ...]:
    """Return the attributions in printed order; ``inside`` holds the tokens between quotation marks."""
    return tuple(_find(doc, inside))


def _find(doc: Doc, inside: Set[int]) -> Iterator[Attribution]:
    for token in doc:
        if token.i in inside:
            continue
        if _tells_according(doc, token):
            yield _according(doc, token, inside)
        elif (named := _speaker_in_noun(token)) is not None:
            yield _cue(token, CUE_LEMMAS[token.lower_], named, inside, noun=False)
        elif token.lower_ in CUE_LEMMAS and _is_verb(token) and not _adds_things(token):
            passive = verb_subjects.is_passive(token)
            subject = verb_subjects.agent(token, inside) if passive else verb_subjects.subject(token, inside)
            yield Attribution(
                start=token.idx,
                end=token.idx + len(token),
                lemma=CUE_LEMMAS[token.lower_],
                speaker=mention(subject, inside) if subject is not None else None,
                token=token.i,
                unsaid=passive and subject is None,
            )
        elif token.lower_ in BACK_VERBS and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "back":
            yield _cue(
                token, BACK_VERBS[token.lower_], verb_subjects.subject(token, inside), inside, noun=False
            )
        elif (lemma := _phrase(token)) is not None:
            yield _cue(token, lemma, verb_subjects.subject(token, inside), inside, noun=False)
        elif token.lemma_.lower() in SPEECH_NOUNS and (owner := _owner(token, inside)) is not None:
            yield _cue(token, token.lemma_.lower(), owner, inside, noun=True)


def _speaker_in_noun(token: Token) -> Token | None:
    """Return who speaks where the tagger took a whole clause for one noun: “We won,” the letter read."""
    if token.lower_ not in CUE_LEMMAS or token.tag_ not in {"NN", "NNS"}:
        return None
    begins = min((child.i for child in token.lefts if child.dep_ in {"compound", "det"}), default=0)
    behind_marks = begins and token.doc[begins - 1].text in _CLOSING and token.i + 1 < len(token.doc)
    if not behind_marks or not token.nbor().is_punct:
        return None
    before = token.nbor(-1)
    return before if before.dep_ == "compound" and can_speak(before.lemma_.lower()) else None


def _phrase(verb: Token) -> str | None:
    """Read “…,” she went on. – As she puts it, “…” – not: went on to win, went on Monday, put it away."""
    if verb.lemma_ not in {"go", "put"} or verb.i + 2 >= len(verb.doc) or not verb.nbor(2).is_punct:
        return None
    particle = verb.nbor()
    if (verb.lemma_, particle.lower_) == ("go", "on"):
        return "go on"
    as_she = any(child.lower_ in {"as", "how"} for child in verb.lefts)
    return "put it" if (verb.lemma_, particle.lower_) == ("put", "it") and as_she else None


def _cue(token: Token, lemma: str, named: Token | None, inside: Set[int], *, noun: bool) -> Attribution:
    return Attribution(
        start=token.idx,
        end=token.idx + len(token),
        lemma=lemma,
        speaker=mention(named, inside) if named is not None else None,
        token=token.i,
        noun=noun,
    )


def _owner(noun: Token, inside: Set[int]) -> Token | None:
    """Return the name in "Smith's claim"; whose "his claim" is, the verb beside it tells better."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN" and child.i not in inside:
            return child
    return None


def _tells_according(doc: Doc, token: Token) -> bool:
    """Read "according to" and "in the words of"."""
    if token.lower_ == "according":
        return token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to"
    return token.lower_ == "words" and doc[max(0, token.i - 2) : token.i + 2].text.lower() == _IN_THE_WORDS


def _is_verb(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    if before is not None and (before.tag_ in {"POS", "PRP$"} or before.lower_ in {"so", "-"}):
        return False
    if before is not None and before.tag_ == "DT" and before.dep_ not in _SUBJECTS:
        return False
    # The tagger takes "Conway notes" for a noun where a quotation stands before it.
    return token.tag_.startswith("VB") or (
        token.tag_ == "NNS" and bool(token.i) and token.nbor(-1).pos_ in {"PROPN", "PRON"}
    )


def _adds_things(verb: Token) -> bool:
    """Say whether something else than words is added: whether to add a clip."""
    return verb.lower_ == "add" and any(child.dep_ == "dobj" for child in verb.children)


def _according(doc: Doc, token: Token, inside: Set[int]) -> Attribution:
    to = doc[token.i + 1]
    named = next((child for child in to.children if child.dep_ == "pobj" and child.i not in inside), None)
    return Attribution(
        start=token.idx,
        end=to.idx + len(to),
        lemma="according to",
        speaker=mention(named, inside) if named is not None else None,
        token=token.i,
    )


def together(head: Token, inside: Set[int]) -> tuple[Token, ...]:
    """Return a head word and those that "and" joins to it, in printed order, by name where they have one.

    In "the US and fellow mediators Egypt and Qatar" names stand behind the mediators and before them.
    """
    found = {head, *head.conjuncts}
    if head.dep_ == "appos":
        found.update(head.head.conjuncts)
        found.update(child for child in head.head.lefts if child.dep_ == "nmod" and child.conjuncts)
    if head.pos_ == "PROPN":
        # In "Lee, Berg and Hill" the parser takes the second name for what the first one is.
        beside = (child for child in head.rights if child.left_edge.i == head.i + 2)
        found.update(child for child in beside if child.dep_ == "appos" and child.conjuncts)
    found.update(other for token in tuple(found) for other in verb_subjects.by_name(token, inside).conjuncts)
    places = sorted(token.i for token in found)
    joining = {child.lower_ for token in found for child in token.children if child.dep_ == "cc"}
    between = head.doc[places[0] : places[-1] + 1]
    if not joining or joining - _AND or any(token.i in inside or "\n" in token.text for token in between):
        return (head,)
    return tuple(sorted({verb_subjects.by_name(token, inside) for token in found}, key=lambda token: token.i))


def mention(head: Token, inside: Set[int]) -> Mention:
    """Return the noun phrase of a head word, without the clauses and asides that hang on it."""
    doc = head.doc
    left = right = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ in _LEFT_PARTS and head.i - child.left_edge.i < 12:
            left = min(left, child.left_edge.i)
        elif child.i > head.i and child.dep_ == "prep" and child.lower_ in _RIGHT_PREPOSITIONS:
            right = max(right, min(child.right_edge.i, head.i + 12))
        elif child.i > head.i and child.dep_ in {"flat", "compound"}:
            right = max(right, child.i)
    right = max(right, _hyphenated(head))
    for index in range(head.i + 1, right + 1):
        if index in inside or doc[index].is_space or doc[index].text in _BREAKS | {",", "("}:
            right = index - 1
            break
    for index in range(head.i - 1, left - 1, -1):
        if index in inside or doc[index].is_space or doc[index].text in _BREAKS:
            left = index + 1
            break
    return Mention(start=doc[left].idx, end=doc[right].idx + len(doc[right]), head=head.idx)


def _hyphenated(head: Token) -> int:
    """Return the place of the last part of a word with hyphens: non-profit."""
    doc, last = head.doc, head.i
    for hyphen in range(head.i + 1, min(head.i + _HYPHENS, len(doc) - 1), 2):
        if doc[hyphen].text != "-" or doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_:
            break
        last = hyphen + 1
    return last


def without_article(printed: str) -> str:
    """Return a noun phrase without its article: a senior official, the letter."""
    first, _, rest = printed.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else printed
