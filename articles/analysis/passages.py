"""Stretches of a text, and the paragraphs, sentences and tokens a text falls into.

All offsets are Unicode code points into the revision's own text, end exclusive, so that
``passage.of(text)`` is what was printed there, byte for byte.

    Mr. Smith of the U.K. resigned. "Is it so?" she asked.

is one paragraph of two sentences: the dots of "Mr." and "U.K." end none, nor does the question mark before
a verb of saying. Its tokens are Mr, Smith, of, the, U.K., resigned, Is, it, so, she, asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.analysis.spelling import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A non-empty stretch of a text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A passage needs 0 <= start < end, not {self.start}, {self.end}.")

    def of(self, text: str) -> str:
        """Return what is printed at this passage of its text."""
        return text[self.start : self.end]

    def covers(self, other: "Passage") -> bool:
        """Say whether the other passage lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Passage") -> bool:
        """Say whether the two passages share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Passage):
    """A word or figure as printed, beside the normalised form that comparison uses.

    ``norm`` is lower case, with straight marks, no accents and one spelling of British and American forms.
    ``before`` and ``after`` are the punctuation that stands between it and its neighbours, as printed. What
    touches the next word is before that; a dash between spaces is after the first. The stretch's first word
    has nothing before it, its last nothing after it.
    """

    text: str
    norm: str
    before: str = ""
    after: str = ""

    @property
    def pointed(self) -> Passage:
        """The word with its punctuation."""
        return Passage(start=self.start - len(self.before), end=self.end + len(self.after))


_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

# The look-behind lets a run of dots be tried once only, not once for each of its dots.
_END = re.compile(r"""(?<![.!?…])[.!?…]++[)\]"”’'»]*+(?=\s)|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+""")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")
_NEXT_WORD = re.compile(r"""\s*([("“‘'«\[—–-]*)(\w*)""")

_BEFORE_NAMES = frozenset(
    "adm attys brig capt cmdr col cpl det dr esp fr ft gen gov govs hon insp lieut lt maj messrs mgr mme "
    "mr mrs ms mt pres prof pte rep reps rev sen sens sgt st supt vs eg ie viz cf no nos p pp vol fig ca "
    "approx est".split()
)
"""Their dot is never the end of a sentence: a name or figure follows."""

_ABBREVIATIONS = frozenset(
    "inc co corp ltd bros jr sr am pm etc al dept univ assn ave blvd rd sq jan feb mar apr jun jul aug "
    "sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del "
    "fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis "
    "wyo wva rva dc usa us uk un eu bc ad phd ma ba bsc msc mp qc kc".split()
)
"""Their dot ends a sentence only where the next word is one that opens sentences."""

