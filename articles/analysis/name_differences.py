"""Where outlets print one name in different spellings.

    "Hind Hasan" here, "Hind Hassan" there            evidence "Hasan", "Hassan"
    "Mr Lammy", "David Lammy", "Minister Lamy"        evidence "Lammy", "Lammy", "Lamy"
    "… North African Department", "… North Africa Department"
                                                      evidence "African", "Africa"

No conflict: accents, titles, an acronym beside its full name, a given name left out or shortened, British
and American spelling of a word ("Defence", "Defense").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from articles.analysis import name_spelling, person_names, spelling
from articles.analysis.discrepancies import Discrepancy, Evidence, Severity
from articles.analysis.entities import StoryEntity, StoryMention

_WORD = re.compile(r"[^\W_][\w’'.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a mention: folded for comparison, as printed, and where."""

    key: str
    printed: str
    evidence: Evidence


def find(
    *, entities: Sequence[StoryEntity], texts: Sequence[str], outlets: Sequence[str]
) -> tuple[Discrepancy, ...]:
    """Return one discrepancy for each word of a name that outlets spell differently.

    ``texts[i]`` and ``outlets[i]`` belong to the article that the entities' mentions call ``i``.
    """
    return tuple(
        discrepancy
        for entity in entities
        if entity.kind != "place"
        for discrepancy in _differences(entity, texts, outlets)
    )


def _differences(entity: StoryEntity, texts: Sequence[str], outlets: Sequence[str]) -> Iterator[Discrepancy]:
    printed = [_words(mention, texts[mention.article]) for mention in entity.mentions]
    slots = _person_slots(printed) if entity.kind == "person" else _organisation_slots(printed)
    for slot in slots:
        for spellings in _respelled_groups(slot):
            severity: Severity = "medium" if entity.kind == "person" else "low"
            yield Discrepancy(
                kind="name",
                severity=severity,
                verdict=None,
                summary=_summary(entity, spellings, outlets),
                readings=_one_for_each_article(spellings),
            )


def _words(mention: StoryMention, text: str) -> list[_Word]:
    return [
        _Word(
            key=spelling.fold(person_names.fold(match.group())),
            printed=match.group(),
            evidence=Evidence(
                start=mention.start + match.start(), end=mention.start + match.end(), article=mention.article
            ),
        )
        for match in _WORD.finditer(mention.of(text))
    ]


def _person_slots(printed: Sequence[Sequence[_Word]]) -> Iterator[list[_Word]]:
    """Yield the family names, then the first given names, of all the mentions."""
    names = []
    for words in printed:
        kept = person_names.without_titles([word.printed for word in words])
        bare = list(words[len(words) - len(kept) :])
        while len(bare) > 1 and bare[-1].key in person_names.SUFFIXES:
            bare.pop()
        names.append(bare)
    firsts = {words[0].key for words in names if len(words) > 1}
    yield [words[-1] for words in names if words and (len(words) > 1 or words[0].key not in firsts)]
    yield [words[0] for words in names if len(words) > 1]


def _organisation_slots(printed: Sequence[Sequence[_Word]]) -> Iterator[list[_Word]]:
    """Yield the words in which forms of three and more words differ where they differ in one word only."""
    long = [words for words in printed if len(words) >= 3]
    slots: dict[tuple[int, int], list[_Word]] = {}
    for one, other in combinations(long, 2):
        if len(one) != len(other):
            continue
        differing = [
            position for position, (a, b) in enumerate(zip(one, other, strict=True)) if a.key != b.key
        ]
        if len(differing) == 1:
            slot = slots.setdefault((len(one), differing[0]), [])
            slot.extend(word for word in (one[differing[0]], other[differing[0]]) if word not in slot)
    yield from slots.values()


def _respelled_groups(slot: Sequence[_Word]) -> Iterator[dict[str, list[_Word]]]:
    """Yield the spellings of one word, each with where it is printed, where there are at least two."""
    by_key: dict[str, list[_Word]] = {}
    for word in slot:
        by_key.setdefault(word.key, []).append(word)
    related = {
        key for one, other in combinations(by_key, 2) if _is_conflict(one, other) for key in (one, other)
    }
    if related:
        yield {key: words for key, words in by_key.items() if key in related}


def _is_conflict(one: str, other: str) -> bool:
    """A short form ("Steve", "Steven") and a plural ("Committees") are no spelling of the other."""
    short, long = sorted((one, other), key=len)
    if long in {f"{short}s", f"{short}es"}:
        return False
    if long.startswith(short) and person_names.same_given((one,), (other,)):
        return False
    return name_spelling.respelled(one, other) or name_spelling.other_ending(one, other)


def _one_for_each_article(spellings: dict[str, list[_Word]]) -> tuple[Evidence, ...]:
    first: dict[tuple[int, str], Evidence] = {}
    for key, words in spellings.items():
        for word in words:
            first.setdefault((word.evidence.article, key), word.evidence)
    return tuple(sorted(first.values(), key=lambda evidence: (evidence.article, evidence.start)))


def _summary(entity: StoryEntity, spellings: dict[str, list[_Word]], outlets: Sequence[str]) -> str:
    sides = [
        f"“{words[0].printed}” ({', '.join(dict.fromkeys(outlets[word.evidence.article] for word in words))})"
        for words in spellings.values()
    ]
    return f"{entity.name} is spelled in different ways: {', '.join(sides)}."
