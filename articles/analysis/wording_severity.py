"""How grave it is that outlets print different words between the same marks.

high     "perpetuated" for "perpetrated", "may be" for "may have been", "52" for "48", a lost "not"
medium   "knowing" for "in the knowledge", words dropped or put in
low      "however" for "but", "concern" for "concerns"
"""

from collections.abc import Sequence

from articles.analysis.content_words import reduced
from articles.analysis.discrepancies import Severity
from articles.analysis.word_matching import FUNCTION_WORDS

_NEGATIONS = frozenset("not no never none nor neither nobody nothing without cannot hardly barely".split())
_AUXILIARIES = frozenset(
    "may might can could will would shall should must be been being have has had is are was were do "
    "does did".split()
)


def severity(sides: Sequence[Sequence[str]]) -> Severity:
    """Return how grave a difference is; ``sides`` are the normalised words of each side, empty where none."""
    common = set.intersection(*(set(side) for side in sides))
    changed = [[word for word in side if word not in common] for side in sides]
    if any(_is_grave(word) for side in changed for word in side):
        return "high"
    if changes_verb(changed):
        return "high"
    content = [frozenset(_roots(side)) for side in changed]
    if len(set(content)) == 1:
        return "low"
    if all(content):
        return "medium" if _kin(content) else "high"
    return "medium"


def changes_verb(sides: Sequence[Sequence[str]]) -> bool:
    """Say whether the sides differ in auxiliary verbs alone: in tense, mood or certainty."""
    return all(side and all(word in _AUXILIARIES for word in side) for side in sides)


def _is_grave(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("not") or any(character.isdigit() for character in word)


def _roots(side: Sequence[str]) -> list[str]:
    return [reduced(word) for word in side if word not in FUNCTION_WORDS]


def _kin(content: Sequence[frozenset[str]]) -> bool:
    """Say whether the sides' content words are forms of one another: know, knowledge."""
    first, *others = content
    return all(any(_same_root(one, other) for other in side) for side in others for one in first)


def _same_root(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return one[: max(3, shorter - 1)] == other[: max(3, shorter - 1)]
