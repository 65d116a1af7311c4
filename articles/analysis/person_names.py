"""The parts of a person's name, and whether two printed names can be one person's.

    "Mr Smith"             -> given (), family "smith"
    "Dr Ian Overton"       -> given ("ian",), family "overton"
    "John F. Kennedy Jr"   -> given ("john", "f"), family "kennedy"
    "Ursula von der Leyen" -> given ("ursula",), family "vonderleyen"
    "Nouri al-Maliki"      -> given ("nouri",), family "maliki", as in "Mr Maliki"

Everything is compared on a folded form: lower case, no accents, straight apostrophes, no full stops.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from articles.analysis.word_lists import word_set

COURTESY = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend fr father "
    "sister imam rabbi messrs madame monsieur mme"
)
"""Titles that belong to the printed form of a name ("Mr Lammy")."""

OFFICES = word_set(
    "president vice-president premier chancellor senator sen representative rep congressman "
    "congresswoman governor gov lieutenant lt mayor secretary minister attorney general gen colonel col "
    "major maj captain capt sergeant sgt officer commander cmdr admiral adm judge justice chief prince "
    "princess king queen pope archbishop bishop cardinal sheikh sheik ayatollah ambassador councillor "
    "cllr speaker leader chairman chairwoman deputy prime first foreign home defence defense mp msp "
    "spokesman spokeswoman spokesperson detective inspector det insp constable pc sheriff coach manager "
    "director ex-president former then sgt-maj brigadier brig marshal vice acting interim under state "
    "assistant house senate majority minority whip republican democratic democrat ceo cfo chair "
    "undersecretary superintendent"
)
"""Offices and ranks: printed before a name, never part of it."""

GENERATIONS = word_set("jr sr ii iii iv")
"""What tells a father from his son."""

SUFFIXES = GENERATIONS | word_set("phd md mp msp qc kc obe mbe cbe esq")
ROYAL = word_set("king queen prince princess pope emperor emir")
"""Titles that stay with a single name: King Charles, Pope Francis."""

PARTICLES = word_set(
    "von van der den de del della di da dos du la le el al bin ibn ben abu st ter ten und af av"
)

_ARABIC_ARTICLE = re.compile(r"^(?:al|el) (?=\w{3})")
_FAMILY_PARTICLES = PARTICLES - {"al", "ben", "van", "von", "ten"}
"""Particles that open a family name printed alone; "Ben", "Al" and "Van" are more often given names."""

_NICKNAMES = (
    "joe joseph joey",
    "mike michael mick mickey",
    "bob robert rob bobby robbie",
    "bill william will billy willie",
    "jim james jimmy jamie",
    "tom thomas tommy",
    "tony anthony antony",
    "dave david davey",
    "dan daniel danny",
    "chris christopher christine christina",
    "matt matthew",
    "steve stephen steven",
    "andy andrew drew",
    "dick richard rick ricky rich",
    "ed edward eddie ted teddy",
    "liz elizabeth beth betty eliza",
    "kate katherine kathy catherine cathy katie kathleen",
    "sam samuel samantha",
    "ben benjamin benny",
    "ron ronald ronnie",
    "don donald donny",
    "ken kenneth kenny",
    "greg gregory",
    "jeff jeffrey geoffrey geoff",
    "nick nicholas nicolas",
    "alex alexander alexandra alec",
    "jon jonathan john jack johnny",
    "larry lawrence",
    "charlie charles chuck",
    "pete peter",
    "pat patrick patricia",
    "sue susan susanna",
    "deb deborah debbie",
    "barb barbara",
    "vicky victoria",
    "jen jennifer jenny",
    "meg margaret maggie peggy",
    "abe abraham",
    "al albert alan alfred",
    "fred frederick freddie",
    "gerry gerald jerry",
    "harry henry harold hank",
    "leo leonard leon",
    "max maxwell maximilian",
    "nate nathan nathaniel",
    "ray raymond",
    "russ russell",
    "tim timothy",
    "vlad vladimir volodymyr",
    "walt walter",
    "zack zachary zac zach",
    "bernie bernard",
    "mitch mitchell",
    "newt newton",
    "jill gillian",
    "becky rebecca",
    "angie angela",
    "cindy cynthia",
    "terry terence theresa",
    "rudy rudolph rodolfo",
    "josh joshua",
    "gabe gabriel",
    "manny manuel",
    "marty martin",
    "phil philip phillip",
    "frank francis franklin",
    "fran frances",
    "sandy alexander sandra",
    "stan stanley",
    "wes wesley",
    "val valerie",
    "doug douglas",
    "brad bradley",
    "jake jacob",
    "ted theodore",
    "tess theresa teresa",
    "mandy amanda",
    "abby abigail",
    "cat catherine",
    "mo mohammed mohamed muhammad",
)
_NICKNAME_SETS = tuple(word_set(line) for line in _NICKNAMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name, folded. ``given`` is empty where only the family name is printed.

    ``generation`` is "jr", "iii" and the like.
    """

    given: tuple[str, ...]
    family: str
    generation: str = ""


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return the form under which two printings of one name are equal: "Séjourné" and "SEJOURNE"."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    plain = re.sub(r"'s$|(?<=s)'(?= |$)", "", plain.strip())
    return " ".join(re.sub(r"[.\u200b]", "", re.sub(r"[-‐‑–/]", " ", plain)).split())


