"""Whether a name is a person's, an organisation's or a place's, where spaCy's small model is unsure.

"Edinburgh University", whatever the model says    organisation: its last word tells
"Leila Fadel", "Jo Bloggs, who …"                  person: a given name; what follows the name
"in Chiang Rai", with "Chiang Rai province"        place
"""

import re
from collections import Counter
from collections.abc import Sequence

from articles.analysis import aliases, name_rules, person_names
from articles.analysis.aliases import Kind
from articles.analysis.given_names import FEMALE, MALE
from articles.analysis.name_lexicon import BODY_WORDS, PLACE_WORDS, REGION_WORDS, ROLE_WORDS

Printed = tuple[str, Kind, int]
"""A printed name, its likely kind, and where it ends."""

_AFTER_OFFICE = re.compile(
    r"(?:\b(?:President|Premier|Chancellor|Senator|Sen\.|Representative|Rep\.|Governor|Gov\.|Mayor|Secretary"
    r"|Minister|General|Gen\.|Colonel|Col\.|Captain|Capt\.|Sergeant|Sgt\.|Judge|Justice|Sheriff|Ambassador"
    r"|Congressman|Congresswoman|Councillor|Cllr|Detective|Inspector|Officer)"
    rf"|[ \u00a0](?:{'|'.join(sorted(ROLE_WORDS - {'head'}))}))[ \u00a0]$"
)
"""What stands before a person's name: an office, or what somebody is: "President Bo", "the actress Bo Ek"."""

_IN = re.compile(r"\b(?:in|near|outside|across|throughout|inside)[ \u00a0](?:the[ \u00a0])?$", re.IGNORECASE)
_IS_PERSON = re.compile(
    r",?[ \u00a0]\(?(?:who|whose)\b|,[ \u00a0](?:aged[ \u00a0])?[0-9]{1,2}[,.)]|"
    rf",[ \u00a0](?:an?|the|[A-Z]\w+['’]s)?[ \u00a0]?(?:[\w'’.\-]+[ \u00a0]){{0,4}}?"
    rf"(?:{'|'.join(sorted(ROLE_WORDS))})\b"
)


def by_its_words(printed: str, kind: Kind) -> Kind:
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
    if 2 <= len(folded) <= 3 and folded[0] in FEMALE | MALE and kind == "organisation":
        return "person"
    if kind == "person" and len(folded) == 1 and printed.isupper() and len(printed) <= 5:
        return "organisation"
    return kind


def settle(names: Sequence[Printed], text: str) -> dict[str, Kind]:
    """Return one kind for each folded name: what its surroundings tell, else what most mentions have."""
    mentions: dict[str, list[Printed]] = {}
    for name in names:
        mentions.setdefault(person_names.fold(name[0]), []).append(name)
    kinds = {key: _by_surroundings(same, text) for key, same in mentions.items()}
    regions = {key.rpartition(" ")[0] for key in mentions if key.rpartition(" ")[2] in REGION_WORDS}
    known = {key for key, same in mentions.items() if aliases.lookup(same[0][0])}
    for key in kinds.keys() - known:
        if key in regions:
            kinds[key] = "place"
        elif kinds[key] == "organisation" and _ends_in_a_person(key, kinds):
            kinds[key] = "person"
    families = {
        person.family
        for key, same in mentions.items()
        if kinds[key] == "person" and (person := person_names.parse(same[0][0])) and person.given
    }
    for key in kinds.keys() - known:
        person = person_names.parse(mentions[key][0][0])
        if person and not person.given and person.family in families:
            kinds[key] = "person"
    return kinds


def _by_surroundings(same: Sequence[Printed], text: str) -> Kind:
    voted: Kind = Counter(kind for _printed, kind, _end in same).most_common(1)[0][0]
    printed = same[0][0]
    if aliases.lookup(printed) or BODY_WORDS.intersection(person_names.fold(printed).split()):
        return voted
    if voted == "organisation" and " " in printed and any(_IS_PERSON.match(text, end) for *_, end in same):
        return "person"
    starts = [end - len(form) for form, _kind, end in same]
    if any(_AFTER_OFFICE.search(text, max(0, start - 20), start) for start in starts):
        return "person"
    if voted == "place" or len(printed.split()) > 2 or name_rules.COURTESY_NAME.match(printed):
        return voted
    inside = sum(bool(_IN.search(text[max(0, start - 20) : start])) for start in starts)
    owns = any(text[end : end + 2] in {"'s", "’s"} for *_, end in same)
    return "place" if 2 * inside >= len(same) and not owns else voted


def _ends_in_a_person(key: str, kinds: dict[str, Kind]) -> bool:
    """Two words the last of which is a person's name elsewhere in the article."""
    words = key.split()
    return len(words) == 2 and kinds.get(words[1]) == "person" and words[1] not in BODY_WORDS
