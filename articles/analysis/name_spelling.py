"""When two spellings are likely one name. All words are folded: lower case, no accents.

    hasan, hassan; lammy, lamy        a letter doubled
    nuri, nouri; morsi, morsy         a transliteration: the same consonants
    africa, african                   another ending, in a long name
    kellyane, kellyanne               one letter of many

Never: brown, crown; berg, borg; kim, kid; iran, iraq; maria, mario; north, south.
"""

import re

from rapidfuzz.distance import DamerauLevenshtein


def respelled(one: str, other: str) -> bool:
    """Say whether two folded words are likely spellings of one name.

    Right: hasan, hassan; lammy, lamy; sejourne, sejournee. Wrong: brown, crown; kim, kid; iran, iraq.
    """
    if one == other or min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    one, other = _with_one_i(one), _with_one_i(other)
    if _undoubled(one) == _undoubled(other) or _transliterated(one, other):
        return True
    distance = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    shortest = min(len(one), len(other))
    return (distance == 1 and shortest >= 6) or (distance == 2 and shortest >= 9)


def surname_slip(one: str, other: str) -> bool:
    """Say whether a surname alone is likely another in print: a letter doubled, or one of many off."""
    if min(len(one), len(other)) < 4 or one[0] != other[0] or one == other:
        return False
    return _undoubled(one) == _undoubled(other) or (
        min(len(one), len(other)) >= 7 and DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
    )


def other_ending(one: str, other: str) -> bool:
    """Say whether two folded words are one up to an ending: africa, african. Not: north, south."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return shared >= 4 and max(len(one), len(other)) - shared <= 2


def _transliterated(one: str, other: str) -> bool:
    """Say whether two words differ in vowels only; two of one syllable are two names (berg, borg)."""
    syllables = min(len(re.findall(r"[aeiouy]+", word)) for word in (one, other))
    return syllables > 1 and one[-1] == other[-1] and _skeleton(one) == _skeleton(other)


def _skeleton(word: str) -> str:
    """Return a word's consonants: transliterations differ in vowels (Nuri, Nouri)."""
    return _undoubled(re.sub(r"[aeiouy]", "", word))


def _with_one_i(word: str) -> str:
    """Return a word with one of the endings that transliterations swap: Morsi, Morsy; Sissi, Sisie."""
    return re.sub(r"(?:ie|ee|y)$", "i", word)


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)
