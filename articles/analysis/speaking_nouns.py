"""Which nouns can say something: the mayor, residents, a report; not the process, one point, a way.

It tells whom a participle belongs to where the parse leaves two to choose from: in "Smith said the process
was “messy”, adding: “…”" it is Smith who adds, for processes do not.
"""

from articles.analysis.cues import DOCUMENTS
from articles.analysis.name_lexicon import BODY_WORDS, ROLE_WORDS
from articles.analysis.word_lists import word_set

_PEOPLE = word_set(
    "adult ally anchor attendee audience aunt backer bishop boy buyer campaigner celebrant chancellor child "
    "cleric clerk colleague columnist commentator conservative cop couple cousin critic crowd customer "
    "delegate demonstrator deputy detective developer donor dr elder electorate employee employer expatriate "
    "family fan fighter foe follower gentleman girl guest guide guy hacker helper host imam individual "
    "insider inspector investigator judge juror justice kid king lady laureate leader legislator liberal "
    "lobbyist man marcher migrant moderate moderator monk mum mom narrator nominee observer operative "
    "opponent opposition organiser organizer parent partner passenger patient peer people person planner "
    "police policymaker pollster pontiff pope preacher premier priest prince princess prisoner prosecutor "
    "protester pundit pupil queen rabbi rebel refugee relative reviewer rival saint scholar sergeant settler "
    "soldier source speaker spectator spokespeople spouse staff staffer strategist supporter surgeon suspect "
    "teen teenager trader troop trustee uncle union user veteran viewer villager visitor volunteer voter "
    "whip woman worker youth"
)
_SUFFIXES = ("man", "woman", "person", "ist", "ician", "arian", "crat", "maker")


def can_speak(lemma: str) -> bool:
    """Say whether a noun, given in its dictionary form, names people, a body of people, or a document."""
    return is_person(lemma) or lemma in BODY_WORDS or lemma in DOCUMENTS


def is_person(lemma: str) -> bool:
    """Say whether a noun, given in its dictionary form, tells what somebody is."""
    return lemma in ROLE_WORDS or lemma in _PEOPLE or lemma.endswith(_SUFFIXES)
