"""Which nouns can say something: the mayor, residents, a report; not the process, one point, a way.

It tells whom a participle belongs to where the parse leaves two to choose from: in "Smith said the process
was “messy”, adding: “…”" it is Smith who adds, for processes do not.
"""

from articles.analysis.cues import DOCUMENTS
from articles.analysis.name_lexicon import BODY_WORDS, ROLE_WORDS
from articles.analysis.word_lists import word_set

_PEOPLE = word_set(
    "admiral adult advocate ally anchor athlete attendee audience aunt backer billionaire bishop blogger "
    "boy bride buyer bystander campaigner celebrant celebrity chancellor child citizen cleric clerk "
    "colleague colonel columnist commentator conservative contender cop couple cousin critic crowd "
    "customer delegate demonstrator deputy detective developer donor dr elder electorate employee "
    "employer entrepreneur expatriate family fan fighter foe follower front-runner frontrunner gentleman "
    "girl groom guest guide guy hacker heckler heir heiress helper hero historian homeowner host imam "
    "immigrant individual insider inspector investigator investor judge juror justice kid king lady "
    "laureate leader legislator liberal lobbyist loser man marcher migrant moderate moderator mogul mom "
    "monk mum narrator native nominee observer onlooker operative opponent opposition organiser organizer "
    "outsider parent partner passenger passer-by pastor patient peer people person pilgrim planner police "
    "policymaker pollster pontiff pope preacher premier priest prince princess prisoner progressive "
    "prosecutor protester pundit pupil queen rabbi rebel refugee relative republican reviewer rival saint "
    "scholar sergeant settler slave soldier source speaker spectator spokespeople spouse staff staffer "
    "strategist superstar supporter surgeon suspect teammate teen teenager trader troop trustee tycoon "
    "uncle union user veteran viewer villager visitor volunteer voter whip widow widower winner woman "
    "worker youth"
)
_BODIES = word_set(
    "airline channel charity city community country duo electorate firm generation half industry jury "
    "lobby majority military minority nation newspaper non-profit nonprofit outlet pair panel public "
    "rally regime site startup state station town trio website"
)
_PRINTS = word_set(
    "bill constitution decision film guideline law motion novel opinion order plaque platform podcast poem "
    "poll resolution rule ruling song story survey"
)
"""What has words in it besides the documents, which speak for their authors."""

_ABSTRACT = ("tion", "sion", "ness", "ity", "ment", "ance", "ence", "ency", "ship", "ism")
_SUFFIXES = ("man", "woman", "person", "ist", "ician", "arian", "crat", "maker")


def can_speak(lemma: str) -> bool:
    """Say whether a noun, given in its dictionary form, names people, a body of people, or a print."""
    return is_person(lemma) or any(lemma in words for words in (BODY_WORDS, _BODIES, DOCUMENTS, _PRINTS))


def is_abstract(lemma: str) -> bool:
    """Say whether a noun, given in its dictionary form, names no thing and nobody: information."""
    return lemma.endswith(_ABSTRACT)


def is_person(lemma: str) -> bool:
    """Say whether a noun, given in its dictionary form, tells what somebody is."""
    return lemma in ROLE_WORDS or lemma in _PEOPLE or lemma.endswith(_SUFFIXES)