_OPENERS = frozenset(
    "a about after again all also although an and another any as asked at because before both but by "
    "despite during each even for from further had has have he her here his how however i if in instead "
    "is it its last later like many meanwhile more most mr mrs ms my next no nor not now on once one or "
    "other our she since so some speaking still such that the their then there these they this those "
    "though through to under until we well what when where while who why with yet you".split()
)

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}(?:['’]s\b)?                        # U.K.  a.m.  U.K.’s
  | [£$€¥₹]\ ?\d+(?:[.,]\d+)*(?:bn|m|k|tn)?\b             # £576  $1.5bn
  | \d+(?:[.,:/]\d+)*(?:-\d+(?:[.,]\d+)*)*%               # 80%   3.5-4%
  | \d+(?:[.,:/]\d+)+(?:-\w+)*                            # 2.3   10,000   9:30
  | [^\W\d_]{1,5}\*{2,}[^\W\d_]*                         # f***ing
  | \b[b-hj-zB-HJ-Z]-{2,}[^\W\d_]*                      # s---, not “I--we”
  | [@\#]?\w[\w\u0300-\u036f]*(?:[-‐‑'’&]\w[\w\u0300-\u036f]*)*   # word, whistle-blower, don’t
  | [%&£$€]
    """,
    re.VERBOSE,
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_MASK = re.compile(r"\*{2,}|-{2,}")
_TO_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def paragraphs(text: str) -> tuple[Passage, ...]:
    """Return the printed lines that hold something, white space around them left out."""
    return tuple(
        passage for line in _LINE.finditer(text) if (passage := _trimmed(text, line.start(), line.end()))
    )


def sentences(text: str, within: Passage) -> tuple[Passage, ...]:
    """Return the sentences of a stretch, with their closing marks and without the white space between them.

    A dot ends none after an initial, a title or a known abbreviation, and no sign does before a lower-case
    word: ``“Why?” she asked.`` is one sentence.
    """
    found = []
    start = within.start
    for end in _END.finditer(text, within.start, within.end):
        if _ends_sentence(text, end, within):
            if passage := _trimmed(text, start, end.end()):
                found.append(passage)
            start = end.end()
    if passage := _trimmed(text, start, within.end):
        found.append(passage)
    return tuple(found)


def tokens(text: str, within: Passage) -> tuple[Token, ...]:
    """Return the words and figures of a stretch; punctuation and symbols that are no word are not tokens."""
    return tuple(_tokens(text, within))


def normalised_words(text: str, within: Passage) -> list[str]:
    """Return the normalised forms of a stretch's tokens, for those who need nothing else of them."""
    return [normalise(match.group()) for match in _TOKEN.finditer(text, within.start, within.end)]


@lru_cache(maxsize=65536)
def normalise(word: str) -> str:
    """Return the form of one printed word that comparison uses: ``Licence`` and ``license`` have the same."""
    if word == "&":
        return "and"
    plain = word.casefold() if word.isascii() else _unaccented(word)
    stem, possessive = (plain[:-2], "'s") if plain.endswith("'s") else (plain, "")
    if _DOTTED.fullmatch(stem):
        stem = stem.replace(".", "")
    stem = _MASK.sub("**", stem)
    if not any(character.isdigit() for character in stem):
        stem = stem.replace("-", "")
    return fold(stem) + possessive


def _unaccented(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_TO_STRAIGHT)).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))


def _tokens(text: str, within: Passage) -> Iterator[Token]:
    found = [match.span() for match in _TOKEN.finditer(text, within.start, within.end)]
    before = ""
    for (start, end), (following, _) in zip(found, [*found[1:], *found[-1:]], strict=True):
        after, next_before = _between(text[end:following])
        word = text[start:end]
        yield Token(start=start, end=end, text=word, norm=normalise(word), before=before, after=after)
        before = next_before


def _between(gap: str) -> tuple[str, str]:
    """Return what of the stretch between two words belongs to the first, and what touches the second."""
    touching = gap.split()[-1:] if gap[-1:].strip() else []
    if not touching or len(touching[0]) == len(gap):
        return gap.rstrip(), ""
    return gap[: -len(touching[0])].rstrip(), touching[0]


def _trimmed(text: str, start: int, end: int) -> Passage | None:
    printed = text[start:end]
    left = start + len(printed) - len(printed.lstrip())
    right = left + len(printed.strip())
    return Passage(start=left, end=right) if left < right else None


def _ends_sentence(text: str, end: re.Match[str], within: Passage) -> bool:
    if end.group()[0] not in ".!?…":
        return True
    # Windows keep the look-around short, so that a long line costs no more than many short ones.
    following = _NEXT_WORD.match(text, end.end(), min(within.end, end.end() + 40))
    mark, word = following.groups() if following else ("", "")
    if word[:1].islower():
        return False
    if end.group() != ".":
        return True
    before = _LAST_WORD.search(text[max(within.start, end.start() - 24) : end.start()])
    if not before:
        return True
    last = before.group()
    plain = last.replace(".", "").lower()
    if plain in _BEFORE_NAMES:
        return last.islower() and plain == "no"
    if plain in _ABBREVIATIONS or "." in last or (len(last) == 1 and last != "I"):
        return bool(mark) or word.lower() in _OPENERS
    return True