def without_titles(printed: list[str]) -> list[str]:
    """Drop the titles, offices and ranks printed before a name; a name is never wholly dropped."""
    while len(printed) > 1 and (title := printed[0].strip(".,").casefold()) in COURTESY | OFFICES:
        named = [word for word in printed[1:] if fold(word) not in GENERATIONS]
        if title in ROYAL and len(named) == 1:
            break
        printed = printed[1:]
    return printed


@lru_cache(maxsize=16_384)
def parse(text: str) -> PersonName | None:
    """Read a printed name. None where nothing of a name is left."""
    parts = [folded for word in without_titles(text.split()) if (folded := fold(word).strip(",\"'()"))]
    generation = ""
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        suffix = parts.pop()
        generation = suffix if suffix in GENERATIONS else generation
    if not parts:
        return None
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    if start == 1 and parts[0] in _FAMILY_PARTICLES:
        start = 0
    given = tuple(name for part in parts[:start] for name in part.split())
    family = "".join(_ARABIC_ARTICLE.sub("", part, count=1) for part in parts[start:]).replace(" ", "")
    return PersonName(given=given, family=family or parts[-1], generation=generation)


@lru_cache(maxsize=16_384)
def short_forms(printed: str) -> tuple[str, ...]:
    """Return how a person who is printed in full or with a title may be called later.

    "Nouri al-Maliki": "al-Maliki", "Al-Maliki", "Maliki"; "Bo Ek Jr.": "Ek", "Ek Jr."; "Mr Ek": "Ek".
    """
    words = without_titles(printed.split())
    if len(words) == 1 and words != printed.split():
        return (words[0],)
    behind = len(words)
    while behind > 1 and fold(words[behind - 1]) in SUFFIXES:
        behind -= 1
    whole = parse(" ".join(words[:behind]))
    for first in range(1, behind):
        family = " ".join(words[first:behind])
        name = parse(family)
        if whole and name and not name.given and name.family == whole.family:
            suffixed = " ".join((family, *words[behind:]))
            bare = re.sub(r"^(?:al|el)-(?=\w{3})", "", family, flags=re.IGNORECASE)
            return tuple(dict.fromkeys((suffixed, family, family[0].upper() + family[1:], bare)))
    return ()


def same_family(one: PersonName, other: PersonName) -> bool:
    """Say whether two family names are one, a double one also where its hyphen was left out."""
    return one.family == other.family or _doubled(one) == other.family or one.family == _doubled(other)


def _doubled(name: PersonName) -> str:
    return "".join((*name.given[-1:], name.family))


def reversed_order(one: PersonName, other: PersonName) -> bool:
    """Say whether two names are one with the family name in front: Orban Viktor, Viktor M. Orban."""
    fewer, more = sorted((one, other), key=lambda name: len(name.given))
    return fewer.given == (more.family,) and more.given[:1] == (fewer.family,)


def same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two lists of given names can be one person's.

    Wrong: ("john",) and ("joan",). Right: ("joe",) and ("joseph", "r"); ("j",) and ("john",); ("chris",) and
    ("j", "christopher").
    """
    if not one or not other:
        return True
    first, second = one[0], other[0]
    if _same_or_short(first, second):
        return _same_middle(one[1:], other[1:])
    if (len(first) == 1 or len(second) == 1) and first[0] == second[0]:
        return _same_middle(one[1:], other[1:])
    return any(_same_or_short(a, b) for a in one for b in other if len(a) > 1)


def _same_or_short(one: str, other: str) -> bool:
    return one == other or any({one, other} <= names for names in _NICKNAME_SETS)


def _same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Middle names may be left out or shortened, but not contradict each other."""
    return all(a[0] == b[0] for a, b in zip(one, other, strict=False))
