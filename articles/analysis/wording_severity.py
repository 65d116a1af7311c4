"""How grave it is that outlets print different words between the same marks.

high        "perpetuated" for "perpetrated", "may be" for "may have been", "52" for "48", a lost "not"
medium      "knowing" for "in the knowledge", "we" for "they", "if" for "when", words dropped or put in
low         "however" for "but", "concern" for "concerns", "is" for "are", a dropped "I mean"
negligible  "the" for "a", a dropped "that", "and" or "um": nothing an editor would want to see
"""

from collections.abc import Sequence
from functools import lru_cache

from articles.analysis.content_words import reduced
from articles.analysis.discrepancies import Severity
from articles.analysis.word_matching import FUNCTION_WORDS

Sides = Sequence[Sequence[str]]
"""The keys of the words that each side prints; empty where one prints none."""

_NEGLIGIBLE = frozenset("a an the that which who whom and um umm uh er erm ah hmm mm".split())
_FILLERS = frozenset(
    {
        "mean",
        "know",
        "kind",
        "sort",
        "well",
        "oh",
        "okay",
        "yeah",
        "like",
        "look",
        "kindof",
        "sortof",
        "really",
        "tell",
    }
)
_NEGATIONS = frozenset("not no never none nobody nothing nowhere without cannot hardly barely".split())
_MODALS = frozenset("may might can could will would shall should must".split())
_AUXILIARIES = _MODALS | frozenset("be been being have has had am is are was were do does did".split())
_AGREEMENT = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
"""Which form a verb has for one and for many is grammar, and is corrected in print."""

_PERSONS = {
    **dict.fromkeys("i me my mine myself".split(), "I"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("you your yours yourself".split(), "you"),
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
_CONTRACTIONS = frozenset(
    subject + verb
    for subject in "i it he she we you they that there this these who what".split()
    for verb in ("'s", "'d", *_AUXILIARIES)
)
"""Keys of two function words printed as one: "it's", "we're"."""
_TELLING = frozenset(
    "if unless until before after all some most many few more less only always against when how why".split()
)
"""Function words that turn the sense where one stands for another."""

_CONDITIONS = frozenset("if unless until only except provided".split())
_SLIP = 4
"""A negation among more words than these goes with a clause of its own."""


def severity(sides: Sides) -> Severity:
    """Return how grave a difference is that is not negligible."""
    changed = _changed(sides)
    if _changes_number(changed) or _changes_sense(changed):
        return "high"
    if changes_verb(changed) or _drops_modal(changed):
        return "low" if _agree(changed) else "high"
    content = [frozenset(_roots(side)) for side in changed]
    if len(set(content)) == 1:
        return "medium" if _changes_person(changed) or _turns(changed) or _changes_tense(changed) else "low"
    if all(content):
        return "medium" if _kin(content) else "high"
    return "low" if all(side <= _FILLERS for side in content) else "medium"


def is_negligible(sides: Sides) -> bool:
    """Say whether no editor would care: an article, a joining word, a sound, a function word's place."""
    changed = _changed(sides)
    if not any(changed):
        return all(len(_roots(side)) < 2 for side in sides)
    return all(word in _NEGLIGIBLE for side in changed for word in side)


def changes_verb(sides: Sides) -> bool:
    """Say whether the sides differ in auxiliary verbs alone: in tense, mood or certainty."""
    return all(side and all(word in _AUXILIARIES for word in side) for side in sides)


def is_condition(side: Sequence[str]) -> bool:
    """Say whether words begin with a condition: "if they do not stop"."""
    return bool(side) and side[0] in _CONDITIONS


@lru_cache(maxsize=4096)
def is_negation(word: str) -> bool:
    """Say whether a word's key denies: "not", "never", "cannot", "didnot"."""
    return word in _NEGATIONS or (word.endswith("not") and word[:-3] in _AUXILIARIES)


def negates(side: Sequence[str]) -> bool:
    """Say whether a few words hold a negation."""
    return len(side) <= _SLIP and any(map(is_negation, side))


def _changed(sides: Sides) -> list[list[str]]:
    common = set.intersection(*(set(side) for side in sides))
    return [[word for word in side if word not in common] for side in sides]


def _changes_number(changed: Sides) -> bool:
    """Say whether a number differs or comes and goes; "one" alone is mostly a pronoun."""
    numbers = [{word for word in side if any(map(str.isdigit, word))} for side in changed]
    return any(numbers) and (all(numbers) or set().union(*numbers) != {"1"})


def _changes_sense(changed: Sides) -> bool:
    return any(negates(side) for side in changed) and not all(any(map(is_negation, side)) for side in changed)


def _drops_modal(changed: Sides) -> bool:
    words = {word for side in changed for word in side}
    return words <= _AUXILIARIES and bool(words & _MODALS)


def _agree(changed: Sides) -> bool:
    return len({tuple(_AGREEMENT.get(word, word) for word in side) for side in changed}) == 1


def _changes_person(changed: Sides) -> bool:
    persons = [{_PERSONS[word] for word in side if word in _PERSONS} for side in changed]
    return all(persons) and len(set(map(frozenset, persons))) > 1


def _turns(changed: Sides) -> bool:
    telling = [frozenset(side) & _TELLING for side in changed]
    return (all(telling) and len(set(telling)) > 1) or any(map(is_condition, changed))


def _changes_tense(changed: Sides) -> bool:
    past = [any(word.endswith("ed") for word in side) for side in changed]
    return all(changed) and any(past) and not all(past)


def _roots(side: Sequence[str]) -> list[str]:
    return [reduced(word) for word in side if word not in FUNCTION_WORDS and word not in _CONTRACTIONS]


def _kin(content: Sequence[frozenset[str]]) -> bool:
    """Say whether the sides' content words are forms of one another: know, knowledge."""
    first, *others = content
    return all(any(_same_root(one, other) for other in side) for side in others for one in first)


def _same_root(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return one[: max(3, shorter - 1)] == other[: max(3, shorter - 1)]
